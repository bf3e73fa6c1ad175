import { lastAudit } from "../../actions/lastAudit";
import { goTo } from "../../actions/navigation";
import type { ReportChoice } from "../../actions/report";
import type { SourceSummary } from "../../actions/sources";
import { startTexts } from "../../texts/taskpane/start";
import { kindTexts } from "../../texts/taskpane/kinds";
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
  const { reading, sampling } = useStart();
  const { state, run } = reading;
  return (
    <PageFrame title={texts.title}>
      {state.state === "running" && <Waiting slow={state.slow} />}
      {state.state === "failed" && <ProblemNote error={state.error} onRetry={() => void run()} />}
      {sampling.state.state === "running" && <Waiting label={texts.sampling} slow={sampling.state.slow} />}
      {sampling.state.state === "failed" && <ProblemNote error={sampling.state.error} />}
      {sampling.state.state === "done" && <p role="status">{texts.sampled(sampling.state.value.sheet)}</p>}
      {state.state === "done" && <Overview {...state.value} onSample={() => void sampling.run()} />}
    </PageFrame>
  );
}

interface Contents {
  sources: SourceSummary[];
  reports: ReportChoice[];
  onSample: () => void;
}

function Overview({ sources, reports, onSample }: Contents) {
  const texts = useTexts(startTexts);
  const kinds = useTexts(kindTexts);
  const language = useLanguage();
  const styles = useStyles();
  const audit = lastAudit();
  const made = reports.filter(({ blad }) => blad !== null);
  return (
    <>
      <section className={styles.section} aria-labelledby="start-next">
        <h2 id="start-next" className={styles.heading}>
          {texts.next}
        </h2>
        <NextSteps sources={sources} reports={reports} onSample={onSample} />
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
      <section className={styles.section} aria-labelledby="start-audit">
        <h2 id="start-audit" className={styles.heading}>
          {texts.audit}
        </h2>
        <p className={styles.muted}>
          {audit === null
            ? texts.noAudit
            : texts.audited(
                new Date(audit.at).toLocaleTimeString(language === "sv" ? "sv-SE" : "en-GB", {
                  hour: "2-digit",
                  minute: "2-digit",
                }),
                audit.open,
              )}
        </p>
        <div>
          <TextButton onClick={() => goTo("kontroll")}>{texts.check}</TextButton>
        </div>
      </section>
    </>
  );
}

function NextSteps({ sources, reports, onSample }: Contents) {
  const texts = useTexts(startTexts);
  const language = useLanguage();
  const possible = reports.filter(({ saknar }) => saknar.length === 0);
  const report = possible.find(({ blad }) => blad === null) ?? possible[0];
  return (
    <>
      {sources.length === 0 && (
        <>
          <Card title={texts.makeSource} text={texts.makeSourceText} onClick={() => goTo("underlag")} />
          <Card title={texts.sample} text={texts.sampleText} onClick={onSample} />
        </>
      )}
      {report && (
        <Card
          title={(report.blad === null ? texts.makeReport : texts.updateReport)(report.titel[language])}
          text={report.blad === null ? texts.makeReportText : texts.updateReportText}
          onClick={() => goTo("rapporter", report.id)}
        />
      )}
      {reports.some(({ blad }) => blad !== null) && (
        <Card title={texts.forecast} text={texts.forecastText} onClick={() => goTo("prognos")} />
      )}
      <Card title={texts.functions} text={texts.functionsText} onClick={() => goTo("funktioner")} />
    </>
  );
}
