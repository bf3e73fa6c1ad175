import type { Area } from "../../workbook/address";
import { cellAddress, intersect, maxColumns, maxRows } from "../../workbook/address";
import type { CellValue } from "../../workbook/cell";
import { apiValue } from "../model/cells";
import { rangeAddress } from "../model/references";
import type { Sheet } from "../model/sheet";
import type { ModelChange, Workbook } from "../model/workbook";
import { eventTypes, workbookTarget } from "./protocol";
import { visibilityWord } from "./words";

/** An event as a client hears it. */
export interface HostEvent {
  type: number;
  /** The id of the sheet or table it is about, "Workbook" for the collections' own. */
  target: string;
  /** Also told to those who listen to the collection. */
  everywhere: boolean;
  args: Record<string, unknown>;
  /** What the event's getRange gives. */
  range?: { sheet: Sheet; area: Area };
}

/** What Excel tells of a change. `own` is false when another client made it. */
export function events(workbook: Workbook, change: ModelChange, own: boolean): HostEvent[] {
  const source = own ? "Local" : "Remote";
  const trigger = own && change.source === "api" ? "ThisLocalAddin" : "Unknown";
  switch (change.kind) {
    case "cells":
      return change.source === "calc" ? calculated(change) : contentsChanged(change, source, trigger);
    case "formats":
      return [
        onSheet(
          eventTypes.worksheetFormatChanged,
          change.sheet,
          { address: rangeAddress(change.area), source },
          change.area,
        ),
      ];
    case "rows":
    case "columns":
    case "cellsDown":
    case "cellsRight":
      return shifted(change, source, trigger);
    case "selection":
      return [
        onSheet(eventTypes.worksheetSelectionChanged, change.sheet, { address: rangeAddress(change.area) }),
        ...change.sheet.tables.map((table) => {
          const inside = intersect(table.area, change.area);
          return {
            type: eventTypes.tableSelectionChanged,
            target: String(table.id),
            everywhere: false,
            args: {
              address: inside ? rangeAddress(inside) : "",
              isInsideTable: inside !== null,
              tableId: String(table.id),
              worksheetId: change.sheet.id,
            },
          };
        }),
      ];
    case "sheets":
      return change.sheet ? sheetChanged(workbook, change, change.sheet, source) : [];
    case "tables":
      return tableChanged(change, source);
    case "rowsHidden":
      return [
        onSheet(eventTypes.worksheetRowHiddenChanged, change.sheet, {
          address: rangeAddress(change.area),
          changeType: change.hidden ? "Hidden" : "Unhidden",
          source,
        }),
      ];
    case "sorted":
      return [
        onSheet(
          change.by === "rows" ? eventTypes.worksheetRowSorted : eventTypes.worksheetColumnSorted,
          change.sheet,
          { address: rangeAddress(change.area), source },
        ),
      ];
    case "charts":
      return chartChanged(change, source);
    case "comments":
      return commentChanged(change, source);
    case "names":
      return [];
  }
}

function onSheet(type: number, sheet: Sheet, args: Record<string, unknown>, area?: Area): HostEvent {
  return {
    type,
    target: sheet.id,
    everywhere: true,
    args: { worksheetId: sheet.id, ...args },
    ...(area && { range: { sheet, area } }),
  };
}

type CellsChange = Extract<ModelChange, { kind: "cells" }>;

function contentsChanged(change: CellsChange, source: string, triggerSource: string): HostEvent[] {
  const { sheet, area, before } = change;
  const single = area.rowCount === 1 && area.columnCount === 1 && before !== undefined;
  const after = single ? sheet.value(area.row, area.column) : null;
  const args = {
    address: rangeAddress(area),
    changeType: "RangeEdited",
    source,
    // The client reads "None" as the change having no direction.
    shiftDirection: "None",
    triggerSource,
    ...(single && {
      valueBefore: apiValue(before),
      valueAfter: apiValue(after),
      valueTypeBefore: valueType(before),
      valueTypeAfter: valueType(after),
    }),
  };
  return [
    onSheet(eventTypes.worksheetChanged, sheet, args, area),
    ...sheet.tables
      .filter((table) => intersect(table.area, area))
      .map((table): HostEvent => ({
        type: eventTypes.tableChanged,
        target: String(table.id),
        everywhere: true,
        args: { ...args, tableId: String(table.id), worksheetId: sheet.id },
        range: { sheet, area },
      })),
    ...formulasChanged(change, source),
  ];
}

/** Told for formulas that changed or went ([docs] Worksheet.onFormulaChanged), not for new ones. */
function formulasChanged({ sheet, formulas = [] }: CellsChange, source: string): HostEvent[] {
  if (formulas.length === 0) return [];
  const formulaDetails = formulas.map(({ row, column, previous }) => ({
    cellAddress: cellAddress(row, column),
    previousFormula: previous,
  }));
  return [onSheet(eventTypes.worksheetFormulaChanged, sheet, { source, formulaDetails })];
}

const calculated = ({ sheet, area }: CellsChange): HostEvent[] => [
  onSheet(eventTypes.worksheetCalculated, sheet, { address: rangeAddress(area) }),
];

function shifted(
  change: Extract<ModelChange, { kind: "rows" | "columns" | "cellsDown" | "cellsRight" }>,
  source: string,
  triggerSource: string,
): HostEvent[] {
  const { kind, action, sheet, area } = change;
  const inserted = action === "inserted";
  const changeType =
    kind === "rows"
      ? inserted
        ? "RowInserted"
        : "RowDeleted"
      : kind === "columns"
        ? inserted
          ? "ColumnInserted"
          : "ColumnDeleted"
        : inserted
          ? "CellInserted"
          : "CellDeleted";
  const shiftDirection =
    kind === "cellsDown"
      ? inserted
        ? "ShiftCellDown"
        : "ShiftCellUp"
      : kind === "cellsRight"
        ? inserted
          ? "ShiftCellRight"
          : "ShiftCellLeft"
        : "None";
  const told =
    kind === "rows"
      ? { ...area, column: 0, columnCount: maxColumns }
      : kind === "columns"
        ? { ...area, row: 0, rowCount: maxRows }
        : area;
  return [
    onSheet(
      eventTypes.worksheetChanged,
      sheet,
      { address: rangeAddress(told), changeType, source, shiftDirection, triggerSource },
      told,
    ),
  ];
}

function sheetChanged(
  workbook: Workbook,
  change: Extract<ModelChange, { kind: "sheets" | "names" | "tables" }>,
  sheet: Sheet,
  source: string,
): HostEvent[] {
  const onWorkbook = (type: number, args: Record<string, unknown>): HostEvent => ({
    type,
    target: workbookTarget,
    everywhere: false,
    args: { worksheetId: sheet.id, source, ...args },
  });
  switch (change.action) {
    case "added":
      return [onWorkbook(eventTypes.worksheetAdded, {})];
    case "deleted":
      return [onWorkbook(eventTypes.worksheetDeleted, {})];
    case "renamed":
      return [
        onSheet(eventTypes.worksheetNameChanged, sheet, {
          nameBefore: change.before,
          nameAfter: sheet.name,
          source,
        }),
      ];
    case "moved":
      return [
        onWorkbook(eventTypes.worksheetMoved, {
          positionBefore: change.before,
          positionAfter: workbook.sheets.indexOf(sheet),
        }),
      ];
    case "visibility":
      return [
        onSheet(eventTypes.worksheetVisibilityChanged, sheet, {
          visibilityBefore: visibilityWord(change.before as Sheet["visibility"]),
          visibilityAfter: visibilityWord(sheet.visibility),
          source,
        }),
      ];
    case "activated": {
      const left = workbook.sheetById(String(change.before));
      return [
        ...(left ? [onSheet(eventTypes.worksheetDeactivated, left, {})] : []),
        onSheet(eventTypes.worksheetActivated, sheet, {}),
      ];
    }
    case "protection":
      return [
        onSheet(eventTypes.worksheetProtectionChanged, sheet, {
          isProtected: sheet.protection !== null,
          source,
        }),
      ];
    default:
      return [];
  }
}

function tableChanged(
  { sheet, table, action }: Extract<ModelChange, { kind: "sheets" | "names" | "tables" }>,
  source: string,
): HostEvent[] {
  if (!sheet || !table || (action !== "added" && action !== "deleted")) return [];
  const event: HostEvent = {
    type: action === "added" ? eventTypes.tableAdded : eventTypes.tableDeleted,
    target: sheet.id,
    everywhere: true,
    args: { tableId: String(table.id), tableName: table.name, worksheetId: sheet.id, source },
  };
  return [event];
}

const chartEvents = {
  added: eventTypes.chartAdded,
  deleted: eventTypes.chartDeleted,
  activated: eventTypes.chartActivated,
  deactivated: eventTypes.chartDeactivated,
};

/** The collection listens under its sheet's id, a chart under its own. */
function chartChanged(
  { sheet, chart, action }: Extract<ModelChange, { kind: "charts" }>,
  source: string,
): HostEvent[] {
  const type = chartEvents[action];
  const args = { chartId: chart.id, worksheetId: sheet.id, source };
  const event = { type, target: sheet.id, everywhere: false, args };
  return action === "added" || action === "deleted" ? [event] : [event, { ...event, target: chart.id }];
}

const commentChanges = {
  edited: "CommentEdited",
  resolved: "CommentResolved",
  reopened: "CommentReopened",
  replyAdded: "ReplyAdded",
  replyDeleted: "ReplyDeleted",
  replyEdited: "ReplyEdited",
};

function commentChanged(
  { sheet, comment, replies, action }: Extract<ModelChange, { kind: "comments" }>,
  source: string,
): HostEvent[] {
  const commentDetails = [{ commentId: comment.id, replyIds: replies }];
  const args = { commentDetails, worksheetId: sheet.id, source };
  const event = { target: sheet.id, everywhere: true };
  if (action === "added") return [{ ...event, type: eventTypes.commentAdded, args }];
  if (action === "deleted") return [{ ...event, type: eventTypes.commentDeleted, args }];
  return [
    { ...event, type: eventTypes.commentChanged, args: { ...args, changeType: commentChanges[action] } },
  ];
}

/** The word Excel has for what a cell holds. */
export function valueType(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "string") return "String";
  return typeof value === "boolean" ? "Boolean" : "Error";
}
