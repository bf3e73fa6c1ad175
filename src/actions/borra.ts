import { readSnapshot } from "../excel/readSnapshot";
import { readSurroundings } from "../excel/reportSheet";
import type { SessionOptions } from "../excel/session";
import { addTableSheet, type NewColumn } from "../excel/sourceTable";
import { type Bidrag, bidrag, Odelbar } from "../reports/borra";
import { planvarden } from "../reports/kontrollera";
import { katalog, rapportMedId } from "../reports/katalog";
import { utseende } from "../reports/profil";
import { underlagsbladId } from "../reports/underlag";
import type { SourceData } from "../sources";
import { borraTexts } from "../texts/borra";
import { cellAddress, quoteSheet } from "../workbook/address";
import { agrees, type CellMatrix, type CellValue } from "../workbook/cell";
import { meetingRows, type PlanRef, type SourceColumn, tableColumn } from "../workbook/expression";
import { amountFormat } from "../workbook/numberFormat";
import { findCell, keysAt, type Placement } from "../workbook/placement";
import type { SheetPlan } from "../workbook/plan";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { reportNamePrefix } from "../workbook/stored";
import { UserError } from "../workbook/userError";
import { type PreparedReports, prepareReports, profileOf } from "./report";
import { act } from "./session";

/** A report's cell: its sheet and "C14". */
export interface Rapportcell {
  blad: string;
  cell: string;
}

/** The new sheet with the rows behind a figure. */
export interface Borrad {
  blad: string;
  fran: Rapportcell;
  rader: number;
  /** The rows' sum and the report's figure, both in the report's unit and sign. */
  summa: number;
  visar: CellValue;
  /** They are equal. Not so when someone has changed the source or the sheet since the report was made. */
  lika: boolean;
}

const t = borraTexts.sv;

/**
 * Puts the source rows behind a report's figure on a new sheet, as a table with their sum, the figure it should equal and
 * a link back. Without `place` the selected cell. Throws UserError where the cell is no sum of rows.
 */
export async function borra(place?: Rapportcell, options?: SessionOptions): Promise<Borrad> {
  const at = await act((context) => reportCell(context, place), options);
  const { id, plats } = at;
  const prepared = await prepareReports(
    [id],
    { profil: profileOf(at.stored), period: at.stored.period, levande: true },
    options,
  );
  const planer = prepared.placements.map(({ plan }) => plan);
  const plan = planer.find(({ report }) => report === id)!;
  if (!plan.rows.some(({ key }) => key === plats.row)) throw new UserError("borraUtanRad", { cell: at.cell });
  const found = delar(planer, prepared, id, plats, at.cell);
  if (found.summor.length === 0) throw new UserError("borraIngaRader", { cell: at.cell, blad: at.blad });
  return act(async (context) => {
    const look = utseende(prepared.profil, id, rapportMedId(id)!.tecken);
    const snapshot = await readSnapshot(context);
    const table = tabell(found, planer, prepared, snapshot);
    const etikett = String(labelOf(plan, plats.row));
    const kolumn = String(
      plan.rows.find(({ key }) => key === plan.headerRow)!.cells[plats.column]?.content ?? "",
    );
    const made = await addTableSheet(context, {
      sheet: `${t.blad} ${etikett}`,
      table: "Rader_bakom",
      above: [
        `${t.titel}: ${etikett}, ${kolumn}`,
        `${at.blad} ${at.cell} · ${look.enhet}`,
        t.summa,
        t.visar,
        t.skillnad,
        t.tillbaka,
      ],
      columns: table.columns.map(({ header, numberFormat }) => ({
        header,
        numberFormat: header === t.belopp ? amountFormat(look.decimaler + 2) : numberFormat,
      })),
      rows: table.rows,
      roomFor: table.rows.length,
    });
    const report = `${quoteSheet(at.blad)}!${at.cell}`;
    const sheet = context.workbook.worksheets.getItem(made.sheet);
    // Named as our sheets are, so that the rows are never read as a source.
    context.workbook.names.add(`${reportNamePrefix}${made.table}`, sheet.getRange(made.address));
    const lines = sheet.getRange("B3:B6");
    lines.formulas = [
      [`=SUM(${tableColumn(made.table, t.belopp)})`],
      [`=${report}`],
      ["=ROUND(B3-B4,6)"],
      [`=HYPERLINK("#${report.replace(/"/g, '""')}","${at.cell}")`],
    ];
    sheet.getRange("B3:B5").numberFormat = [0, 1, 2].map(() => [amountFormat(look.decimaler + 2)]);
    lines.format.horizontalAlignment = "Right";
    lines.load("values");
    await context.sync();
    const [[summa], [visar]] = lines.values as CellValue[][];
    return {
      blad: made.sheet,
      fran: { blad: at.blad, cell: at.cell },
      rader: table.rows.length,
      summa: Number(summa),
      visar,
      lika: agrees(summa, visar),
    };
  }, options);
}

async function reportCell(context: Excel.RequestContext, place: Rapportcell | undefined) {
  const range = place
    ? context.workbook.worksheets.getItemOrNullObject(place.blad).getRange(place.cell).getCell(0, 0)
    : context.workbook.getActiveCell();
  range.load("rowIndex,columnIndex,worksheet/name");
  const { stored, reports } = await readSurroundings(
    context,
    katalog.map(({ id }) => id),
  );
  if (place && range.isNullObject) throw new UserError("borraUtanfor", { ...place });
  const cell = cellAddress(range.rowIndex, range.columnIndex);
  const blad = range.worksheet.name;
  for (const [id, existing] of reports) {
    const plats = existing.sheet === blad ? keysAt(existing, range.rowIndex, range.columnIndex) : null;
    if (!plats) continue;
    const shown = findCell(existing, plats.row, plats.column)!.content.value;
    if (typeof shown !== "number") throw new UserError("borraIngenSiffra", { cell, blad });
    return { id, plats, cell, blad, stored: stored.reports[id] };
  }
  throw new UserError("borraUtanfor", { cell, blad });
}

function delar(
  planer: SheetPlan[],
  { underlag }: PreparedReports,
  id: string,
  { row, column }: { row: string; column: string },
  cell: string,
): Bidrag {
  try {
    return bidrag(planer, underlag.values(), id, row, column);
  } catch (error) {
    if (error instanceof Odelbar) throw new UserError("borraKvot", { cell });
    throw error;
  }
}

const labelOf = ({ rows, columns }: SheetPlan, row: string) => {
  const label = rows.find(({ key }) => key === row)?.cells[columns[0].key];
  return typeof label?.content === "string" ? label.content : (label?.expected ?? "");
};

/** The source's own columns as they stand, after what each row counts for and where it is found. */
function tabell(
  found: Bidrag,
  planer: SheetPlan[],
  { sources, underlag, placements }: PreparedReports,
  snapshot: WorkbookSnapshot,
): { columns: NewColumn[]; rows: CellMatrix } {
  const { values } = planvarden(planer, underlag.values());
  const celler = values("").column;
  const headers: NewColumn[] = [];
  const lines: { belopp: number; kalla: string; celler: Map<string, CellValue> }[] = [];
  const column = (header: string, numberFormat: string) => {
    if (!headers.some((known) => known.header === header)) headers.push({ header, numberFormat });
  };
  for (const { kolumn, villkor, faktor } of found.summor) {
    const source = sources.find((one) => isOf(kolumn, one))!;
    const sheet = snapshot.sheets.find(({ name }) => name === source.source.sheet)!;
    const own = headersOf(source, sheet);
    for (const { header, format } of own) column(header, format);
    const amounts = celler(kolumn);
    for (const i of meetingRows(kolumn, villkor, { column: celler })) {
      const amount = amounts[i];
      if (typeof amount !== "number") continue;
      const row = rowOf(kolumn, source, sheet, i);
      lines.push({
        belopp: amount * faktor,
        kalla: `${sheet.name} ${t.rad} ${row + 1}`,
        celler: new Map(
          own.map(({ header, column: c }) => [
            header,
            sheet.values[row - sheet.area.row]?.[c - sheet.area.column] ?? null,
          ]),
        ),
      });
    }
  }
  for (const { var: from, belopp } of found.enstaka)
    lines.push({
      belopp,
      kalla: typeof from === "string" ? from : skriven(from, placements),
      celler: new Map(),
    });
  return {
    columns: [
      { header: t.belopp, numberFormat: "General" },
      { header: t.kalla, numberFormat: "General" },
      ...headers,
    ],
    rows: lines.map(({ belopp, kalla, celler: own }) => [
      belopp,
      kalla,
      ...headers.map(({ header }) => own.get(header) ?? null),
    ]),
  };
}

const isOf = ({ key }: SourceColumn, { source }: SourceData) =>
  key.startsWith(`${source.sheet}!`) || key.startsWith(`${underlagsbladId(source.kind)}!`);

/** The row on the source's own sheet: of a column as it stands, or of a record as it was read from there. */
function rowOf(
  { key }: SourceColumn,
  { source, sheetRows }: SourceData,
  sheet: SheetSnapshot,
  i: number,
): number {
  if (key.startsWith(`${underlagsbladId(source.kind)}!`)) return sheetRows[i];
  return (source.table !== null ? source.area.row + source.headerRows : sheet.area.row) + i;
}

/** Headers are a table's: one of each, none of our own. */
function headersOf({ source }: SourceData, sheet: SheetSnapshot) {
  const taken = new Set([t.belopp.toLowerCase(), t.kalla.toLowerCase()]);
  const first = source.area.row + source.headerRows - sheet.area.row;
  return Array.from({ length: source.area.columnCount }, (_, c) => {
    const column = source.area.column + c;
    const at = column - sheet.area.column;
    const text =
      String(sheet.values[first - 1]?.[at] ?? "")
        .replace(/\s+/g, " ")
        .trim() || `${t.kolumn} ${c + 1}`;
    let header = text;
    for (let n = 2; taken.has(header.toLowerCase()); n++) header = `${text} ${n}`;
    taken.add(header.toLowerCase());
    return { header, column, format: sheet.numberFormats[first]?.[at] ?? "General" };
  });
}

function skriven({ report, row, column }: PlanRef, placements: Placement[]): string {
  const existing = placements.find(({ plan }) => plan.report === report)?.existing;
  const place = existing && findCell(existing, row, column);
  return place ? `${existing.sheet} ${cellAddress(place.row, place.column)} (${t.skriven})` : t.skriven;
}
