import { goTo } from "../../actions/navigation";
import type { ReportChoice } from "../../actions/report";
import type { SourceSummary } from "../../actions/sources";
import { startTexts } from "../../texts/taskpane/start";
import { underlagTexts } from "../../texts/taskpane/underlag";
import { Card } from "../components/Card";
import { CellLink } from "../components/CellLink";
import { PageFrame } from "../components/PageFrame";
import { ProblemNote } from "../components/ProblemNote";
import { TextButton } from "../components/TextButton";
import { Waiting } from "../components/Waiting";
import { useLanguage, useTexts } from "../language";
import { useStyles } from "./styles";
import { useStart } from "./useStart";

/** What is in this workbook, and the next sensible step. */
export default function StartPage() {
  const texts = useTexts(startTexts);
  const { state, run } = useStart();
  return (
    <PageFrame title={texts.title}>
      {state.state === "running" && <Waiting slow={state.slow} />}
      {state.state === "failed" && <ProblemNote error={state.error} onRetry={() => void run()} />}
      {state.state === "done" && <Overview {...state.value} />}
    </PageFrame>
  );
}

function Overview({ sources, reports }: { sources: SourceSummary[]; reports: ReportChoice[] }) {
  const texts = useTexts(startTexts);
  const kinds = useTexts(underlagTexts).kinds;
  const language = useLanguage();
  const styles = useStyles();
  const made = reports.filter(({ blad }) => blad !== null);
  return (
    <>
      <section className={styles.section} aria-labelledby="start-next">
        <h2 id="start-next" className={styles.heading}>
          {texts.next}
        </h2>
        <NextSteps sources={sources} reports={reports} />
      </section>
      <section className={styles.section} aria-labelledby="start-sources">
        <h2 id="start-sources" className={styles.heading}>
          {texts.sources}
        </h2>
        {sources.length === 0 ? (
          <p className={styles.muted}>{texts.noSources}</p>
        ) : (
          <ul className={styles.found}>
            {sources.map(({ slag, blad, adress, rader }) => (
              <li key={`${blad}!${adress}`} className={styles.row}>
                <CellLink sheet={blad} cell={adress}>
                  {`${kinds[slag]}: ${blad}`}
                </CellLink>
                <span>{texts.rows(rader)}</span>
              </li>
            ))}
          </ul>
        )}
        <div>
          <TextButton onClick={() => goTo("underlag")}>{texts.toSources}</TextButton>
        </div>
      </section>
      <section className={styles.section} aria-labelledby="start-reports">
        <h2 id="start-reports" className={styles.heading}>
          {texts.reports}
        </h2>
        {made.length === 0 ? (
          <p className={styles.muted}>{texts.noReports}</p>
        ) : (
          <ul className={styles.found}>
            {made.map(({ id, titel, blad }) => (
              <li key={id}>
                <CellLink sheet={blad!} cell="A1">
                  {titel[language]}
                </CellLink>
              </li>
            ))}
          </ul>
        )}
        <div>
          <TextButton onClick={() => goTo("rapporter")}>{texts.toReports}</TextButton>
        </div>
      </section>
    </>
  );
}

function NextSteps({ sources, reports }: { sources: SourceSummary[]; reports: ReportChoice[] }) {
  const texts = useTexts(startTexts);
  const language = useLanguage();
  const possible = reports.filter(({ saknar }) => saknar.length === 0);
  const report = possible.find(({ blad }) => blad === null) ?? possible[0];
  return (
    <>
      {sources.length === 0 && (
        <Card title={texts.makeSource} text={texts.makeSourceText} onClick={() => goTo("underlag")} />
      )}
      {report && (
        <Card
          title={(report.blad === null ? texts.makeReport : texts.updateReport)(report.titel[language])}
          text={report.blad === null ? texts.makeReportText : texts.updateReportText}
          onClick={() => goTo("rapporter", report.id)}
        />
      )}
      <Card title={texts.functions} text={texts.functionsText} onClick={() => goTo("funktioner")} />
    </>
  );
}
