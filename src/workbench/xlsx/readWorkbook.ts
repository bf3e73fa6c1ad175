import { Sheet } from "../model/sheet";
import { Workbook } from "../model/workbook";
import { readTheme } from "./colors";
import { readComments, readPeople } from "./comments";
import { readConditionalFormats } from "./conditionalFormats";
import { readCustomXml } from "./customXml";
import { readCharts, type ReadChart } from "./drawings";
import { WorkbookFileError } from "./fileError";
import { readHyperlinks } from "./hyperlinks";
import { readSheetProperties } from "./sheetProperties";
import { readDynamicMetadata } from "./metadata";
import { type Move, recordMoves } from "./movedReferences";
import { readNames } from "./names";
import { openPackage, type Package, readXml } from "./package";
import { readProperties } from "./properties";
import { type CellContext, cellsInto } from "./readCells";
import { readStyles, type ReadStyles } from "./readStyles";
import { scanSheet } from "./scanSheet";
import { readSharedStrings, type SharedStrings } from "./sharedStrings";
import { readSheetParts } from "./sheetParts";
import { readTables } from "./tables";
import { readValidations } from "./validations";
import { readSettings } from "./webExtension";
import { activeTab, readEntries, readWorkbookPart } from "./workbookPart";
import { type Element, unescapeExcel } from "./xml";

/** What the file held: its parts as they lie in it, and what the cells point at. */
export interface WorkbookOrigin {
  pkg: Package;
  workbookPath: string;
  strings: SharedStrings;
  moves: Move[];
}

export interface SheetOrigin {
  path: string;
  /** The sheet's relationship from the workbook. */
  relation: string;
  /** The sheet's XML without its cells. */
  shell: string;
  /** The charts as they were read: where they lie depends on the rows' heights then. */
  charts: ReadChart[];
}

/**
 * Opens an Excel workbook (.xlsx, .xlsm, .xltx, .xltm).
 * @throws WorkbookFileError for what is none, or is damaged, encrypted or blown up.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const pkg = openPackage(bytes);
  const workbookPath = findWorkbook(pkg);
  const strings = readSharedStrings(pkg, sharedStringsPath(pkg, workbookPath));
  const origin: WorkbookOrigin = { pkg, workbookPath, strings, moves: [] };
  const workbook = readParts(origin, null);
  origin.moves = recordMoves(workbook, (sheet) => (sheet.origin as SheetOrigin | null)?.path);
  return workbook;
}

function findWorkbook(pkg: Package): string {
  const path = pkg.related("", "officeDocument") ?? "xl/workbook.xml";
  if (/\.bin$/i.test(path) || pkg.has("xl/workbook.bin")) throw new WorkbookFileError("xlsb");
  if (!pkg.has(path)) throw new WorkbookFileError("ingenArbetsbok");
  if (pkg.xml(path)?.name !== "workbook") throw new WorkbookFileError("ingenArbetsbok");
  return path;
}

const existing = (pkg: Package, path: string | null) => (path !== null && pkg.has(path) ? path : null);

export const sharedStringsPath = (pkg: Package, workbookPath: string) =>
  existing(pkg, pkg.related(workbookPath, "sharedStrings"));
export const stylesPath = (pkg: Package, workbookPath: string) =>
  existing(pkg, pkg.related(workbookPath, "styles"));

export function readFileStyles(pkg: Package, workbookPath: string): ReadStyles {
  const theme = existing(pkg, pkg.related(workbookPath, "theme"));
  const path = stylesPath(pkg, workbookPath);
  return readStyles(path ? pkg.text(path) : null, readTheme(theme ? pkg.xml(theme) : null));
}

export const cellContext = (origin: WorkbookOrigin, workbook: Workbook, styles: number): CellContext => ({
  strings: origin.strings,
  styles,
  dynamicMetadata: readDynamicMetadata(origin.pkg, origin.workbookPath),
  date1904: workbook.date1904,
});

/**
 * The workbook as the file has it. With `shells` (sheets without their cells, by path) the cells are left out: what was
 * read, to compare a changed workbook with.
 */
export function readParts(origin: WorkbookOrigin, shells: Map<string, string> | null): Workbook {
  const { pkg, workbookPath } = origin;
  const root = pkg.xml(workbookPath)!;
  const workbook = new Workbook();
  workbook.origin = origin;
  readWorkbookPart(root, workbook);
  const styles = readFileStyles(pkg, workbookPath);
  workbook.styles = styles.table;
  const context = cellContext(origin, workbook, styles.table.count);
  const relations = new Map(pkg.relationships(workbookPath).map((relation) => [relation.id, relation]));
  const people = readPeople(pkg, workbookPath);
  const entries = readEntries(root);
  const listed = entries.map((entry) => {
    const relation = relations.get(entry.relation);
    // Chart sheets, macro sheets and dialogs pass through unseen.
    if (!relation || relation.external || relation.type !== "worksheet" || !pkg.has(relation.target))
      return null;
    const sheet = workbook.addSheet(freeName(workbook, entry.name));
    sheet.visibility = entry.visibility;
    readSheet(sheet, relation.target, entry.relation, {
      pkg,
      styles,
      context,
      people,
      shell: shells?.get(relation.target),
    });
    return sheet;
  });
  if (workbook.sheets.length === 0) throw new WorkbookFileError(entries.length === 0 ? "trasig" : "ingaBlad");
  const active = listed[activeTab(root)];
  workbook.activeSheet =
    active && active.visibility === "visible"
      ? active
      : (workbook.sheets.find(({ visibility }) => visibility === "visible") ?? workbook.sheets[0]);
  readNames(definedNames(root), workbook, (index) => listed[index] ?? null);
  workbook.customXmlParts = readCustomXml(pkg, workbookPath);
  workbook.settings = readSettings(pkg);
  workbook.properties = readProperties(pkg);
  return workbook;
}

const definedNames = (root: Element) => root.children.find(({ name }) => name === "definedNames");

/** Two sheets of one name are a damaged file's; both are shown. */
function freeName(workbook: Workbook, wanted: string): string {
  let name = wanted;
  for (let n = 2; workbook.sheet(name); n++) name = `${wanted.slice(0, 27)} (${n})`;
  return name;
}

interface SheetSources {
  pkg: Package;
  styles: ReadStyles;
  context: CellContext;
  people: Map<string, string>;
  shell: string | undefined;
}

function readSheet(
  sheet: Sheet,
  path: string,
  relation: string,
  { pkg, styles, context, people, shell: known }: SheetSources,
): void {
  readTables(sheet, pkg, path);
  const shell = known ?? scanSheet(pkg.pieces(path), cellsInto(sheet, context));
  const root = readXml(shell);
  if (!root) throw new WorkbookFileError("trasig");
  readSheetParts(root, shell, sheet, styles.color);
  // Without the cells there are no heights to place charts by: the first reading's are kept.
  const charts = known === undefined ? readCharts(sheet, root, pkg, path) : [];
  const origin: SheetOrigin = { path, relation, shell, charts };
  sheet.origin = origin;
  readConditionalFormats(root, sheet, styles);
  readValidations(root, sheet);
  readHyperlinks(root, sheet, pkg, path);
  readSheetProperties(root, sheet, pkg, path);
  sheet.pivotTables = pkg
    .relationships(path)
    .filter(({ type, target }) => type === "pivotTable" && pkg.has(target))
    .map(({ target }) => unescapeExcel(pkg.xml(target)!.attributes.name ?? ""));
  readComments(sheet, root, pkg, path, people);
}
