/** What Microsoft's client sends and expects: one request a sync, as JSON. */

/** How an object is reached. */
export interface ObjectPathInfo {
  Id: number;
  /** 1 the workbook, 2 a new object, 3 a method's result, 4 a property, 5 an item by key, 6 a kept object, 7 a null object. */
  ObjectPathType: number;
  Name?: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface ArgumentInfo {
  Arguments?: unknown[];
  /** Beside each argument: the object path it is, 0 for a plain value, a list for an array of objects. */
  ReferencedObjectPathIds?: unknown[];
}

export interface ActionInfo {
  Id: number;
  /** 1 instantiate, 2 query, 3 method, 4 set property, 5 trace, 8 ensure unchanged. */
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface RequestBody {
  Actions: ActionInfo[];
  ObjectPaths: Record<string, ObjectPathInfo>;
}

/** The bridge's envelope around a request. */
export interface BridgeRequest {
  id: number;
  type: number;
  flags?: number;
  controlId?: string;
  message: { url: string; method: string; headers?: Record<string, string>; body: RequestBody | string };
}

export interface ReplyError {
  Code: string;
  Message: string;
  Location: string;
  ActionIndex: number;
  HttpStatusCode: number;
}

export interface ReplyBody {
  Results: { ActionId: number; Value: unknown }[];
  Error: ReplyError | null;
  TraceIds?: number[];
}

export const eventCategory = 65536;
export const workbookTarget = "Workbook";

/** The events by their numbers on the wire. */
export const eventTypes = {
  worksheetAdded: 13,
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  worksheetFormatChanged: 18,
  worksheetRowSorted: 19,
  worksheetColumnSorted: 20,
  worksheetRowHiddenChanged: 22,
  worksheetFormulaChanged: 23,
  worksheetProtectionChanged: 24,
  worksheetNameChanged: 25,
  worksheetVisibilityChanged: 26,
  worksheetMoved: 27,
  chartAdded: 50,
  chartActivated: 51,
  chartDeactivated: 52,
  chartDeleted: 53,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  commentAdded: 250,
  commentDeleted: 251,
  commentChanged: 252,
  workbookAutoSaveSettingChanged: 2200,
  workbookActivated: 2203,
} as const;
