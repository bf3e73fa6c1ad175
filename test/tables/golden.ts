import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tolkaTal } from "../../src/domain/tolkaTal";
import type { CellValue } from "../../src/workbook/cell";
import { type CellFormat, sheetFromValues, type SheetSnapshot } from "../../src/workbook/snapshot";

/** A published table, as golden/README.md describes it. */
export interface GoldenTable {
  id: string;
  titel: string;
  enhet: string;
  decimaler: number;
  tecken: "netto" | "kostnad" | null;
  kolumner: { namn: string; roll: string; ar?: number; enhet?: string; decimaler?: number }[];
  rader: {
    namn: string;
    typ: string;
    niva: number;
    tryckt: string[];
    varden: (number | string | null)[];
    enhet?: string;
  }[];
  summor: { rad: number; delar: number[]; faktorer?: number[]; kolumner?: number[]; exakt?: boolean }[];
  kolumnregler: { kolumn: number; formel: string }[];
}

/** Tests and benches run from the repository's root. */
const folder = "test/golden/tabeller";

export const goldenTables: GoldenTable[] = readdirSync(folder)
  .sort()
  .flatMap((file) => {
    const parsed = JSON.parse(readFileSync(join(folder, file), "utf8"));
    return parsed.tabeller ?? [parsed];
  });

/**
 * tal: figures as numbers with formats that print them as printed, indentation as on paper. text: every cell typed as it is
 * printed. varden: numbers alone, as from a CSV file: no formats.
 */
export type GoldenForm = "tal" | "text" | "varden";

/** The table as a controller would have it on a sheet: title, unit line, headers, rows. */
export function goldenSheet(table: GoldenTable, form: GoldenForm): SheetSnapshot {
  const money = ["kr", "tkr", "mnkr"].includes(table.enhet);
  const width = table.kolumner.length + 1;
  const line = (text: string): CellValue[] => [text, ...Array<null>(width - 1).fill(null)];
  const above = [
    line(table.titel),
    ...(money ? [line(`Belopp i ${table.enhet}`)] : []),
    Array<null>(width).fill(null),
  ];
  const header = [null, ...table.kolumner.map(({ namn }) => (namn === "" ? null : namn))];
  const body = table.rader.map(({ namn, tryckt }) => [
    namn === "" ? null : namn,
    ...tryckt.map((text) => (form === "text" ? (text === "" ? null : text) : figure(text))),
  ]);
  const sheet = sheetFromValues("Blad1", [...above, header, ...body]);
  const top = above.length + 1;
  table.rader.forEach(({ tryckt }, row) =>
    tryckt.forEach((text, column) => {
      if (form === "tal") sheet.numberFormats[top + row][column + 1] = formatOf(text);
    }),
  );
  if (form !== "varden") {
    const plain: CellFormat = {
      bold: false,
      italic: false,
      indent: 0,
      fill: "",
      topBorder: false,
      bottomBorder: false,
    };
    sheet.formats = sheet.values.map((cells) => cells.map(() => plain));
    table.rader.forEach(({ niva }, row) => (sheet.formats![top + row][0] = { ...plain, indent: niva }));
  }
  return sheet;
}

function figure(text: string): CellValue {
  if (text === "") return null;
  const read = tolkaTal(text);
  if (read.kind !== "tal" || read.note !== "") return text;
  return read.value;
}

function formatOf(text: string): string {
  const read = tolkaTal(text);
  if (read.kind !== "tal") return "General";
  const digits = read.decimals > 0 ? `0.${"0".repeat(read.decimals)}` : "0";
  return read.percent ? `${digits}%` : `#,##${digits}${read.unit ? ` "${read.unit}"` : ""}`;
}
