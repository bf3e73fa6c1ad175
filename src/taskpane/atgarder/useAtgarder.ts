import { useState } from "react";
import {
  addMeasure,
  type Deficit,
  editMeasure,
  type MeasureEdit,
  readDeficit,
  readMeasures,
} from "../../actions/atgarder";
import { showPlace } from "../../actions/show";
import { createSource } from "../../actions/sources";
import type { CellValue } from "../../workbook/cell";
import { UserError } from "../../workbook/userError";
import { useAction, useReading } from "../useAction";

type Undo = (later?: { onSlow: () => void }) => Promise<void>;

/** The register, the deficit it is held against, and what is written in it. */
export function useAtgarder() {
  const [chosen, setYear] = useState<number | null>(null);
  const reading = useReading(async (options) => {
    const register = await readMeasures(options);
    return { register, deficit: register && (await deficitOr(register.unit, options)) };
  });
  const { run: read } = reading;
  const writing = useAction(async (options, work: Work) => {
    const done = await work(options);
    undoing.reset();
    await read();
    return done;
  });
  const undoing = useAction(async (options, undo: Undo) => {
    await undo(options);
    writing.reset();
    await read();
  });
  const creating = useAction(async (options) => {
    await createSource("atgarder", options);
    await read();
  });
  const showing = useAction((options, sheet: string, cell: string) => showPlace(sheet, cell, options));
  return {
    reading,
    writing,
    undoing,
    creating,
    showing,
    year: chosen,
    setYear,
    add: (values: Record<string, CellValue>) => writing.run((options) => addMeasure(values, options)),
    edit: (sheet: string, edits: MeasureEdit[]) =>
      writing.run(async (options) => ({
        count: edits.length,
        undo: await editMeasure(sheet, edits, options),
      })),
  };
}

type Work = (options: {
  onSlow: () => void;
}) => Promise<{ sheet: string; cell: string; undo: Undo } | { count: number; undo: Undo }>;

/** What can't be calculated is said beside the register; it doesn't stop it from being shown. */
async function deficitOr(
  unit: Parameters<typeof readDeficit>[0],
  options: { onSlow: () => void },
): Promise<Deficit | UserError> {
  try {
    return await readDeficit(unit, options);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
