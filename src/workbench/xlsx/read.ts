import { parseArea, splitAddress } from "../../workbook/address";
import type { DefinedName } from "../model/parts";
import type { CellFormula, Sheet } from "../model/sheet";
import { Workbook } from "../model/workbook";
import { readSettings } from "./addIn";
import { WorkbookFileError } from "./fileError";
import { formulaFromFile } from "./formulaText";
import type { SheetOrigin, WorkbookOrigin } from "./origin";
import { openPackage, type Package } from "./package";
import { type CellContext, readCells, type SharedString } from "./readCells";
import { type ReadStyles, readStyles, readTheme } from "./readStyles";
import { readSheetParts } from "./sheetParts";
import { readTable } from "./tables";
import { writeBaseline } from "./write";
import { child, childrenOf, type Element, isTrue, parseXml, unescapeExcel } from "./xml";

/** Opens a workbook file. Throws WorkbookFileError for what is no workbook, is damaged, encrypted or a zip bomb. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const parts = openPackage(bytes);
  try {
    return read(parts);
  } catch (error) {
    throw error instanceof WorkbookFileError ? error : new WorkbookFileError("trasig");
  }
}

function read(parts: Package): Workbook {
  const workbookPath =
    parts.relationships("").find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const root = parts.xml(workbookPath);
  if (!root || root.name !== "workbook") throw new WorkbookFileError("ingenArbetsbok");
  const related = parts.relationships(workbookPath);
  const partOf = (type: string) =>
    related.find((relationship) => relationship.type === type && parts.parts.has(relationship.target))
      ?.target;
  const xmlOf = (type: string) => {
    const path = partOf(type);
    return path ? parts.xml(path) : null;
  };
  const workbook = new Workbook();
  const styles = readStyles(xmlOf("styles"), readTheme(xmlOf("theme")));
  workbook.styles = styles.table;
  workbook.date1904 = isTrue(child(root, "workbookPr")?.attributes.date1904);
  workbook.protected = isTrue(child(root, "workbookProtection")?.attributes.lockStructure);
  const calculation = child(root, "calcPr")?.attributes ?? {};
  workbook.calculationMode =
    calculation.calcMode === "manual"
      ? "Manual"
      : calculation.calcMode === "autoNoTable"
        ? "AutomaticExceptTables"
        : "Automatic";
  workbook.fullCalcOnLoad = isTrue(calculation.fullCalcOnLoad);
  const cells: CellContext = {
    strings: readStrings(partOf("sharedStrings"), parts),
    styles: styles.table.count,
    dynamicMetadata: readDynamicMetadata(xmlOf("sheetMetadata")),
    fileText: new WeakMap<CellFormula, string>(),
  };
  const origin: WorkbookOrigin = {
    parts,
    workbookPath,
    styles: styles.table.count,
    fileText: cells.fileText,
    names: "",
    builtIn: [],
    customXml: new Map(),
    properties: "",
    sheets: "",
    recalculates: workbook.fullCalcOnLoad,
  };
  workbook.origin = origin;

  const listed = childrenOf(child(root, "sheets"), "sheet");
  const byIndex: (Sheet | null)[] = listed.map((entry) => {
    const target = related.find(({ id }) => id === entry.attributes["r:id"]);
    if (!target || !parts.parts.has(target.target) || (target.type !== "worksheet" && target.type !== ""))
      return null;
    const sheet = workbook.addSheet(entry.attributes.name);
    const state = entry.attributes.state;
    sheet.visibility = state === "hidden" || state === "veryHidden" ? state : "visible";
    readSheet(parts, sheet, target.target, entry.attributes.sheetId, styles, cells);
    return sheet;
  });
  if (workbook.sheets.length === 0) throw new WorkbookFileError("trasig");
  const active = byIndex[Number(child(child(root, "bookViews"), "workbookView")?.attributes.activeTab ?? 0)];
  workbook.activeSheet =
    active ?? workbook.sheets.find(({ visibility }) => visibility === "visible") ?? workbook.sheets[0];
  readNames(root, workbook, byIndex, origin);
  readCustomXml(parts, related, workbook, origin);
  readSettings(parts, workbook);
  readProperties(parts, workbook);
  writeBaseline(workbook, origin);
  return workbook;
}

function readStrings(path: string | undefined, parts: Package): SharedString[] {
  const text = path ? parts.text(path) : null;
  if (!text) return [];
  return childrenOf(parseXml(text), "si").map((item) => {
    const plain = item.children.length === 1 && item.children[0].name === "t";
    const runs = childrenOf(item, "r").map((run) => child(run, "t")?.text ?? "");
    const string = unescapeExcel(
      childrenOf(item, "t")
        .map((t) => t.text)
        .join("") + runs.join(""),
    );
    return {
      text: string,
      xml: plain || item.children.length === 0 ? null : text.slice(item.start, item.end),
    };
  });
}

/** Cell metadata numbers whose future metadata says the formula is a dynamic array. */
function readDynamicMetadata(root: Element | null): Set<number> {
  const types = childrenOf(child(root ?? undefined, "metadataTypes"), "metadataType").map(
    ({ attributes }) => attributes.name,
  );
  const dynamic = types.indexOf("XLDAPR") + 1;
  const found = new Set<number>();
  childrenOf(child(root ?? undefined, "cellMetadata"), "bk").forEach((block, index) => {
    if (childrenOf(block, "rc").some(({ attributes }) => Number(attributes.t) === dynamic && dynamic > 0))
      found.add(index + 1);
  });
  return found;
}

function readSheet(
  parts: Package,
  sheet: Sheet,
  path: string,
  sheetId: string,
  styles: ReadStyles,
  cells: CellContext,
): void {
  const text = parts.text(path)!;
  const { outer, data } = splitCells(text);
  const root = parseXml(outer);
  let rule = 1;
  readSheetParts(root, sheet, styles, () => `{${sheet.id.slice(1, -1)}-${rule++}}`);
  if (data !== "") readCells(data, sheet, cells);
  const related = parts.relationships(path);
  const origin: SheetOrigin = { path, sheetId, parts: {}, cells: "", hyperlinks: "", tables: new Map() };
  sheet.origin = origin;
  for (const { attributes } of childrenOf(child(root, "tableParts"), "tablePart")) {
    const target = related.find(({ id }) => id === attributes["r:id"])?.target;
    const part = target ? parts.xml(target) : null;
    const table = part && readTable(part);
    if (!table || !target) continue;
    sheet.tables.push(table);
    origin.tables.set(table.id, { path: target, written: "" });
  }
  sheet.hyperlinks = childrenOf(child(root, "hyperlinks"), "hyperlink").flatMap(({ attributes }) => {
    const area = parseArea(attributes.ref ?? "");
    const address = related.find(({ id }) => id === attributes["r:id"])?.target ?? "";
    return area
      ? [{ area, address, documentReference: attributes.location ?? "", screenTip: attributes.tooltip ?? "" }]
      : [];
  });
}

/** Cuts the cells out of a sheet: they are read by themselves, and the rest is small. */
export function splitCells(text: string): { outer: string; data: string; start: number; end: number } {
  const open = /<(?:\w+:)?sheetData\b[^>]*?(\/?)>/.exec(text);
  if (!open) return { outer: text, data: "", start: -1, end: -1 };
  const start = open.index;
  if (open[1] === "/") return { outer: text, data: "", start, end: start + open[0].length };
  const close = /<\/(?:\w+:)?sheetData\s*>/.exec(text.slice(start));
  if (!close) throw new WorkbookFileError("trasig");
  const end = start + close.index + close[0].length;
  return {
    outer: `${text.slice(0, start)}${open[0].replace(/>$/, "/>")}${text.slice(end)}`,
    data: text.slice(start, end),
    start,
    end,
  };
}

function readNames(
  root: Element,
  workbook: Workbook,
  sheets: (Sheet | null)[],
  origin: WorkbookOrigin,
): void {
  for (const { attributes, text } of childrenOf(child(root, "definedNames"), "definedName")) {
    const { name, localSheetId, hidden, comment, ...rest } = attributes;
    const sheet = localSheetId === undefined ? null : sheets[Number(localSheetId)];
    if (localSheetId !== undefined && !sheet) continue;
    const read: DefinedName = {
      name,
      sheet: sheet?.id ?? null,
      formula: formulaFromFile(text),
      visible: !isTrue(hidden),
      comment: comment ?? "",
      ...(Object.keys(rest).length > 0 && { attributes: rest }),
    };
    if (!name.startsWith("_xlnm.")) workbook.names.push(read);
    else if (!sheet || !readPrintName(name, text, sheet)) origin.builtIn.push(read);
  }
}

/** Print areas and titles stand as names in the file, as page layout in the model. */
function readPrintName(name: string, text: string, sheet: Sheet): boolean {
  const areas = text
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .map((reference) => parseArea(splitAddress(reference).address))
    .filter((area) => area !== null);
  if (areas.length === 0) return false;
  if (name === "_xlnm.Print_Area") {
    sheet.pageLayout.printArea = areas;
    return true;
  }
  if (name !== "_xlnm.Print_Titles") return false;
  for (const area of areas) {
    if (area.columnCount === 16384)
      sheet.pageLayout.titleRows = { first: area.row, last: area.row + area.rowCount - 1 };
    else sheet.pageLayout.titleColumns = { first: area.column, last: area.column + area.columnCount - 1 };
  }
  return true;
}

function readCustomXml(
  parts: Package,
  related: ReturnType<Package["relationships"]>,
  workbook: Workbook,
  origin: WorkbookOrigin,
): void {
  for (const { type, target } of related) {
    const xml = type === "customXml" ? parts.text(target) : null;
    if (xml === null) continue;
    const described = parts
      .relationships(target)
      .find((relationship) => relationship.type === "customXmlProps")?.target;
    const id = (described && parts.xml(described)?.attributes.itemID) || `{${target}}`;
    workbook.customXmlParts.push({ id, xml });
    origin.customXml.set(id, { path: target, xml });
  }
}

const coreNames: Record<string, keyof Workbook["properties"]> = {
  title: "title",
  subject: "subject",
  creator: "author",
  keywords: "keywords",
  description: "comments",
  lastModifiedBy: "lastAuthor",
  category: "category",
  created: "creationDate",
};

function readProperties(parts: Package, workbook: Workbook): void {
  const related = parts.relationships("");
  const core = related.find(({ type }) => type === "core-properties")?.target;
  for (const { name, text } of (core && parts.xml(core)?.children) || []) {
    const property = coreNames[name];
    if (property) Object.assign(workbook.properties, { [property]: text });
    if (name === "revision") workbook.properties.revisionNumber = Number(text);
  }
  const extended = related.find(({ type }) => type === "extended-properties")?.target;
  for (const { name, text } of (extended && parts.xml(extended)?.children) || []) {
    if (name === "Manager") workbook.properties.manager = text;
    if (name === "Company") workbook.properties.company = text;
  }
  const custom = related.find(({ type }) => type === "custom-properties")?.target;
  for (const { attributes, children } of childrenOf((custom && parts.xml(custom)) || undefined, "property")) {
    const [value] = children;
    if (!value) continue;
    const read = /^(i\d|int|r\d|decimal)/.test(value.name)
      ? Number(value.text)
      : value.name === "bool"
        ? value.text === "true"
        : value.text;
    workbook.properties.custom.set(attributes.name, read);
  }
}
