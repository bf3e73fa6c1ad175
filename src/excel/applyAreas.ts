import { type Area, cellAddress } from "../workbook/address";
import type { AreaChange } from "../workbook/areaChange";
import { agrees, isCellError } from "../workbook/cell";
import type { CellContent } from "../workbook/change";
import { UserError } from "../workbook/userError";
import { readAreas, requestBudget } from "./payload";
import { fromExcel } from "./readSnapshot";
import { asText } from "./reportSheet";

/** Cells written in one call: a rectangle, with each cell's content before and after. */
interface Tile {
  sheet: string;
  area: Area;
  before: CellContent[][];
  after: CellContent[][];
}

/** A tile of this many cells is far below what Excel takes in one request. */
const cellsPerTile = 20_000;

/** Reads the areas again. Throws UserError naming the first cell that no longer holds what its change was made for. */
export async function checkAreas(
  context: Excel.RequestContext,
  changes: readonly AreaChange[],
  { formulasOnly = false }: { formulasOnly?: boolean } = {},
): Promise<void> {
  const tiles = tilesOf(changes);
  const now = await readAreas(
    context,
    tiles.map(({ sheet, area }) => ({ sheet: context.workbook.worksheets.getItem(sheet), area })),
  );
  tiles.forEach(({ sheet, area, before }, index) => {
    const { values, formulas } = now[index];
    before.forEach((line, r) =>
      line.forEach((content, c) => {
        // What a spill fills is its formula's, as long as nobody has written in its way.
        if (formulasOnly && isEmptied(content) && isFormula(before[0][0]) && values[0][0] !== "#SPILL!")
          return;
        if (stands(content, values[r][c], formulas[r][c], formulasOnly)) return;
        throw new UserError("cellenAndrad", {
          blad: sheet,
          cell: cellAddress(area.row + r, area.column + c),
        });
      }),
    );
  });
}

/** Queues the writing, in as few calls as there are rectangles; sends what would be too much for one request. */
export async function writeAreas(
  context: Excel.RequestContext,
  changes: readonly AreaChange[],
): Promise<void> {
  const budget = requestBudget(context);
  for (const { sheet, area, after } of tilesOf(changes)) {
    const matrix = after.map((line) => line.map(entered));
    await budget(matrix.flat().reduce<number>((sum, cell) => sum + String(cell).length + 8, 0));
    context.workbook.worksheets
      .getItem(sheet)
      .getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount).formulas = matrix;
  }
}

const isEmptied = ({ formula, value }: CellContent) => formula === "" && value === null;
const isFormula = ({ formula }: CellContent) => formula !== "";

function stands(before: CellContent, value: unknown, formula: unknown, formulasOnly: boolean): boolean {
  // A text that begins with "=" is its own formula.
  const now = typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula : "";
  if (before.formula !== "" && now !== before.formula) return false;
  if (before.formula !== "" && formulasOnly) return true;
  // Excel may show a spill's formula in the cells it fills: their values tell.
  return agrees(fromExcel(value), before.value);
}

/** What is entered for a content: an empty text is kept as one by its apostrophe. */
function entered({ formula, value }: CellContent): string | number | boolean {
  if (formula !== "") return formula;
  if (value === null) return "";
  if (value === "") return "'";
  if (typeof value === "string") return asText(value);
  return isCellError(value) ? value.fel : value;
}

/** Single cells below and beside each other are joined; what fills several cells stays whole. */
function tilesOf(changes: readonly AreaChange[]): Tile[] {
  const tiles: Tile[] = [];
  const columns = new Map<string, Map<number, AreaChange[]>>();
  for (const change of changes) {
    const { sheet, area } = change;
    if (area.rowCount > 1 || area.columnCount > 1) {
      tiles.push(change);
      continue;
    }
    const sheetColumns = columns.get(sheet) ?? new Map<number, AreaChange[]>();
    columns.set(sheet, sheetColumns);
    const line = sheetColumns.get(area.column) ?? [];
    sheetColumns.set(area.column, line);
    line.push(change);
  }
  for (const [sheet, sheetColumns] of columns) {
    // The tile each run has become part of.
    const tileOf = new Map<AreaChange[], Tile>();
    let left: AreaChange[][] = [];
    for (const column of [...sheetColumns.keys()].sort((a, b) => a - b)) {
      const runs = verticalRuns(sheetColumns.get(column)!);
      const matched: AreaChange[][] = [];
      const joined: Tile[] = [];
      for (const run of runs) {
        const beside = left.findIndex((other) => isBeside(other, run));
        const tile = beside >= 0 ? tileOf.get(left[beside]) : undefined;
        if (tile && (tile.area.columnCount + 1) * run.length <= cellsPerTile) {
          tile.area = { ...tile.area, columnCount: tile.area.columnCount + 1 };
          run.forEach((change, r) => {
            tile.before[r].push(change.before[0][0]);
            tile.after[r].push(change.after[0][0]);
          });
          tileOf.set(run, tile);
        } else {
          const made: Tile = {
            sheet,
            area: { row: run[0].area.row, column, rowCount: run.length, columnCount: 1 },
            before: run.map(({ before }) => [before[0][0]]),
            after: run.map(({ after }) => [after[0][0]]),
          };
          joined.push(made);
          tileOf.set(run, made);
        }
        matched.push(run);
      }
      tiles.push(...joined);
      left = matched;
    }
  }
  return tiles;
}

const isBeside = (left: AreaChange[], right: AreaChange[]) =>
  left.length === right.length &&
  left[0].area.row === right[0].area.row &&
  left[0].area.column + 1 === right[0].area.column;

function verticalRuns(cells: AreaChange[]): AreaChange[][] {
  const sorted = [...cells].sort((a, b) => a.area.row - b.area.row);
  const runs: AreaChange[][] = [];
  for (const cell of sorted) {
    const last = runs[runs.length - 1];
    if (last && last[last.length - 1].area.row + 1 === cell.area.row && last.length < cellsPerTile)
      last.push(cell);
    else runs.push([cell]);
  }
  return runs;
}
