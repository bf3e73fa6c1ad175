import { areaAddress, cellAddress, columnLetters, contains } from "../../workbook/address";
import { type CellValue, isCellError } from "../../workbook/cell";
import type { CellFormula, Row, Sheet } from "../model/sheet";
import { callsOurs, formulaToFile } from "./formulaText";
import { escapeText } from "./xml";

export interface WriteContext {
  /** The number of a text among the shared strings. */
  string(text: string): number;
  /** A rich text's number, by its XML. */
  richString(text: string, xml: string): number;
  fileText: WeakMap<CellFormula, string>;
  /** Cell metadata number that means a dynamic array; asked for only when one is written. */
  dynamicMetadata(): number;
}

/** `<sheetData>` as the model holds it. */
export function writeCells(sheet: Sheet, context: WriteContext): string {
  const rich = new Map(sheet.richText.map((text) => [`${text.row},${text.column}`, text]));
  const pieces: string[] = ["<sheetData>"];
  sheet.rows.forEach((row, r) => {
    if (row) pieces.push(writeRow(sheet, row, r, rich, context));
  });
  pieces.push("</sheetData>");
  return pieces.join("");
}

function writeRow(
  sheet: Sheet,
  row: Row,
  r: number,
  rich: Map<string, { text: string; xml: string }>,
  context: WriteContext,
): string {
  const width = Math.max(row.values.length, row.styles?.length ?? 0, row.formulas?.length ?? 0);
  let cells = "";
  for (let c = 0; c < width; c++) {
    const value = row.values[c] ?? null;
    const formula = row.formulas?.[c];
    const style = row.styles?.[c];
    if (value === null && !formula && style === undefined) continue;
    cells += writeCell(sheet, r, c, value, formula, style, rich, context);
  }
  const attributes =
    (row.style !== undefined ? ` s="${row.style}" customFormat="1"` : "") +
    (row.height !== undefined ? ` ht="${row.height}" customHeight="1"` : "") +
    (row.hidden ? ' hidden="1"' : "") +
    (row.outlineLevel ? ` outlineLevel="${row.outlineLevel}"` : "") +
    (row.collapsed ? ' collapsed="1"' : "");
  if (cells === "" && attributes === "") return "";
  return cells === "" ? `<row r="${r + 1}"${attributes}/>` : `<row r="${r + 1}"${attributes}>${cells}</row>`;
}

function writeCell(
  sheet: Sheet,
  r: number,
  c: number,
  value: CellValue,
  formula: CellFormula | undefined,
  style: number | undefined,
  rich: Map<string, { text: string; xml: string }>,
  context: WriteContext,
): string {
  const open = `<c r="${columnLetters(c)}${r + 1}"${style === undefined ? "" : ` s="${style}"`}`;
  if (!formula) {
    if (value === null) return `${open}/>`;
    if (typeof value !== "string") return `${open}${typed(value)}</c>`;
    const richText = rich.get(`${r},${c}`);
    const index = richText?.text === value ? context.richString(value, richText.xml) : context.string(value);
    return `${open} t="s"><v>${index}</v></c>`;
  }
  const text = escapeText(
    context.fileText.get(formula) ?? formulaToFile(formula.text, { table: tableAt(sheet, r, c) }),
  );
  // One of ours is always stored as a dynamic array: Excel writes it so, and reads it back without an @.
  const dynamic = formula.kind === "dynamic" || (formula.kind === "cell" && callsOurs(formula.text));
  const result =
    value === null
      ? "></c>"
      : `${typeof value === "string" ? ` t="str"><v>${escapeText(value)}</v>` : typed(value)}</c>`;
  const [before, after] = [result.slice(0, result.indexOf(">")), result.slice(result.indexOf(">") + 1)];
  if (formula.kind === "cell" && !dynamic) return `${open}${before}><f>${text}</f>${after}`;
  const ref = formula.ref ? areaAddress(formula.ref) : cellAddress(r, c);
  const metadata = dynamic ? ` cm="${context.dynamicMetadata()}"` : "";
  return `${open}${before}${metadata}><f t="array" ref="${ref}">${text}</f>${after}`;
}

/** Type attribute and value of what is no text. */
function typed(value: Exclude<CellValue, string | null>): string {
  if (typeof value === "number") return `><v>${value}</v>`;
  if (typeof value === "boolean") return ` t="b"><v>${Number(value)}</v>`;
  return isCellError(value) ? ` t="e"><v>${value.fel}</v>` : ">";
}

const tableAt = (sheet: Sheet, row: number, column: number): string | null =>
  sheet.tables.find(({ area }) => contains(area, row, column))?.name ?? null;
