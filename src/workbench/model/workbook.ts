import type { Area } from "../../workbook/address";
import type { CellValue } from "../../workbook/cell";
import type { Chart, Comment, DefinedName, Table, TableStyle } from "./parts";
import type { NamedStyle } from "./namedStyle";
import { Sheet } from "./sheet";
import { StyleTable } from "./styles";

/** What changed in the model. Listeners get it after the change; `source` says whose hand it was. */
export type ModelChange =
  | {
      kind: "cells";
      sheet: Sheet;
      area: Area;
      source: ChangeSource;
      before?: CellValue;
      /** Cells whose formula changed or went. */
      formulas?: ChangedFormula[];
    }
  | { kind: "formats"; sheet: Sheet; area: Area; source: ChangeSource }
  | {
      kind: "rows" | "columns" | "cellsDown" | "cellsRight";
      action: "inserted" | "deleted";
      sheet: Sheet;
      area: Area;
      source: ChangeSource;
    }
  | {
      kind: "sheets" | "names" | "tables";
      sheet: Sheet | null;
      source: ChangeSource;
      /** What happened, where the one who changed says it. */
      action?: SheetAction;
      /** The name, visibility or position before. */
      before?: string | number;
      /** The table, for changes of kind "tables". */
      table?: Table;
    }
  | { kind: "selection"; sheet: Sheet; area: Area; source: ChangeSource }
  /** Rows hidden or shown, by hand or by a filter. */
  | { kind: "rowsHidden"; hidden: boolean; sheet: Sheet; area: Area; source: ChangeSource }
  /** Told beside the change of the cells. */
  | { kind: "sorted"; by: "rows" | "columns"; sheet: Sheet; area: Area; source: ChangeSource }
  | { kind: "charts"; action: ChartAction; sheet: Sheet; chart: Chart; source: ChangeSource }
  | {
      kind: "comments";
      action: CommentAction;
      sheet: Sheet;
      comment: Comment;
      /** The replies it is about. */
      replies: string[];
      source: ChangeSource;
    };

export interface ChangedFormula {
  row: number;
  column: number;
  /** The formula before. */
  previous: string;
}

export type ChartAction = "added" | "deleted" | "activated" | "deactivated";

export type CommentAction =
  "added" | "deleted" | "edited" | "resolved" | "reopened" | "replyAdded" | "replyDeleted" | "replyEdited";

export type SheetAction =
  "added" | "deleted" | "renamed" | "moved" | "visibility" | "activated" | "protection";

/** "api": through the client; "user": typed in the grid; "calc": a formula's new value; "remote": a co-author. */
export type ChangeSource = "api" | "user" | "calc" | "remote";

export type CalculationMode = "Automatic" | "AutomaticExceptTables" | "Manual";

export interface CustomXmlPart {
  id: string;
  xml: string;
}

/** The workbook: the only truth in the workbench. */
export class Workbook {
  sheets: Sheet[] = [];
  names: DefinedName[] = [];
  styles = new StyleTable();
  /** By name in small letters, null for one that was deleted; model/namedStyles.ts fills it when it is first asked. */
  readonly namedStyles = new Map<string, NamedStyle | null>();
  /** The user's own table styles. */
  tableStyles: TableStyle[] = [];
  defaultTableStyle = "TableStyleMedium2";
  /** Ids begin with "{". */
  customXmlParts: CustomXmlPart[] = [];
  /** Office add-in settings (document settings), by key; values are JSON. */
  settings = new Map<string, unknown>();
  properties: DocumentProperties = { custom: new Map() };
  calculationMode: CalculationMode = "Automatic";
  date1904 = false;
  activeSheet: Sheet | null = null;
  /** The chart that is selected, if one is. */
  activeChart: { sheet: Sheet; chart: Chart } | null = null;
  /** Structure protection (workbook.protection). */
  protected = false;
  /** True where the file asks readers to recalculate all when they open it. */
  fullCalcOnLoad = false;
  /** What the file held beyond the model; owned by xlsx. */
  origin: unknown = null;

  private readonly listeners = new Set<(change: ModelChange) => void>();
  private nextSheet = 1;
  private nextTable = 1;

  addSheet(name: string, position = this.sheets.length): Sheet {
    const sheet = new Sheet(`{00000000-0001-0000-0000-${String(this.nextSheet++).padStart(12, "0")}}`, name);
    this.sheets.splice(position, 0, sheet);
    this.activeSheet ??= sheet;
    return sheet;
  }

  /** Excel compares sheet names without regard to case. */
  sheet(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  sheetById(id: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === id);
  }

  /** A table number no table in the workbook has had. */
  newTableId(): number {
    for (const sheet of this.sheets) {
      for (const table of sheet.tables) this.nextTable = Math.max(this.nextTable, table.id + 1);
    }
    return this.nextTable++;
  }

  onChange(listener: (change: ModelChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tells the listeners. */
  changed(change: ModelChange): void {
    for (const listener of this.listeners) listener(change);
  }
}

export interface DocumentProperties {
  title?: string;
  subject?: string;
  author?: string;
  keywords?: string;
  comments?: string;
  lastAuthor?: string;
  manager?: string;
  company?: string;
  category?: string;
  revisionNumber?: number;
  creationDate?: string;
  custom: Map<string, string | number | boolean>;
}
