import { type Area, contains, maxColumns, maxRows, parseArea } from "../../workbook/address";
import { type CellValue, isErrorCode } from "../../workbook/cell";
import { moveFormula } from "../model/references";
import type { CellFormula, Row, Sheet } from "../model/sheet";
import { formulaFromFile } from "./formulaText";
import type { ScannedCell, ScannedFormula, SheetHandler } from "./scanSheet";
import { isPlain, ownMemory, richPlain, type SharedStrings } from "./sharedStrings";
import { isTrue, unescapeExcel } from "./xml";

/** What cells point at in other parts. */
export interface CellContext {
  strings: SharedStrings;
  /** How many cell styles the file has: a number beyond them is read as the default. */
  styles: number;
  /** Cell metadata numbers (cm) that mean a dynamic array. */
  dynamicMetadata: ReadonlySet<number>;
  date1904: boolean;
}

/** A cell as the model would hold it. */
export interface ReadCell {
  value: CellValue;
  formula: CellFormula | undefined;
  style: number | undefined;
  /** The string's number, -1 for none. */
  string: number;
  /** What stands inside the item of a text that is more than a text. */
  rich: string | undefined;
}

export const newCell = (): ReadCell => ({
  value: null,
  formula: undefined,
  style: undefined,
  string: -1,
  rich: undefined,
});

interface SharedMaster {
  text: string;
  row: number;
  column: number;
}

/**
 * Follows the file's rows and cells: positions (those without a reference come after the one before), values, and formulas with
 * shared ones written out. Reader and writer both go through it, so they can't read the same file differently.
 */
export class CellReader {
  row = -1;
  column = -1;
  private readonly masters = new Map<string, SharedMaster>();

  constructor(
    private readonly sheet: Pick<Sheet, "tables">,
    private readonly context: CellContext,
  ) {}

  startRow(attributes: Record<string, string>): void {
    const stated = Number(attributes.r);
    this.row = Number.isInteger(stated) && stated >= 1 ? stated - 1 : this.row + 1;
    this.column = -1;
  }

  /** Finds the cell's place; false when it lies outside a sheet. */
  place(cell: ScannedCell): boolean {
    this.column = columnOf(cell.reference) ?? this.column + 1;
    return this.row < maxRows && this.column < maxColumns;
  }

  read(cell: ScannedCell, into: ReadCell): ReadCell {
    const style = cell.style === "" ? NaN : Number(cell.style);
    into.style = style >= 0 && style < this.context.styles ? style : undefined;
    into.string = -1;
    into.rich = undefined;
    into.value = this.value(cell, into);
    into.formula = cell.formula === null ? undefined : this.formula(cell, cell.formula);
    return into;
  }

  private value({ type, value, inline }: ScannedCell, into: ReadCell): CellValue {
    if (type === "inlineStr") {
      if (inline === null) return null;
      if (!isPlain(inline)) into.rich = ownMemory(inline);
      return ownMemory(richPlain(inline));
    }
    if (value === null) return null;
    switch (type) {
      case "s": {
        const { strings } = this.context;
        into.string = Number(value);
        if (into.string > strings.highest) strings.highest = into.string;
        into.rich = strings.rich.get(into.string);
        return strings.texts[into.string] ?? "";
      }
      case "str":
        return ownMemory(unescapeExcel(value));
      case "b":
        return isTrue(value.trim());
      case "e": {
        const code = value.trim();
        return { fel: isErrorCode(code) ? code : "#UNKNOWN!" };
      }
      case "d":
        return serialOf(value, this.context.date1904);
      default: {
        if (value === "") return null;
        const number = Number(value);
        if (!Number.isNaN(number)) return value.trim() === "" ? null : number;
        return ownMemory(value);
      }
    }
  }

  private formula(cell: ScannedCell, formula: ScannedFormula): CellFormula | undefined {
    const { type, ref } = formula;
    // A what-if table's cells are kept as values: the formula is an instruction no cell reference can express.
    if (type === "dataTable") return undefined;
    const stored = unescapeExcel(formula.text);
    if (type === "shared") {
      const master = this.masters.get(formula.sharedIndex);
      if (stored === "")
        return (
          master && {
            text: moveFormula(master.text, this.row - master.row, this.column - master.column),
            kind: "cell",
          }
        );
      const text = this.shown(stored);
      this.masters.set(formula.sharedIndex, { text, row: this.row, column: this.column });
      return { text, kind: "cell" };
    }
    // An empty formula is what some programs write for a value that had one.
    if (stored.trim() === "") return undefined;
    const text = this.shown(stored);
    const area: Area | null = type === "array" ? parseArea(ref) : null;
    if (!area) return { text, kind: "cell" };
    const dynamic = this.context.dynamicMetadata.has(Number(cell.cellMetadata));
    return { text, kind: dynamic ? "dynamic" : "array", ref: area };
  }

  private shown(stored: string): string {
    const tables = this.sheet.tables;
    const table =
      tables.length === 0 ? undefined : tables.find(({ area }) => contains(area, this.row, this.column));
    return ownMemory(formulaFromFile(stored, table?.name));
  }
}

/** Reads a sheet's cells into the model. */
export function cellsInto(sheet: Sheet, context: CellContext): SheetHandler {
  const reader = new CellReader(sheet, context);
  const read = newCell();
  let line: Row | null = null;
  return {
    row(attributes) {
      reader.startRow(attributes);
      line = reader.row < maxRows ? readRow(sheet.rows[reader.row], attributes, context.styles) : null;
      if (line) sheet.rows[reader.row] = line;
    },
    cell(cell) {
      if (!line || !reader.place(cell)) return;
      const { row, column } = reader;
      const { value, formula, style, rich } = reader.read(cell, read);
      if (style !== undefined) (line.styles ??= [])[column] = style;
      if (value !== null) line.values[column] = value;
      if (formula) (line.formulas ??= [])[column] = formula;
      if (rich !== undefined) sheet.richText.push({ row, column, text: String(value), xml: rich });
    },
  };
}

/** What the model holds of a row's attributes. */
export function readRow(known: Row | undefined, attributes: Record<string, string>, styles: number): Row {
  const line: Row = known ?? { values: [] };
  const height = Number(attributes.ht);
  if (attributes.ht !== undefined && height >= 0) line.height = height;
  if (isTrue(attributes.hidden)) line.hidden = true;
  const level = Number(attributes.outlineLevel);
  if (level > 0) line.outlineLevel = level;
  if (isTrue(attributes.collapsed)) line.collapsed = true;
  if (isTrue(attributes.customFormat) && Number(attributes.s) < styles) line.style = Number(attributes.s);
  return line;
}

function columnOf(reference: string): number | null {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i);
    if (code === 36) continue;
    const letter = code | 32;
    if (letter < 97 || letter > 122) break;
    column = column * 26 + letter - 96;
  }
  return column > 0 ? column - 1 : null;
}

/** "2023-12-31T00:00:00" as a serial number; a text that is no date stays a text. */
function serialOf(text: string, date1904: boolean): CellValue {
  const time = /^\d\d:\d\d/.test(text)
    ? Date.parse(`1899-12-30T${text}Z`)
    : Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text.length === 10 ? `${text}T00:00:00` : text}Z`);
  if (Number.isNaN(time)) return ownMemory(text);
  const serial = time / 86_400_000 + 25569;
  return date1904 && serial >= 1462 ? serial - 1462 : serial;
}
