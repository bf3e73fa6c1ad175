import { kontoslag } from "../domain/kontoslag";
import { type FieldColumn, type SourceData, monthOf, sourceRemarks, yearOf } from "../sources";
import { cellAddress, columnLetters, quoteSheet } from "../workbook/address";
import type { CellValue } from "../workbook/cell";
import { type Criterion, type SourceColumn, tableColumn } from "../workbook/expression";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Dimension, Matt, Mattdel, Perioder, Underlag } from "./underlag";

/** A source that stands in the workbook, seen by reports: formulas point straight at its columns. */
export function underlagUr(data: SourceData, sheet: SheetSnapshot): Underlag {
  const { source } = data;
  const column = (field: FieldColumn): SourceColumn => ({
    key: `${source.sheet}!${field.column}`,
    reference:
      source.table !== null
        ? tableColumn(source.table, field.name)
        : `${quoteSheet(source.sheet)}!$${columnLetters(field.column)}:$${columnLetters(field.column)}`,
  });
  /** "effekt:2024" is one of several columns of the field; one alone goes by the field's name. */
  const columnsOf = (falt: string) => {
    const [name, year] = falt.split(":");
    return source.columns.filter(
      ({ field, year: own }) => field === name && (year === undefined || own === Number(year)),
    );
  };
  const known = new Map(source.columns.map((field) => [column(field).key, field.column]));
  return {
    slag: source.kind,
    namn:
      source.table !== null ? `tabellen ${source.table} på bladet ${source.sheet}` : `bladet ${source.sheet}`,
    enhet: data.unit,
    tecken: data.sign === "brutto" ? "netto" : data.sign,
    anmarkningar: sourceRemarks(data, "sv"),
    antal: data.length,
    dimension: once((falt) => dimension(data, falt, columnsOf(falt).map(column))),
    text: once((falt) => {
      const [kolumn] = columnsOf(falt).map(column);
      const words = data.texts.get(falt) ?? spelled(data, falt);
      return kolumn && words ? { kolumn, varden: words } : null;
    }),
    matt: once((falt) => matt(data, falt, columnsOf, column)),
    cell(falt, i) {
      const [field] = columnsOf(falt);
      if (!field) return null;
      const row = data.sheetRows[i];
      const [r, c] = [row - sheet.area.row, field.column - sheet.area.column];
      return {
        reference: `${quoteSheet(source.sheet)}!${cellAddress(row, field.column)}`,
        value: sheet.values[r]?.[c] ?? null,
        numberFormat: sheet.numberFormats[r]?.[c] ?? "General",
      };
    },
    period: perioder(data, sheet, columnsOf("period").map(column)[0] ?? null),
    utelamnade: leftOut(data, sheet),
    celler(kolumn) {
      const position = known.get(kolumn.key);
      return position === undefined ? undefined : cells(data, sheet, position);
    },
  };
}

/** Reports ask for the same column over and over; a ledger's is long. */
function once<T>(read: (falt: string) => T): (falt: string) => T {
  const known = new Map<string, T>();
  return (falt) => {
    if (!known.has(falt)) known.set(falt, read(falt));
    return known.get(falt)!;
  };
}

/** A dimension's names record by record. */
function spelled(data: SourceData, falt: string): CellValue[] | null {
  const read = data.dimensions.get(falt);
  return read ? Array.from(read.codes, (code) => (code < 0 ? null : read.names[code])) : null;
}

/** A table's body, or all of a plain range's column: what the reference covers. */
function cells({ source }: SourceData, sheet: SheetSnapshot, position: number): CellValue[] {
  const at = position - sheet.area.column;
  const [first, last] =
    source.table !== null
      ? [
          source.area.row + source.headerRows - sheet.area.row,
          source.area.row + source.area.rowCount - sheet.area.row,
        ]
      : [0, sheet.values.length];
  return sheet.values.slice(first, last).map((row) => row[at] ?? null);
}

function dimension(data: SourceData, falt: string, columns: SourceColumn[]): Dimension | null {
  const read = data.dimensions.get(falt);
  return read ? { kolumn: columns[0] ?? null, ...oneSpelling(read) } : null;
}

/** Excel's SUMIFS takes "Boende" and "boende" for the same: so do the reports, under the first spelling. */
function oneSpelling({ codes, names }: { codes: ArrayLike<number>; names: string[] }) {
  const namn: string[] = [];
  const codeOf = new Map<string, number>();
  const own = names.map((name) => {
    const folded = name.toLowerCase();
    if (!codeOf.has(folded)) codeOf.set(folded, namn.push(name) - 1);
    return codeOf.get(folded)!;
  });
  if (namn.length === names.length) return { koder: codes, namn: names };
  return { koder: Int32Array.from(codes, (code) => (code < 0 ? code : own[code])), namn };
}

function matt(
  data: SourceData,
  falt: string,
  columnsOf: (field: string) => FieldColumn[],
  column: (field: FieldColumn) => SourceColumn,
): Matt | null {
  const values = data.measures.get(falt);
  if (!values) return null;
  const own = columnsOf(falt).map((field): Mattdel => ({
    kolumn: column(field),
    villkor: [],
    fran: field.from,
    till: field.to,
  }));
  return {
    delar: own.length > 0 ? own : longForm(data, values, columnsOf, column),
    varden: signed(data, values),
  };
}

function leftOut({ source, sumRows, dimensions }: SourceData, sheet: SheetSnapshot): Underlag["utelamnade"] {
  if (sumRows.length === 0) return null;
  for (const [falt, { codes, names }] of dimensions) {
    const column = source.columns.find(({ field }) => field === falt);
    if (!column) continue;
    const counted = new Set(Array.from(new Set(codes), (code) => names[code]?.toLowerCase()));
    const found = sumRows.map(({ row }) => {
      const cell = sheet.values[row - sheet.area.row]?.[column.column - sheet.area.column];
      return typeof cell === "string" ? cell : "";
    });
    if (found.every((name) => name.trim() !== "" && !counted.has(name.trim().toLowerCase())))
      return { falt, namn: [...new Set(found)] };
  }
  return null;
}

/** In long form the amounts stand in one column and typ says what they are: the words that stand on this measure's rows. */
function longForm(
  data: SourceData,
  values: Float64Array,
  columnsOf: (field: string) => FieldColumn[],
  column: (field: FieldColumn) => SourceColumn,
): Mattdel[] {
  const typ = data.dimensions.get("typ");
  const [belopp, typColumn] = [columnsOf("belopp")[0], columnsOf("typ")[0]];
  if (!typ || !belopp || !typColumn) return [];
  const codes = new Set<number>();
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) codes.add(typ.codes[i]);
  return [...codes].map((code) => ({
    kolumn: column(belopp),
    villkor: [{ column: column(typColumn), operator: "=", value: typ.names[code] ?? "" }],
    fran: null,
    till: null,
  }));
}

/** Brutto (both positive) becomes netto by what each row's account is. */
function signed(data: SourceData, values: Float64Array): Float64Array {
  const accounts =
    data.sign === "brutto" ? (data.dimensions.get("kontogrupp") ?? data.dimensions.get("konto")) : undefined;
  const income = accounts?.names.map((name) => kontoslag(name) === "intakt");
  return values.map((value, i) => (data.sign === "brutto" && !income?.[accounts!.codes[i]] ? -value : value));
}

function perioder(data: SourceData, sheet: SheetSnapshot, column: SourceColumn | null): Perioder | null {
  const { period, firstPeriod, lastPeriod, source } = data;
  if (!period || firstPeriod === null || lastPeriod === null) return null;
  const position = source.columns.find(({ field }) => field === "period")?.column;
  const form =
    position === undefined ? "none" : periodForm(cells(data, sheet, position), source.table === null);
  return {
    koder: period,
    forsta: firstPeriod,
    sista: lastPeriod,
    villkor(fran, till) {
      if (form === "none" || !column) return [];
      const limits = form && form(fran, till);
      return (
        limits &&
        limits.map((value, index): Criterion => ({ column, operator: index === 0 ? ">=" : "<=", value }))
      );
    },
  };
}

type Limits = (fran: number, till: number) => [number, number];

/** How months stand in the cells, as limits for SUMIFS; null where they are texts or mixed. */
function periodForm(column: CellValue[], withHeader: boolean): Limits | null {
  const filled = column.filter((value) => value !== null && !(withHeader && typeof value === "string"));
  const within = (low: number, high: number) =>
    filled.every((value) => typeof value === "number" && value >= low && value <= high);
  // Period 13 counts in December, period 00 in none.
  const last = (month: number) => (month === 12 ? 13 : month);
  if (within(190000, 209913))
    return (fran, till) => [yearOf(fran) * 100 + monthOf(fran), yearOf(till) * 100 + last(monthOf(till))];
  if (within(30000, 80000)) return (fran, till) => [serial(fran), serial(till + 1) - 1];
  if (within(1, 13))
    return (fran, till) => (yearOf(fran) === yearOf(till) ? [monthOf(fran), last(monthOf(till))] : [1, 13]);
  return null;
}

/** Excel's serial number of the month's first day. */
const serial = (kod: number) => Math.round(Date.UTC(yearOf(kod), monthOf(kod) - 1, 1) / 86_400_000) + 25569;
