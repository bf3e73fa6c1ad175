import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import { goTo } from "../../actions/navigation";
import { type ForecastEdit, type ForecastSheet, ownEdit } from "../../actions/prognos";
import { savedReport } from "../../actions/sparaPrognos";
import { prognosPageTexts } from "../../texts/taskpane/prognos";
import { Note } from "../components/Note";
import { PageFrame } from "../components/PageFrame";
import { ProblemNote } from "../components/ProblemNote";
import { Progress } from "../components/Progress";
import { Waiting } from "../components/Waiting";
import { useLanguage, useTexts } from "../language";
import { Rad } from "./Rad";
import { Rader } from "./Rader";
import { Spara } from "./Spara";
import { Written } from "./Written";
import { useStyles } from "./styles";
import { type Forecasts, standing, usePrognos } from "./usePrognos";

/** A report's rows with proposals; one at a time is opened for its months, its methods and the chief's own number. */
export default function PrognosPage({ subject }: { subject: string | null }) {
  const texts = useTexts(prognosPageTexts);
  const language = useLanguage();
  const styles = useStyles();
  const prognos = usePrognos();
  const { latest, reading, calculation } = prognos;
  const opened = latest?.rows.find(({ key }) => key === subject);
  if (latest && opened) return <Rad key={opened.key} sheet={latest} row={opened} prognos={prognos} />;
  return (
    <PageFrame title={texts.title} intro={texts.intro}>
      {reading.state.state === "running" && <Waiting label={texts.reading} slow={reading.state.slow} />}
      {reading.state.state === "failed" && (
        <ProblemNote error={reading.state.error} onRetry={() => void prognos.again()} />
      )}
      {latest && reading.state.state !== "failed" && (
        <>
          <div className={styles.options}>
            {latest.choices.length > 1 && (
              <Field label={texts.report}>
                <Select value={latest.report} onChange={(_, { value }) => prognos.setReport(value)}>
                  {latest.choices.map(({ id, titel }) => (
                    <option key={id} value={id}>
                      {titel[language]}
                    </option>
                  ))}
                </Select>
              </Field>
            )}
            {latest.sheet === null && <Period value={latest.period} onChange={prognos.setPeriod} />}
          </div>
          {latest.sheet === null && (
            <Note
              tone="info"
              title={texts.notMade}
              actions={<Button onClick={() => goTo("rapporter", latest.report)}>{texts.toReport}</Button>}
            >
              {texts.notMadeText(latest.titel[language])}
            </Note>
          )}
          {latest.booked === 12 && <Note tone="info">{texts.allBooked}</Note>}
          {latest.rows.length === 0 && <Note tone="info">{texts.noRows}</Note>}
          {latest.rows.some(({ parts }) => parts === null) && <Note tone="warning">{texts.noMonths}</Note>}
          {calculation.progress && (
            <Progress
              label={texts.forecasting(calculation.progress.done, calculation.progress.of)}
              done={calculation.progress.done}
              of={calculation.progress.of}
              onCancel={calculation.cancel}
            />
          )}
          {calculation.cancelled && (
            <Note
              tone="info"
              actions={<Button onClick={() => void calculation.start(latest.rows)}>{texts.calculate}</Button>}
            >
              {texts.cancelled}
            </Note>
          )}
          <Written prognos={prognos} />
          <Rader sheet={latest} forecasts={calculation.forecasts} />
          {latest.sheet !== null && (
            <Fill
              sheet={latest}
              forecasts={calculation.forecasts}
              busy={prognos.writing.state.state === "running"}
              onWrite={(edits) => void prognos.writing.run(edits)}
            />
          )}
          {latest.sheet !== null && latest.report === savedReport && <Spara />}
        </>
      )}
    </PageFrame>
  );
}

function Period({ value, onChange }: { value: string; onChange: (period: string | undefined) => void }) {
  const texts = useTexts(prognosPageTexts);
  const take = (text: string) => onChange(text.trim() || undefined);
  return (
    <Field label={texts.period} hint={texts.periodHint}>
      <Input
        type="text"
        inputMode="numeric"
        placeholder={texts.lastPeriod}
        defaultValue={value}
        onBlur={({ target }) => target.value !== value && take(target.value)}
        onKeyDown={({ key, currentTarget }) => key === "Enter" && take(currentTarget.value)}
      />
    </Field>
  );
}

/** The proposals on every row that has no figure of its own, in one go. */
function Fill({
  sheet,
  forecasts,
  busy,
  onWrite,
}: {
  sheet: ForecastSheet;
  forecasts: Forecasts;
  busy: boolean;
  onWrite: (edits: ForecastEdit[]) => void;
}) {
  const texts = useTexts(prognosPageTexts);
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  const factor = 10 ** sheet.decimaler;
  const edits = sheet.rows.flatMap((row): ForecastEdit[] => {
    const { amount, own } = standing(sheet, row, forecasts.get(row.key));
    if (own || !row.own || row.own.formula !== "" || amount === null || !forecasts.get(row.key)) return [];
    const rounded = Math.round(amount * factor) / factor + 0;
    return [ownEdit(row, sheet, rounded)];
  });
  if (edits.length === 0) return null;
  if (!asking)
    return (
      <div>
        <Button disabledFocusable={busy} onClick={() => setAsking(true)}>
          {texts.fill(edits.length)}
        </Button>
      </div>
    );
  return (
    <Note
      tone="info"
      title={texts.preview}
      actions={
        <>
          <Button
            appearance="primary"
            onClick={() => {
              setAsking(false);
              onWrite(edits);
            }}
          >
            {texts.confirm}
          </Button>
          <Button onClick={() => setAsking(false)}>{texts.cancel}</Button>
        </>
      }
    >
      <p className={styles.small}>{texts.fillText(edits.length, sheet.sheet!)}</p>
    </Note>
  );
}
