import { Badge, Button } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons/svg/arrow-left";
import type { ReportChoice } from "../../actions/report";
import { rapporterTexts } from "../../texts/taskpane/rapporter";
import { underlagTexts } from "../../texts/taskpane/underlag";
import { Card } from "../components/Card";
import { PageFrame } from "../components/PageFrame";
import { ProblemNote } from "../components/ProblemNote";
import { Waiting } from "../components/Waiting";
import { useLanguage, useTexts } from "../language";
import { Rapport } from "./Rapport";
import { useStyles } from "./styles";
import { useRapporter } from "./useRapporter";

/** The catalogue of standard reports; one of them at a time is opened for preview and writing. */
export default function RapporterPage({ subject }: { subject: string | null }) {
  const texts = useTexts(rapporterTexts);
  const language = useLanguage();
  const styles = useStyles();
  const { list, open, opened } = useRapporter(subject);
  const { state } = list;
  if (opened)
    return (
      <PageFrame
        key={opened.id}
        focusTitle
        title={opened.titel[language]}
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
        <Rapport report={opened} startProfile={list.latest!.profile} onWritten={list.run} />
      </PageFrame>
    );
  return (
    <PageFrame title={texts.title} intro={texts.intro}>
      {state.state === "running" && <Waiting slow={state.slow} />}
      {state.state === "failed" && <ProblemNote error={state.error} onRetry={() => void list.run()} />}
      {state.state === "done" && (
        <ul className={styles.list}>
          {state.value.reports.map((report) => (
            <li key={report.id}>
              <ReportItem report={report} onOpen={() => open(report.id)} />
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}

function ReportItem({ report, onOpen }: { report: ReportChoice; onOpen: () => void }) {
  const texts = useTexts(rapporterTexts);
  const kinds = useTexts(underlagTexts).kinds;
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
