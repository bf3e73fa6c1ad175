import { Button } from "@fluentui/react-components";
import { underlagTexts } from "../../texts/taskpane/underlag";
import { Note } from "../components/Note";
import { PageFrame } from "../components/PageFrame";
import { ProblemNote } from "../components/ProblemNote";
import { Waiting } from "../components/Waiting";
import { useTexts } from "../language";
import { NewSource } from "./NewSource";
import { SourceCard } from "./SourceCard";
import { useStyles } from "./styles";
import { useUnderlag } from "./useUnderlag";

/** The workbook's sources, how they are read, and new ones; one of the kind that `subject` names is offered first. */
export default function UnderlagPage({ subject }: { subject: string | null }) {
  const texts = useTexts(underlagTexts);
  const styles = useStyles();
  const underlag = useUnderlag();
  const { reading, saving } = underlag;
  const { state, latest } = reading;
  const busy = saving.state.state === "running" || state.state === "running";
  return (
    <PageFrame title={texts.title} intro={texts.intro} focusTitle={subject !== null}>
      {saving.state.state === "running" && <Waiting label={texts.saving} slow={saving.state.slow} />}
      {state.state === "running" && saving.state.state !== "running" && <Waiting slow={state.slow} />}
      {saving.state.state === "failed" && <ProblemNote error={saving.state.error} />}
      {saving.state.state === "done" && <Note tone="success">{texts.saved}</Note>}
      {state.state === "failed" && <ProblemNote error={state.error} onRetry={() => void reading.run()} />}
      {latest && state.state !== "failed" && (
        <>
          {subject !== null && <NewSource underlag={underlag} start={subject} />}
          {latest.length === 0 && (
            <Note tone="info" title={texts.none}>
              {texts.noneText}
            </Note>
          )}
          <ul className={styles.list}>
            {latest.map((source) => (
              <li key={`${source.blad}!${source.adress}`}>
                <SourceCard
                  source={source}
                  busy={busy}
                  onSave={(choices) => void saving.run(source.nyckel, choices)}
                />
              </li>
            ))}
          </ul>
          <div>
            <Button
              disabledFocusable={busy}
              onClick={() => {
                saving.reset();
                void reading.run();
              }}
            >
              {texts.refresh}
            </Button>
          </div>
          {subject === null && <NewSource underlag={underlag} start={null} />}
        </>
      )}
    </PageFrame>
  );
}
