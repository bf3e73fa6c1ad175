import { type Area, parseArea, splitAddress } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";

/** More cells than this beside a formula are not asked about one by one: an array entered by hand is smaller. */
const mostBeside = 1_000;

/**
 * What formulas fill beyond their own cell: spills, and arrays entered with Ctrl+Shift+Enter. Two syncs in all, however
 * many cells. The key of the answer is the cell's place in `cells`.
 */
export async function readExtents(
  context: Excel.RequestContext,
  cells: readonly { sheet: SheetSnapshot; row: number; column: number }[],
): Promise<Map<number, Area>> {
  const runs = runsOf(cells).map((run) => {
    const range = rangeOf(context, run.sheet, { ...run.area });
    range.load("hasSpill");
    return { ...run, range };
  });
  const beside = cells.flatMap(({ sheet, row, column }, index) =>
    filledBeside(sheet, row, column).map((area) => ({ index, area, sheet })),
  );
  const sides = beside.slice(0, mostBeside).map((side) => {
    const range = rangeOf(context, side.sheet, side.area);
    range.load("savedAsArray");
    return { ...side, range };
  });
  await context.sync();

  const found = new Map<number, Area>();
  const spills = runs
    .filter(({ range }) => range.hasSpill !== false)
    .flatMap(({ indexes }) =>
      indexes.map((index) => {
        const { sheet, row, column } = cells[index];
        const spill = rangeOf(context, sheet, { row, column, rowCount: 1, columnCount: 1 });
        const area = spill.getSpillingToRangeOrNullObject();
        area.load("address");
        return { index, area };
      }),
    );
  const arrays = sides
    .filter(({ range }) => range.savedAsArray !== false)
    .map(({ index, sheet }) => ({ index, cells: filledFrom(context, sheet, cells[index]) }));
  if (spills.length === 0 && arrays.length === 0) return found;
  await context.sync();
  for (const { index, cells: candidates } of arrays) {
    const { row, column } = cells[index];
    const area = grown(candidates, row, column);
    if (area.rowCount * area.columnCount > 1) found.set(index, area);
  }
  for (const { index, area } of spills) {
    const spilled = area.isNullObject ? null : parseArea(splitAddress(area.address).address);
    if (spilled) found.set(index, spilled);
  }
  return found;
}

const rangeOf = (context: Excel.RequestContext, sheet: SheetSnapshot, area: Area) =>
  context.workbook.worksheets
    .getItem(sheet.name)
    .getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount);

/** Cells below each other, asked about at once. */
function runsOf(cells: readonly { sheet: SheetSnapshot; row: number; column: number }[]) {
  const order = cells
    .map((_, index) => index)
    .sort((a, b) => {
      const [one, two] = [cells[a], cells[b]];
      if (one.sheet !== two.sheet) return one.sheet.name < two.sheet.name ? -1 : 1;
      return one.column - two.column || one.row - two.row;
    });
  const runs: { sheet: SheetSnapshot; area: Area; indexes: number[] }[] = [];
  for (const index of order) {
    const { sheet, row, column } = cells[index];
    const last = runs[runs.length - 1];
    if (
      last?.sheet === sheet &&
      last.area.column === column &&
      last.area.row + last.area.rowCount === row &&
      last.indexes.length < 5_000
    ) {
      last.area.rowCount++;
      last.indexes.push(index);
    } else runs.push({ sheet, area: { row, column, rowCount: 1, columnCount: 1 }, indexes: [index] });
  }
  return runs;
}

/** The cells right of and below a formula that hold values and no formula: part of its array, or the user's own. */
function filledBeside(sheet: SheetSnapshot, row: number, column: number): Area[] {
  return [
    [row, column + 1],
    [row + 1, column],
  ]
    .filter(([r, c]) => isConstant(sheet, r, c))
    .map(([r, c]) => ({ row: r, column: c, rowCount: 1, columnCount: 1 }));
}

function isConstant({ area, values, formulas }: SheetSnapshot, row: number, column: number): boolean {
  const [r, c] = [row - area.row, column - area.column];
  return (values[r]?.[c] ?? null) !== null && formulas[r]?.[c] === "";
}

/** Queues the question for every constant right of and below the formula, as far as they go without a gap. */
function filledFrom(
  context: Excel.RequestContext,
  sheet: SheetSnapshot,
  { row, column }: { row: number; column: number },
): { row: number; column: number; range: Excel.Range }[] {
  let [bottom, right] = [row, column];
  while (isConstant(sheet, bottom + 1, column)) bottom++;
  while (isConstant(sheet, row, right + 1)) right++;
  const found: { row: number; column: number; range: Excel.Range }[] = [];
  for (let r = row; r <= bottom && found.length < mostBeside; r++) {
    for (let c = column; c <= right; c++) {
      if (r === row && c === column) continue;
      const range = rangeOf(context, sheet, { row: r, column: c, rowCount: 1, columnCount: 1 });
      range.load("savedAsArray");
      found.push({ row: r, column: c, range });
    }
  }
  return found;
}

/** The rectangle from the formula whose every cell is saved as part of an array. */
function grown(
  cells: { row: number; column: number; range: Excel.Range }[],
  row: number,
  column: number,
): Area {
  const array = new Set(
    cells.filter(({ range }) => range.savedAsArray === true).map((cell) => `${cell.row},${cell.column}`),
  );
  let columnCount = 1;
  while (array.has(`${row},${column + columnCount}`)) columnCount++;
  let rowCount = 1;
  const whole = (r: number) =>
    Array.from({ length: columnCount }, (_, c) => array.has(`${r},${column + c}`)).every(Boolean);
  while (whole(row + rowCount)) rowCount++;
  return { row, column, rowCount, columnCount };
}
