import { ModelError } from "./errors";
import { removeSheetFromFormulas, renameSheetInFormulas } from "./formulas";
import type { Sheet } from "./sheet";
import type { ChangeSource, Workbook } from "./workbook";

/**
 * Checks a sheet's name by Excel's rules: 1–31 characters, none of : \ / ? * [ ], no apostrophe first or last, not
 * "History", and no other sheet's.
 * @throws ModelError InvalidArgument or ItemAlreadyExists.
 */
export function checkSheetName(workbook: Workbook, name: string, except?: Sheet): void {
  if (
    name.length === 0 ||
    name.length > 31 ||
    /[:\\/?*[\]]/.test(name) ||
    /^'|'$/.test(name) ||
    name.toLowerCase() === "history"
  )
    throw new ModelError("InvalidArgument", `“${name}” can't name a sheet`);
  const taken = workbook.sheet(name);
  if (taken && taken !== except) throw new ModelError("ItemAlreadyExists", name);
}

function checkStructure(workbook: Workbook): void {
  if (workbook.protected) throw new ModelError("AccessDenied", "the workbook's structure is protected");
}

/** Adds a sheet last; without a name "Sheet1", "Sheet2" … is taken. */
export function addSheet(
  workbook: Workbook,
  name: string | null,
  source: ChangeSource,
  position = workbook.sheets.length,
): Sheet {
  checkStructure(workbook);
  if (name !== null) checkSheetName(workbook, name);
  const sheet = workbook.addSheet(name ?? freeSheetName(workbook), position);
  workbook.changed({ kind: "sheets", sheet, action: "added", source });
  return sheet;
}

function freeSheetName(workbook: Workbook): string {
  for (let n = 1; ; n++) if (!workbook.sheet(`Sheet${n}`)) return `Sheet${n}`;
}

/** "Data (2)", "Data (3)" … for a copy. */
export function freeCopyName(workbook: Workbook, name: string): string {
  for (let n = 2; ; n++) {
    const suffix = ` (${n})`;
    const copy = name.slice(0, 31 - suffix.length) + suffix;
    if (!workbook.sheet(copy)) return copy;
  }
}

export function renameSheet(workbook: Workbook, sheet: Sheet, name: string, source: ChangeSource): void {
  if (name === sheet.name) return;
  checkStructure(workbook);
  checkSheetName(workbook, name, sheet);
  const before = sheet.name;
  renameSheetInFormulas(workbook, before, name);
  sheet.name = name;
  workbook.changed({ kind: "sheets", sheet, action: "renamed", before, source });
}

const visibleSheets = (workbook: Workbook) =>
  workbook.sheets.filter(({ visibility }) => visibility === "visible");

/** @throws ModelError InvalidOperation for the last visible sheet. */
export function deleteSheet(workbook: Workbook, sheet: Sheet, source: ChangeSource): void {
  checkStructure(workbook);
  if (sheet.visibility === "veryHidden") throw new ModelError("InvalidOperation", "the sheet is very hidden");
  const visible = visibleSheets(workbook);
  if (visible.length === 1 && visible[0] === sheet)
    throw new ModelError("InvalidOperation", "the last visible sheet");
  removeSheetFromFormulas(workbook, sheet);
  const at = workbook.sheets.indexOf(sheet);
  workbook.sheets.splice(at, 1);
  workbook.names = workbook.names.filter((name) => name.sheet !== sheet.id);
  workbook.changed({ kind: "sheets", sheet, action: "deleted", source });
  if (workbook.activeSheet !== sheet) return;
  const after = workbook.sheets.slice(at).find(({ visibility }) => visibility === "visible");
  activateSheet(workbook, after ?? visibleSheets(workbook).at(-1)!, source);
}

export function moveSheet(workbook: Workbook, sheet: Sheet, position: number, source: ChangeSource): void {
  if (!Number.isInteger(position) || position < 0 || position >= workbook.sheets.length)
    throw new ModelError("InvalidArgument", `position ${position}`);
  const before = workbook.sheets.indexOf(sheet);
  if (before === position) return;
  checkStructure(workbook);
  workbook.sheets.splice(before, 1);
  workbook.sheets.splice(position, 0, sheet);
  workbook.changed({ kind: "sheets", sheet, action: "moved", before, source });
}

export function showSheet(
  workbook: Workbook,
  sheet: Sheet,
  visibility: Sheet["visibility"],
  source: ChangeSource,
): void {
  if (sheet.visibility === visibility) return;
  checkStructure(workbook);
  const visible = visibleSheets(workbook);
  if (visibility !== "visible" && visible.length === 1 && visible[0] === sheet)
    throw new ModelError("InvalidOperation", "the last visible sheet");
  const before = sheet.visibility;
  sheet.visibility = visibility;
  workbook.changed({ kind: "sheets", sheet, action: "visibility", before, source });
  if (workbook.activeSheet === sheet) activateSheet(workbook, visibleSheets(workbook)[0], source);
}

export function activateSheet(workbook: Workbook, sheet: Sheet, source: ChangeSource): void {
  if (workbook.activeSheet === sheet) return;
  const before = workbook.activeSheet?.id;
  workbook.activeSheet = sheet;
  workbook.changed({ kind: "sheets", sheet, action: "activated", source, ...(before && { before }) });
}
