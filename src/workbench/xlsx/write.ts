import { areaAddress, quoteSheet } from "../../workbook/address";
import type { DefinedName } from "../model/parts";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { writeAddIn } from "./addIn";
import { formulaToFile } from "./formulaText";
import type { SheetOrigin, WorkbookOrigin } from "./origin";
import { insertLast, Package, relationshipsPath } from "./package";
import { splitCells } from "./read";
import { type SheetPart, sheetOrder, writeSheetParts } from "./sheetParts";
import { writeTable } from "./tables";
import { writeCells, type WriteContext } from "./writeCells";
import { newStyles, StyleWriter } from "./writeStyles";
import { child, childrenOf, type Element, escapeText, parseXml, splice, tag, xmlHeader } from "./xml";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The workbook as a file. Parts that nothing has changed come out as they were read. */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const before = workbook.origin as WorkbookOrigin | null;
  const origin = before ?? newOrigin(workbook);
  const parts = new Package(new Map(origin.parts.parts));
  const related = parts.relationships(origin.workbookPath);
  const pathOf = (type: string) => related.find((relationship) => relationship.type === type)?.target;

  const stylesPath = pathOf("styles") ?? "xl/styles.xml";
  const styles = new StyleWriter(parts.text(stylesPath) ?? newStyles(workbook.styles.get(0)));
  styles.addStyles(workbook.styles, origin.styles);
  const strings = new Strings(parts.text(pathOf("sharedStrings") ?? "") ?? null);
  const context: WriteContext = {
    string: (text) => strings.plain(text),
    richString: (_, xml) => strings.rich(xml),
    fileText: origin.fileText,
    dynamicMetadata: () => dynamicMetadata(parts, origin.workbookPath),
  };
  let formulasChanged = false;
  removeSheets(parts, workbook, origin);
  for (const sheet of workbook.sheets)
    formulasChanged = writeSheet(parts, sheet, origin, styles, context) || formulasChanged;

  parts.set(stylesPath, styles.toString());
  if (!pathOf("styles"))
    attach(parts, origin.workbookPath, stylesPath, "styles", `${spreadsheet}.styles+xml`);
  if (strings.changed) {
    const path = pathOf("sharedStrings") ?? "xl/sharedStrings.xml";
    parts.set(path, strings.toString());
    if (!pathOf("sharedStrings"))
      attach(parts, origin.workbookPath, path, "sharedStrings", `${spreadsheet}.sharedStrings+xml`);
  }
  if (formulasChanged) dropCalculationChain(parts, origin.workbookPath);
  writeBook(parts, workbook, origin);
  writeCustomXml(parts, workbook, origin);
  writeProperties(parts, workbook, origin);
  writeAddIn(parts, workbook);
  return parts.zip();
}

/** What the model would write right after reading: a part is only rewritten when this has changed. */
export function writeBaseline(workbook: Workbook, origin: WorkbookOrigin): void {
  const stylesPath = origin.parts
    .relationships(origin.workbookPath)
    .find(({ type }) => type === "styles")?.target;
  const styles = new StyleWriter(
    (stylesPath && origin.parts.text(stylesPath)) || newStyles(workbook.styles.get(0)),
  );
  const context = baselineContext(origin);
  for (const sheet of workbook.sheets) {
    const own = sheet.origin as SheetOrigin;
    own.parts = writeSheetParts(sheet, sheetRoot(origin.parts, own.path), styles);
    own.cells = digest(writeCells(sheet, context));
    own.hyperlinks = JSON.stringify(sheet.hyperlinks);
    for (const table of sheet.tables) own.tables.get(table.id)!.written = writeTable(table);
  }
  origin.names = JSON.stringify(allNames(workbook, origin));
  origin.sheets = JSON.stringify(sheetList(workbook));
  origin.properties = propertiesKey(workbook);
}

/** Strings by their text, so that the baseline needs no shared strings part. */
const baselineContext = (origin: WorkbookOrigin): WriteContext => ({
  string: (text) => text as unknown as number,
  richString: (_, xml) => xml as unknown as number,
  fileText: origin.fileText,
  dynamicMetadata: () => 1,
});

/** Two 32-bit hashes of a text: a changed sheet is told from an unchanged one without keeping its XML. */
function digest(text: string): string {
  let [a, b] = [0x811c9dc5, 0x1234567];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13);
  }
  return `${text.length}:${a >>> 0}:${b >>> 0}`;
}

const sheetRoot = (parts: Package, path: string): Element => parseXml(splitCells(parts.text(path)!).outer);

function newOrigin(workbook: Workbook): WorkbookOrigin {
  const parts = new Package(new Map());
  parts.set(
    "[Content_Types].xml",
    `${xmlHeader}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
  );
  const path = "xl/workbook.xml";
  parts.set(
    path,
    `${xmlHeader}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr/><bookViews><workbookView/></bookViews><sheets></sheets></workbook>`,
  );
  parts.declare(path, `${spreadsheet}.sheet.main+xml`);
  parts.relate("", `${office}/officeDocument`, path);
  // Our first style is the file's default: the rest are added after it.
  parts.set("xl/styles.xml", newStyles(workbook.styles.get(0)));
  attach(parts, path, "xl/styles.xml", "styles", `${spreadsheet}.styles+xml`);
  return {
    parts,
    workbookPath: path,
    styles: 1,
    fileText: new WeakMap(),
    names: "[]",
    builtIn: [],
    customXml: new Map(),
    properties: "",
    sheets: "",
    recalculates: false,
  };
}

function attach(parts: Package, from: string, path: string, type: string, contentType: string): string {
  parts.declare(path, contentType);
  return parts.relate(from, `${office}/${type}`, path);
}

/** The shared strings: those of the file keep their numbers, new ones come after. */
class Strings {
  private readonly numbers = new Map<string, number>();
  private readonly added: string[] = [];
  private readonly count: number;

  constructor(private readonly text: string | null) {
    const items = text ? childrenOf(parseXml(text), "si") : [];
    this.count = items.length;
    items.forEach((item, index) => {
      const plain = item.children.length === 1 && item.children[0].name === "t";
      const key = plain ? `t${item.children[0].text}` : `x${text!.slice(item.start, item.end)}`;
      if (!this.numbers.has(key)) this.numbers.set(key, index);
    });
  }

  get changed(): boolean {
    return this.added.length > 0;
  }

  plain(text: string): number {
    const stored = escapeText(text);
    return this.number(
      `t${text}`,
      `<si><t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ""}>${stored}</t></si>`,
    );
  }

  rich(xml: string): number {
    return this.number(`x${xml}`, xml);
  }

  toString(): string {
    const unique = this.count + this.added.length;
    const text = this.text ?? `${xmlHeader}<sst xmlns="${main}"></sst>`;
    return insertLast(text, "sst", this.added.join("")).replace(
      /(<(?:\w+:)?sst\b[^>]*?)(?:\s+count="\d*")?(?:\s+uniqueCount="\d*")?(\s*>)/,
      (_, open: string, close: string) =>
        `${open.replace(/\s+(?:unique)?[cC]ount="\d*"/g, "")} uniqueCount="${unique}"${close}`,
    );
  }

  private number(key: string, xml: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.count + this.added.length;
    this.added.push(xml);
    this.numbers.set(key, number);
    return number;
  }
}

/** The number of the cell metadata that says "dynamic array", made when the file has none. */
function dynamicMetadata(parts: Package, workbookPath: string): number {
  const existing = parts.relationships(workbookPath).find(({ type }) => type === "sheetMetadata")?.target;
  const root = existing ? parts.xml(existing) : null;
  const types = childrenOf(child(root ?? undefined, "metadataTypes"), "metadataType").map(
    ({ attributes }) => attributes.name,
  );
  const dynamic = types.indexOf("XLDAPR") + 1;
  const block = childrenOf(child(root ?? undefined, "cellMetadata"), "bk").findIndex((bk) =>
    childrenOf(bk, "rc").some(({ attributes }) => Number(attributes.t) === dynamic),
  );
  if (dynamic > 0 && block >= 0) return block + 1;
  // A file with other metadata but no dynamic arrays: ours would need its numbers; Excel reads the array all the same.
  if (existing) return 0;
  const path = "xl/metadata.xml";
  parts.set(
    path,
    `${xmlHeader}<metadata xmlns="${main}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`,
  );
  attach(parts, workbookPath, path, "sheetMetadata", `${spreadsheet}.sheetMetadata+xml`);
  return 1;
}

function removeSheets(parts: Package, workbook: Workbook, origin: WorkbookOrigin): void {
  const kept = new Set(workbook.sheets.map((sheet) => (sheet.origin as SheetOrigin | null)?.path));
  for (const { type, target } of parts.relationships(origin.workbookPath)) {
    if (type !== "worksheet" || kept.has(target)) continue;
    for (const { type: of, target: own, external } of parts.relationships(target)) {
      if (!external && (of === "table" || of === "comments")) parts.remove(own);
    }
    parts.remove(target);
    unrelate(parts, origin.workbookPath, target);
  }
}

function unrelate(parts: Package, from: string, target: string): void {
  const path = relationshipsPath(from);
  const text = parts.text(path)!;
  const root = parseXml(text);
  const ids = new Set(
    parts
      .relationships(from)
      .filter((one) => one.target === target)
      .map(({ id }) => id),
  );
  const edits = childrenOf(root, "Relationship")
    .filter(({ attributes }) => ids.has(attributes.Id))
    .map(({ start, end }) => ({ start, end, text: "" }));
  parts.set(path, splice(text, edits));
}

/** Writes what has changed of a sheet; true when its cells have. */
function writeSheet(
  parts: Package,
  sheet: Sheet,
  origin: WorkbookOrigin,
  styles: StyleWriter,
  context: WriteContext,
): boolean {
  const own = (sheet.origin as SheetOrigin | null) ?? newSheet(parts, sheet, origin);
  const text = parts.text(own.path)!;
  const { outer, start } = splitCells(text);
  const root = parseXml(outer);
  const written: Partial<Record<SheetPart, string>> = writeSheetParts(sheet, root, styles);
  const changed = new Map<SheetPart, string>();
  for (const name of sheetOrder)
    if (name in written && written[name] !== own.parts[name]) changed.set(name, written[name]!);
  const tableIds = writeTables(parts, sheet, own);
  if (tableIds) changed.set("tableParts", tableIds);
  if (JSON.stringify(sheet.hyperlinks) !== own.hyperlinks)
    changed.set("hyperlinks", hyperlinks(parts, sheet, own));
  const cellsChanged = own.cells !== digest(writeCells(sheet, baselineContext(origin)));
  if (!cellsChanged) changed.delete("dimension");
  if (cellsChanged) changed.set("sheetData", writeCells(sheet, context));
  if (changed.size === 0 && start >= 0) return false;
  parts.set(own.path, composeSheet(text, root, changed));
  return cellsChanged;
}

/** The sheet with changed parts put in their places and everything else as it stood. */
function composeSheet(text: string, root: Element, changed: Map<SheetPart, string>): string {
  const { outer, data } = splitCells(text);
  const standing = (element: Element) =>
    element.name === "sheetData" && data !== "" ? data : outer.slice(element.start, element.end);
  const place = (name: string) => {
    const at = sheetOrder.indexOf(name as SheetPart);
    return at < 0 ? sheetOrder.length : at;
  };
  const pieces: { at: number; xml: string }[] = [];
  for (const element of root.children) {
    if (!changed.has(element.name as SheetPart))
      pieces.push({ at: place(element.name), xml: standing(element) });
  }
  // An mc:AlternateContent stands where it stood: right after what came before it.
  root.children.forEach((element, index) => {
    if (place(element.name) === sheetOrder.length && index > 0) {
      const piece = pieces.find(({ xml }) => xml === standing(element));
      if (piece) piece.at = place(root.children[index - 1].name) + 0.5;
    }
  });
  for (const [name, xml] of changed)
    if (xml !== "") pieces.push({ at: place(name), xml: withRelationshipPrefix(xml) });
  if (!changed.has("sheetData") && !root.children.some(({ name }) => name === "sheetData"))
    pieces.push({ at: place("sheetData"), xml: "<sheetData/>" });
  const inner = pieces
    .sort((a, b) => a.at - b.at)
    .map(({ xml }) => xml)
    .join("");
  const open = outer.slice(0, root.innerStart).replace(/\/>$/, ">");
  const prefix = /<(\w+:)?worksheet\b/.exec(open)?.[1] ?? "";
  const body = prefix === "" ? inner : inner.replace(/<(\/?)(?=[a-z]\w*[\s/>])/g, `<$1${prefix}`);
  return `${open}${body}</${prefix}worksheet>`;
}

/** The prefix r may not be declared on the sheet: the attribute declares it itself. */
const withRelationshipPrefix = (xml: string) =>
  xml.replace(/<(\w+)([^<>]*?) r:id=/g, `<$1$2 xmlns:r="${office}" r:id=`);

function newSheet(parts: Package, sheet: Sheet, origin: WorkbookOrigin): SheetOrigin {
  const path = parts.newPath("xl/worksheets/sheet#.xml");
  parts.set(path, `${xmlHeader}<worksheet xmlns="${main}" xmlns:r="${office}"></worksheet>`);
  attach(parts, origin.workbookPath, path, "worksheet", `${spreadsheet}.worksheet+xml`);
  // Not kept on the sheet: until the file is opened again the model is all there is.
  const own: SheetOrigin = { path, sheetId: "", parts: {}, cells: "", hyperlinks: "[]", tables: new Map() };
  newSheets.set(sheet, path);
  return own;
}

/** Where sheets that are not in the file yet are being written; asked while the workbook part is made. */
const newSheets = new WeakMap<Sheet, string>();

/** Writes the sheet's tables; the tableParts element when the set of them has changed, else null. */
function writeTables(parts: Package, sheet: Sheet, own: SheetOrigin): string | null {
  const present = new Set(sheet.tables.map(({ id }) => id));
  for (const [id, { path }] of own.tables) {
    if (present.has(id)) continue;
    parts.remove(path);
    unrelate(parts, own.path, path);
  }
  const ids = sheet.tables.map((table) => {
    const known = own.tables.get(table.id);
    const written = writeTable(table);
    if (known) {
      if (written !== known.written) parts.set(known.path, mergeTable(parts.text(known.path)!, written));
      return parts.relationships(own.path).find(({ target }) => target === known.path)!.id;
    }
    const path = parts.newPath("xl/tables/table#.xml");
    parts.set(path, written);
    return attach(parts, own.path, path, "table", `${spreadsheet}.table+xml`);
  });
  const same = ids.length === own.tables.size && sheet.tables.every(({ id }) => own.tables.has(id));
  if (same) return null;
  return ids.length === 0
    ? ""
    : tag("tableParts", { count: ids.length }, ids.map((id) => tag("tablePart", { "r:id": id })).join(""));
}

/** A table that changed keeps what the model doesn't hold: sorting, filters' criteria, extensions. */
function mergeTable(before: string, written: string): string {
  const [old, next] = [parseXml(before), parseXml(written)];
  const extension = child(old, "extLst");
  const filter = child(old, "autoFilter");
  const nextFilter = child(next, "autoFilter");
  let text = written;
  if (extension) text = insertLast(text, "table", before.slice(extension.start, extension.end));
  if (filter && nextFilter && filter.attributes.ref === nextFilter.attributes.ref) {
    text = text.replace(
      written.slice(nextFilter.start, nextFilter.end),
      before.slice(filter.start, filter.end),
    );
  }
  return text;
}

function hyperlinks(parts: Package, sheet: Sheet, own: SheetOrigin): string {
  const related = parts.relationships(own.path);
  const links = sheet.hyperlinks.map(({ area, address, documentReference, screenTip }) => {
    const id =
      address === ""
        ? null
        : (related.find(({ type, target }) => type === "hyperlink" && target === address)?.id ??
          parts.relate(own.path, `${office}/hyperlink`, address, true));
    return tag("hyperlink", {
      ref: areaAddress(area),
      "r:id": id,
      location: documentReference || null,
      tooltip: screenTip || null,
    });
  });
  return links.length === 0 ? "" : tag("hyperlinks", {}, links.join(""));
}

/** Excel makes its own again; one that names cells without formulas would be a damaged file. */
function dropCalculationChain(parts: Package, workbookPath: string): void {
  const chain = parts.relationships(workbookPath).find(({ type }) => type === "calcChain")?.target;
  if (!chain) return;
  parts.remove(chain);
  unrelate(parts, workbookPath, chain);
}

const sheetList = (workbook: Workbook) => [
  workbook.sheets.map((sheet) => [
    sheet.name,
    sheet.visibility,
    (sheet.origin as SheetOrigin | null)?.path ?? null,
  ]),
  workbook.sheets.indexOf(workbook.activeSheet!),
  workbook.calculationMode,
];

/** Names as the file has them, print areas and titles among them. */
function allNames(workbook: Workbook, origin: WorkbookOrigin): DefinedName[] {
  const print = workbook.sheets.flatMap((sheet): DefinedName[] => {
    const { printArea, titleRows, titleColumns } = sheet.pageLayout;
    const of = (address: string) =>
      `${quoteSheet(sheet.name)}!${address.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
    const titles = [
      titleColumns &&
        of(
          areaAddress({
            row: 0,
            column: titleColumns.first,
            rowCount: 1,
            columnCount: titleColumns.last - titleColumns.first + 1,
          }),
        )
          .replace(/\$\d+/g, "")
          .replace(/!(\$[A-Z]+)$/, "!$1:$1"),
      titleRows && `${quoteSheet(sheet.name)}!$${titleRows.first + 1}:$${titleRows.last + 1}`,
    ].filter(Boolean);
    const name = (kind: string, formula: string): DefinedName => ({
      name: kind,
      sheet: sheet.id,
      formula: `=${formula}`,
      visible: true,
      comment: "",
    });
    return [
      ...(printArea.length > 0
        ? [name("_xlnm.Print_Area", printArea.map((area) => of(areaAddress(area))).join(","))]
        : []),
      ...(titles.length > 0 ? [name("_xlnm.Print_Titles", titles.join(","))] : []),
    ];
  });
  const there = new Set(workbook.sheets.map(({ id }) => id));
  return [
    ...print,
    ...origin.builtIn.filter(({ sheet }) => sheet === null || there.has(sheet)),
    ...workbook.names,
  ];
}

function definedNames(workbook: Workbook, origin: WorkbookOrigin): string {
  const names = allNames(workbook, origin).map(({ name, sheet, formula, visible, comment, attributes }) => {
    const position = workbook.sheets.findIndex(({ id }) => id === sheet);
    return {
      name,
      xml: tag(
        "definedName",
        {
          name,
          comment: comment || null,
          localSheetId: sheet === null ? null : position,
          hidden: visible ? null : true,
          ...attributes,
        },
        escapeText(formulaToFile(formula, { table: null })),
      ),
    };
  });
  const sorted = names.sort((a, b) => a.name.toLowerCase().localeCompare(b.name.toLowerCase(), "en"));
  return names.length === 0 ? "" : tag("definedNames", {}, sorted.map(({ xml }) => xml).join(""));
}

const bookOrder = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
  "calcPr",
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
];

function writeBook(parts: Package, workbook: Workbook, origin: WorkbookOrigin): void {
  const namesChanged = JSON.stringify(allNames(workbook, origin)) !== origin.names;
  const sheetsChanged = JSON.stringify(sheetList(workbook)) !== origin.sheets;
  const recalculationChanged = workbook.fullCalcOnLoad !== origin.recalculates;
  if (!namesChanged && !sheetsChanged && !recalculationChanged) return;
  const text = parts.text(origin.workbookPath)!;
  const root = parseXml(text);
  const changed = new Map<string, string>();
  if (sheetsChanged) {
    changed.set("sheets", sheetsElement(parts, workbook, origin));
    const view = child(child(root, "bookViews"), "workbookView")?.attributes ?? {};
    changed.set(
      "bookViews",
      tag(
        "bookViews",
        {},
        tag("workbookView", {
          ...view,
          firstSheet: null,
          activeTab: workbook.sheets.indexOf(workbook.activeSheet!) || null,
        }),
      ),
    );
  }
  // A name's sheet is named by its position.
  if (namesChanged || sheetsChanged) changed.set("definedNames", definedNames(workbook, origin));
  if (recalculationChanged || sheetsChanged) {
    const mode = { Manual: "manual", AutomaticExceptTables: "autoNoTable", Automatic: null }[
      workbook.calculationMode
    ];
    changed.set(
      "calcPr",
      tag("calcPr", {
        calcId: 191029,
        ...child(root, "calcPr")?.attributes,
        calcMode: mode,
        fullCalcOnLoad: workbook.fullCalcOnLoad || null,
      }),
    );
  }
  const place = (name: string) => (bookOrder.includes(name) ? bookOrder.indexOf(name) : 2.5);
  const pieces = root.children
    .filter(({ name }) => !changed.has(name))
    .map((element) => ({ at: place(element.name), xml: text.slice(element.start, element.end) }));
  for (const [name, xml] of changed)
    if (xml !== "") pieces.push({ at: place(name), xml: withRelationshipPrefix(xml) });
  const prefix = /<(\w+:)?workbook\b/.exec(text)?.[1] ?? "";
  const inner = pieces
    .sort((a, b) => a.at - b.at)
    .map(({ xml }) => (prefix === "" ? xml : xml.replace(/<(\/?)(?=[a-z]\w*[\s/>])/gi, `<$1${prefix}`)));
  parts.set(origin.workbookPath, `${text.slice(0, root.innerStart)}${inner.join("")}</${prefix}workbook>`);
}

function sheetsElement(parts: Package, workbook: Workbook, origin: WorkbookOrigin): string {
  const related = parts.relationships(origin.workbookPath);
  const used = workbook.sheets.map((sheet) => Number((sheet.origin as SheetOrigin | null)?.sheetId ?? 0));
  let next = Math.max(0, ...used) + 1;
  const entries = workbook.sheets.map((sheet) => {
    const own = sheet.origin as SheetOrigin | null;
    const path = own?.path ?? newSheets.get(sheet)!;
    return tag("sheet", {
      name: sheet.name,
      sheetId: own?.sheetId || next++,
      state: sheet.visibility === "visible" ? null : sheet.visibility,
      "r:id": related.find(({ target }) => target === path)!.id,
    });
  });
  return tag("sheets", {}, entries.join(""));
}

function writeCustomXml(parts: Package, workbook: Workbook, origin: WorkbookOrigin): void {
  const present = new Set(workbook.customXmlParts.map(({ id }) => id));
  for (const [id, { path }] of origin.customXml) {
    if (present.has(id)) continue;
    const described = parts.relationships(path).find(({ type }) => type === "customXmlProps")?.target;
    if (described) parts.remove(described);
    parts.remove(path);
    unrelate(parts, origin.workbookPath, path);
  }
  for (const { id, xml } of workbook.customXmlParts) {
    const known = origin.customXml.get(id);
    if (known) {
      if (known.xml !== xml) parts.set(known.path, xml);
      continue;
    }
    const path = parts.newPath("customXml/item#.xml");
    parts.set(path, xml);
    parts.relate(origin.workbookPath, `${office}/customXml`, path);
    const described = path.replace("item", "itemProps");
    parts.set(
      described,
      `${xmlHeader}${tag("ds:datastoreItem", { "xmlns:ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml", "ds:itemID": id }, tag("ds:schemaRefs"))}`,
    );
    parts.declare(described, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
    parts.relate(path, `${office}/customXmlProps`, described);
  }
}

const propertiesKey = ({ properties }: Workbook) =>
  JSON.stringify([{ ...properties, custom: null }, [...properties.custom]]);

const core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

function writeProperties(parts: Package, workbook: Workbook, origin: WorkbookOrigin): void {
  if (propertiesKey(workbook) === origin.properties) return;
  const {
    title,
    subject,
    author,
    keywords,
    comments,
    lastAuthor,
    category,
    revisionNumber,
    creationDate,
    custom,
  } = workbook.properties;
  const line = (name: string, value: string | number | undefined, attributes = {}) =>
    value === undefined || value === "" ? "" : tag(name, attributes, escapeText(String(value)));
  const related = parts.relationships("");
  const corePath = related.find(({ type }) => type === "core-properties")?.target;
  const text =
    xmlHeader +
    tag(
      "cp:coreProperties",
      {
        "xmlns:cp": core,
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      },
      line("dc:title", title) +
        line("dc:subject", subject) +
        line("dc:creator", author) +
        line("cp:keywords", keywords) +
        line("dc:description", comments) +
        line("cp:lastModifiedBy", lastAuthor) +
        line("cp:revision", revisionNumber) +
        line("dcterms:created", creationDate, { "xsi:type": "dcterms:W3CDTF" }) +
        line("cp:category", category),
    );
  const empty = [
    title,
    subject,
    author,
    keywords,
    comments,
    lastAuthor,
    category,
    revisionNumber,
    creationDate,
  ].every((value) => !value);
  if (corePath) parts.set(corePath, text);
  else if (!empty) {
    parts.set("docProps/core.xml", text);
    parts.declare("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    parts.relate(
      "",
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      "docProps/core.xml",
    );
  }
  const customPath =
    related.find(({ type }) => type === "custom-properties")?.target ?? "docProps/custom.xml";
  if (custom.size === 0 && !parts.parts.has(customPath)) return;
  const value = (item: string | number | boolean) =>
    typeof item === "boolean"
      ? tag("vt:bool", {}, String(item))
      : typeof item === "number"
        ? tag("vt:r8", {}, String(item))
        : tag("vt:lpwstr", {}, escapeText(item));
  const isNew = !parts.parts.has(customPath);
  parts.set(
    customPath,
    xmlHeader +
      tag(
        "Properties",
        {
          xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
          "xmlns:vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
        },
        [...custom]
          .map(([name, item], index) =>
            tag(
              "property",
              { fmtid: "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", pid: index + 2, name },
              value(item),
            ),
          )
          .join(""),
      ),
  );
  if (!isNew) return;
  parts.declare(customPath, "application/vnd.openxmlformats-officedocument.custom-properties+xml");
  parts.relate("", `${office}/custom-properties`, customPath);
}
