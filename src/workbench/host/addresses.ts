import { type Area, maxColumns, maxRows, parseArea, splitAddress } from "../../workbook/address";
import { formulaRefs, refArea } from "../model/references";
import type { DefinedName, Table } from "../model/parts";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { type Batch, rangeOf } from "./batch";
import { text } from "./definition";
import { HostError, invalidArgument, itemNotFound } from "./errors";
import type { HostObject } from "./targets";

export const wholeSheet: Area = { row: 0, column: 0, rowCount: maxRows, columnCount: maxColumns };

/** A sheet's range by address, name, or the sheet whole when nothing is given. */
export function findArea(batch: Batch, sheet: Sheet, address: unknown): HostObject<"Range"> {
  if (address === null || address === undefined || address === "") return rangeOf(batch, sheet, wholeSheet);
  const place = placeOf(batch.workbook, sheet, text(address));
  if (place.sheet !== sheet) throw invalidArgument(`${text(address)} is on another sheet`);
  return rangeOf(batch, sheet, place.area);
}

/** "A1:B2, D4" */
export function findAreas(batch: Batch, sheet: Sheet, address: unknown): Area[] {
  if (address === null || address === undefined || address === "") return [wholeSheet];
  return splitList(text(address)).map((part) => {
    const place = placeOf(batch.workbook, sheet, part);
    if (place.sheet !== sheet) throw invalidArgument(`${part} is on another sheet`);
    return place.area;
  });
}

/** Commas inside quoted sheet names don't separate. */
function splitList(list: string): string[] {
  return list.split(/[,;](?=(?:[^']*'[^']*')*[^']*$)/).map((part) => part.trim());
}

/**
 * Where an address or a name points: "B2:C3", "'Blad 1'!A:A", "Tabell1", "Budget", "Tabell1[Utfall]".
 * @throws HostError ItemNotFound for a sheet or name that isn't there, InvalidArgument for what is no address.
 */
export function placeOf(
  workbook: Workbook,
  sheet: Sheet | null,
  address: string,
): { sheet: Sheet; area: Area } {
  const split = splitAddress(address.replace(/^=/, ""));
  const on = split.sheet === null ? sheet : workbook.sheet(split.sheet);
  if (!on) throw split.sheet === null ? invalidArgument(address) : itemNotFound(split.sheet);
  const area = parseArea(split.address);
  if (area) return { sheet: on, area };
  const named = namedPlace(workbook, on, split.address);
  if (named) return named;
  throw invalidArgument(`${address} is no address and no name`);
}

function namedPlace(workbook: Workbook, sheet: Sheet, name: string): { sheet: Sheet; area: Area } | null {
  const wanted = name.toLowerCase();
  const defined =
    workbook.names.find((item) => item.sheet === sheet.id && item.name.toLowerCase() === wanted) ??
    workbook.names.find((item) => item.sheet === null && item.name.toLowerCase() === wanted);
  if (defined) return namePlace(workbook, defined);
  for (const owner of workbook.sheets) {
    const table = owner.tables.find((item) => item.name.toLowerCase() === wanted);
    if (table) return { sheet: owner, area: bodyOf(table) };
  }
  return null;
}

/** The range a name stands for; null when it stands for something else or its cells are gone. */
export function namePlace(workbook: Workbook, name: DefinedName): { sheet: Sheet; area: Area } | null {
  const refs = formulaRefs(name.formula);
  if (refs.length !== 1 || refs[0].external) return null;
  const [ref] = refs;
  const plain = name.formula.replace(/^=/, "").trim();
  if (!/^(?:'(?:[^']|'')*'|[^'!()+*/&^<>=-]*)!?[$A-Za-z0-9:]+$/u.test(plain)) return null;
  const sheet = ref.sheet === "" ? workbook.sheetById(name.sheet ?? "") : workbook.sheet(ref.sheet);
  return sheet ? { sheet, area: refArea(ref) } : null;
}

/** A table's rows between header and totals. */
export function bodyOf(table: Table): Area {
  const above = table.showHeaders ? 1 : 0;
  const below = table.showTotals ? 1 : 0;
  return {
    ...table.area,
    row: table.area.row + above,
    rowCount: table.area.rowCount - above - below,
  };
}

export function checkCellCount(area: Area, limit = 5_000_000): void {
  if (area.rowCount * area.columnCount > limit) throw new HostError("RangeExceedsLimit");
}
