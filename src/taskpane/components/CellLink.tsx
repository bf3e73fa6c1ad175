import { Link } from "@fluentui/react-components";
import { showPlace } from "../../actions/show";
import { useAction } from "../useAction";
import { ProblemNote } from "./ProblemNote";

/** A cell's address that goes there. */
export function CellLink({ sheet, cell, children }: { sheet: string; cell: string; children?: string }) {
  const { state, run } = useAction(() => showPlace(sheet, cell));
  return (
    <>
      <Link as="button" onClick={() => void run()}>
        {children ?? `${sheet}!${cell}`}
      </Link>
      {state.state === "failed" && <ProblemNote error={state.error} />}
    </>
  );
}
