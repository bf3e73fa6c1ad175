import type { Area } from "../../workbook/address";
import { maxColumns, maxRows } from "../../workbook/address";
import type { CellMatrix } from "../../workbook/cell";
import type { Sheet } from "../model/sheet";
import type { ChangeSource, Workbook } from "../model/workbook";
import { HostError, invalidArgument } from "./errors";
import type { HostObject, LiveArea, LiveAreas } from "./targets";
import { object } from "./targets";

/** What a request's actions have in common: the workbook, its settings, and the ranges that move with it. */
export interface Batch {
  readonly workbook: Workbook;
  readonly source: ChangeSource;
  /** "en-US", "sv-SE": how `text` and local formats are printed. */
  readonly locale: string;
  readonly user: string;
  /** Arguments are plain values, or objects where the client sent one. */
  live(sheet: Sheet, area: Area): LiveArea;
  /** No calculation until the request is answered. */
  suspendCalculation(): void;
  /** Makes `recalculate` wait for the calculator. */
  calculate(all: boolean): Promise<void>;
  /** A kept range by the number an event told. */
  reference(id: string): HostObject | undefined;
  release(id: string): void;
  referenceCount(): number;
  isProtected(sheet: Sheet): boolean;
  /** A formula's value as if it stood in a cell. @throws NotImplemented without a calculator. */
  evaluate(formula: string, sheet: Sheet, row: number, column: number): Promise<CellMatrix>;
  /** Whether this client hears of anything (runtime.enableEvents). */
  eventsEnabled: boolean;
}

/** A range of one area. */
export function rangeOf(batch: Batch, sheet: Sheet, area: Area): HostObject<"Range"> {
  if (
    area.row < 0 ||
    area.column < 0 ||
    area.rowCount < 1 ||
    area.columnCount < 1 ||
    area.row + area.rowCount > maxRows ||
    area.column + area.columnCount > maxColumns
  )
    throw invalidArgument("the range would leave the sheet");
  return object("Range", { sheet, areas: [batch.live(sheet, area)] });
}

export function rangeAreasOf(batch: Batch, sheet: Sheet, areas: Area[]): HostObject<"RangeAreas"> {
  return object("RangeAreas", { sheet, areas: areas.map((area) => batch.live(sheet, area)) });
}

/** Where a range lies now. @throws InvalidReference once its cells are deleted. */
export function areaOf(range: LiveAreas): Area {
  const area = range.areas[0]?.area;
  if (!area) throw new HostError("InvalidReference", "the range's cells have been deleted");
  return area;
}

export function areasOf(range: LiveAreas): Area[] {
  const areas = range.areas.flatMap(({ area }) => (area ? [area] : []));
  if (areas.length === 0) throw new HostError("InvalidReference", "the range's cells have been deleted");
  return areas;
}
