import { Button } from "@fluentui/react-components";
import type { Shared } from "../../actions/dela";
import type { Healed } from "../../actions/lak";
import type { Lasarrader } from "../../actions/lasarrad";
import type { Thawed } from "../../actions/tina";
import { delaTexts } from "../../texts/dela";
import { delaSidaTexts } from "../../texts/taskpane/dela";
import { Note } from "../components/Note";
import { useTexts } from "../language";
import { type Listed, Places } from "./Places";

/** What was done to the workbook. */
export type Done =
  | ({ kind: "shared" } & Omit<Shared, "undo">)
  | ({ kind: "thawed" } & Omit<Thawed, "undo">)
  | ({ kind: "healed" } & Healed)
  | ({ kind: "line"; on: boolean } & Lasarrader)
  | { kind: "log"; on: boolean }
  | { kind: "fixed" };

/** What was done, what was left and why, and the way back. */
export function DoneNote({ done, onUndo }: { done: Done; onUndo: (() => void) | null }) {
  const texts = useTexts(delaSidaTexts);
  const words = useTexts(delaTexts);
  const { sentences, left } = told(done, texts, words);
  return (
    <Note
      tone={left.length > 0 ? "warning" : "success"}
      actions={onUndo && <Button onClick={onUndo}>{texts.undo}</Button>}
    >
      {sentences.join(" ")}
      {left.length > 0 && (
        <>
          <p>{texts.leftOut(left.length)}</p>
          <Places places={left} />
        </>
      )}
    </Note>
  );
}

type Texts = (typeof delaSidaTexts)["sv"];
type Words = (typeof delaTexts)["sv"];

function told(done: Done, texts: Texts, words: Words): { sentences: string[]; left: Listed[] } {
  switch (done.kind) {
    case "shared": {
      const { formulas, values, disagreeing, left } = done;
      return {
        sentences: [
          texts.shared(formulas, values),
          ...(disagreeing.length > 0 ? [texts.disagreeing(disagreeing.length)] : []),
        ],
        left: left.map(({ cell, left: why }) => ({ ...cell, text: words.kvar[why!] })),
      };
    }
    case "thawed":
      return {
        sentences: [texts.thawed(done.restored.length)],
        left: done.left.map(({ to, from, state }) => ({ ...(to ?? from), text: words.tinad[state] })),
      };
    case "healed":
      return {
        sentences: [texts.healed(done.healed.length + done.names.length)],
        left: [
          ...done.remaining.map(({ cell }) => ({ ...cell, text: words.kvar.fel })),
          ...done.left.map(({ cell, left: why }) => ({ ...cell, text: words.kvar[why!] })),
        ],
      };
    case "line": {
      const protectedSheets = done.left.length > 0 ? [texts.lineLeft(done.left.join(", "))] : [];
      const first = done.on ? texts.lineWritten(done.done.length) : texts.lineRemoved;
      return { sentences: [first, ...protectedSheets], left: [] };
    }
    case "log":
      return { sentences: [done.on ? texts.logging : texts.stopLog], left: [] };
    case "fixed":
      return { sentences: [texts.fixed], left: [] };
  }
}
