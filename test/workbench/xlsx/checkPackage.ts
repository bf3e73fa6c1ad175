import { SaxesParser } from "saxes";
import { parseCell, parseArea } from "../../../src/workbook/address";
import { unzipped } from "./zipParts";

/** CT_Worksheet's children in order (ECMA-376 part 1, 18.3.1.99; drawingHF is ISO 29500's later addition). */
const worksheetOrder =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split(
    " ",
  );
/** CT_Workbook (18.2.27). */
const workbookOrder =
  "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst".split(
    " ",
  );
/** CT_Stylesheet (18.8.39). */
const stylesOrder =
  "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split(" ");
/** CT_Table (18.5.1.2). */
const tableOrder = "autoFilter sortState tableColumns tableStyleInfo extLst".split(" ");
/** CT_CfRule's attributes that point into the styles. */
const chartOrder =
  "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax extLst".split(
    " ",
  );

interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

function parse(text: string): Node {
  const parser = new SaxesParser({ xmlns: true });
  const root: Node = { name: "", attributes: {}, children: [], text: "" };
  const stack = [root];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, attributes }) => {
    const node: Node = { name: local, attributes: {}, children: [], text: "" };
    for (const [name, { value }] of Object.entries(attributes)) node.attributes[name] = value;
    stack[stack.length - 1].children.push(node);
    stack.push(node);
  });
  parser.on("closetag", () => void stack.pop());
  parser.on("text", (piece) => void (stack[stack.length - 1].text += piece));
  parser.write(text.replace(/^\ufeff/, "")).close();
  return root.children[0];
}

const children = (node: Node | undefined, name: string) =>
  node?.children.filter((one) => one.name === name) ?? [];
const child = (node: Node | undefined, name: string) => children(node, name)[0];

function resolve(from: string, target: string): string {
  const forward = decodeURI(target.replace(/\\/g, "/"));
  const path = forward.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of forward.split("/")) {
    if (step === "..") path.pop();
    else if (step && step !== ".") path.push(step);
  }
  return path.join("/");
}

/** What Excel would call damaged in a written file, one line each; empty for a sound one. */
export function faults(bytes: Uint8Array): string[] {
  const parts = unzipped(bytes);
  const found: string[] = [];
  const fault = (where: string, what: string) => void found.push(`${where}: ${what}`);
  const trees: Record<string, Node> = {};
  for (const [path, text] of Object.entries(parts)) {
    if (!/\.(xml|rels)$/.test(path)) continue;
    try {
      trees[path] = parse(text);
    } catch (error) {
      fault(path, `not well-formed: ${(error as Error).message}`);
    }
  }
  const types = trees["[Content_Types].xml"];
  const overrides = children(types, "Override").map(({ attributes }) => attributes.PartName);
  const defaults = new Set(
    children(types, "Default").map(({ attributes }) => attributes.Extension.toLowerCase()),
  );
  unique(overrides, (name) => fault("[Content_Types].xml", `${name} declared twice`));
  for (const name of overrides)
    if (!(decodeURI(name).slice(1) in parts)) fault("[Content_Types].xml", `${name} does not exist`);
  for (const path of Object.keys(parts)) {
    const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
    if (
      path !== "[Content_Types].xml" &&
      !overrides.includes(`/${encodeURI(path)}`) &&
      !defaults.has(extension)
    )
      fault(path, "has no content type");
  }
  const relations = (path: string) => {
    const slash = path.lastIndexOf("/");
    const own = `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
    return children(trees[own], "Relationship").map(({ attributes }) => ({
      id: attributes.Id,
      type: attributes.Type.split("/").pop()!,
      target: attributes.TargetMode === "External" ? null : resolve(path, attributes.Target),
    }));
  };
  for (const path of Object.keys(parts).filter((one) => one.endsWith(".rels"))) {
    const from = path.replace(/_rels\/([^/]*)\.rels$/, "$1");
    if (from !== "" && !(from in parts)) fault(path, `${from} does not exist`);
    unique(
      relations(from).map(({ id }) => id),
      (id) => fault(path, `id ${id} twice`),
    );
    for (const { id, target } of relations(from))
      if (target !== null && !(target in parts)) fault(path, `${id} → ${target} does not exist`);
  }
  for (const [path, tree] of Object.entries(trees)) {
    const ids = new Set(relations(path).map(({ id }) => id));
    const look = (node: Node) => {
      for (const [name, value] of Object.entries(node.attributes))
        if (/^[\w]+:(id|embed|link)$/.test(name) && /^rId\d+$/.test(value) && !ids.has(value))
          fault(path, `${node.name} ${name}=${value} has no relationship`);
      node.children.forEach(look);
    };
    look(tree);
  }
  const main = relations("").find(({ type }) => type === "officeDocument")!.target!;
  checkOrder(trees[main], workbookOrder, main, fault);
  const related = (type: string) => relations(main).find((one) => one.type === type)?.target ?? "";
  const styles = trees[related("styles")];
  const stringItems = children(trees[related("sharedStrings")], "si");
  const strings = trees[related("sharedStrings")];
  if (
    strings?.attributes.uniqueCount !== undefined &&
    Number(strings.attributes.uniqueCount) !== stringItems.length
  )
    fault("sharedStrings", `uniqueCount ${strings.attributes.uniqueCount}, ${stringItems.length} items`);
  checkStyles(styles, fault);
  const counts = {
    styles: Math.max(1, children(child(styles, "cellXfs"), "xf").length),
    dxfs: children(child(styles, "dxfs"), "dxf").length,
    strings: stringItems.length,
    metadata: children(child(trees[related("sheetMetadata")], "cellMetadata"), "bk").length,
  };
  const sheets = children(child(trees[main], "sheets"), "sheet");
  unique(
    sheets.map(({ attributes }) => attributes.name.toLowerCase()),
    (name) => fault(main, `two sheets named ${name}`),
  );
  unique(
    sheets.map(({ attributes }) => attributes.sheetId),
    (id) => fault(main, `sheetId ${id} twice`),
  );
  const names = children(child(trees[main], "definedNames"), "definedName");
  unique(
    names.map(({ attributes }) => `${attributes.name.toLowerCase()} ${attributes.localSheetId ?? ""}`),
    (name) => fault(main, `name ${name} twice`),
  );
  for (const { attributes } of names)
    if (Number(attributes.localSheetId ?? 0) >= sheets.length)
      fault(main, `${attributes.name}: no sheet ${attributes.localSheetId}`);
  const tab = Number(child(child(trees[main], "bookViews"), "workbookView")?.attributes.activeTab ?? 0);
  if (tab >= sheets.length) fault(main, `activeTab ${tab}`);
  const tables: string[] = [];
  const formulas = new Map<string, Set<string>>();
  for (const { attributes } of sheets) {
    const relation = relations(main).find(({ id }) => id === attributes["r:id"]);
    if (!relation?.target || relation.type !== "worksheet" || !trees[relation.target]) continue;
    formulas.set(attributes.sheetId, checkSheet(trees[relation.target], relation.target, counts, fault));
    for (const { type, target } of relations(relation.target)) {
      if (type === "table" && target)
        tables.push(checkTable(trees[target], trees[relation.target], target, strings, fault));
      if (type === "comments" && target) checkComments(trees[target], target, fault);
      if (type === "drawing" && target) checkDrawing(trees[target], target, fault);
    }
  }
  for (const [path, tree] of Object.entries(trees))
    if (tree.name === "chartSpace" && /charts\/chart\d/.test(path))
      checkOrder(child(tree, "chart"), chartOrder, path, fault);
  unique(
    tables.flatMap((table) => table.split("|")),
    (table) => fault("tables", `${table} twice`),
  );
  let sheet = "1";
  for (const { attributes } of children(trees[related("calcChain")], "c")) {
    sheet = attributes.i ?? sheet;
    if (!formulas.get(sheet)?.has(attributes.r))
      fault("calcChain", `${attributes.r} on sheet ${sheet} has no formula`);
  }
  return found;
}

type Fault = (where: string, what: string) => void;

function unique(values: string[], twice: (value: string) => void): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) twice(value);
    seen.add(value);
  }
}

function checkOrder(node: Node | undefined, order: string[], where: string, fault: Fault): void {
  let last = -1;
  for (const { name } of node?.children ?? []) {
    const at = order.indexOf(name);
    if (at < 0) continue;
    if (at < last) fault(where, `${name} stands after ${order[last]}`);
    last = Math.max(last, at);
  }
}

function checkStyles(styles: Node | undefined, fault: Fault): void {
  checkOrder(styles, stylesOrder, "styles", fault);
  for (const list of styles?.children ?? []) {
    const count = list.attributes.count;
    if (count !== undefined && list.name !== "colors" && Number(count) !== list.children.length)
      fault("styles", `${list.name}: count ${count}, ${list.children.length} items`);
  }
  const size = (name: string) => child(styles, name)?.children.length ?? 0;
  const formats = new Set(
    children(child(styles, "numFmts"), "numFmt").map(({ attributes }) => attributes.numFmtId),
  );
  for (const xf of child(styles, "cellXfs")?.children ?? []) {
    const { fontId, fillId, borderId, xfId, numFmtId } = xf.attributes;
    if (
      Number(fontId) >= size("fonts") ||
      Number(fillId) >= size("fills") ||
      Number(borderId) >= size("borders") ||
      Number(xfId) >= size("cellStyleXfs")
    )
      fault("styles", `xf ${JSON.stringify(xf.attributes)}`);
    if (Number(numFmtId) >= 164 && !formats.has(numFmtId)) fault("styles", `number format ${numFmtId}`);
  }
}

function checkSheet(
  sheet: Node,
  where: string,
  counts: { styles: number; dxfs: number; strings: number; metadata: number },
  fault: Fault,
): Set<string> {
  checkOrder(sheet, worksheetOrder, where, fault);
  const formulas = new Set<string>();
  const masters = new Set<string>();
  let lastRow = 0;
  for (const row of children(child(sheet, "sheetData"), "row")) {
    const at = row.attributes.r === undefined ? lastRow + 1 : Number(row.attributes.r);
    if (at <= lastRow) fault(where, `row ${at} after ${lastRow}`);
    lastRow = at;
    let lastColumn = -1;
    for (const cell of children(row, "c")) {
      const { r, s, t, cm } = cell.attributes;
      const place = parseCell(r ?? "");
      if (r !== undefined && (place?.row !== at - 1 || place.column <= lastColumn))
        fault(where, `cell ${r} in row ${at}`);
      lastColumn = place?.column ?? lastColumn + 1;
      if (s !== undefined && Number(s) >= counts.styles) fault(where, `${r}: style ${s}`);
      if (cm !== undefined && (Number(cm) < 1 || Number(cm) > counts.metadata))
        fault(where, `${r}: cm ${cm}`);
      const value = child(cell, "v")?.text;
      if (t === "s" && !(Number(value) < counts.strings)) fault(where, `${r}: string ${value}`);
      if ((t === undefined || t === "n") && value !== undefined && Number.isNaN(Number(value)))
        fault(where, `${r}: number ${value}`);
      const formula = child(cell, "f");
      if (!formula) continue;
      formulas.add(r);
      if (formula.text.startsWith("=")) fault(where, `${r}: formula begins with =`);
      const { t: kind, si, ref } = formula.attributes;
      if (kind === "shared" && formula.text !== "") masters.add(si);
      if (kind === "shared" && formula.text === "" && !masters.has(si))
        fault(where, `${r}: shared formula ${si} has no first cell`);
      if (kind === "array" && !parseArea(ref ?? "")) fault(where, `${r}: array ref ${ref}`);
    }
  }
  const merges = children(child(sheet, "mergeCells"), "mergeCell").map(({ attributes }) =>
    parseArea(attributes.ref)!,
  );
  merges.forEach((a, i) =>
    merges.slice(i + 1).forEach((b) => {
      if (
        a.row < b.row + b.rowCount &&
        b.row < a.row + a.rowCount &&
        a.column < b.column + b.columnCount &&
        b.column < a.column + a.columnCount
      )
        fault(where, "merges overlap");
    }),
  );
  for (const list of ["mergeCells", "dataValidations", "tableParts"]) {
    const node = child(sheet, list);
    if (
      node &&
      (node.children.length === 0 ||
        Number(node.attributes.count ?? node.children.length) !== node.children.length)
    )
      fault(where, `${list} count ${node.attributes.count}, ${node.children.length} items`);
  }
  const rules = children(sheet, "conditionalFormatting").flatMap((group) => children(group, "cfRule"));
  for (const { attributes } of rules)
    if (attributes.dxfId !== undefined && Number(attributes.dxfId) >= counts.dxfs)
      fault(where, `dxf ${attributes.dxfId}`);
  let lastMax = 0;
  for (const { attributes } of children(child(sheet, "cols"), "col")) {
    if (
      Number(attributes.min) <= lastMax ||
      Number(attributes.max) < Number(attributes.min) ||
      Number(attributes.max) > 16384
    )
      fault(where, `col ${attributes.min}–${attributes.max}`);
    lastMax = Number(attributes.max);
  }
  return formulas;
}

function checkTable(
  table: Node,
  sheet: Node,
  where: string,
  strings: Node | undefined,
  fault: Fault,
): string {
  checkOrder(table, tableOrder, where, fault);
  const area = parseArea(table.attributes.ref)!;
  const columns = children(child(table, "tableColumns"), "tableColumn");
  if (
    columns.length !== area.columnCount ||
    Number(child(table, "tableColumns")?.attributes.count) !== columns.length
  )
    fault(where, `${columns.length} columns in ${table.attributes.ref}`);
  unique(
    columns.map(({ attributes }) => attributes.id),
    (id) => fault(where, `column id ${id} twice`),
  );
  unique(
    columns.map(({ attributes }) => attributes.name.toLowerCase()),
    (name) => fault(where, `column ${name} twice`),
  );
  if (table.attributes.headerRowCount === "0") {
    if (child(table, "autoFilter")) fault(where, "a filter without headers");
    return `id ${table.attributes.id}|${table.attributes.displayName.toLowerCase()}`;
  }
  const row = children(child(sheet, "sheetData"), "row").find(
    ({ attributes }) => Number(attributes.r) === area.row + 1,
  );
  const text = (cell: Node | undefined) => {
    const value = child(cell, "v")?.text ?? "";
    if (cell?.attributes.t !== "s") return child(child(cell, "is"), "t")?.text ?? value;
    const item = children(strings, "si")[Number(value)];
    return (
      child(item, "t")?.text ??
      children(item, "r")
        .map((run) => child(run, "t")?.text ?? "")
        .join("")
    );
  };
  columns.forEach(({ attributes }, i) => {
    const cell = children(row, "c").find((one) => parseCell(one.attributes.r)?.column === area.column + i);
    const name = attributes.name.replace(/_x000a_/gi, "\n");
    if (text(cell) !== name) fault(where, `column “${name}”, header cell “${text(cell)}”`);
  });
  const filter = child(table, "autoFilter")?.attributes.ref;
  const filtered = filter && parseArea(filter);
  if (filtered && filtered.rowCount !== area.rowCount - Number(table.attributes.totalsRowCount ?? 0))
    fault(where, `filter ${filter} in ${table.attributes.ref}`);
  return `id ${table.attributes.id}|${table.attributes.displayName.toLowerCase()}`;
}

function checkComments(comments: Node, where: string, fault: Fault): void {
  const authors = children(child(comments, "authors"), "author").length;
  const list = children(child(comments, "commentList"), "comment");
  unique(
    list.map(({ attributes }) => attributes.ref),
    (ref) => fault(where, `two comments in ${ref}`),
  );
  for (const { attributes } of list)
    if (Number(attributes.authorId) >= authors) fault(where, `author ${attributes.authorId}`);
}

function checkDrawing(drawing: Node, where: string, fault: Fault): void {
  const ids: string[] = [];
  const look = (node: Node) => {
    if (node.name === "cNvPr") ids.push(node.attributes.id);
    node.children.forEach(look);
  };
  look(drawing);
  unique(ids, (id) => fault(where, `shape id ${id} twice`));
}
