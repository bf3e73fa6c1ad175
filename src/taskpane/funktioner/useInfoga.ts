import { useState } from "react";
import {
  callFormula,
  insertFormula,
  type InsertTarget,
  readSelection,
  readTarget,
} from "../../actions/insertFunction";
import type { GuideEntry, GuideParameter } from "../../actions/functionGuide";
import { useAction, useReading } from "../useAction";

/** The arguments as they are filled in, where the formula goes, and the writing of it. */
export function useInfoga(entry: GuideEntry) {
  const { parameters } = entry;
  const [given, setGiven] = useState<string[]>(() => parameters.map(startValue));
  const target = useReading(readTarget);
  const picking = useAction(async (options, index: number) => {
    const sheet = target.state.state === "done" ? target.state.value.sheet : "";
    const address = await readSelection(sheet, options);
    set(index, address);
  });
  const inserting = useAction(async (options, to: InsertTarget, formula: string) => {
    const { text } = await insertFormula(to, formula, options);
    return { target: to, formula, text };
  });
  const undoing = useAction(async (options, to: InsertTarget, formula: string) => {
    await insertFormula({ ...to, content: formula }, to.content, options);
    inserting.reset();
    await target.run();
    return to.cell;
  });
  const set = (index: number, text: string) =>
    setGiven((now) => now.map((one, at) => (at === index ? text : one)));
  const missing = parameters.filter(({ optional }, index) => !optional && given[index].trim() === "");
  return {
    given,
    set,
    addRepeated: () => setGiven((now) => [...now, ""]),
    target,
    picking,
    inserting,
    undoing,
    missing,
    formula: missing.length === 0 ? callFormula(entry, given) : null,
  };
}

/** The sign is always written out, so that nobody has to remember which one is the default. */
function startValue({ isSign, options }: GuideParameter): string {
  return isSign ? (options?.[0] ?? "") : "";
}
