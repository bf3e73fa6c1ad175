import type { SheetSnapshot } from "../workbook/snapshot";
import {
  type ColumnDraft,
  draftColumn,
  finishColumn,
  isMoney,
  majorityUnit,
  mode,
  settleRoles,
} from "./columns";
import { isLabelHeader, readHeader, readMoneyUnit, readUnit } from "./header";
import { headerTexts } from "./headerText";
import { findFrames, SheetGrid, type TableFrame } from "./layout";
import { readRows, rowUnit } from "./rows";
import { findColumnRules } from "./rules";
import type { Enhet, KolumnRoll, Skal, Tabell, TabellCell, Tid } from "./table";
import { normalise, readTime } from "./time";

/** More rows than this are records: nobody reads them one by one. */
const longestReport = 1000;

/** Every table on a sheet, understood: what its columns and rows are, and how they follow from each other. */
export function findTables(sheet: SheetSnapshot): Tabell[] {
  if (sheet.area.rowCount === 0 || sheet.area.columnCount === 0) return [];
  const grid = new SheetGrid(sheet);
  return findFrames(grid).map((frame) => {
    const table = understand(grid, frame);
    return standsOnItsSide(table) ? (transpose(sheet, frame) ?? table) : table;
  });
}

function understand(grid: SheetGrid, frame: TableFrame): Tabell {
  const { sheet } = grid;
  const headers = headerTexts(sheet, frame.headerRows, frame.first, frame.last);
  const labelColumns = findLabelColumns(grid, frame, headers);
  const columns: ColumnDraft[] = [];
  for (let column = frame.first; column <= frame.last; column++) {
    if (labelColumns.includes(column)) continue;
    const cells = frame.bodyRows.map((row) => grid.cell(row, column));
    const header = headers[column - frame.first];
    if (header === "" && cells.every(({ kind, text }) => kind === "blank" && text === "")) continue;
    columns.push(draftColumn(column, header, cells));
  }
  const caption = frame.titles.map(({ row, column }) => grid.text(row, column));
  const labelHeader = labelColumns.map((column) => headers[column - frame.first]).join(" ");
  settleRoles(columns, { caption: [...caption, labelHeader].join(" ") });
  const isList = frame.bodyRows.length > longestReport || looksLikeRecords(grid, frame, labelColumns);
  const columnRules = isList ? [] : findColumnRules(columns);
  const cells = frame.bodyRows.map((_, row) => columns.map((column) => column.cells[row]));
  const stated = statedUnit(caption, labelHeader, columns, frame);
  const labels = frame.bodyRows.map((row) => labelText(grid, row, labelColumns));
  const mixed = !isList && hasMixedUnits(labels, columns, cells, stated.unit);
  const figureColumns = columns.flatMap(({ role }, index) =>
    role === "text" || role === "ar" || role === "kod" ? [] : [index],
  );
  const additive = columns.flatMap((column, index) => (canBeAdded(column) ? [index] : []));
  const read = isList
    ? { rows: recordRows(frame.bodyRows, labels), sums: [] }
    : readRows(
        frame.bodyRows.map((row, index) => ({
          row,
          label: labels[index],
          indent: labelColumns.length > 0 ? grid.indent(row, labelColumns[0]) : 0,
        })),
        cells,
        additive,
        figureColumns.length > 0 ? figureColumns : columns.map((_, index) => index),
        mixed,
      );
  const unit: Enhet | null = mixed
    ? "blandad"
    : (stated.unit ?? (columns.length > 0 ? figuresUnit(columns) : null));
  const table: Tabell = {
    sheet: sheet.name,
    area: frameArea(frame),
    excelTable: frame.excelTable,
    kind: isList ? "lista" : "rapport",
    transposed: false,
    title: titleOf(caption) ?? frame.excelTable ?? "",
    titleCell: frame.titles[caption.findIndex((line) => line === titleOf(caption))] ?? null,
    unit,
    unitCell: stated.cell,
    sign: null,
    decimals:
      mode(
        columns
          .filter(({ role }) => isAmount(role))
          .flatMap(({ cells: own }) => own.flatMap(({ decimals }) => (decimals === null ? [] : [decimals]))),
      ) ?? 0,
    time: tidOf([...caption, labelHeader].join(" ")),
    headerRows: frame.headerRows,
    labelColumns,
    columns: columns.map((column) => finishColumn(column, unit)),
    rows: read.rows.map((row) => (row.unit === unit ? { ...row, unit: null } : row)),
    cells,
    sums: read.sums,
    columnRules,
    notes: frame.notes.map((cell) => ({ cell, text: grid.text(cell.row, cell.column) })),
    why: tableWhy(frame, stated),
  };
  return { ...table, sign: readTableSign(table) };
}

const tidOf = (text: string): Tid => {
  const { ar, fran, till, omfattning } = readTime(text);
  return { ar, fran, till, omfattning };
};

const frameArea = ({ first, last, headerRows, bodyRows }: TableFrame) => {
  const top = headerRows[0] ?? bodyRows[0];
  return {
    row: top,
    column: first,
    rowCount: bodyRows[bodyRows.length - 1] - top + 1,
    columnCount: last - first + 1,
  };
};

/** A title is the first line that says more than the unit. */
function titleOf(lines: string[]): string | null {
  return (
    lines.find(
      (line) => !/^(?:belopp i|i)?\s*\(?(?:tkr|mnkr|kr|mkr|ksek|msek|%)\)?\.?$/i.test(line.trim()),
    ) ?? null
  );
}

function tableWhy(frame: TableFrame, stated: StatedUnit): Skal[] {
  const why: Skal[] = [];
  if (frame.excelTable !== null) why.push({ code: "excelTabell", values: { tabell: frame.excelTable } });
  if (frame.titles.length > 0) why.push({ code: "titelrad" });
  if (stated.unit !== null) why.push({ code: stated.from, values: { enhet: stated.unit } });
  return why;
}

/** Names stand to the left: texts, or codes and months with names or figures to their right. */
function findLabelColumns(
  grid: SheetGrid,
  { first, last, bodyRows, headerRows, excelTable }: TableFrame,
  headers: string[],
): number[] {
  const labels: number[] = [];
  for (let column = first; column <= last; column++) {
    const header = normalise(headers[column - first]);
    const words = isLabelHeader(header);
    let [texts, figures, filled] = [0, 0, 0];
    for (const row of bodyRows.length > 400 ? bodyRows.slice(0, 400) : bodyRows) {
      const cell = grid.cell(row, column);
      if (cell.kind === "text") texts++;
      if (cell.kind === "number") figures++;
      if (cell.kind !== "blank") filled++;
    }
    if (column === first) {
      const read = readHeader(headers[0]);
      const measure =
        figures > 0 &&
        texts === 0 &&
        !words &&
        (read.measure !== null || last === first) &&
        headerRows.length > 0;
      if (measure) break;
      labels.push(column);
      continue;
    }
    const leftIsCode = labels.length === 1 && codesOnly(grid, bodyRows, labels[0]);
    const isName = texts * 10 >= filled * 7 && texts > 0 && (header === "" ? leftIsCode : words);
    // A column of names that few rows fill, as a subheading's.
    const isSparse = words && excelTable !== null && figures === 0;
    const isCode =
      words &&
      excelTable !== null &&
      figures > 0 &&
      /kod|nr|id|period|manad|ar|konto|datum|ansvar|vht|kst/.test(header);
    if (!isName && !isSparse && !isCode) break;
    labels.push(column);
  }
  return labels;
}

function codesOnly(grid: SheetGrid, rows: number[], column: number): boolean {
  return rows.every((row) => {
    const cell = grid.cell(row, column);
    return (
      cell.kind === "blank" ||
      (cell.kind === "number" && cell.decimals === 0) ||
      /^[\d.]+$/.test(grid.text(row, column))
    );
  });
}

function labelText(grid: SheetGrid, row: number, columns: number[]): string {
  const parts = columns.map((column) => {
    const text = grid.text(row, column);
    // A blank before the name is indentation, read apart.
    return columns.length > 1 ? text.trim() : text;
  });
  return parts.filter((part) => part.trim() !== "").join(" ");
}

/** Records repeat their names; a report names each row once. */
function looksLikeRecords(
  grid: SheetGrid,
  { bodyRows, excelTable }: TableFrame,
  labelColumns: number[],
): boolean {
  if (bodyRows.length < 12 || labelColumns.length === 0) return false;
  if (excelTable === null && labelColumns.length < 2) return false;
  const names = new Set(bodyRows.map((row) => grid.text(row, labelColumns[0])));
  return names.size * 2 < bodyRows.length && labelColumns.length >= 2;
}

function recordRows(rows: number[], labels: string[]): Tabell["rows"] {
  return rows.map((row, index) => ({
    row,
    label: labels[index].trim(),
    code: null,
    kind: "post",
    level: 0,
    group: null,
    unit: null,
    why: [{ code: "vanligRad" }],
  }));
}

const amountRoles = new Set<KolumnRoll>([
  "utfall",
  "utfall_foregaende",
  "budget",
  "budget_foregaende",
  "helarsbudget",
  "prognos",
  "prognos_foregaende",
  "bokslut",
  "avvikelse",
  "avvikelse_foregaende",
  "avvikelse_helar",
  "forandring",
  "belopp",
  "effekt",
  "effekt_nasta_ar",
  "effekt_helar",
  "effekt_uppnadd",
  "anslag",
  "kvar",
  "overforing",
]);
const isAmount = (role: KolumnRoll) => amountRoles.has(role);

const canBeAdded = ({ role, percent }: ColumnDraft) => !percent && (isAmount(role) || role === "antal");

interface StatedUnit {
  unit: Enhet | null;
  cell: Tabell["unitCell"];
  from: "enhetsrad" | "enhetRubrik" | "enhetVarden";
}

/** The unit by a line above, by the headers, or by what is printed with the figures. */
function statedUnit(
  caption: string[],
  labelHeader: string,
  columns: ColumnDraft[],
  frame: TableFrame,
): StatedUnit {
  for (let index = caption.length - 1; index >= 0; index--) {
    const unit = readMoneyUnit(caption[index]);
    if (unit !== null) return { unit, cell: frame.titles[index], from: "enhetsrad" };
  }
  const headerCell = frame.headerRows.length > 0 ? { row: frame.headerRows[0], column: frame.first } : null;
  const overLabels = readMoneyUnit(labelHeader);
  if (overLabels !== null) return { unit: overLabels, cell: headerCell, from: "enhetRubrik" };
  const printed = majorityUnit(columns.filter(({ percent }) => !percent).flatMap(({ cells }) => cells));
  if (printed !== null) return { unit: printed, cell: null, from: "enhetVarden" };
  const amounts = columns.filter(({ role, percent }) => isAmount(role) && !percent);
  const units = new Set(amounts.flatMap(({ read }) => (isMoney(read.unit) ? [read.unit] : [])));
  if (units.size === 1) {
    const column = amounts.find(({ read }) => isMoney(read.unit))!;
    return {
      unit: [...units][0],
      cell: { row: frame.headerRows[frame.headerRows.length - 1] ?? 0, column: column.column },
      from: "enhetRubrik",
    };
  }
  if (caption.some((line) => /\bi (?:procent|%)|[,(] ?(?:procent|%)\)?$/i.test(line))) {
    return { unit: "%", cell: null, from: "enhetsrad" };
  }
  for (const line of caption) {
    const unit = readUnit(line);
    if (unit !== null && /^\W*(?:antal|procent|%|timmar|dygn|arsarbetare|belopp)/.test(normalise(line)))
      return { unit, cell: null, from: "enhetsrad" };
  }
  return { unit: null, cell: null, from: "enhetVarden" };
}

/** Counts and percentages where no money is said. */
function figuresUnit(columns: ColumnDraft[]): Enhet | null {
  const figures = columns.filter(({ numbers }) => numbers > 0);
  if (figures.length === 0) return null;
  if (figures.every(({ percent }) => percent)) return "%";
  return figures.every(({ role }) => role === "antal") ? (figures[0].read.unit ?? "antal") : null;
}

/** Rows that measure different things: some in percent and some not, or units in their names. */
function hasMixedUnits(
  labels: string[],
  columns: ColumnDraft[],
  cells: TabellCell[][],
  stated: Enhet | null,
): boolean {
  const figures = columns.flatMap(({ role }, index) =>
    isAmount(role) || role === "antal" || role === "malvarde" ? [index] : [],
  );
  const units = new Map<Enhet | null, number>();
  cells.forEach((line, row) => {
    const own = figures.map((column) => line[column]).filter(({ kind }) => kind === "number");
    if (own.length === 0) return;
    const unit = own.find((cell) => cell.unit !== null)?.unit ?? rowUnit(labels[row]) ?? stated;
    units.set(unit, (units.get(unit) ?? 0) + 1);
  });
  if (units.size < 2) return false;
  const most = Math.max(...units.values());
  const total = [...units.values()].reduce((sum, one) => sum + one, 0);
  // Percentages among other figures are always mixed; words in names are so only when no unit is said for the table.
  return units.has("%") || (stated === null && most < 0.8 * total);
}

/** Income and cost rows by name, else by the sign of most amounts. */
function readTableSign(table: Tabell): Tabell["sign"] {
  const money =
    isMoney(table.unit) ||
    table.columns.some(({ unit, statedUnit: own }) => isMoney(unit) || isMoney(own)) ||
    table.cells.some((line) => line.some(({ unit }) => isMoney(unit)));
  if (table.unit !== null && !money) return null;
  const amounts = table.columns.flatMap(({ role }, index) =>
    isAmount(role) && !role.startsWith("avvikelse") && !role.startsWith("forandring") ? [index] : [],
  );
  const ledger = amounts.some((index) =>
    ["budget", "helarsbudget", "prognos", "bokslut"].includes(table.columns[index].role),
  );
  const variances = table.columns.some(({ role }) => role.startsWith("avvikelse"));
  if (!money && !ledger && !variances) return null;
  if (amounts.some((index) => table.columns[index].role.startsWith("effekt"))) return "netto";
  let [plus, minus, costs, income] = [0, 0, 0, 0];
  table.rows.forEach((row, index) => {
    const plain = normalise(row.label);
    for (const column of amounts) {
      const value = table.cells[index][column].value ?? 0;
      if (/kostnad/.test(plain) && row.kind !== "varav") costs += value;
      if (/^(?:\d+ )?intakt/.test(plain)) income += value;
      if (value > 0) plus += value;
      else minus -= value;
    }
  });
  if (costs !== 0) return costs < 0 ? "netto" : "kostnad";
  const convention = varianceConvention(table);
  if (convention !== null) return convention;
  if (income !== 0) return income > 0 ? "netto" : "kostnad";
  if (plus === 0 && minus === 0) return variances ? "netto" : null;
  return minus >= plus ? "netto" : "kostnad";
}

/** Outcome − budget is how net amounts are compared, budget − outcome how costs are. */
function varianceConvention({ columns, columnRules }: Tabell): Tabell["sign"] {
  for (const rule of columnRules) {
    if (rule.kind !== "differens" || !/^(?:avvikelse|kvar)/.test(columns[rule.column].role)) continue;
    if (rule.agrees.length === 0) continue;
    return /budget|anslag/.test(columns[rule.b].role) ? "netto" : "kostnad";
  }
  return null;
}

const measureRoles = new Set<KolumnRoll>([
  "utfall",
  "budget",
  "prognos",
  "avvikelse",
  "bokslut",
  "helarsbudget",
  "forbrukning",
]);

/** Measures down the side and items across the top. */
function standsOnItsSide(table: Tabell): boolean {
  if (
    table.rows.length < 2 ||
    table.rows.length > 30 ||
    table.headerRows.length !== 1 ||
    table.columns.length < 2
  )
    return false;
  const named = table.rows.filter(({ label }) => {
    const { measure, text } = readHeader(label);
    return (
      measure !== null && measureRoles.has(measure as KolumnRoll) && text !== "resultat" && text.length < 40
    );
  });
  const across = table.columns.filter(({ header }) => {
    const { measure, ar, till, omfattning } = readHeader(header);
    return (measure !== null && measure !== "belopp") || ar !== null || till !== null || omfattning !== null;
  });
  const kinds = new Set(named.map(({ label }) => readHeader(label).measure));
  return kinds.size >= 2 && named.length * 3 >= table.rows.length * 2 && across.length === 0;
}

/** The same table with rows for columns, understood again. */
function transpose(sheet: SheetSnapshot, frame: TableFrame): Tabell | null {
  const { area } = sheet;
  const top = frame.headerRows[0];
  const rows = [top, ...frame.bodyRows];
  const size = area.row + area.rowCount;
  const turn = <T>(matrix: T[][], blank: T): T[][] =>
    Array.from({ length: frame.last - frame.first + 1 }, (_, c) =>
      Array.from({ length: size - top }, (_, r) =>
        rows.includes(top + r)
          ? (matrix[top + r - area.row]?.[frame.first + c - area.column] ?? blank)
          : blank,
      ),
    );
  const turned: SheetSnapshot = {
    ...sheet,
    area: { row: frame.first, column: top, rowCount: frame.last - frame.first + 1, columnCount: size - top },
    values: turn(sheet.values, null),
    formulas: turn(sheet.formulas, ""),
    numberFormats: turn(sheet.numberFormats, "General"),
    formats: undefined,
    texts: undefined,
    merges: [],
    tables: [],
  };
  const grid = new SheetGrid(turned);
  const turnedFrame: TableFrame = {
    excelTable: frame.excelTable,
    first: top,
    last: frame.bodyRows[frame.bodyRows.length - 1],
    headerRows: [frame.first],
    bodyRows: Array.from({ length: frame.last - frame.first }, (_, index) => frame.first + 1 + index).filter(
      (row) => rows.some((column) => grid.filled(row, column)),
    ),
    titles: [],
    notes: [],
  };
  if (turnedFrame.bodyRows.length === 0) return null;
  const own = new SheetGrid(sheet);
  const caption = frame.titles.map(({ row, column }) => own.text(row, column));
  const table = understand(grid, turnedFrame);
  const unit = caption.map(readMoneyUnit).find((one) => one !== null) ?? table.unit;
  return {
    ...table,
    area: frameArea(frame),
    transposed: true,
    title: titleOf(caption) ?? table.title,
    titleCell: frame.titles[0] ?? null,
    unit,
    time: tidOf(caption.join(" ")),
    notes: frame.notes.map((cell) => ({ cell, text: own.text(cell.row, cell.column) })),
    why: [...table.why, { code: "transponerad" }],
  };
}
