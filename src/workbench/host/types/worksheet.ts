import { type Area, maxColumns, maxRows } from "../../../workbook/address";
import { ModelError } from "../../model/errors";
import { activateSheet, addSheet, deleteSheet, moveSheet, renameSheet, showSheet } from "../../model/sheets";
import type { Sheet } from "../../model/sheet";
import type { Workbook } from "../../model/workbook";
import { findArea, findAreas, wholeSheet } from "../addresses";
import { type Batch, areaOf, rangeAreasOf, rangeOf } from "../batch";
import {
  color,
  integer,
  number,
  optionalText,
  type PartialRegistry,
  text,
  truth,
  value,
} from "../definition";
import { invalidArgument, itemNotFound } from "../errors";
import { showLevels } from "../outline";
import { eventTypes } from "../protocol";
import { findCells, readCriteria, replaceCells } from "../search";
import { type LiveAreas, object } from "../targets";
import { copySheet } from "../../model/copySheet";
import { visibilityWord, visibilityWords } from "../words";

const sheetObject = (sheet: Sheet | undefined) => {
  if (!sheet) throw itemNotFound("no such sheet");
  return object("Worksheet", sheet);
};

const shown = (workbook: Workbook, visibleOnly: unknown) =>
  visibleOnly ? workbook.sheets.filter(({ visibility }) => visibility === "visible") : workbook.sheets;

const customKey = (sheet: Sheet, wanted: string) =>
  [...sheet.customProperties.keys()].find((key) => key.toLowerCase() === wanted.toLowerCase());

function neighbour(sheet: Sheet, visibleOnly: unknown, step: 1 | -1, { workbook }: Batch) {
  const sheets = workbook.sheets;
  for (let at = sheets.indexOf(sheet) + step; at >= 0 && at < sheets.length; at += step) {
    if (!visibleOnly || sheets[at].visibility === "visible") return sheetObject(sheets[at]);
  }
  throw itemNotFound("no sheet on that side");
}

/** The used range of a sheet; the first cell of a blank one ([docs] Worksheet.getUsedRange). */
function used(sheet: Sheet, valuesOnly: unknown): Area {
  return sheet.usedArea(valuesOnly === true) ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 };
}

export const worksheetTypes = {
  WorksheetCollection: {
    items: (workbook) => workbook.sheets.map(sheetObject),
    item: (workbook, key) => {
      const sheet = workbook.sheetById(String(key)) ?? workbook.sheet(text(key));
      return sheet ? object("Worksheet", sheet) : null;
    },
    events: {
      AddedEvent: eventTypes.worksheetAdded,
      DeletedEvent: eventTypes.worksheetDeleted,
      ActivatedEvent: eventTypes.worksheetActivated,
      DeactivatedEvent: eventTypes.worksheetDeactivated,
      DataChangedEvent: eventTypes.worksheetChanged,
      SelectionChangedEvent: eventTypes.worksheetSelectionChanged,
      CalculatedEvent: eventTypes.worksheetCalculated,
      FormatChangedEvent: eventTypes.worksheetFormatChanged,
      FormulaChangedEvent: eventTypes.worksheetFormulaChanged,
      ProtectionChangedEvent: eventTypes.worksheetProtectionChanged,
      RowHiddenChangedEvent: eventTypes.worksheetRowHiddenChanged,
      RowSortedEvent: eventTypes.worksheetRowSorted,
      ColumnSortedEvent: eventTypes.worksheetColumnSorted,
      EventNameChanged: eventTypes.worksheetNameChanged,
      EventVisibilityChanged: eventTypes.worksheetVisibilityChanged,
      EventMoved: eventTypes.worksheetMoved,
    },
    methods: {
      add: (workbook, [name], { source }) =>
        object(
          "Worksheet",
          addSheet(workbook, name === null || name === undefined ? null : text(name), source),
        ),
      getActiveWorksheet: (workbook) => sheetObject(workbook.activeSheet ?? undefined),
      getCount: (workbook, [visibleOnly]) => shown(workbook, visibleOnly).length,
      getFirst: (workbook, [visibleOnly]) => sheetObject(shown(workbook, visibleOnly)[0]),
      getLast: (workbook, [visibleOnly]) => sheetObject(shown(workbook, visibleOnly).at(-1)),
    },
  },

  Worksheet: {
    id: { wire: "Id", of: (sheet) => sheet.id },
    exists: (sheet, { workbook }) => workbook.sheets.includes(sheet),
    eventTarget: (sheet) => sheet.id,
    events: {
      ActivatedEvent: eventTypes.worksheetActivated,
      DeactivatedEvent: eventTypes.worksheetDeactivated,
      DataChangedEvent: eventTypes.worksheetChanged,
      SelectionChangedEvent: eventTypes.worksheetSelectionChanged,
      CalculatedEvent: eventTypes.worksheetCalculated,
      FormatChangedEvent: eventTypes.worksheetFormatChanged,
      FormulaChangedEvent: eventTypes.worksheetFormulaChanged,
      ProtectionChangedEvent: eventTypes.worksheetProtectionChanged,
      RowHiddenChangedEvent: eventTypes.worksheetRowHiddenChanged,
      RowSortedEvent: eventTypes.worksheetRowSorted,
      ColumnSortedEvent: eventTypes.worksheetColumnSorted,
      EventNameChanged: eventTypes.worksheetNameChanged,
      EventVisibilityChanged: eventTypes.worksheetVisibilityChanged,
    },
    properties: {
      id: value((sheet) => sheet.id),
      name: {
        get: (sheet) => sheet.name,
        set: (sheet, raw, { workbook, source }) => renameSheet(workbook, sheet, text(raw), source),
      },
      position: {
        get: (sheet, { workbook }) => workbook.sheets.indexOf(sheet),
        set: (sheet, raw, { workbook, source }) => moveSheet(workbook, sheet, integer(raw), source),
      },
      visibility: {
        get: (sheet) => visibilityWord(sheet.visibility),
        set: (sheet, raw, { workbook, source }) => {
          const wanted = visibilityWords.toFile(raw);
          if (!wanted) throw invalidArgument(`visibility ${String(raw)}`);
          showSheet(workbook, sheet, wanted as Sheet["visibility"], source);
        },
      },
      tabColor: {
        get: (sheet) => (sheet.visibility === "visible" ? sheet.tabColor : null),
        set: (sheet, raw) => {
          sheet.tabColor = optionalText(raw) === "" ? "" : color(raw);
        },
      },
      showGridlines: { get: (sheet) => sheet.showGridlines },
      showHeadings: { get: (sheet) => sheet.showHeadings },
      // The client sends these two under other names than it reads them by.
      gridlines: {
        set: (sheet, raw) => {
          sheet.showGridlines = truth(raw);
        },
      },
      headings: {
        set: (sheet, raw) => {
          sheet.showHeadings = truth(raw);
        },
      },
      standardHeight: value((sheet) => sheet.defaultRowHeight),
      standardWidth: {
        get: (sheet) => sheet.standardColumnWidth,
        set: (sheet, raw) => {
          sheet.defaultColumnWidth = (number(raw) / 0.75 - 5) / 7;
        },
      },
      enableCalculation: value(() => true),
    },
    navigation: {
      autoFilter: (sheet) => object("AutoFilter", sheet),
      charts: (sheet) => object("ChartCollection", sheet),
      customProperties: (sheet) => object("WorksheetCustomPropertyCollection", sheet),
      comments: (sheet) => object("CommentCollection", sheet),
      pivotTables: (sheet) => object("PivotTableCollection", sheet),
      freezePanes: (sheet) => object("WorksheetFreezePanes", sheet),
      horizontalPageBreaks: (sheet) => object("PageBreakCollection", { sheet, axis: "row" }),
      verticalPageBreaks: (sheet) => object("PageBreakCollection", { sheet, axis: "column" }),
      names: (sheet) => object("NamedItemCollection", { sheet }),
      pageLayout: (sheet) => object("PageLayout", sheet),
      protection: (sheet) => object("WorksheetProtection", sheet),
      tables: (sheet) => object("TableCollection", sheet),
    },
    methods: {
      activate: (sheet, _args, { workbook, source }) => {
        if (sheet.visibility !== "visible") throw new ModelError("InvalidOperation", "the sheet is hidden");
        activateSheet(workbook, sheet, source);
      },
      calculate: (_sheet, [all], batch) => batch.calculate(all === true),
      delete: (sheet, _args, { workbook, source }) => deleteSheet(workbook, sheet, source),
      copy: (sheet, [positionType, relativeTo], batch) => {
        const { workbook, source } = batch;
        const beside = (relativeTo as { target: Sheet } | null | undefined)?.target;
        const at = workbook.sheets.indexOf(beside ?? sheet);
        const positions: Record<string, number> = {
          none: workbook.sheets.length,
          end: workbook.sheets.length,
          beginning: 0,
          before: at,
          after: at + 1,
        };
        const position = positions[String(positionType ?? "None").toLowerCase()];
        if (position === undefined) throw invalidArgument(`position ${String(positionType)}`);
        return object("Worksheet", copySheet(workbook, sheet, position, source));
      },
      getCell: (sheet, [row, column], batch) =>
        rangeOf(batch, sheet, { row: integer(row), column: integer(column), rowCount: 1, columnCount: 1 }),
      getRange: (sheet, [address], batch) => findArea(batch, sheet, address),
      getRangeByIndexes: (sheet, [row, column, rowCount, columnCount], batch) =>
        rangeOf(batch, sheet, {
          row: integer(row),
          column: integer(column),
          rowCount: integer(rowCount),
          columnCount: integer(columnCount),
        }),
      getRanges: (sheet, [address], batch) => rangeAreasOf(batch, sheet, findAreas(batch, sheet, address)),
      getUsedRange: {
        calculated: true,
        run: (sheet, [valuesOnly], batch) => rangeOf(batch, sheet, used(sheet, valuesOnly)),
      },
      getUsedRangeOrNullObject: {
        calculated: true,
        run: (sheet, [valuesOnly], batch) => {
          const area = sheet.usedArea(valuesOnly === true);
          return area && rangeOf(batch, sheet, area);
        },
      },
      getNext: (sheet, [visibleOnly], batch) => neighbour(sheet, visibleOnly, 1, batch),
      getPrevious: (sheet, [visibleOnly], batch) => neighbour(sheet, visibleOnly, -1, batch),
      findAll: {
        calculated: true,
        run: (sheet, [what, criteria], batch) => {
          const found = findCells(batch, sheet, wholeSheet, text(what), readCriteria(criteria));
          if (found.length === 0) throw itemNotFound(text(what));
          return rangeAreasOf(batch, sheet, found);
        },
      },
      replaceAll: {
        calculated: true,
        run: (sheet, [what, replacement, criteria], batch) =>
          replaceCells(batch, sheet, wholeSheet, text(what), text(replacement), readCriteria(criteria)),
      },
      showOutlineLevels: (sheet, [rows, columns], batch) =>
        showLevels(batch, sheet, integer(rows), integer(columns)),
      _GetSheetById: (_sheet, [id], { workbook }) => sheetObject(workbook.sheetById(text(id))),
      _GetAnotherWorksheetById: (_sheet, [id], { workbook }) => sheetObject(workbook.sheetById(text(id))),
    },
  },

  WorksheetCustomPropertyCollection: {
    items: (sheet) =>
      [...sheet.customProperties.keys()].map((key) => object("WorksheetCustomProperty", { sheet, key })),
    // Keys are told apart without regard to case ([docs] WorksheetCustomPropertyCollection.getItem).
    item: (sheet, key) => {
      const known = customKey(sheet, text(key));
      return known === undefined ? null : object("WorksheetCustomProperty", { sheet, key: known });
    },
    methods: {
      add: (sheet, [rawKey, raw]) => {
        const key = customKey(sheet, text(rawKey)) ?? text(rawKey);
        if (key.length === 0 || key.length > 255) throw invalidArgument("a key has 1–255 characters");
        sheet.customProperties.set(key, text(raw));
        return object("WorksheetCustomProperty", { sheet, key });
      },
    },
  },
  WorksheetCustomProperty: {
    exists: ({ sheet, key }) => sheet.customProperties.has(key),
    properties: {
      key: value(({ key }) => key),
      value: {
        get: ({ sheet, key }) => sheet.customProperties.get(key),
        set: ({ sheet, key }, raw) => void sheet.customProperties.set(key, text(raw)),
      },
    },
    methods: { delete: ({ sheet, key }) => void sheet.customProperties.delete(key) },
  },

  WorksheetFreezePanes: {
    methods: {
      freezeAt: (sheet, [range]) => {
        if (range === null) {
          sheet.freeze = null;
          return;
        }
        const area = areaOf((range as { target: LiveAreas }).target);
        const rows = area.row + area.rowCount;
        const columns = area.column + area.columnCount;
        sheet.freeze = { rows: rows === maxRows ? 0 : rows, columns: columns === maxColumns ? 0 : columns };
      },
      freezeRows: (sheet, [count]) => {
        sheet.freeze = { rows: integer(count ?? 1), columns: 0 };
      },
      freezeColumns: (sheet, [count]) => {
        sheet.freeze = { rows: 0, columns: integer(count ?? 1) };
      },
      unfreeze: (sheet) => {
        sheet.freeze = null;
      },
      getLocation: (sheet, _args, batch) => {
        if (!sheet.freeze) throw itemNotFound("nothing is frozen");
        const { rows, columns } = sheet.freeze;
        return rangeOf(batch, sheet, {
          row: 0,
          column: 0,
          rowCount: rows || maxRows,
          columnCount: columns || maxColumns,
        });
      },
    },
  },
} satisfies PartialRegistry;
