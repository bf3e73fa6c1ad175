import { Button } from "@fluentui/react-components";
import { borra } from "../../actions/borra";
import { showPlace } from "../../actions/show";
import { rapporterTexts } from "../../texts/taskpane/rapporter";
import { Note } from "../components/Note";
import { ProblemNote } from "../components/ProblemNote";
import { Waiting } from "../components/Waiting";
import { useTexts } from "../language";
import { useAction } from "../useAction";
import { useStyles } from "./styles";

/** From the selected figure to the source rows it is the sum of. */
export function Borra() {
  const texts = useTexts(rapporterTexts);
  const styles = useStyles();
  const drilling = useAction((options) => borra(undefined, options));
  const showing = useAction((options, sheet: string, cell: string) => showPlace(sheet, cell, options));
  const { state } = drilling;
  return (
    <section aria-labelledby="drill-heading" className={styles.section}>
      <h2 id="drill-heading" className={styles.heading}>
        {texts.drill}
      </h2>
      <p className={styles.where}>{texts.drillHint}</p>
      <div className={styles.actions}>
        <Button disabledFocusable={state.state === "running"} onClick={() => void drilling.run()}>
          {texts.drillNow}
        </Button>
      </div>
      {state.state === "running" && <Waiting label={texts.drilling} slow={state.slow} />}
      {state.state === "failed" && <ProblemNote error={state.error} />}
      {state.state === "done" && (
        <Note
          tone={state.value.lika ? "success" : "warning"}
          actions={
            <Button onClick={() => void showing.run(state.value.fran.blad, state.value.fran.cell)}>
              {texts.back}
            </Button>
          }
        >
          {state.value.lika
            ? texts.drilled(state.value.blad, state.value.fran.cell, state.value.rader)
            : texts.drilledUneven(state.value.blad, state.value.fran.cell)}
        </Note>
      )}
      {showing.state.state === "failed" && <ProblemNote error={showing.state.error} />}
    </section>
  );
}
