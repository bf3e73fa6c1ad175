import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CellValue } from "../../src/workbook/cell";
import type { CellFormat, SheetSnapshot, WorkbookSnapshot } from "../../src/workbook/snapshot";

/** A published table as it stands in test/golden/tabeller. */
export interface GoldenTable {
  id: string;
  titel: string;
  enhet: string;
  decimaler: number;
  tecken: "netto" | "kostnad" | null;
  kolumner: { namn: string; roll: string; enhet?: string; decimaler?: number }[];
  rader: {
    namn: string;
    typ: string;
    niva: number;
    enhet?: string;
    varden: (number | string | null)[];
    tryckt: string[];
  }[];
  summor: { rad: number; delar: number[]; faktorer?: number[]; kolumner?: number[] }[];
  kolumnregler: { kolumn: number; formel: string; typer?: string[] }[];
  avvikelser: GoldenDefect[];
}

export interface GoldenDefect {
  rad: number | null;
  kolumn: number | null;
  tryckt: string | null;
  beraknat: number | string | null;
  vad: string;
  sakert: boolean;
  kontroll: string;
  annan_tabell?: string;
  annan_rad?: number | number[];
  annan_kolumn?: number;
}

/** All tables of one published report. */
export interface GoldenDocument {
  name: string;
  tables: GoldenTable[];
}

const folder = "test/golden/tabeller";

export function goldenDocuments(): GoldenDocument[] {
  const documents = new Map<string, GoldenTable[]>();
  for (const file of readdirSync(folder).sort()) {
    const content = JSON.parse(readFileSync(join(folder, file), "utf8"));
    const name = `${content.kommun} ${content.namnd} ${content.dokument}`;
    const tables: GoldenTable[] = content.tabeller ?? [content];
    documents.set(name, [...(documents.get(name) ?? []), ...tables]);
  }
  return [...documents].map(([name, tables]) => ({ name, tables }));
}

export interface BuildOptions {
  layout: "sheets" | "one-sheet";
  /**
   * typed: what Excel makes of the printed text when it is typed in (67% → 0.67, "- 1 912" stays text).
   * values: the figure alone, percentages as printed (67). text: every cell as printed text.
   */
  cells: "typed" | "values" | "text";
  /** Number formats after the printed decimals; otherwise General. */
  numberFormats: boolean;
  /** Indentation of labels after their level; otherwise none. */
  indents: boolean;
  /** Where the unit stands. */
  unit: "caption" | "title";
}

export const asPublished: BuildOptions = {
  layout: "sheets",
  cells: "typed",
  numberFormats: true,
  indents: true,
  unit: "caption",
};

export interface BuiltWorkbook {
  snapshot: WorkbookSnapshot;
  /** Where a table's cell ended up; row null = the header row, column null = the labels. */
  place(
    table: string,
    rad: number | null,
    kolumn: number | null,
  ): { blad: string; row: number; column: number };
  dataRows: number;
}

interface Block {
  table: GoldenTable;
  sheet: string;
  headerRow: number;
}

const captions: Record<string, string> = { tkr: "Belopp i tkr", mnkr: "Belopp i mnkr", kr: "Belopp i kr" };

export function buildWorkbook({ tables }: GoldenDocument, options: BuildOptions): BuiltWorkbook {
  const blocks: Block[] = [];
  const sheets: SheetSnapshot[] = [];
  let rows: Cell[][] = [];
  const close = (name: string) => {
    sheets.push(toSheet(name, rows, options.indents));
    rows = [];
  };
  tables.forEach((table, index) => {
    const sheet = options.layout === "one-sheet" ? "Rapport" : sheetName(table.titel, index);
    const caption = captions[table.enhet];
    const inTitle = options.unit === "title" && caption !== undefined;
    rows.push([text(inTitle ? `${table.titel} (${table.enhet})` : table.titel)]);
    if (caption !== undefined && !inTitle) rows.push([text(caption)]);
    blocks.push({ table, sheet, headerRow: rows.length });
    rows.push([text(""), ...table.kolumner.map((column) => text(column.namn))]);
    for (const row of table.rader) {
      rows.push([
        { ...text(row.namn), indent: row.niva },
        ...row.varden.map((value, column) =>
          cell(value, row.tryckt?.[column] ?? String(value ?? ""), options),
        ),
      ]);
    }
    rows.push([], []);
    if (options.layout === "sheets") close(sheet);
  });
  if (options.layout === "one-sheet") close("Rapport");
  return {
    snapshot: { sheets, names: [] },
    place(id, rad, kolumn) {
      const block = blocks.find(({ table }) => table.id === id);
      if (!block) throw new Error(`No table ${id} in this document.`);
      return {
        blad: block.sheet,
        row: block.headerRow + (rad === null ? 0 : rad + 1),
        column: kolumn === null ? 0 : kolumn + 1,
      };
    },
    dataRows: tables.reduce((sum, table) => sum + table.rader.length, 0),
  };
}

interface Cell {
  value: CellValue;
  format: string;
  printed: string;
  indent: number;
}

const text = (value: string): Cell => ({
  value: value === "" ? null : value,
  format: "General",
  printed: value,
  indent: 0,
});

function cell(value: number | string | null, printed: string, options: BuildOptions): Cell {
  if (options.cells === "text") return text(printed);
  if (options.cells === "values") {
    if (typeof value !== "number") return text(printed);
    const format = options.numberFormats ? numberFormat(decimalsOf(printed), false) : "General";
    return { value, format, printed, indent: 0 };
  }
  const typed = typeIn(printed);
  if (typed === null) return text(printed);
  const format =
    options.numberFormats || typed.percent ? numberFormat(typed.decimals, typed.percent) : "General";
  return { value: typed.value, format, printed, indent: 0 };
}

function numberFormat(decimals: number, percent: boolean): string {
  const fraction = decimals > 0 ? `.${"0".repeat(decimals)}` : "";
  return percent ? `0${fraction}%` : `#,##0${fraction}`;
}

const decimalsOf = (printed: string) => /,(\d+)/.exec(printed)?.[1].length ?? 0;

/** What Swedish Excel makes of a typed text; null where it stays text. */
export function typeIn(printed: string): { value: number; decimals: number; percent: boolean } | null {
  const match = /^(-?)(\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?:,(\d+))?( ?%)?$/.exec(printed.trim());
  if (!match) return null;
  const [, minus, whole, fraction = "", percent] = match;
  const value = Number(`${minus}${whole.replace(/[ \u00a0]/g, "")}.${fraction || "0"}`);
  const scaled = percent ? Number((value / 100).toPrecision(15)) : value;
  return { value: scaled === 0 ? 0 : scaled, decimals: fraction.length, percent: percent !== undefined };
}

const plainFormat: CellFormat = {
  bold: false,
  italic: false,
  indent: 0,
  fill: "",
  topBorder: false,
  bottomBorder: false,
};

function toSheet(name: string, rows: Cell[][], indents: boolean): SheetSnapshot {
  const columnCount = Math.max(...rows.map((row) => row.length));
  const full = rows.map((row) => Array.from({ length: columnCount }, (_, c) => row[c] ?? text("")));
  return {
    name,
    visibility: "visible",
    protected: false,
    area: { row: 0, column: 0, rowCount: rows.length, columnCount },
    values: full.map((row) => row.map((entry) => entry.value)),
    formulas: full.map((row) => row.map(() => "")),
    numberFormats: full.map((row) => row.map((entry) => entry.format)),
    ...(indents && {
      formats: full.map((row) => row.map((entry) => ({ ...plainFormat, indent: entry.indent }))),
    }),
    merges: [],
    tables: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}

function sheetName(title: string, index: number): string {
  const plain = title.replace(/[\\/?*[\]:]/g, " ").slice(0, 27);
  return `${plain.trim()} ${index + 1}`;
}
