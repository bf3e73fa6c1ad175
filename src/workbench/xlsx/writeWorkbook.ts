import { Sheet } from "../model/sheet";
import { Workbook } from "../model/workbook";
import { writeCustomXml } from "./customXml";
import { addDynamicMetadata, readDynamicMetadata } from "./metadata";
import { MovedReferences, moveInParts } from "./movedReferences";
import { nameContent, type UnheldName, writeNames } from "./names";
import { newPackage, newSheet, sheetContentType } from "./newWorkbook";
import type { Package } from "./package";
import { readXml } from "./package";
import { dropTitles, writeProperties } from "./properties";
import {
  cellContext,
  readFileStyles,
  readParts,
  sharedStringsPath,
  type SheetOrigin,
  stylesPath,
  type WorkbookOrigin,
} from "./readWorkbook";
import { scanSheet } from "./scanSheet";
import { readSharedStrings, StringWriter } from "./sharedStrings";
import { writeWebExtension } from "./webExtension";
import { activeTab, readEntries, type SheetEntry, writeWorkbookPart } from "./workbookPart";
import { writeSheet } from "./writeSheet";
import { newStyles, StyleWriter } from "./writeStyles";
import { changeAttributes, child, childrenOf, isTrue, withDefaultNamespace } from "./xml";

const office = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * The workbook as an Excel file. Parts and elements that say what they said when the file was read are written back word
 * for word; what the file held beyond the model goes along untouched.
 */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  return new WorkbookWriter(workbook).write();
}

interface Placed {
  sheet: Sheet;
  was: Sheet;
  origin: SheetOrigin;
  known: boolean;
}

class WorkbookWriter {
  private readonly pkg: Package;
  private readonly origin: WorkbookOrigin;
  private readonly was: Workbook;
  private readonly reachable: Set<string>;

  constructor(private readonly workbook: Workbook) {
    const origin = workbook.origin as WorkbookOrigin | null;
    if (origin) {
      this.pkg = origin.pkg.copy();
      this.origin = { ...origin, pkg: this.pkg };
      const shells = new Map(
        workbook.sheets.flatMap(({ origin: from }) => {
          const known = from as SheetOrigin | null;
          return known ? [[known.path, known.shell] as const] : [];
        }),
      );
      this.was = readParts(this.origin, shells);
    } else {
      this.pkg = newPackage(workbook.styles.get(0));
      this.origin = {
        pkg: this.pkg,
        workbookPath: "xl/workbook.xml",
        strings: readSharedStrings(this.pkg, null),
        moves: [],
      };
      this.was = new Workbook();
    }
    this.reachable = this.pkg.reachable();
  }

  write(): Uint8Array {
    const { pkg, workbook, was } = this;
    const path = this.origin.workbookPath;
    const before = readEntries(pkg.xml(path)!);
    const placed = workbook.sheets.map((sheet) => this.place(sheet));
    const entries = this.entries(before, placed);
    const listed = entries.map(({ entry }) => entry);
    const sameSheets = JSON.stringify(before) === JSON.stringify(listed);
    const indexOf = (sheet: Sheet | null) => entries.findIndex((one) => sheet && one.sheet === sheet);
    const tabNow = (tab: number) =>
      entries.findIndex(({ entry }) => entry.relation === before[tab]?.relation);
    const wasActive = placed.find(({ was: one }) => one === was.activeSheet);
    // The tab in front may be a chart sheet's, which the model doesn't hold.
    const reactivated = wasActive?.sheet !== workbook.activeSheet || before.length === 0;
    const active = reactivated ? indexOf(workbook.activeSheet) : tabNow(activeTab(pkg.xml(path)!));
    const formulasMoved = this.writeSheets(placed, reactivated);
    if (reactivated) this.deselectOthers(entries);

    const keyNow = (sheet: Sheet) => placed.find((one) => one.sheet === sheet)!.origin.path;
    const keyWas = (sheet: Sheet) => (sheet.origin as SheetOrigin).path;
    const sameNames =
      sameSheets &&
      JSON.stringify(nameContent(was, keyWas)) === JSON.stringify(nameContent(workbook, keyNow));
    const worksheets = new Set(this.was.sheets.map(({ origin }) => (origin as SheetOrigin).relation));
    const text = pkg.text(path)!;
    const own = withDefaultNamespace(text, true);
    const written = writeWorkbookPart(
      own,
      readXml(own),
      was,
      workbook,
      listed,
      { active: Math.max(0, active), tabNow },
      sameNames ? null : writeNames(workbook, indexOf, unheldNames(own, before, listed, worksheets)),
    );
    if (written !== own) pkg.set(path, written);

    writeCustomXml(pkg, path, workbook.customXmlParts);
    writeProperties(pkg, workbook.properties);
    if (!sameSheets || !sameNames) dropTitles(pkg);
    if (formulasMoved || !sameSheets) this.dropCalculationChain();
    this.sweep();
    return pkg.zip();
  }

  /** Gives a new sheet its part. */
  private place(sheet: Sheet): Placed {
    const known = sheet.origin as SheetOrigin | null;
    const was = known && this.was.sheets.find(({ origin }) => (origin as SheetOrigin).path === known.path);
    if (known && was) return { sheet, was, origin: known, known: true };
    const { pkg } = this;
    const path = pkg.newPath("xl/worksheets/sheet#.xml");
    pkg.set(path, newSheet);
    pkg.declare(path, sheetContentType);
    const relation = pkg.relate(this.origin.workbookPath, "worksheet", path);
    return {
      sheet,
      was: new Sheet("", ""),
      origin: { path, relation, shell: newSheet, charts: [] },
      known: false,
    };
  }

  /** The list of sheets: the model's, with chart sheets and the like after the sheet they stood after. */
  private entries(before: SheetEntry[], placed: Placed[]): { entry: SheetEntry; sheet: Sheet | null }[] {
    const byRelation = new Map(before.map((entry) => [entry.relation, entry]));
    let nextId = Math.max(0, ...before.map(({ sheetId }) => sheetId)) + 1;
    const listed: { entry: SheetEntry; sheet: Sheet | null }[] = placed.map(
      ({ sheet, origin: { relation } }) => ({
        sheet,
        entry: {
          name: sheet.name,
          sheetId: byRelation.get(relation)?.sheetId ?? nextId++,
          relation,
          visibility: sheet.visibility,
        },
      }),
    );
    const worksheets = new Set(this.was.sheets.map(({ origin }) => (origin as SheetOrigin).relation));
    before.forEach((entry, index) => {
      if (worksheets.has(entry.relation)) return;
      const previous = before
        .slice(0, index)
        .map(({ relation }) => relation)
        .reverse();
      const at = previous
        .map((relation) => listed.findIndex((one) => one.entry.relation === relation))
        .find((found) => found >= 0);
      listed.splice(at === undefined ? 0 : at + 1, 0, { entry, sheet: null });
    });
    const gone = this.was.sheets
      .map(({ origin }) => (origin as SheetOrigin).relation)
      .filter((relation) => !placed.some(({ origin }) => origin.relation === relation));
    for (const sheet of this.was.sheets) {
      const { relation, path } = sheet.origin as SheetOrigin;
      if (gone.includes(relation)) this.forget(path);
    }
    this.pkg.unrelate(this.origin.workbookPath, gone);
    return listed;
  }

  private forgotten: number[] = [];

  /** Notes which texts a sheet had that is no more. */
  private forget(path: string): void {
    scanSheet(this.pkg.pieces(path), {
      row: () => undefined,
      cell: ({ type, value }) => {
        if (type === "s" && value !== null) this.forgotten.push(Number(value));
      },
    });
  }

  /** @returns whether formulas have come or gone. */
  private writeSheets(placed: Placed[], reactivated: boolean): boolean {
    const { pkg, workbook, origin } = this;
    const path = origin.workbookPath;
    const stringsPath = sharedStringsPath(pkg, path);
    const strings = new StringWriter(origin.strings);
    this.forgotten.forEach((number) => strings.had(number));
    const fileStyles = readFileStyles(pkg, path);
    const styleText = stylesPath(pkg, path);
    const styles = new StyleWriter(
      styleText ? pkg.text(styleText)! : newStyles(workbook.styles.get(0)),
      workbook.styles,
      fileStyles.color,
    );
    const functions = new Set<string>();
    const cells = cellContext(origin, this.was, fileStyles.table.count);
    let dynamic: number | undefined;
    const context = {
      strings,
      style: (id: number) => styles.number(id),
      dynamicMetadata: () =>
        (dynamic ??= [...readDynamicMetadata(pkg, path)][0] ?? addDynamicMetadata(pkg, path)),
      customFunction: (name: string) => void functions.add(name),
    };
    const moved = this.movedReferences(placed);
    if (moved.any) moveInParts(pkg, moved, (pivot) => this.sheetOf(pivot));
    let formulasMoved = false;
    for (const { sheet, was, origin: from, known } of placed) {
      const written = writeSheet({
        pkg,
        workbookPath: path,
        path: from.path,
        shell: from.shell,
        sheet,
        was,
        charts: from.charts,
        moved,
        workbook,
        known,
        cells,
        context,
        styles,
        selected: reactivated ? sheet === workbook.activeSheet : undefined,
        hadString: (number) => strings.had(number),
      });
      formulasMoved ||= written.formulasMoved;
    }
    if (strings.changed || (stringsPath && strings.leftovers && !this.hasMacroSheets())) {
      const target = stringsPath ?? pkg.newPath("xl/sharedStrings#.xml").replace("Strings1", "Strings");
      pkg.setPacked(target, strings.write(pkg, stringsPath, !this.hasMacroSheets()));
      if (!stringsPath) {
        pkg.declare(target, `${office}.sharedStrings+xml`);
        pkg.relate(path, "sharedStrings", target);
      }
    }
    if (styles.changed) {
      const target = styleText ?? "xl/styles.xml";
      pkg.set(target, styles.toString());
      if (!styleText) {
        pkg.declare(target, `${office}.styles+xml`);
        pkg.relate(path, "styles", target);
      }
    }
    writeWebExtension(pkg, workbook.settings, functions);
    return formulasMoved;
  }

  /** A chart sheet that was in front would be grouped with the sheet that now is. */
  private deselectOthers(entries: { entry: SheetEntry; sheet: Sheet | null }[]): void {
    const { pkg } = this;
    const unheld = new Set(entries.filter(({ sheet }) => !sheet).map(({ entry }) => entry.relation));
    for (const { id, target } of pkg.relationships(this.origin.workbookPath)) {
      const text = unheld.has(id) ? pkg.text(target) : null;
      if (text === null) continue;
      const view = child(child(readXml(text), "sheetViews"), "sheetView");
      if (!view || !isTrue(view.attributes.tabSelected)) continue;
      const open = changeAttributes(text.slice(view.start, view.innerStart), { tabSelected: null });
      pkg.set(target, text.slice(0, view.start) + open + text.slice(view.innerStart));
    }
  }

  private movedReferences(placed: Placed[]): MovedReferences {
    const now = new Map(placed.map(({ sheet, origin }) => [origin.path, sheet.name]));
    return new MovedReferences(
      this.origin.moves,
      this.was.sheets.map((sheet) => {
        const { path } = sheet.origin as SheetOrigin;
        return { path, was: sheet.name, now: now.get(path) ?? null };
      }),
    );
  }

  /** The sheet that a pivot stands on. */
  private sheetOf(pivot: string): string | null {
    const sheets = this.was.sheets.map(({ origin }) => (origin as SheetOrigin).path);
    const has = (path: string) => this.pkg.relationships(path).some(({ target }) => target === pivot);
    return sheets.find(has) ?? null;
  }

  /** Macro and dialog sheets point at shared strings too, and are not read. */
  private hasMacroSheets(): boolean {
    return this.pkg
      .relationships(this.origin.workbookPath)
      .some(({ type }) => /macrosheet|dialogsheet/i.test(type));
  }

  /** Excel makes the chain anew; one that names cells without formulas would make it call the file damaged. */
  private dropCalculationChain(): void {
    const { pkg } = this;
    const path = this.origin.workbookPath;
    const chains = pkg.relationships(path).filter(({ type }) => type === "calcChain");
    for (const { target } of chains) pkg.remove(target);
    pkg.unrelate(
      path,
      chains.map(({ id }) => id),
    );
  }

  /** Parts that were in use and are so no longer go; parts nothing pointed at when the file was read stay. */
  private sweep(): void {
    const left = this.pkg.reachable();
    for (const path of this.reachable) if (!left.has(path)) this.pkg.remove(path);
  }
}

/** Names of sheets that the model doesn't hold, at the numbers those sheets have now. */
function unheldNames(text: string, before: SheetEntry[], now: SheetEntry[], held: Set<string>): UnheldName[] {
  return childrenOf(child(readXml(text), "definedNames"), "definedName").flatMap((element) => {
    const { localSheetId, name } = element.attributes;
    const relation = localSheetId === undefined ? undefined : before[Number(localSheetId)]?.relation;
    if (relation === undefined || held.has(relation)) return [];
    const at = now.findIndex((entry) => entry.relation === relation);
    const open = changeAttributes(text.slice(element.start, element.innerStart), { localSheetId: at });
    return at < 0 ? [] : [{ name, at, xml: open + text.slice(element.innerStart, element.end) }];
  });
}
