import type { Workbook } from "../model/workbook";
import type { Sheet } from "../model/sheet";
import {
  changeElement,
  child,
  childrenOf,
  type Element,
  excelAttribute,
  isTrue,
  tag,
  unescapeExcel,
} from "./xml";

/** The workbook part's children in the schema's order. */
export const workbookOrder = [
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

/** One line of the workbook's list of sheets. Chart sheets and the like are listed too, with no sheet in the model. */
export interface SheetEntry {
  name: string;
  sheetId: number;
  relation: string;
  visibility: Sheet["visibility"];
}

export const readEntries = (root: Element): SheetEntry[] =>
  childrenOf(child(root, "sheets"), "sheet").map(({ attributes }, index) => ({
    name: unescapeExcel(attributes.name ?? `Sheet${index + 1}`),
    sheetId: Number(attributes.sheetId ?? index + 1),
    relation: attributes["r:id"] ?? "",
    visibility:
      attributes.state === "hidden" || attributes.state === "veryHidden" ? attributes.state : "visible",
  }));

const modes: Record<string, Workbook["calculationMode"]> = {
  manual: "Manual",
  autoNoTable: "AutomaticExceptTables",
};

/** Reads what the workbook part says of the workbook as a whole. */
export function readWorkbookPart(root: Element, workbook: Workbook): void {
  workbook.date1904 = isTrue(child(root, "workbookPr")?.attributes.date1904);
  const calculation = child(root, "calcPr")?.attributes;
  workbook.calculationMode = modes[calculation?.calcMode ?? ""] ?? "Automatic";
  workbook.fullCalcOnLoad = isTrue(calculation?.fullCalcOnLoad);
  workbook.protected = isTrue(child(root, "workbookProtection")?.attributes.lockStructure);
}

export const activeTab = (root: Element): number =>
  Number(child(child(root, "bookViews"), "workbookView")?.attributes.activeTab ?? 0);

/** The tab in front, and where a tab of the file stands now (-1: gone). */
interface Tabs {
  active: number;
  tabNow(tab: number): number;
}

/** The workbook part with what has changed. `definedNames` null: as they stand. */
export function writeWorkbookPart(
  text: string,
  root: Element,
  was: Workbook,
  now: Workbook,
  entries: SheetEntry[],
  { active, tabNow }: Tabs,
  definedNames: string | null,
): string {
  const children: Record<string, string> = {};
  const part = (name: string, attributes: Parameters<typeof changeElement>[3]) => {
    children[name] = changeElement(text, child(root, name), name, attributes);
  };
  if (was.date1904 !== now.date1904) part("workbookPr", { date1904: now.date1904 || null });
  if (was.calculationMode !== now.calculationMode || was.fullCalcOnLoad !== now.fullCalcOnLoad) {
    const mode = Object.keys(modes).find((word) => modes[word] === now.calculationMode) ?? null;
    part("calcPr", { calcMode: mode, fullCalcOnLoad: now.fullCalcOnLoad || null });
  }
  if (was.protected !== now.protected) {
    const protection = child(root, "workbookProtection");
    if (now.protected) part("workbookProtection", { lockStructure: true });
    else if (protection && isTrue(protection.attributes.lockWindows))
      part("workbookProtection", { lockStructure: null });
    else children.workbookProtection = "";
  }
  const bookViews = child(root, "bookViews");
  const views = childrenOf(bookViews, "workbookView").map((view, index) => {
    const tab = Number(view.attributes.activeTab ?? 0);
    return { view, tab, front: index === 0 ? active : Math.max(0, tabNow(tab)) };
  });
  if (views.some(({ tab, front }) => tab !== front) || (views.length === 0 && active > 0)) {
    const written = views.map(({ view, front }) =>
      changeElement(text, view, "workbookView", {
        activeTab: front || null,
        firstSheet: Number(view.attributes.firstSheet ?? 0) > front ? null : undefined,
      }),
    );
    children.bookViews = changeElement(
      text,
      bookViews,
      "bookViews",
      {},
      { workbookView: written.join("") || tag("workbookView", { activeTab: active }) },
    );
  }
  const before = childrenOf(child(root, "sheets"), "sheet");
  if (JSON.stringify(readEntries(root)) !== JSON.stringify(entries)) {
    const known = new Map(before.map((element) => [element.attributes["r:id"], element]));
    children.sheets = tag(
      "sheets",
      {},
      entries
        .map(({ name, sheetId, relation, visibility }) =>
          changeElement(text, known.get(relation), "sheet", {
            name: excelAttribute(name),
            sheetId,
            state: visibility === "visible" ? null : visibility,
            "r:id": known.has(relation) ? undefined : relation,
          }),
        )
        .join(""),
    );
  }
  if (definedNames !== null) children.definedNames = definedNames;
  if (Object.keys(children).length === 0) return text;
  return (
    text.slice(0, root.start) +
    changeElement(text, root, "workbook", {}, children, workbookOrder) +
    text.slice(root.end)
  );
}
