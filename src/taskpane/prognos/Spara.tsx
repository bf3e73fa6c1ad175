import { Button } from "@fluentui/react-components";
import { savedForecasts, saveForecast } from "../../actions/sparaPrognos";
import { prognosPageTexts } from "../../texts/taskpane/prognos";
import { Note } from "../components/Note";
import { ProblemNote } from "../components/ProblemNote";
import { Waiting } from "../components/Waiting";
import { useTexts } from "../language";
import { useAction, useReading } from "../useAction";

/** Keeps the forecast of the month to be compared with later. */
export function Spara() {
  const texts = useTexts(prognosPageTexts);
  const before = useReading(savedForecasts);
  const saving = useAction(saveForecast);
  const { state } = saving;
  const last = before.latest?.[0];
  return (
    <>
      <div>
        <Button disabledFocusable={state.state === "running"} onClick={() => void saving.run()}>
          {texts.save}
        </Button>
        <p>
          {texts.saveHint} {last && texts.savedBefore(last.period, last.saved)}
        </p>
      </div>
      {state.state === "running" && <Waiting label={texts.saving} slow={state.slow} />}
      {state.state === "failed" && <ProblemNote error={state.error} onRetry={() => void saving.run()} />}
      {state.state === "done" && (
        <Note tone="success">{texts.saved(state.value.period, state.value.rows, state.value.replaced)}</Note>
      )}
    </>
  );
}
