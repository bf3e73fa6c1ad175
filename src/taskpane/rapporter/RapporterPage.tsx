import { Badge, Button, Field, Select } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons/svg/arrow-left";
import { useState } from "react";
import type { ReportChoice } from "../../actions/report";
import { uppsattningar } from "../../reports/uppsattningar";
import { rapporterTexts } from "../../texts/taskpane/rapporter";
import { kindTexts } from "../../texts/taskpane/kinds";
import { Card } from "../components/Card";
import { PageFrame } from "../components/PageFrame";
import { ProblemNote } from "../components/ProblemNote";
import { Waiting } from "../components/Waiting";
import { useLanguage, useTexts } from "../language";
import { Borra } from "./Borra";
import { Rapport } from "./Rapport";
import { useStyles } from "./styles";
import { Uppsattning } from "./Uppsattning";
import { useRapporter } from "./useRapporter";

const allReports = "alla";
/** What a set is asked for as, among the reports' ids. */
const setPrefix = "uppsattning:";

/** The catalogue of standard reports; one of them at a time is opened for preview and writing. */
export default function RapporterPage({ subject }: { subject: string | null }) {
  const texts = useTexts(rapporterTexts);
  const language = useLanguage();
  const styles = useStyles();
  const { list, open, opened } = useRapporter(subject);
  const { state } = list;
  const [shown, setShown] = useState(allReports);
  const set = uppsattningar.find(({ id }) => `${setPrefix}${id}` === subject);
  if (list.latest && (opened || set))
    return (
      <PageFrame
        key={subject}
        focusTitle
        title={(opened ?? set!).titel[language]}
        intro={set && texts.setIntro}
        above={
          <Button
            appearance="subtle"
            size="small"
            className={styles.back}
            icon={<ArrowLeft16Regular />}
            onClick={() => {
              open(null);
              void list.run();
            }}
          >
            {texts.all}
          </Button>
        }
      >
        {opened ? (
          <Rapport
            report={opened}
            startProfile={list.latest.profile}
            startLevel={list.latest.level}
            profiles={list.latest.profiles}
            onWritten={list.run}
          />
        ) : (
          <Uppsattning
            set={set!.id}
            startProfile={list.latest.profile}
            profiles={list.latest.profiles}
            onWritten={list.run}
          />
        )}
      </PageFrame>
    );
  const chosen = uppsattningar.find(({ id }) => id === shown);
  return (
    <PageFrame title={texts.title} intro={texts.intro}>
      {state.state === "running" && <Waiting slow={state.slow} />}
      {state.state === "failed" && <ProblemNote error={state.error} onRetry={() => void list.run()} />}
      {state.state === "done" && (
        <>
          <Field label={texts.set}>
            <Select value={shown} onChange={(_, { value }) => setShown(value)}>
              <option value={allReports}>{texts.wholeCatalogue}</option>
              {uppsattningar.map(({ id, titel }) => (
                <option key={id} value={id}>
                  {titel[language]}
                </option>
              ))}
            </Select>
          </Field>
          {chosen && (
            <div>
              <Button onClick={() => open(`${setPrefix}${chosen.id}`)}>
                {texts.makeSet(chosen.titel[language])}
              </Button>
            </div>
          )}
          <ul className={styles.list}>
            {state.value.reports
              .filter(({ id }) => !chosen || chosen.rapporter.includes(id))
              .map((report) => (
                <li key={report.id}>
                  <ReportItem report={report} onOpen={() => open(report.id)} />
                </li>
              ))}
          </ul>
          {state.value.reports.some(({ blad }) => blad) && <Borra />}
        </>
      )}
    </PageFrame>
  );
}

function ReportItem({ report, onOpen }: { report: ReportChoice; onOpen: () => void }) {
  const texts = useTexts(rapporterTexts);
  const kinds = useTexts(kindTexts);
  const language = useLanguage();
  const { titel, kraver, saknar, blad } = report;
  return (
    <Card
      title={titel[language]}
      text={`${texts.needs}: ${kraver.map(({ slag }) => kinds[slag]).join(", ")}`}
      onClick={onOpen}
    >
      {saknar.length > 0 ? (
        <Badge appearance="outline" color="warning">
          {texts.lacks}
        </Badge>
      ) : blad ? (
        <Badge appearance="tint" color="success">
          {texts.made(blad)}
        </Badge>
      ) : (
        <Badge appearance="tint" color="brand">
          {texts.available}
        </Badge>
      )}
    </Card>
  );
}
