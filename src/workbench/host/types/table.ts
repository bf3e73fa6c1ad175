import { apiValue, writeCells, type Input } from "../../model/cells";
import { hideRows } from "../../model/hiddenRows";
import type { Table } from "../../model/parts";
import type { Sheet } from "../../model/sheet";
import { sortCells } from "../../model/sort";
import {
  addTable,
  addTableColumn,
  addTableRows,
  deleteTable,
  deleteTableColumn,
  deleteTableRows,
  renameColumn,
  renameTable,
  resizeTable,
  showTableHeaders,
  showTableTotals,
  tableBody,
  tableToRange,
} from "../../model/tables";
import { Workbook } from "../../model/workbook";
import { placeOf } from "../addresses";
import { areaOf, type Batch, rangeOf } from "../batch";
import {
  calculated,
  integer,
  type Method,
  type PartialRegistry,
  type Property,
  text,
  truth,
  value,
} from "../definition";
import { invalidArgument, itemNotFound } from "../errors";
import { eventTypes } from "../protocol";
import { criterionXml, filterRows, readCriterion } from "../filtering";
import { checkAllowed, checkEditable, checkUnprotected } from "../protection";
import { HostObject, type LiveAreas, object, type OnSheet } from "../targets";
import { readSortFields } from "./range";

const tablesOf = (scope: Workbook | Sheet): OnSheet<Table>[] =>
  scope instanceof Workbook
    ? scope.sheets.flatMap((sheet) => sheet.tables.map((item) => ({ sheet, item })))
    : scope.tables.map((item) => ({ sheet: scope, item }));

/** By name without regard to case, or by id. */
function findTable(tables: OnSheet<Table>[], key: unknown): HostObject<"Table"> | null {
  const wanted = String(key).toLowerCase();
  const found =
    tables.find(({ item }) => item.name.toLowerCase() === wanted) ??
    tables.find(({ item }) => String(item.id) === wanted);
  return found ? object("Table", found) : null;
}

const alive = ({ sheet, item }: OnSheet<Table>, { workbook }: Batch) =>
  workbook.sheets.includes(sheet) && sheet.tables.includes(item);

const flag = (
  key:
    | "showBandedRows"
    | "showBandedColumns"
    | "highlightFirstColumn"
    | "highlightLastColumn"
    | "showFilterButton",
): Property<OnSheet<Table>> => ({
  get: ({ item }) => item[key],
  set: ({ sheet, item }, raw, { workbook, source }) => {
    item[key] = truth(raw);
    item.origin = undefined;
    workbook.changed({ kind: "tables", sheet, table: item, source });
  },
});

/** A matrix of the given width from what the client sent, or one value. */
function rowsOf(raw: unknown, width: number): Input[][] | null {
  if (raw === null || raw === undefined) return null;
  const rows = Array.isArray(raw) ? (raw as unknown[]) : [[raw]];
  const matrix = rows.map((row) => (Array.isArray(row) ? row : [row])) as Input[][];
  if (matrix.length === 0 || matrix.some((row) => row.length !== width))
    throw invalidArgument(`rows of ${width} cells are expected`);
  return matrix;
}

export const tableTypes = {
  TableCollection: {
    items: (scope) => tablesOf(scope).map((table) => object("Table", table)),
    item: (scope, key) => findTable(tablesOf(scope), key),
    properties: { count: value((scope) => tablesOf(scope).length) },
    eventTarget: (scope) => (scope instanceof Workbook ? "Workbook" : scope.id),
    events: {
      AddedEvent: eventTypes.tableAdded,
      DeletedEvent: eventTypes.tableDeleted,
      DataChangedEvent: eventTypes.tableChanged,
    },
    methods: {
      add: (scope, [address, hasHeaders], batch) => {
        const { workbook, source } = batch;
        const range =
          address instanceof HostObject
            ? { sheet: (address.target as LiveAreas).sheet, area: areaOf(address.target as LiveAreas) }
            : placeOf(workbook, scope instanceof Workbook ? workbook.activeSheet : scope, text(address));
        if (!(scope instanceof Workbook) && range.sheet !== scope)
          throw invalidArgument("the range is on another sheet");
        checkUnprotected(range.sheet);
        return object("Table", {
          sheet: range.sheet,
          item: addTable(workbook, range.sheet, range.area, truth(hasHeaders), source),
        });
      },
    },
  },

  TableScopedCollection: {
    items: ({ sheet, tables }) => tables.map((item) => object("Table", { sheet, item })),
    item: ({ sheet, tables }, key) =>
      findTable(
        tables.map((item) => ({ sheet, item })),
        key,
      ),
    methods: {
      getFirst: ({ sheet, tables }) => {
        if (tables.length === 0) throw itemNotFound("no table");
        return object("Table", { sheet, item: tables[0] });
      },
    },
  },

  Table: {
    id: { wire: "Id", of: ({ item }) => String(item.id) },
    exists: alive,
    eventTarget: ({ item }) => String(item.id),
    events: {
      DataChangedEvent: eventTypes.tableChanged,
      SelectionChangedEvent: eventTypes.tableSelectionChanged,
    },
    properties: {
      id: value(({ item }) => String(item.id)),
      legacyId: value(({ item }) => String(item.id)),
      name: {
        get: ({ item }) => item.name,
        set: ({ sheet, item }, raw, { workbook, source }) =>
          renameTable(workbook, sheet, item, text(raw), source),
      },
      style: {
        get: ({ item }) => item.style,
        set: ({ sheet, item }, raw, { workbook, source }) => {
          item.style = text(raw);
          item.origin = undefined;
          workbook.changed({ kind: "tables", sheet, table: item, source });
        },
      },
      showHeaders: {
        get: ({ item }) => item.showHeaders,
        set: ({ sheet, item }, raw, { workbook, source }) =>
          showTableHeaders(workbook, sheet, item, truth(raw), source),
      },
      showTotals: {
        get: ({ item }) => item.showTotals,
        set: ({ sheet, item }, raw, { workbook, source }) =>
          showTableTotals(workbook, sheet, item, truth(raw), source),
      },
      showBandedRows: flag("showBandedRows"),
      showBandedColumns: flag("showBandedColumns"),
      showFilterButton: flag("showFilterButton"),
      highlightFirstColumn: flag("highlightFirstColumn"),
      highlightLastColumn: flag("highlightLastColumn"),
    },
    navigation: {
      autoFilter: ({ item }) => object("AutoFilter", item),
      columns: (table) => object("TableColumnCollection", table),
      rows: (table) => object("TableRowCollection", table),
      sort: (table) => object("TableSort", table),
      worksheet: ({ sheet }) => object("Worksheet", sheet),
    },
    methods: {
      getRange: ({ sheet, item }, _args, batch) => rangeOf(batch, sheet, item.area),
      getDataBodyRange: ({ sheet, item }, _args, batch) => rangeOf(batch, sheet, tableBody(item)),
      getHeaderRowRange: ({ sheet, item }, _args, batch) => {
        if (!item.showHeaders) throw itemNotFound("the header row is hidden");
        return rangeOf(batch, sheet, { ...item.area, rowCount: 1 });
      },
      getTotalRowRange: ({ sheet, item }, _args, batch) => {
        if (!item.showTotals) throw itemNotFound("there is no totals row");
        return rangeOf(batch, sheet, {
          ...item.area,
          row: item.area.row + item.area.rowCount - 1,
          rowCount: 1,
        });
      },
      resize: ({ sheet, item }, [range], { workbook, source }) => {
        checkUnprotected(sheet);
        const place =
          range instanceof HostObject
            ? { sheet: (range.target as LiveAreas).sheet, area: areaOf(range.target as LiveAreas) }
            : placeOf(workbook, sheet, text(range));
        if (place.sheet !== sheet) throw invalidArgument("the range is on another sheet");
        resizeTable(workbook, sheet, item, place.area, source);
      },
      delete: ({ sheet, item }, _args, { workbook, source }) => deleteTable(workbook, sheet, item, source),
      convertToRange: ({ sheet, item }, _args, batch) => {
        tableToRange(batch.workbook, sheet, item, batch.source);
        return rangeOf(batch, sheet, item.area);
      },
      reapplyFilters: {
        calculated: true,
        run: ({ sheet, item }, _args, batch) => filterTable(batch, sheet, item),
      },
      clearFilters: ({ sheet, item }, _args, { workbook, source }) => {
        if (item.filter) item.filter.criteria = [];
        item.origin = undefined;
        const body = tableBody(item);
        hideRows(workbook, sheet, body.row, body.rowCount, () => false, source);
      },
    },
  },

  TableColumnCollection: {
    items: ({ sheet, item }) =>
      item.columns.map((column) => object("TableColumn", { sheet, table: item, item: column })),
    item: ({ sheet, item }, key) => {
      const wanted = String(key).toLowerCase();
      const found =
        typeof key === "number"
          ? item.columns.find(({ id }) => id === key)
          : (item.columns.find(({ name }) => name.toLowerCase() === wanted) ??
            item.columns.find(({ id }) => String(id) === wanted));
      return found ? object("TableColumn", { sheet, table: item, item: found }) : null;
    },
    properties: { count: value(({ item }) => item.columns.length) },
    methods: {
      add: ({ sheet, item }, [index, values, name], { workbook, source }) => {
        checkUnprotected(sheet);
        const at = index === null || index === undefined || index === -1 ? null : integer(index);
        const rows = rowsOf(values, 1);
        const column = addTableColumn(
          workbook,
          sheet,
          item,
          at,
          rows,
          name === null || name === undefined ? null : text(name),
          source,
        );
        return object("TableColumn", { sheet, table: item, item: column });
      },
    },
  },

  TableColumn: {
    id: { wire: "Id", of: ({ item }) => item.id },
    exists: ({ sheet, table, item }, batch) =>
      alive({ sheet, item: table }, batch) && table.columns.includes(item),
    properties: {
      id: value(({ item }) => item.id),
      index: value(({ table, item }) => table.columns.indexOf(item)),
      name: {
        get: ({ item }) => item.name,
        set: ({ sheet, table, item }, raw, { workbook, source }) =>
          renameColumn(workbook, sheet, table, item, text(raw), source),
      },
      values: {
        calculated: true,
        get: ({ sheet, table, item }) => {
          const column = table.area.column + table.columns.indexOf(item);
          return Array.from({ length: table.area.rowCount }, (_, r) => [
            apiValue(sheet.value(table.area.row + r, column)),
          ]);
        },
        set: ({ sheet, table, item }, raw, batch) => {
          const column = table.area.column + table.columns.indexOf(item);
          const area = { ...table.area, column, columnCount: 1 };
          const rows = Array.isArray(raw)
            ? rowsOf(raw, 1)!
            : Array.from({ length: area.rowCount }, (_, r) => [
                r === 0 && table.showHeaders ? null : (raw as Input),
              ]);
          if (rows.length !== area.rowCount)
            throw invalidArgument(`${rows.length} of ${area.rowCount} cells`);
          checkEditable(batch, sheet, area);
          writeCells(batch.workbook, sheet, area, rows, batch.source);
        },
      },
    },
    navigation: {
      filter: ({ sheet, table, item }) =>
        object("Filter", { sheet, table, column: table.columns.indexOf(item) }),
    },
    methods: {
      delete: ({ sheet, table, item }, _args, { workbook, source }) =>
        deleteTableColumn(workbook, sheet, table, item, source),
      getRange: ({ sheet, table, item }, _args, batch) =>
        rangeOf(batch, sheet, {
          ...table.area,
          column: table.area.column + table.columns.indexOf(item),
          columnCount: 1,
        }),
      getDataBodyRange: ({ sheet, table, item }, _args, batch) => {
        const body = tableBody(table);
        return rangeOf(batch, sheet, {
          ...body,
          column: body.column + table.columns.indexOf(item),
          columnCount: 1,
        });
      },
      getHeaderRowRange: ({ sheet, table, item }, _args, batch) => {
        if (!table.showHeaders) throw itemNotFound("the header row is hidden");
        const column = table.area.column + table.columns.indexOf(item);
        return rangeOf(batch, sheet, { row: table.area.row, column, rowCount: 1, columnCount: 1 });
      },
      getTotalRowRange: ({ sheet, table, item }, _args, batch) => {
        if (!table.showTotals) throw itemNotFound("there is no totals row");
        const column = table.area.column + table.columns.indexOf(item);
        return rangeOf(batch, sheet, {
          row: table.area.row + table.area.rowCount - 1,
          column,
          rowCount: 1,
          columnCount: 1,
        });
      },
    },
  },

  TableRowCollection: {
    items: ({ sheet, item }) =>
      Array.from({ length: tableBody(item).rowCount }, (_, index) =>
        object("TableRow", { sheet, table: item, index }),
      ),
    properties: { count: value(({ item }) => tableBody(item).rowCount) },
    methods: {
      getItemAt: ({ sheet, item }, [index]) => {
        const at = integer(index);
        if (at < 0 || at >= tableBody(item).rowCount) throw itemNotFound(`row ${at}`);
        return object("TableRow", { sheet, table: item, index: at });
      },
      add: ({ sheet, item }, [index, values], batch) => {
        const at = index === null || index === undefined || index === -1 ? null : integer(index);
        const rows = rowsOf(values, item.columns.length);
        checkUnprotected(sheet);
        const first = addTableRows(batch.workbook, sheet, item, at, rows ?? 1, batch.source);
        return object("TableRow", { sheet, table: item, index: first });
      },
      deleteRowsAt: ({ sheet, item }, [index, count], { workbook, source }) =>
        deleteTableRows(workbook, sheet, item, integer(index), integer(count ?? 1), source),
      deleteRows: ({ sheet, item }, [rows], { workbook, source }) => {
        if (!Array.isArray(rows)) throw invalidArgument("rows");
        const indexes = rows.map((row: unknown) =>
          row instanceof HostObject ? (row.target as { index: number }).index : integer(row),
        );
        for (const index of indexes.sort((a, b) => b - a))
          deleteTableRows(workbook, sheet, item, index, 1, source);
      },
    },
  },

  TableRow: {
    properties: {
      index: value(({ index }) => index),
      values: {
        ...calculated<{ sheet: Sheet; table: Table; index: number }>(({ sheet, table, index }) => {
          const body = tableBody(table);
          return [
            Array.from({ length: body.columnCount }, (_, c) =>
              apiValue(sheet.value(body.row + index, body.column + c)),
            ),
          ];
        }),
        set: ({ sheet, table, index }, raw, batch) => {
          const body = tableBody(table);
          const rows = rowsOf(raw, body.columnCount)!;
          const area = { ...body, row: body.row + index, rowCount: 1 };
          checkEditable(batch, sheet, area);
          writeCells(batch.workbook, sheet, area, rows, batch.source);
        },
      },
    },
    methods: {
      delete: ({ sheet, table, index }, _args, { workbook, source }) =>
        deleteTableRows(workbook, sheet, table, index, 1, source),
      getRange: ({ sheet, table, index }, _args, batch) => {
        const body = tableBody(table);
        if (index >= body.rowCount) throw itemNotFound(`row ${index}`);
        return rangeOf(batch, sheet, { ...body, row: body.row + index, rowCount: 1 });
      },
    },
  },

  TableSort: {
    unsaved: ["fields", "matchCase", "method"],
    properties: {
      fields: value(({ item }) => item.sort?.fields.map(sortField) ?? []),
      matchCase: value(({ item }) => item.sort?.matchCase ?? false),
      method: value(() => "PinYin"),
    },
    methods: {
      apply: {
        calculated: true,
        run: ({ sheet, item }, [fields, matchCase], batch) => {
          item.sort = { fields: readSortFields(fields), matchCase: matchCase === true };
          sortTable(batch, sheet, item);
        },
      },
      reapply: {
        calculated: true,
        run: ({ sheet, item }, _args, batch) => sortTable(batch, sheet, item),
      },
      // The rows stay as they are; only the sorting is forgotten ([docs] TableSort.clear).
      clear: ({ item }) => {
        delete item.sort;
      },
    },
  },

  Filter: {
    properties: {
      criteria: value(({ table, column }) => {
        const held = table.filter?.criteria.find((one) => one.column === column);
        return held ? readCriterion(held.xml) : null;
      }),
    },
    methods: {
      apply: filterBy((criteria) => criteria),
      applyValuesFilter: filterBy((values) => ({ filterOn: "Values", values })),
      applyDynamicFilter: filterBy((dynamicCriteria) => ({ filterOn: "Dynamic", dynamicCriteria })),
      applyTopItemsFilter: filterBy((count) => ({ filterOn: "TopItems", criterion1: count })),
      applyTopPercentFilter: filterBy((count) => ({ filterOn: "TopPercent", criterion1: count })),
      applyBottomItemsFilter: filterBy((count) => ({ filterOn: "BottomItems", criterion1: count })),
      applyBottomPercentFilter: filterBy((count) => ({ filterOn: "BottomPercent", criterion1: count })),
      applyCustomFilter: filterBy((criterion1, criterion2, operator) => ({
        filterOn: "Custom",
        criterion1,
        criterion2: criterion2 ?? undefined,
        operator,
      })),
      clear: ({ sheet, table, column }, _args, batch) => {
        if (table.filter)
          table.filter.criteria = table.filter.criteria.filter((one) => one.column !== column);
        table.origin = undefined;
        filterTable(batch, sheet, table);
      },
    },
  },
} satisfies PartialRegistry;

const sortField = ({ key, ascending }: { key: number; ascending: boolean }) => ({
  key,
  ascending,
  sortOn: "Value",
});

function sortTable({ workbook, source }: Batch, sheet: Sheet, table: Table): void {
  if (!table.sort) return;
  const { fields, matchCase } = table.sort;
  sortCells(
    workbook,
    sheet,
    tableBody(table),
    fields,
    { matchCase, hasHeaders: false, byColumns: false },
    source,
  );
}

/** A filter method: its arguments made into a criterion, put on the column and carried out. */
function filterBy(
  criterion: (...args: unknown[]) => unknown,
): Method<{ sheet: Sheet; table: Table; column: number }> {
  return {
    calculated: true,
    run: ({ sheet, table, column }, args, batch) => {
      checkAllowed(sheet, "autoFilter");
      setCriterion(table, column, criterionXml(criterion(...args)));
      filterTable(batch, sheet, table);
    },
  };
}

function setCriterion(table: Table, column: number, xml: string): void {
  table.filter ??= { area: table.area, criteria: [] };
  table.filter.criteria = [...table.filter.criteria.filter((one) => one.column !== column), { column, xml }];
  table.origin = undefined;
}

function filterTable(batch: Batch, sheet: Sheet, table: Table): void {
  if (!table.filter) return;
  const area = { ...table.area, rowCount: table.area.rowCount - (table.showTotals ? 1 : 0) };
  filterRows(batch, sheet, { area, criteria: table.filter.criteria });
}
