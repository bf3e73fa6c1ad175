import type { SessionOptions } from "../excel/session";
import { parseArea, splitAddress } from "../workbook/address";
import { UserError } from "../workbook/userError";
import type { GuideEntry } from "./functionGuide";
import { act } from "./session";

/** The cell that a formula would go into, as it stands now. */
export interface InsertTarget {
  sheet: string;
  /** "C4". */
  cell: string;
  /** What the cell holds, as in the formula bar; "" when it is empty. */
  content: string;
}

export function readTarget(options?: SessionOptions): Promise<InsertTarget> {
  return act(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("address,formulas");
    await context.sync();
    const { sheet, address } = splitAddress(cell.address);
    return { sheet: sheet!, cell: address, content: String(cell.formulas[0][0] ?? "") };
  }, options);
}

/** The selection as it would be written in a formula on `sheet`. */
export function readSelection(sheet: string, options?: SessionOptions): Promise<string> {
  return act(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load("address");
    await context.sync();
    const place = splitAddress(range.address);
    return place.sheet === sheet ? place.address : range.address;
  }, options);
}

/**
 * Writes a formula into the target and gives the result as printed. Throws UserError where the cell has got another
 * content since it was read.
 */
export function insertFormula(
  target: InsertTarget,
  formula: string,
  options?: SessionOptions,
): Promise<{ text: string }> {
  return act(async (context) => {
    const range = context.workbook.worksheets.getItem(target.sheet).getRange(target.cell);
    range.load("formulas");
    await context.sync();
    if (String(range.formulas[0][0] ?? "") !== target.content)
      throw new UserError("cellenAndrad", { cell: target.cell, blad: target.sheet });
    range.formulas = [[formula]];
    range.load("text");
    await context.sync();
    return { text: range.text[0][0] };
  }, options);
}

/** The functions that can't tell a day without report from absence where Excel hands over blank cells as 0. */
const guarded = new Set(["KARENS", "KARENSDAGAR"]);

/**
 * `=KOLL.X(…)` for what the user has filled in, one text a parameter ("" = omitted), and a last one for each repeated
 * argument. English and comma-separated.
 */
export function callFormula(
  { id, parameters }: Pick<GuideEntry, "id" | "parameters">,
  given: readonly string[],
): string {
  const args = given.map((text, index) =>
    argumentText(text, parameters[Math.min(index, parameters.length - 1)].options !== null),
  );
  while (args.length > 0 && args[args.length - 1] === "") args.pop();
  const call = `KOLL.${id}(${args.join(",")})`;
  if (!guarded.has(id)) return `=${call}`;
  const [planned, attendance] = args;
  return `=IF(SUMPRODUCT((${planned}<>0)*(${attendance}=""))>0,NA(),${call})`;
}

/** A reference, number or formula part as it is; anything else as a text. */
function argumentText(text: string, isOption: boolean): string {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  const number = trimmed
    .replace(/[\s\u00a0](?=\d{3})/g, "")
    .replace(/^[−–]/, "-")
    .replace(",", ".");
  if (!isOption) {
    if (/^-?\d+(\.\d+)?$/.test(number)) return number;
    const { address } = splitAddress(trimmed);
    if (parseArea(address.replaceAll("$", "").replace(/#$/, "")) || /[[({]/.test(trimmed)) return trimmed;
  }
  return `"${trimmed.replace(/^"(.*)"$/, "$1").replace(/"/g, '""')}"`;
}
