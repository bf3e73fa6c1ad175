import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { commentsDiffer, legacyDrawing, writeComments } from "./comments";
import { writeConditionalFormats } from "./conditionalFormats";
import { chartsDiffer, movePictures, type ReadChart, writeCharts } from "./drawings";
import { changeExtensions, extensionUris } from "./extensions";
import { writeHyperlinks } from "./hyperlinks";
import { moveRanges, moveSparklines, type MovedReferences } from "./movedReferences";
import type { Package } from "./package";
import { readXml } from "./package";
import type { CellContext } from "./readCells";
import { writeSheetProperties } from "./sheetProperties";
import { deepest, partContent, writeSheetPart } from "./sheetParts";
import { orderOf, type SheetPart, sheetOrder } from "./sheetOrder";
import { writeTables } from "./tables";
import { writeValidations } from "./validations";
import { compareCells, writeCells, type WriteContext } from "./writeCells";
import type { StyleWriter } from "./writeStyles";
import { changeElement, child, type Element, isTrue, tag, withDefaultNamespace } from "./xml";
import { TextPacker } from "./zip";

export interface SheetTask {
  pkg: Package;
  workbookPath: string;
  /** Where the sheet lies, and its XML without cells. */
  path: string;
  shell: string;
  sheet: Sheet;
  /** The sheet as the file has it, without cells. */
  was: Sheet;
  charts: ReadChart[];
  moved: MovedReferences;
  workbook: Workbook;
  /** False for a sheet the file doesn't have yet. */
  known: boolean;
  cells: CellContext;
  context: WriteContext;
  styles: StyleWriter;
  /** Whether the sheet's tab is selected; undefined: as it was. */
  selected: boolean | undefined;
  /** Called for each shared string the file's cells had. */
  hadString(number: number): void;
}

/** Writes a sheet where it differs from what was read. @returns whether formulas have come or gone. */
export function writeSheet(task: SheetTask): { formulasMoved: boolean } {
  const { pkg, path, sheet, was, known, context } = task;
  const original = known ? { pieces: piecesOf(pkg, path), sheet: was, context: task.cells } : null;
  const comparison = original && compareCells(sheet, original);
  comparison?.strings(task.hadString);
  const text = withDefaultNamespace(task.shell, true);
  const edits = sheetEdits(task, text, comparison?.same ?? false);
  if (comparison?.same && Object.keys(edits).length === 0) {
    comparison.strings((number) => context.strings.keep(number));
    return { formulasMoved: false };
  }
  const root = readXml(text);
  if (!child(root, "sheetData")) edits.sheetData = "<sheetData/>";
  const shell =
    text.slice(0, root.start) +
    changeElement(text, root, "worksheet", {}, edits, sheetOrder, orderOf) +
    text.slice(root.end);
  const packer = new TextPacker();
  const [head, tail] = aroundCells(shell);
  packer.write(head);
  const ordered = comparison?.ordered ?? false;
  const written = writeCells(sheet, ordered ? original : null, context, (xml) => packer.write(xml));
  packer.write(tail);
  pkg.setPacked(path, packer.finish());
  return { formulasMoved: written.formulasMoved || (known && !ordered) };
}

/** Sheets up to this many bytes are unpacked once, larger ones each time they are gone through. */
const held = 1 << 25;

function piecesOf(pkg: Package, path: string): () => Iterable<string> {
  if ((pkg.packed(path)?.size ?? 0) > held) return () => pkg.pieces(path);
  const pieces = [...pkg.pieces(path)];
  return () => pieces;
}

/** The sheet's elements that say something else than the file's. */
function sheetEdits(task: SheetTask, text: string, sameCells: boolean): Partial<Record<SheetPart, string>> {
  const { sheet, was, pkg, path, styles, selected } = task;
  const root = readXml(text);
  const part = (name: SheetPart) => child(root, name);
  const edits: Partial<Record<SheetPart, string>> = {};
  const view = child(part("sheetViews"), "sheetView");
  const wasSelected = isTrue(view?.attributes.tabSelected);
  const write = (name: SheetPart) => {
    edits[name] = writeSheetPart(
      name,
      sheet,
      was,
      text,
      part(name),
      (id) => styles.number(id),
      selected ?? wasSelected,
    );
  };
  const differs = (content: (one: Sheet) => unknown) =>
    JSON.stringify(content(was)) !== JSON.stringify(content(sheet));
  for (const [name, content] of Object.entries(partContent) as [SheetPart, (one: Sheet) => unknown][]) {
    if (differs(content)) write(name);
  }
  if (selected !== undefined && selected !== wasSelected) write("sheetViews");
  if (!sameCells) {
    write("dimension");
    const level = Number(part("sheetFormatPr")?.attributes.outlineLevelRow ?? 0);
    if (level !== deepest(sheet.rows)) write("sheetFormatPr");
  }
  const extensions: Record<string, string> = {};
  if (differs((one) => one.conditionalFormats)) {
    const { own, extended } = writeConditionalFormats(
      root,
      text,
      was.conditionalFormats,
      sheet.conditionalFormats,
      styles,
    );
    edits.conditionalFormatting = own;
    extensions[extensionUris.conditionalFormats] = extended;
  }
  if (differs((one) => one.validations)) {
    const { own, extended } = writeValidations(root, text, was.validations, sheet.validations);
    edits.dataValidations = own;
    extensions[extensionUris.validations] = extended;
  }
  const list = part("extLst");
  if (Object.keys(extensions).length > 0) {
    const written = changeExtensions(text, list, extensions);
    if (list || written !== "") edits.extLst = written;
  }
  if (task.known && task.moved.any) moveUnheld(task, text, root, edits);
  if (differs((one) => one.hyperlinks))
    edits.hyperlinks = writeHyperlinks(root, text, was.hyperlinks, sheet.hyperlinks, pkg, path);
  if (differs((one) => [...one.customProperties]))
    edits.customProperties = writeSheetProperties(
      root,
      text,
      was.customProperties,
      sheet.customProperties,
      pkg,
      path,
    );
  if (commentsDiffer(was, sheet)) {
    const relation = writeComments({ root, pkg, workbookPath: task.workbookPath, path, was, now: sheet });
    if (part("legacyDrawing")?.attributes["r:id"] !== (relation || undefined))
      edits.legacyDrawing = legacyDrawing(relation);
  }
  if (chartsDiffer(task.charts, sheet)) {
    const written = writeCharts({ root, pkg, path, was: task.charts, sheet, workbook: task.workbook });
    const element = part("drawing");
    if (written !== (element ? tag("drawing", { "r:id": element.attributes["r:id"] }) : ""))
      edits.drawing = written;
  }
  const tables = writeTables(pkg, path, was.tables, sheet.tables);
  if (tables !== null) edits.tableParts = tables;
  return edits;
}

/** What the model doesn't hold follows cells that have moved and sheets that have other names. */
function moveUnheld(
  { moved, pkg, path, charts }: SheetTask,
  text: string,
  root: Element,
  edits: Partial<Record<SheetPart, string>>,
): void {
  const list = child(root, "extLst");
  if (list && edits.extLst !== "") {
    const before = edits.extLst ?? text.slice(list.start, list.end);
    const after = moveSparklines(before, moved, path);
    if (after !== before) edits.extLst = after;
  }
  if (!moved.has(path)) return;
  for (const [name, attribute] of [
    ["protectedRanges", "sqref"],
    ["ignoredErrors", "sqref"],
    ["cellWatches", "r"],
  ] as const) {
    const ranges = child(root, name);
    if (ranges) edits[name] = moveRanges(text, ranges, attribute, moved, path);
  }
  movePictures(root, pkg, path, charts, moved);
}

/** What stands before the first row and after the last. */
function aroundCells(shell: string): [head: string, tail: string] {
  const found = /<((?:[\w.-]+:)?sheetData)((?:\s[^>]*?)?)\s*\/?>(?:\s*<\/\1\s*>)?/.exec(shell)!;
  const [whole, name, attributes] = found;
  return [
    `${shell.slice(0, found.index)}<${name}${attributes}>`,
    `</${name}>${shell.slice(found.index + whole.length)}`,
  ];
}
