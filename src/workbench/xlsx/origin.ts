import type { DefinedName } from "../model/parts";
import type { CellFormula } from "../model/sheet";
import type { Package } from "./package";
import type { SheetPart } from "./sheetParts";

/** What the file held of the workbook beyond the model, and what the model looked like right after it was read. */
export interface WorkbookOrigin {
  parts: Package;
  workbookPath: string;
  /** How many cell styles styles.xml holds. */
  styles: number;
  fileText: WeakMap<CellFormula, string>;
  names: string;
  /** Names the file keeps for print areas, titles and filters, when they were read. */
  builtIn: DefinedName[];
  customXml: Map<string, { path: string; xml: string }>;
  properties: string;
  sheets: string;
  recalculates: boolean;
}

export interface SheetOrigin {
  path: string;
  sheetId: string;
  /** The parts the model owns, as it would have written them when the sheet was read. */
  parts: Partial<Record<SheetPart, string>>;
  cells: string;
  hyperlinks: string;
  tables: Map<number, { path: string; written: string }>;
}
