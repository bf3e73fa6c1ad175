import { addLasarrad, readLasarrader, removeLasarrad } from "../excel/lasarrader";
import type { SessionOptions } from "../excel/session";
import type { KollCell } from "../sharing/kollCells";
import { lasarradText } from "../texts/lasarrad";
import type { Language } from "../texts/language";
import type { SheetSnapshot } from "../workbook/snapshot";
import { readKollCells } from "./koll";
import { logChange } from "./logg";
import { act } from "./session";

export interface Lasarrader {
  /** Sheets whose line was written, or taken away. */
  done: string[];
  /** Protected sheets, left as they are. */
  left: string[];
}

const sheetsOf = (cells: readonly KollCell[]) => [...new Set(cells.map(({ sheet }) => sheet))];

/**
 * Writes the line on every sheet with KOLL formulas, or brings it up to date: two rows below the last filled row, in the
 * sheet's first filled column, so that it stands in nobody's way. Where rows have come below it, it moves down.
 */
export function writeLines(
  language: Language = "sv",
  { now = new Date(), ...options }: SessionOptions & { now?: Date } = {},
): Promise<Lasarrader> {
  return act(async (context) => {
    const { snapshot, cells } = await readKollCells(context, null);
    const known = new Map((await readLasarrader(context)).map((line) => [line.name, line]));
    const text = lasarradText(language, now);
    const sheets = snapshot.sheets.filter(({ name }) => sheetsOf(cells).includes(name));
    const open = sheets.filter((sheet) => !sheet.protected);
    for (const sheet of open) {
      const line = known.get(sheet.name);
      const own = line?.range?.rowIndex ?? -1;
      const last = lastFilled(sheet, own);
      if (line?.range && own > last) {
        line.range.values = [[text]];
        continue;
      }
      if (line) removeLasarrad(line);
      addLasarrad(context, { sheet: sheet.name, row: last + 2, column: sheet.area.column }, text);
    }
    await context.sync();
    await logChange(context, "lasarrad", open.length, now);
    return {
      done: open.map(({ name }) => name),
      left: sheets.filter((sheet) => sheet.protected).map(({ name }) => name),
    };
  }, options);
}

/** The last row with anything in it but the line itself. */
const lastFilled = ({ area, values }: SheetSnapshot, line: number): number =>
  values.reduce(
    (last, row, index) =>
      area.row + index !== line && row.some((value) => value !== null) ? area.row + index : last,
    area.row,
  );

/** Takes the lines away. One on a protected sheet stays, and is told. */
export function removeLines({
  now = new Date(),
  ...options
}: SessionOptions & { now?: Date } = {}): Promise<Lasarrader> {
  return act(async (context) => {
    const lines = await readLasarrader(context);
    const open = lines.filter((line) => !line.protected);
    open.forEach(removeLasarrad);
    await context.sync();
    await logChange(context, "lasarrad", open.length, now);
    return {
      done: open.map(({ name }) => name),
      left: lines.filter((line) => line.protected).map(({ name }) => name),
    };
  }, options);
}
