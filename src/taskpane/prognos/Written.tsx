import { Button } from "@fluentui/react-components";
import { prognosPageTexts } from "../../texts/taskpane/prognos";
import { Note } from "../components/Note";
import { ProblemNote } from "../components/ProblemNote";
import { Waiting } from "../components/Waiting";
import { useTexts } from "../language";
import type { usePrognos } from "./usePrognos";

/** How the last writing went, and the way back. */
export function Written({ prognos }: { prognos: ReturnType<typeof usePrognos> }) {
  const texts = useTexts(prognosPageTexts);
  const { writing, undoing, again } = prognos;
  const written = writing.state;
  return (
    <>
      {written.state === "running" && <Waiting label={texts.writing} slow={written.slow} />}
      {written.state === "failed" && (
        <ProblemNote
          error={written.error}
          onRetry={() => {
            writing.reset();
            void again();
          }}
        />
      )}
      {written.state === "done" && (
        <Note
          tone="success"
          actions={
            <Button
              disabledFocusable={undoing.state.state === "running"}
              onClick={() => void undoing.run(written.value.written, written.value.edits)}
            >
              {texts.undo}
            </Button>
          }
        >
          {texts.written(written.value.edits.length, written.value.written.sheet)}
        </Note>
      )}
      {undoing.state.state === "failed" && <ProblemNote error={undoing.state.error} />}
      {undoing.state.state === "done" && <Note tone="info">{texts.undone}</Note>}
    </>
  );
}
