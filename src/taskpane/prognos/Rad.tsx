import { Button, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons/svg/arrow-left";
import { useState } from "react";
import { goTo } from "../../actions/navigation";
import {
  type ForecastEdit,
  type ForecastRow,
  type ForecastSheet,
  joined,
  methodLines,
  type RowForecast,
  ownEdit,
  ownTotal,
} from "../../actions/prognos";
import { avvikelseAv, egenKolumn, totalAv } from "../../reports/egenPrognos";
import { metodmening, prognosTexts } from "../../texts/prognos";
import { prognosPageTexts } from "../../texts/taskpane/prognos";
import { type CellValue, isCellError } from "../../workbook/cell";
import { Disclosure } from "../components/Disclosure";
import { Note } from "../components/Note";
import { PageFrame } from "../components/PageFrame";
import { amountText, percentText, readAmount } from "../figures";
import { useLanguage, useTexts } from "../language";
import { MonthChart } from "./MonthChart";
import { Written } from "./Written";
import { useStyles } from "./styles";
import { type usePrognos, useRowForecast } from "./usePrognos";

/** One row: its months, where it lands and why, and the chief's own number. */
export function Rad({
  sheet,
  row,
  prognos,
}: {
  sheet: ForecastSheet;
  row: ForecastRow;
  prognos: ReturnType<typeof usePrognos>;
}) {
  const texts = useTexts(prognosPageTexts);
  const language = useLanguage();
  const styles = useStyles();
  const forecast = useRowForecast(row, prognos.calculation.forecasts);
  const [typed, setTyped] = useState<string | null>(null);
  const at = sheet.rows.indexOf(row);
  const text = (amount: number) => amountText(amount, sheet.decimaler, language);
  const beside = (index: number, label: string) => (
    <Button
      size="small"
      disabledFocusable={!sheet.rows[index]}
      onClick={() => sheet.rows[index] && goTo("prognos", sheet.rows[index].key)}
    >
      {label}
    </Button>
  );
  return (
    <PageFrame
      focusTitle
      title={row.label}
      intro={row.heading || undefined}
      above={
        <Button
          appearance="subtle"
          size="small"
          className={styles.back}
          icon={<ArrowLeft16Regular />}
          onClick={() => goTo("prognos")}
        >
          {texts.all}
        </Button>
      }
    >
      {forecast && row.parts && row.parts.length > 0 && (
        <Months sheet={sheet} row={row} forecast={forecast} text={text} />
      )}
      <Landing row={row} forecast={forecast} text={text} />
      {forecast && (
        <Methods row={row} text={text} onUse={(total) => setTyped(text(total))} canUse={row.own !== null} />
      )}
      {row.own !== null && (
        <OwnForecast
          key={`${String(row.own.value)} ${String(row.comment?.value)}`}
          sheet={sheet}
          row={row}
          proposed={typed}
          onTyped={setTyped}
          busy={prognos.writing.state.state === "running"}
          onWrite={(edits) => {
            setTyped(null);
            void prognos.writing.run(edits);
          }}
        />
      )}
      <Written prognos={prognos} />
      <div className={styles.step}>
        {beside(at - 1, texts.previous)}
        {beside(at + 1, texts.next)}
      </div>
    </PageFrame>
  );
}

function Months({
  sheet,
  row,
  forecast,
  text,
}: {
  sheet: ForecastSheet;
  row: ForecastRow;
  forecast: RowForecast;
  text: (amount: number) => string;
}) {
  const texts = useTexts(prognosPageTexts);
  const styles = useStyles();
  const whole = joined(row.parts!);
  const { booked } = sheet;
  const months = forecast.months ?? [...whole.bokat, ...Array<number>(12 - booked).fill(0)];
  const spread = whole.budget ?? row.budget;
  const budget = typeof spread === "number" ? Array<number>(12).fill(spread / 12) : spread;
  const outcome = whole.bokat.reduce((sum, month) => sum + month, 0);
  const left = 12 - booked;
  const previous = whole.foregaende === null || left === 0 ? null : (whole.foregaende - outcome) / left;
  const sum = (amounts: readonly number[]) => text(amounts.reduce((total, one) => total + one, 0));
  return (
    <section className={styles.section} aria-label={texts.chart}>
      <MonthChart months={months} booked={booked} budget={budget} previous={previous} />
      <Disclosure label={texts.figures}>
        <div className={styles.frame} tabIndex={0} role="region" aria-label={texts.figures}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{texts.month}</th>
                <th scope="col">{texts.forecast}</th>
                {budget && <th scope="col">{texts.budget}</th>}
              </tr>
            </thead>
            <tbody>
              {months.map((amount, month) => (
                <tr key={month}>
                  <th scope="row">
                    {texts.months[month]}
                    {month < booked && ` (${texts.booked.toLowerCase()})`}
                  </th>
                  <td>{text(amount)}</td>
                  {budget && <td>{text(budget[month])}</td>}
                </tr>
              ))}
              <tr className={styles.strong}>
                <th scope="row">{texts.sum}</th>
                <td>{sum(months)}</td>
                {budget && <td>{sum(budget)}</td>}
              </tr>
            </tbody>
          </table>
        </div>
      </Disclosure>
    </section>
  );
}

/** Where the row lands: figures, span, and how each part was forecast. */
function Landing({
  row,
  forecast,
  text,
}: {
  row: ForecastRow;
  forecast: RowForecast | null;
  text: (amount: number) => string;
}) {
  const texts = useTexts(prognosPageTexts);
  const words = useTexts(prognosTexts);
  const language = useLanguage();
  const styles = useStyles();
  const previous = row.parts && row.parts.length > 0 ? joined(row.parts).foregaende : null;
  const sentences = new Map<string, string[]>();
  for (const { namn, svar } of forecast?.parts ?? []) {
    const sentence = "nekad" in svar ? words[svar.nekad] : metodmening(svar, language);
    sentences.set(sentence, [...(sentences.get(sentence) ?? []), namn]);
  }
  return (
    <dl className={styles.facts}>
      {row.outcome !== null && <Fact name={texts.outcome} value={text(row.outcome)} />}
      {row.budget !== null && <Fact name={texts.yearBudget} value={text(row.budget)} />}
      {previous !== null && <Fact name={texts.lastForecast} value={text(previous)} />}
      {row.proposal !== null && <Fact name={texts.reportProposal} value={text(row.proposal)} />}
      {forecast && forecast.total !== null && (
        <>
          <dt>{texts.proposal}</dt>
          <dd className={styles.strong}>{text(forecast.total)}</dd>
          <Fact
            name={texts.interval}
            value={
              forecast.interval
                ? texts.intervalText(text(forecast.interval.lag), text(forecast.interval.hog))
                : texts.noInterval
            }
          />
          {forecast.error !== null && (
            <Fact name={texts.error} value={percentText(forecast.error, language)} />
          )}
        </>
      )}
      {sentences.size > 0 && (
        <>
          <dt>{texts.method}</dt>
          <dd>
            {[...sentences].map(([sentence, parts]) => (
              <div key={sentence}>{sentences.size === 1 ? sentence : `${parts.join(", ")}: ${sentence}`}</div>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** What each method gives and how wrong it has been; calculated when it is unfolded. */
function Methods({
  row,
  text,
  canUse,
  onUse,
}: {
  row: ForecastRow;
  text: (amount: number) => string;
  canUse: boolean;
  onUse: (total: number) => void;
}) {
  const texts = useTexts(prognosPageTexts);
  const [open, setOpen] = useState(false);
  return (
    <Disclosure label={texts.methods} onOpen={() => setOpen(true)}>
      {open && <MethodTable row={row} text={text} canUse={canUse} onUse={onUse} />}
    </Disclosure>
  );
}

function MethodTable({
  row,
  text,
  canUse,
  onUse,
}: {
  row: ForecastRow;
  text: (amount: number) => string;
  canUse: boolean;
  onUse: (total: number) => void;
}) {
  const texts = useTexts(prognosPageTexts);
  const words = useTexts(prognosTexts);
  const language = useLanguage();
  const styles = useStyles();
  const [lines] = useState(() => methodLines(row));
  return (
    <>
      <p className={styles.small}>{texts.methodsText}</p>
      <div className={styles.frame} tabIndex={0} role="region" aria-label={texts.methods}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{texts.method}</th>
              <th scope="col">{texts.sum}</th>
              <th scope="col">{texts.error}</th>
              {canUse && <th scope="col">{texts.use}</th>}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ metod, total, error, nekad, chosen }) => (
              <tr key={metod} className={chosen ? styles.strong : undefined}>
                <th scope="row">
                  {metod}
                  {chosen && ` (${texts.chosen})`}
                </th>
                {total === null ? (
                  <td colSpan={canUse ? 3 : 2} className={styles.small}>
                    {nekad && words[nekad]}
                  </td>
                ) : (
                  <>
                    <td>{text(total)}</td>
                    <td>{error === null ? "–" : percentText(error, language)}</td>
                    {canUse && (
                      <td>
                        <Button size="small" aria-label={texts.useMethod(metod)} onClick={() => onUse(total)}>
                          {texts.use}
                        </Button>
                      </td>
                    )}
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type EnterAs = "total" | "deviation";

/** Her own number, or how far from budget she lands, and a comment; shown as it will be written before it is. */
function OwnForecast({
  sheet,
  row,
  proposed,
  onTyped,
  busy,
  onWrite,
}: {
  sheet: ForecastSheet;
  row: ForecastRow;
  proposed: string | null;
  onTyped: (text: string | null) => void;
  busy: boolean;
  onWrite: (edits: ForecastEdit[]) => void;
}) {
  const texts = useTexts(prognosPageTexts);
  const language = useLanguage();
  const styles = useStyles();
  const { enhet, decimaler, tecken } = sheet;
  const text = (amount: number) => amountText(amount, decimaler, language);
  const own = row.own!;
  const [as, setAs] = useState<EnterAs>(
    sheet.ownColumn === egenKolumn.avvikelse && row.budget !== null ? "deviation" : "total",
  );
  const stands = ownTotal(row, sheet);
  const shown = (amount: number, how: EnterAs) =>
    text(how === "total" || row.budget === null ? amount : avvikelseAv(amount, row.budget, tecken));
  const typed = proposed ?? (stands === null ? "" : shown(stands, as));
  const [comment, setComment] = useState(String(plain(row.comment?.value ?? null) ?? ""));
  const read = readAmount(typed, enhet);
  const total = read === null || as === "total" ? read : totalAv(read, row.budget!, tecken);
  const empty = typed.trim() === "";
  const columnNames: Record<ForecastEdit["column"], string> = {
    [egenKolumn.prognos]: texts.ownForecast,
    [egenKolumn.avvikelse]: texts.ownDeviation,
    kommentar: texts.comment,
  };
  const edits: ForecastEdit[] = [];
  if (proposed !== null && (empty || total !== null)) {
    const after = empty ? null : total;
    if (after !== stands) edits.push(ownEdit(row, sheet, after));
  }
  if (row.comment && comment !== String(plain(row.comment.value) ?? ""))
    edits.push({
      row: row.key,
      label: row.label,
      column: "kommentar",
      before: row.comment,
      after: comment === "" ? null : comment,
    });
  const printed = (value: CellValue) =>
    value === null || value === ""
      ? texts.empty
      : typeof value === "number"
        ? text(value)
        : String(plain(value));
  return (
    <form
      className={styles.section}
      aria-labelledby="own-forecast"
      onSubmit={(event) => {
        event.preventDefault();
        if (edits.length > 0) onWrite(edits);
      }}
    >
      <h2 id="own-forecast" className={styles.heading}>
        {texts.ownForecast}
      </h2>
      {own.formula !== "" && <Note tone="info">{texts.formula(own.formula)}</Note>}
      <div className={styles.options}>
        {row.budget !== null && (
          <Field label={texts.enterAs}>
            <Select
              value={as}
              onChange={(_, { value }) => {
                const next = value as EnterAs;
                if (proposed !== null && total !== null) onTyped(shown(total, next));
                setAs(next);
              }}
            >
              <option value="total">{texts.asTotal}</option>
              <option value="deviation">{texts.asDeviation}</option>
            </Select>
          </Field>
        )}
        <Field
          label={as === "total" ? texts.ownForecast : texts.deviation}
          hint={as === "total" ? texts.ownHint(enhet) : texts.deviationHint(enhet)}
          validationState={!empty && total === null ? "error" : "none"}
          validationMessage={!empty && total === null ? texts.unreadable : undefined}
        >
          <Input
            inputMode="decimal"
            value={typed}
            disabled={busy}
            onChange={(_, { value }) => onTyped(value)}
          />
        </Field>
      </div>
      {total !== null && row.budget !== null && (
        <p className={styles.small} role="status">
          {texts.gives(text(total), text(avvikelseAv(total, row.budget, tecken)))}
        </p>
      )}
      {row.comment && (
        <Field label={texts.comment}>
          <Textarea value={comment} disabled={busy} onChange={(_, { value }) => setComment(value)} />
        </Field>
      )}
      {edits.length > 0 && (
        <div>
          <p className={styles.small}>{texts.preview}:</p>
          <ul className={styles.bullets}>
            {edits.map(({ column, before, after }) => (
              <li key={column}>
                {texts.change(columnNames[column], before.formula || printed(before.value), printed(after))}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={busy || edits.length === 0}>
          {texts.write}
        </Button>
      </div>
    </form>
  );
}

const plain = (value: CellValue) => (isCellError(value) ? value.fel : value);
