import type { Element } from "./xml";

/** The worksheet's children in the schema's order; Excel calls a file with another order damaged. */
export const sheetOrder = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
] as const;
export type SheetPart = (typeof sheetOrder)[number];

/** An element's place in the order; one that wraps another for the sake of older versions has that one's. */
export function orderOf({ name, children }: Element): number {
  const own = (sheetOrder as readonly string[]).indexOf(name);
  if (own >= 0) return own;
  return children.reduce((found, inside) => (found >= 0 ? found : orderOf(inside)), -1);
}
