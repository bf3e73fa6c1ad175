import { Button } from "@fluentui/react-components";
import type { PreparedReports, ReportChoice } from "../../actions/report";
import { goTo } from "../../actions/navigation";
import type { ShownSettings } from "../../actions/settings";
import type { WrittenReport } from "../../excel/reportSheet";
import { rapporterTexts } from "../../texts/taskpane/rapporter";
import { kindTexts } from "../../texts/taskpane/kinds";
import { CellLink } from "../components/CellLink";
import { Note } from "../components/Note";
import { ProblemNote } from "../components/ProblemNote";
import { Waiting } from "../components/Waiting";
import { useTexts } from "../language";
import { Borra } from "./Borra";
import { Options } from "./Options";
import { PlanPreview } from "./PlanPreview";
import { useStyles } from "./styles";
import { useRapport } from "./useRapporter";

/** How many refused rows and overwritten cells are listed. */
const mostListed = 8;

/** One report: options, what will be written, and the button that writes it. */
export function Rapport({
  report,
  startProfile,
  startLevel,
  profiles,
  onWritten,
}: {
  report: ReportChoice;
  startProfile: string;
  startLevel: number | null;
  profiles: ShownSettings["profiler"];
  onWritten: () => Promise<void>;
}) {
  const texts = useTexts(rapporterTexts);
  const kinds = useTexts(kindTexts);
  const { options, preview, writing, undoing, showing, refresh } = useRapport(
    report,
    startProfile,
    startLevel,
  );
  if (report.saknar.length > 0)
    return (
      <Note
        tone="warning"
        title={texts.lacks}
        actions={
          <>
            {report.saknar.map((slag) => (
              <Button key={slag} onClick={() => goTo("underlag", slag)}>
                {texts.makeSource(kinds[slag])}
              </Button>
            ))}
            <Button onClick={() => goTo("underlag")}>{texts.toSources}</Button>
          </>
        }
      >
        {texts.missing(report.saknar.map((slag) => kinds[slag]).join(", "))}
      </Note>
    );
  const { state } = preview;
  const writes = writing.state;
  const busy = writes.state === "running";
  return (
    <>
      <Options
        period={options.period}
        onPeriod={options.setPeriod}
        profile={options.profile}
        onProfile={options.setProfile}
        profiles={profiles}
        levels={report.nivaer}
        level={options.level}
        onLevel={options.setLevel}
        disabled={busy}
      />
      {state.state === "running" && <Waiting label={texts.planning} slow={state.slow} />}
      {state.state === "failed" && <ProblemNote error={state.error} onRetry={refresh} />}
      {state.state === "done" && writes.state !== "done" && (
        <Prepared
          report={report.id}
          prepared={state.value}
          busy={busy}
          onWrite={async () => {
            await writing.run(state.value);
            await onWritten();
          }}
        />
      )}
      {writes.state === "running" && <Waiting label={texts.writing} slow={writes.slow} />}
      {writes.state === "failed" && <ProblemNote error={writes.error} onRetry={refresh} />}
      {writes.state === "done" && (
        <Result
          written={writes.value}
          onShow={(sheet) => void showing.run(sheet)}
          onAgain={refresh}
          onUndo={async (written) => {
            await undoing.run(written);
            await onWritten();
          }}
        />
      )}
      {undoing.state.state === "running" && <Waiting label={texts.undoing} slow={undoing.state.slow} />}
      {undoing.state.state === "failed" && <ProblemNote error={undoing.state.error} />}
      {undoing.state.state === "done" && writes.state === "idle" && (
        <Note tone="info">{texts.undone(undoing.state.value.join(", "))}</Note>
      )}
      {showing.state.state === "failed" && <ProblemNote error={showing.state.error} />}
      {(report.blad || writes.state === "done") && <Borra />}
    </>
  );
}

function Prepared({
  report,
  prepared,
  busy,
  onWrite,
}: {
  report: string;
  prepared: PreparedReports;
  busy: boolean;
  onWrite: () => Promise<void>;
}) {
  const texts = useTexts(rapporterTexts);
  const styles = useStyles();
  const placement = prepared.placements.find(({ plan }) => plan.report === report)!;
  const { existing, sheet, overwritten, orphans, plan } = placement;
  return (
    <section aria-labelledby="preview-heading" className={styles.section}>
      <h2 id="preview-heading" className={styles.heading}>
        {texts.preview}
      </h2>
      <p className={styles.where}>{existing ? texts.willUpdate(sheet) : texts.willCreate(sheet)}</p>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void onWrite()}>
          {existing ? texts.update : texts.create}
        </Button>
      </div>
      <PlanPreview plan={plan} />
      <ul className={styles.facts}>
        {prepared.sources.map(({ source, rowsRead }) => (
          <li key={source.sheet + source.address}>
            {texts.source}: {texts.read(source.sheet, source.address, rowsRead)}
          </li>
        ))}
      </ul>
      {prepared.refused.length > 0 && (
        <Note tone="warning" title={texts.refused(prepared.refused.length)}>
          <Listed of={prepared.refused}>
            {({ blad, cell, skal }) => (
              <>
                <CellLink sheet={blad} cell={cell} />: {skal}
              </>
            )}
          </Listed>
        </Note>
      )}
      {overwritten.length > 0 && (
        <Note tone="warning" title={texts.overwritten(overwritten.length)}>
          <Listed of={overwritten}>
            {({ cell, was }) => (
              <>
                <CellLink sheet={sheet} cell={cell}>
                  {cell}
                </CellLink>
                : {texts.was(was === null ? texts.noValue : typeof was === "object" ? was.fel : String(was))}
              </>
            )}
          </Listed>
        </Note>
      )}
      {orphans.length > 0 && (
        <Note tone="info" title={texts.orphans(orphans.length)}>
          <Listed of={orphans}>
            {({ label, text }) => (
              <>
                {label}: {text}
              </>
            )}
          </Listed>
        </Note>
      )}
    </section>
  );
}

function Listed<T>({ of, children }: { of: T[]; children: (item: T) => React.ReactNode }) {
  const texts = useTexts(rapporterTexts);
  const styles = useStyles();
  return (
    <ul className={styles.facts}>
      {of.slice(0, mostListed).map((item, index) => (
        <li key={index}>{children(item)}</li>
      ))}
      {of.length > mostListed && <li>{texts.more(of.length - mostListed)}</li>}
    </ul>
  );
}

function Result({
  written,
  onShow,
  onAgain,
  onUndo,
}: {
  written: WrittenReport;
  onShow: (sheet: string) => void;
  onAgain: () => void;
  onUndo: (written: WrittenReport) => Promise<void>;
}) {
  const texts = useTexts(rapporterTexts);
  const { sheet, created, disagreeing } = written;
  return (
    <>
      <Note
        tone="success"
        title={created ? texts.created(sheet) : texts.updated(sheet)}
        actions={
          <>
            <Button appearance="primary" onClick={() => onShow(sheet)}>
              {texts.show}
            </Button>
            <Button onClick={onAgain}>{texts.again}</Button>
            {created && <Button onClick={() => void onUndo(written)}>{texts.undo}</Button>}
          </>
        }
      >
        {texts.rows(written.values.length)}
      </Note>
      {disagreeing.length > 0 && <Note tone="warning">{texts.disagreeing(disagreeing.length)}</Note>}
    </>
  );
}
