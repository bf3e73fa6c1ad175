import { Button } from "@fluentui/react-components";
import type { PreparedReports } from "../../actions/report";
import type { ShownSettings } from "../../actions/settings";
import { rapporterTexts } from "../../texts/taskpane/rapporter";
import { Disclosure } from "../components/Disclosure";
import { Note } from "../components/Note";
import { ProblemNote } from "../components/ProblemNote";
import { Progress } from "../components/Progress";
import { Waiting } from "../components/Waiting";
import { useLanguage, useTexts } from "../language";
import { Options } from "./Options";
import { PlanPreview } from "./PlanPreview";
import { useStyles } from "./styles";
import { useUppsattning } from "./useRapporter";

/** A set of reports: what each sheet will hold, what can't be made and why, then all of them in one go. */
export function Uppsattning({
  set,
  startProfile,
  profiles,
  onWritten,
}: {
  set: string;
  startProfile: string;
  profiles: ShownSettings["profiler"];
  onWritten: () => Promise<void>;
}) {
  const texts = useTexts(rapporterTexts);
  const uppsattning = useUppsattning(set, startProfile);
  const { preview, writing, undoing, progress } = uppsattning;
  const { state } = preview;
  const writes = writing.state;
  const busy = writes.state === "running" || undoing.state.state === "running";
  return (
    <>
      <Options
        period={uppsattning.period}
        onPeriod={uppsattning.setPeriod}
        profile={uppsattning.profile}
        onProfile={uppsattning.setProfile}
        profiles={profiles}
        disabled={busy}
      />
      {state.state === "running" && <Waiting label={texts.planning} slow={state.slow} />}
      {state.state === "failed" && <ProblemNote error={state.error} onRetry={uppsattning.again} />}
      {state.state === "done" && writes.state !== "done" && (
        <Contents
          prepared={state.value}
          busy={busy}
          onWrite={async () => {
            undoing.reset();
            await writing.run(state.value);
            await onWritten();
          }}
        />
      )}
      {progress && (
        <Progress
          label={texts.writingSet(progress.done, progress.of)}
          done={progress.done}
          of={progress.of}
          onCancel={uppsattning.cancel}
        />
      )}
      {writes.state === "running" && writes.slow && <Waiting slow />}
      {writes.state === "failed" && <ProblemNote error={writes.error} onRetry={uppsattning.again} />}
      {writes.state === "done" && (
        <Note
          tone={writes.value.written.length < writes.value.of ? "warning" : "success"}
          title={
            writes.value.written.length < writes.value.of
              ? texts.setStopped(writes.value.written.length, writes.value.of)
              : texts.setDone(writes.value.written.length)
          }
          actions={
            <>
              <Button onClick={uppsattning.again}>{texts.again}</Button>
              {writes.value.written.some(({ created }) => created) && (
                <Button
                  disabledFocusable={busy}
                  onClick={async () => {
                    await undoing.run(writes.value.written);
                    await onWritten();
                  }}
                >
                  {texts.undo}
                </Button>
              )}
            </>
          }
        >
          {writes.value.written.map(({ sheet }) => sheet).join(", ")}
        </Note>
      )}
      {undoing.state.state === "running" && <Waiting label={texts.undoing} slow={undoing.state.slow} />}
      {undoing.state.state === "failed" && <ProblemNote error={undoing.state.error} />}
      {undoing.state.state === "done" && (
        <Note tone="info">{texts.undone(undoing.state.value.join(", "))}</Note>
      )}
    </>
  );
}

function Contents({
  prepared,
  busy,
  onWrite,
}: {
  prepared: PreparedReports;
  busy: boolean;
  onWrite: () => Promise<void>;
}) {
  const texts = useTexts(rapporterTexts);
  const language = useLanguage();
  const styles = useStyles();
  const { placements, leftOut } = prepared;
  return (
    <section className={styles.section} aria-labelledby="set-heading">
      <h2 id="set-heading" className={styles.heading}>
        {texts.willWrite}
      </h2>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void onWrite()}>
          {texts.writeSet(placements.length)}
        </Button>
      </div>
      <ul className={styles.list}>
        {placements.map(({ plan, sheet, existing }) => (
          <li key={plan.report}>
            <Disclosure label={existing ? texts.sameSheet(sheet) : texts.newSheet(sheet)}>
              <PlanPreview plan={plan} />
            </Disclosure>
          </li>
        ))}
      </ul>
      {leftOut.length > 0 && (
        <Disclosure label={texts.leftOut(leftOut.length)}>
          <ul className={styles.facts}>
            {leftOut.map(({ id, titel, why }) => (
              <li key={id}>
                {titel[language]}: {why.text(language)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}
