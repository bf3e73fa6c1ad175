import type { Area } from "../workbook/address";

/** Excel on the web refuses a request or a response above 5 MB; å, ä and ö weigh two bytes. */
const requestLimit = 3_500_000;
/** Two figures with all their decimals weigh some 40 bytes. */
const cellsPerResponse = 80_000;

/** To be awaited before something of that weight (characters) is queued: sends what is queued where it would be too much. */
export function requestBudget(context: Excel.RequestContext): (weight: number) => Promise<void> {
  let queued = 0;
  return async (weight) => {
    if (queued > 0 && queued + weight > requestLimit) {
      await context.sync();
      queued = 0;
    }
    queued += weight;
  };
}

/** Consecutive rows in blocks that each fit into a request. */
export function rowBlocks(weights: number[]): { first: number; count: number; weight: number }[] {
  const blocks: { first: number; count: number; weight: number }[] = [];
  weights.forEach((weight, row) => {
    const last = blocks[blocks.length - 1];
    if (last && last.weight + weight <= requestLimit) {
      last.count++;
      last.weight += weight;
    } else blocks.push({ first: row, count: 1, weight });
  });
  return blocks;
}

export const isTooLarge = (error: unknown) =>
  String((error as Error | undefined)?.message).includes("ResponsePayloadSizeLimitExceeded") ||
  (error as { code?: string } | undefined)?.code === "ResponsePayloadSizeLimitExceeded";

/** Values and formulas of several areas, in as few responses as they fit into: one sync each. */
export async function readAreas(
  context: Excel.RequestContext,
  areas: { sheet: Excel.Worksheet; area: Area }[],
): Promise<{ values: unknown[][]; formulas: unknown[][] }[]> {
  const read = areas.map(() => ({ values: [] as unknown[][], formulas: [] as unknown[][] }));
  let waiting = areas.flatMap(({ area }, index) =>
    pieces(area, cellsPerResponse).map((piece) => ({ index, ...piece })),
  );
  let limit = cellsPerResponse;
  while (waiting.length > 0) {
    const turn: { index: number; range: Excel.Range }[] = [];
    let cells = 0;
    for (const piece of waiting) {
      const weight = piece.rowCount * piece.columnCount;
      if (turn.length > 0 && cells + weight > limit) break;
      const range = areas[piece.index].sheet.getRangeByIndexes(
        piece.row,
        piece.column,
        piece.rowCount,
        piece.columnCount,
      );
      range.load("values,formulas");
      turn.push({ index: piece.index, range });
      cells += weight;
    }
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
    } catch (error) {
      // Long formulas weigh more than figures: the same again, in smaller pieces.
      if (!isTooLarge(error) || limit < 2) throw error;
      limit = Math.floor(Math.min(limit, cells) / 2);
      waiting = waiting.flatMap(({ index, ...piece }) =>
        pieces(piece, limit).map((part) => ({ index, ...part })),
      );
      continue;
    }
    for (const { index, range } of turn) {
      read[index].values.push(...range.values);
      read[index].formulas.push(...range.formulas);
    }
    waiting = waiting.slice(turn.length);
  }
  return read;
}

/** The area's rows in pieces of at most that many cells (never less than a row). */
function pieces({ row, column, rowCount, columnCount }: Area, cells: number): Area[] {
  const rows = Math.max(1, Math.floor(cells / columnCount));
  return Array.from({ length: Math.ceil(rowCount / rows) }, (_, i) => ({
    row: row + i * rows,
    column,
    rowCount: Math.min(rows, rowCount - i * rows),
    columnCount,
  }));
}
