import { SaxesParser } from "saxes";
import { type Area, maxColumns, maxRows, parseArea } from "../../workbook/address";
import { type CellValue, type ErrorCode, isErrorCode } from "../../workbook/cell";
import type { CellFormula, Row, Sheet } from "../model/sheet";
import { formulaFromFile, sharedFormula } from "./formulaText";
import { isTrue, unescapeExcel } from "./xml";

/** A shared string: its text, and its XML where it is more than a text (rich text, phonetic). */
export interface SharedString {
  text: string;
  xml: string | null;
}

export interface CellContext {
  strings: SharedString[];
  /** How many cell styles the file has: a number beyond them is read as the default. */
  styles: number;
  /** Cell metadata numbers (cm) that mean a dynamic array. */
  dynamicMetadata: Set<number>;
  /** The file's own text of each formula, written back while the formula stands. */
  fileText: WeakMap<CellFormula, string>;
}

/**
 * Reads `<sheetData>…</sheetData>` into the sheet, cell by cell, never as a tree. Rows and cells without a reference
 * follow the one before; what lies outside a sheet's bounds is dropped, as Excel does.
 */
export function readCells(text: string, sheet: Sheet, context: CellContext): void {
  const parser = new SaxesParser({ xmlns: false });
  const shared = new Map<string, { text: string; row: number; column: number }>();
  let [row, column] = [-1, -1];
  let line: Row | null = null;
  let type = "n";
  let styleId: number | undefined;
  let metadata = 0;
  let value = "";
  let hasValue = false;
  let formula: { text: string; attributes: Record<string, string> } | null = null;
  let inline = "";
  let phonetic = false;
  let collecting: "v" | "f" | "t" | null = null;

  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes: raw }) => {
    const attributes = raw as Record<string, string>;
    switch (local(name)) {
      case "row": {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
        column = -1;
        line = row >= 0 && row < maxRows ? readRow(sheet, row, attributes, context.styles) : null;
        break;
      }
      case "c": {
        const at = attributes.r === undefined ? null : columnOf(attributes.r);
        column = at ?? column + 1;
        type = attributes.t ?? "n";
        styleId = attributes.s === undefined ? undefined : Number(attributes.s);
        metadata = Number(attributes.cm ?? 0);
        value = inline = "";
        hasValue = false;
        formula = null;
        break;
      }
      case "v":
        collecting = "v";
        hasValue = true;
        break;
      case "f":
        collecting = "f";
        formula = { text: "", attributes };
        break;
      case "t":
        if (!phonetic) collecting = "t";
        break;
      case "rPh":
        phonetic = true;
        break;
    }
  });
  const collect = (piece: string) => {
    if (collecting === "v") value += piece;
    else if (collecting === "f") formula!.text += piece;
    else if (collecting === "t") inline += piece;
  };
  parser.on("text", collect);
  parser.on("cdata", collect);
  parser.on("closetag", ({ name }) => {
    switch (local(name)) {
      case "v":
      case "f":
      case "t":
        collecting = null;
        break;
      case "rPh":
        phonetic = false;
        break;
      case "c":
        finishCell();
        break;
    }
  });
  parser.write(text).close();
  sheet.arraysMoved();

  function finishCell(): void {
    if (!line || column < 0 || column >= maxColumns) return;
    if (styleId !== undefined && styleId > 0 && styleId < context.styles)
      (line.styles ??= [])[column] = styleId;
    if (styleId === 0 && (line.style !== undefined || sheet.columns[column]?.style !== undefined))
      (line.styles ??= [])[column] = 0;
    const read = cellValue();
    if (read !== null) line.values[column] = read;
    if (formula) finishFormula(formula);
  }

  function cellValue(): CellValue {
    if (type === "inlineStr") return unescapeExcel(inline);
    if (!hasValue) return null;
    switch (type) {
      case "s": {
        const index = Number(value);
        const string = context.strings[index];
        if (string?.xml) sheet.richText.push({ row, column, text: string.text, xml: string.xml });
        return string?.text ?? "";
      }
      case "str":
        return unescapeExcel(value);
      case "b":
        return isTrue(value.trim());
      case "e":
        return { fel: isErrorCode(value) ? (value as ErrorCode) : "#VALUE!" };
      case "d": {
        const time = Date.parse(value.endsWith("Z") ? value : `${value}Z`);
        return Number.isNaN(time) ? value : time / 86_400_000 + 25569;
      }
      default: {
        const number = Number(value);
        return value.trim() === "" ? null : Number.isNaN(number) ? value : number;
      }
    }
  }

  function finishFormula({
    text: stored,
    attributes,
  }: {
    text: string;
    attributes: Record<string, string>;
  }): void {
    if (attributes.t === "dataTable") return;
    if (attributes.t === "shared" && stored === "") {
      const master = shared.get(attributes.si);
      if (master)
        sheet.setFormula(row, column, {
          text: sharedFormula(master.text, master, { row, column }),
          kind: "cell",
        });
      return;
    }
    const shown = formulaFromFile(unescapeExcel(stored));
    if (attributes.t === "shared") shared.set(attributes.si, { text: shown, row, column });
    const ref: Area | null = attributes.t === "array" && attributes.ref ? parseArea(attributes.ref) : null;
    const read: CellFormula = ref
      ? { text: shown, kind: context.dynamicMetadata.has(metadata) ? "dynamic" : "array", ref }
      : { text: shown, kind: "cell" };
    context.fileText.set(read, stored);
    sheet.setFormula(row, column, read);
  }
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

function readRow(sheet: Sheet, row: number, attributes: Record<string, string>, styles: number): Row {
  const line = sheet.ensureRow(row);
  if (attributes.ht !== undefined) line.height = Number(attributes.ht);
  if (isTrue(attributes.hidden)) line.hidden = true;
  if (attributes.outlineLevel !== undefined) line.outlineLevel = Number(attributes.outlineLevel);
  if (isTrue(attributes.collapsed)) line.collapsed = true;
  if (isTrue(attributes.customFormat) && Number(attributes.s) < styles) line.style = Number(attributes.s);
  return line;
}

function columnOf(reference: string): number | null {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) | 32;
    if (code < 97 || code > 122) break;
    column = column * 26 + code - 96;
  }
  return column > 0 ? column - 1 : null;
}
