import { type Area, maxColumns, maxRows } from "../../workbook/address";
import { quoteSheet } from "../../workbook/address";
import type { DefinedName, PageLayout } from "../model/parts";
import { absoluteAddress, formulaRefs, refArea } from "../model/references";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { formulaFromFile, formulaToFile } from "./formulaText";
import { childrenOf, type Element, escapeText, excelAttribute, isTrue, tag, unescapeExcel } from "./xml";

const printArea = "_xlnm.Print_Area";
const printTitles = "_xlnm.Print_Titles";
const filterDatabase = "_xlnm._FilterDatabase";

/**
 * Reads the workbook's names. What to print becomes the sheet's page layout; a filter's hidden name follows its filter.
 * `sheetAt` finds a sheet by its number among all the file's sheets.
 */
export function readNames(
  element: Element | undefined,
  workbook: Workbook,
  sheetAt: (index: number) => Sheet | null,
): void {
  for (const { attributes, text } of childrenOf(element, "definedName")) {
    const { name, localSheetId, hidden, comment, ...rest } = attributes;
    const sheet = localSheetId === undefined ? null : sheetAt(Number(localSheetId));
    if (!name || (localSheetId !== undefined && !sheet)) continue;
    const formula = formulaFromFile(unescapeExcel(text));
    if (sheet && name === filterDatabase) continue;
    if (sheet && name === printArea && readPrintArea(formula, sheet)) continue;
    if (sheet && name === printTitles && readPrintTitles(formula, sheet)) continue;
    workbook.names.push({
      name,
      sheet: sheet?.id ?? null,
      formula,
      visible: !isTrue(hidden),
      comment: unescapeExcel(comment ?? ""),
      ...(Object.keys(rest).length > 0 && { attributes: rest }),
    });
  }
}

/** The areas of "=Blad1!$A$1:$B$2,Blad1!$D$1" when all lie on the sheet; null for anything else. */
function areasOn(formula: string, sheet: Sheet): Area[] | null {
  const refs = formulaRefs(formula);
  const all = refs.every((ref) => !ref.external && ref.sheet.toLowerCase() === sheet.name.toLowerCase());
  const plain = formula.replace(/'(?:[^']|'')*'|[^,!=]+!/g, "").replace(/[$A-Z0-9:!,=\s]/gi, "") === "";
  const count = formula.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).length;
  return refs.length > 0 && all && plain && refs.length === count ? refs.map(refArea) : null;
}

function readPrintArea(formula: string, sheet: Sheet): boolean {
  const areas = areasOn(formula, sheet);
  if (areas) sheet.pageLayout.printArea = areas;
  return areas !== null;
}

function readPrintTitles(formula: string, sheet: Sheet): boolean {
  const areas = areasOn(formula, sheet);
  if (!areas || areas.length > 2) return false;
  const layout: Pick<PageLayout, "titleRows" | "titleColumns"> = { titleRows: null, titleColumns: null };
  for (const { row, column, rowCount, columnCount } of areas) {
    if (columnCount === maxColumns) layout.titleRows = { first: row, last: row + rowCount - 1 };
    else if (rowCount === maxRows) layout.titleColumns = { first: column, last: column + columnCount - 1 };
    else return false;
  }
  Object.assign(sheet.pageLayout, layout);
  return true;
}

/** Everything that becomes a name in the file, in the model's words: equal when nothing is to be written. */
export function nameContent(workbook: Workbook, key: (sheet: Sheet) => string): unknown {
  return [
    workbook.names.map((name) => {
      const sheet = workbook.sheets.find(({ id }) => id === name.sheet);
      return { ...name, sheet: sheet ? key(sheet) : null };
    }),
    workbook.sheets.map((sheet) => {
      const { printArea: areas, titleRows, titleColumns } = sheet.pageLayout;
      return [key(sheet), sheet.name, areas, titleRows, titleColumns, sheet.filter?.area ?? null];
    }),
  ];
}

/** A name that belongs to a sheet the model doesn't hold (a chart sheet): its words, and the sheet's number now. */
export interface UnheldName {
  name: string;
  at: number;
  xml: string;
}

/** The definedNames element. `indexOf` gives a sheet's number among all the file's sheets. */
export function writeNames(
  workbook: Workbook,
  indexOf: (sheet: Sheet) => number,
  unheld: UnheldName[],
): string {
  const lines: UnheldName[] = [...unheld];
  const add = (
    name: string,
    at: number,
    formula: string,
    more: Record<string, string | boolean | null> = {},
  ) => {
    const attributes = { name, localSheetId: at < 0 ? null : at, ...more };
    lines.push({ name, at, xml: tag("definedName", attributes, escapeText(formulaToFile(formula))) });
  };
  const layoutNames = new Set<string>();
  for (const sheet of workbook.sheets) {
    const at = indexOf(sheet);
    const on = (area: Area) => `${quoteSheet(sheet.name)}!${absoluteAddress(area)}`;
    const { printArea: areas, titleRows, titleColumns } = sheet.pageLayout;
    if (sheet.filter) add(filterDatabase, at, `=${on(sheet.filter.area)}`, { hidden: true });
    if (areas.length > 0) {
      add(printArea, at, `=${areas.map(on).join(",")}`);
      layoutNames.add(`${printArea} ${sheet.id}`);
    }
    const titles = [
      titleColumns && {
        row: 0,
        rowCount: maxRows,
        column: titleColumns.first,
        columnCount: titleColumns.last - titleColumns.first + 1,
      },
      titleRows && {
        row: titleRows.first,
        rowCount: titleRows.last - titleRows.first + 1,
        column: 0,
        columnCount: maxColumns,
      },
    ].filter((area) => area !== null);
    if (titles.length > 0) {
      add(printTitles, at, `=${titles.map(on).join(",")}`);
      layoutNames.add(`${printTitles} ${sheet.id}`);
    }
  }
  for (const name of workbook.names) {
    if (layoutNames.has(`${name.name} ${name.sheet}`)) continue;
    const sheet = name.sheet === null ? null : workbook.sheetById(name.sheet);
    if (sheet === undefined) continue;
    add(name.name, sheet ? indexOf(sheet) : -1, name.formula, nameAttributes(name));
  }
  lines.sort((a, b) => {
    const [x, y] = [a.name.toLowerCase(), b.name.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : a.at - b.at;
  });
  return lines.length === 0 ? "" : tag("definedNames", {}, lines.map(({ xml }) => xml).join(""));
}

const nameAttributes = ({ visible, comment, attributes = {} }: DefinedName) => ({
  comment: excelAttribute(comment) || null,
  hidden: visible ? null : true,
  ...attributes,
});
