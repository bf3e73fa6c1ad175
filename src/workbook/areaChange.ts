import type { Area } from "./address";
import type { CellContent } from "./change";

/**
 * A cell's change together with the cells it fills: a formula with its spill, or one cell. `before` is what must still
 * stand there when it is applied. Both matrices are `area.rowCount` × `area.columnCount`; of a formula that spills only the
 * first cell holds it.
 */
export interface AreaChange {
  sheet: string;
  area: Area;
  before: CellContent[][];
  after: CellContent[][];
}

export const inverseAreas = (changes: readonly AreaChange[]): AreaChange[] =>
  changes.map(({ before, after, ...place }) => ({ ...place, before: after, after: before }));

/** One cell as an area. */
export const cellArea = (row: number, column: number): Area => ({
  row,
  column,
  rowCount: 1,
  columnCount: 1,
});
