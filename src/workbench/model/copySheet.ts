import { ModelError } from "./errors";
import { replaceRefs } from "./references";
import type { Sheet } from "./sheet";
import { freeCopyName } from "./sheets";
import { freeTableName } from "./tableNames";
import type { ChangeSource, Workbook } from "./workbook";

/** Copies a sheet with everything on it; tables get names of their own, formulas that name the sheet follow to the copy. */
export function copySheet(workbook: Workbook, sheet: Sheet, position: number, source: ChangeSource): Sheet {
  if (workbook.protected) throw new ModelError("AccessDenied", "the workbook's structure is protected");
  const copy = workbook.addSheet(freeCopyName(workbook, sheet.name), position);
  const {
    rows,
    columns,
    merges,
    conditionalFormats,
    validations,
    hyperlinks,
    comments,
    notes,
    charts,
    richText,
  } = structuredClone({
    rows: sheet.rows,
    columns: sheet.columns,
    merges: sheet.merges,
    conditionalFormats: sheet.conditionalFormats.map((format) => ({ ...format, origin: undefined })),
    validations: sheet.validations,
    hyperlinks: sheet.hyperlinks,
    comments: sheet.comments,
    notes: sheet.notes,
    charts: sheet.charts,
    richText: sheet.richText,
  });
  Object.assign(copy, {
    rows,
    columns,
    merges,
    conditionalFormats,
    validations,
    hyperlinks,
    comments,
    notes,
    charts,
    richText,
    customProperties: new Map(sheet.customProperties),
    tabColor: sheet.tabColor,
    defaultRowHeight: sheet.defaultRowHeight,
    defaultColumnWidth: sheet.defaultColumnWidth,
    filter: structuredClone(sheet.filter),
    freeze: structuredClone(sheet.freeze),
    pageLayout: structuredClone(sheet.pageLayout),
    protection: structuredClone(sheet.protection),
    showGridlines: sheet.showGridlines,
    showHeadings: sheet.showHeadings,
    zoom: sheet.zoom,
  });
  for (const table of sheet.tables) {
    copy.tables.push({
      ...structuredClone({ ...table, origin: undefined }),
      id: workbook.newTableId(),
      name: freeTableName(workbook, table.name),
    });
  }
  followOwnName(copy, sheet.name);
  for (const name of workbook.names.filter((one) => one.sheet === sheet.id)) {
    workbook.names.push({ ...structuredClone(name), sheet: copy.id });
  }
  workbook.changed({ kind: "sheets", sheet: copy, action: "added", source });
  return copy;
}

/** "Data!A1" in a formula on Data itself means the copy's own cell on the copy. */
function followOwnName(copy: Sheet, was: string): void {
  const name = was.toLowerCase();
  for (const row of copy.rows) {
    row?.formulas?.forEach((formula) => {
      if (!formula) return;
      formula.text = replaceRefs(formula.text, (ref) =>
        !ref.external && ref.sheet.toLowerCase() === name ? { ...ref, prefix: "" } : undefined,
      );
    });
  }
}
