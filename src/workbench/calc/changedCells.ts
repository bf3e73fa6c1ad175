import type { Area } from "../../workbook/address";
import type { Sheet } from "../model/sheet";

/** Cells that got new values, gathered into areas. */
export class ChangedCells {
  private readonly sheets = new Map<Sheet, Map<number, Set<number>>>();

  add(sheet: Sheet, row: number, column: number): void {
    let columns = this.sheets.get(sheet);
    if (!columns) this.sheets.set(sheet, (columns = new Map()));
    const rows = columns.get(column);
    if (rows) rows.add(row);
    else columns.set(column, new Set([row]));
  }

  /** Rectangles that hold every added cell and no other: runs of rows, put together with equal runs in the next column. */
  areas(): { sheet: Sheet; area: Area }[] {
    const areas: { sheet: Sheet; area: Area }[] = [];
    for (const [sheet, columns] of this.sheets) {
      let open = new Map<string, Area>();
      let previous = -2;
      for (const column of [...columns.keys()].sort((a, b) => a - b)) {
        const next = new Map<string, Area>();
        for (const [first, count] of runs(columns.get(column)!)) {
          const key = `${first},${count}`;
          const left = column === previous + 1 ? open.get(key) : undefined;
          if (left) left.columnCount++;
          const area = left ?? { row: first, column, rowCount: count, columnCount: 1 };
          if (!left) areas.push({ sheet, area });
          next.set(key, area);
        }
        open = next;
        previous = column;
      }
    }
    return areas;
  }
}

function runs(rows: Set<number>): [first: number, count: number][] {
  const result: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = result[result.length - 1];
    if (last && last[0] + last[1] === row) last[1]++;
    else result.push([row, 1]);
  }
  return result;
}
