import { showPlace } from "../../actions/show";
import { useAction } from "../useAction";
import { ProblemNote } from "./ProblemNote";
import { TextButton } from "./TextButton";

/** A cell's address that goes there. */
export function CellLink({ sheet, cell, children }: { sheet: string; cell: string; children?: string }) {
  const { state, run } = useAction(() => showPlace(sheet, cell));
  return (
    <>
      <TextButton onClick={() => void run()}>{children ?? `${sheet}!${cell}`}</TextButton>
      {state.state === "failed" && <ProblemNote error={state.error} />}
    </>
  );
}
