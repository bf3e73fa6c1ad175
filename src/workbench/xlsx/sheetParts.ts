import { type Area, areaAddress, maxColumns, parseArea } from "../../workbook/address";
import type { Filter } from "../model/parts";
import type { Column, Sheet } from "../model/sheet";
import type { ReadColor } from "./colors";
import { layoutParts, readPageLayout, writeLayoutPart } from "./pageLayout";
import type { SheetPart } from "./sheetOrder";
import { changeElement, child, childrenOf, type Element, isTrue, tag } from "./xml";

/** Reads what stands around a sheet's cells and needs no other part. */
export function readSheetParts(root: Element, text: string, sheet: Sheet, color: ReadColor): void {
  const part = (name: SheetPart) => child(root, name);
  sheet.tabColor = color(child(part("sheetPr"), "tabColor"))?.rgb ?? "";
  readView(child(part("sheetViews"), "sheetView"), sheet);
  const format = part("sheetFormatPr")?.attributes;
  if (Number(format?.defaultRowHeight) > 0) sheet.defaultRowHeight = Number(format?.defaultRowHeight);
  if (Number(format?.defaultColWidth) > 0)
    sheet.defaultColumnWidth = Math.round((Number(format?.defaultColWidth) - 5 / 7) * 100) / 100;
  readColumns(root, sheet);
  const protection = part("sheetProtection");
  if (protection && isTrue(protection.attributes.sheet)) {
    const allowed = Object.fromEntries(
      protectable.map((word) => [word, !isTrue(protection.attributes[word], lockedByDefault.has(word))]),
    );
    sheet.protection = { allowed, attributes: protection.attributes };
  }
  sheet.filter = readFilter(part("autoFilter"), text);
  sheet.merges = areas(
    childrenOf(part("mergeCells"), "mergeCell").map(({ attributes }) => attributes.ref ?? ""),
  );
  sheet.pageLayout = readPageLayout(root, sheet.pageLayout);
}

const protectable = [
  "objects",
  "scenarios",
  "formatCells",
  "formatColumns",
  "formatRows",
  "insertColumns",
  "insertRows",
  "insertHyperlinks",
  "deleteColumns",
  "deleteRows",
  "selectLockedCells",
  "sort",
  "autoFilter",
  "pivotTables",
  "selectUnlockedCells",
];
const lockedByDefault = new Set(protectable.filter((word) => !/^(objects|scenarios|select)/.test(word)));

/** A width in characters with its five pixels of padding, in 256ths of a character: as Excel writes it. */
const paddedWidth = (characters: number) => Math.round((characters + 5 / 7) * 256) / 256;

const areas = (references: string[]): Area[] => references.map(parseArea).filter((area) => area !== null);

/** A sqref: areas with blanks between. */
export const readAreas = (text: string | undefined): Area[] =>
  areas((text ?? "").split(/\s+/).filter(Boolean));
export const areasText = (ranges: Area[]): string => ranges.map(areaAddress).join(" ");

function readView(view: Element | undefined, sheet: Sheet): void {
  if (!view) return;
  const { showGridLines, showRowColHeaders, zoomScale } = view.attributes;
  sheet.showGridlines = isTrue(showGridLines, true);
  sheet.showHeadings = isTrue(showRowColHeaders, true);
  if (Number(zoomScale) > 0) sheet.zoom = Number(zoomScale);
  const pane = child(view, "pane")?.attributes;
  if (pane && /frozen/.test(pane.state ?? "")) {
    const [rows, columns] = [Math.floor(Number(pane.ySplit ?? 0)), Math.floor(Number(pane.xSplit ?? 0))];
    if (rows > 0 || columns > 0) sheet.freeze = { rows, columns };
  }
  const selected = childrenOf(view, "selection").find(
    ({ attributes }) => (attributes.pane ?? "topLeft") === (pane?.activePane ?? "topLeft"),
  );
  sheet.selection = readAreas(selected?.attributes.sqref)[0] ?? sheet.selection;
}

function readColumns(root: Element, sheet: Sheet): void {
  for (const { attributes } of childrenOf(root, "cols").flatMap((cols) => childrenOf(cols, "col"))) {
    const column: Column = {
      ...(Number(attributes.width) >= 0 && { width: Number(attributes.width) }),
      ...(isTrue(attributes.hidden) && { hidden: true }),
      ...(Number(attributes.outlineLevel) > 0 && { outlineLevel: Number(attributes.outlineLevel) }),
      ...(isTrue(attributes.collapsed) && { collapsed: true }),
      ...(Number(attributes.style) > 0 && { style: Number(attributes.style) }),
    };
    const last = Math.min(Number(attributes.max), maxColumns);
    for (let c = Math.max(0, Number(attributes.min) - 1); c < last; c++) sheet.columns[c] = { ...column };
  }
}

/** An autoFilter element, with its criteria as they stand. */
export function readFilter(filter: Element | undefined, text: string): Filter | null {
  const area = parseArea(filter?.attributes.ref ?? "");
  return (
    area && {
      area,
      criteria: childrenOf(filter, "filterColumn").map((column) => ({
        column: Number(column.attributes.colId ?? 0),
        xml: text.slice(column.start, column.end),
      })),
    }
  );
}

export function writeFilter(filter: Filter | null, text: string, element: Element | undefined): string {
  if (!filter) return "";
  const criteria = [...filter.criteria].sort((a, b) => a.column - b.column);
  return changeElement(
    text,
    element,
    "autoFilter",
    { ref: areaAddress(filter.area) },
    {
      filterColumn: criteria.map(({ xml }) => xml).join(""),
      // An order of rows that were sorted elsewhere says nothing any more.
      ...(element && element.attributes.ref !== areaAddress(filter.area) && { sortState: "" }),
    },
    ["filterColumn", "sortState", "extLst"],
  );
}

/**
 * What the model says in each of the sheet's elements: an element is written anew when this differs from what was read.
 * `dimension`, and the row levels in sheetFormatPr, follow the cells.
 */
export const partContent: Partial<Record<SheetPart, (sheet: Sheet) => unknown>> = {
  sheetPr: ({ tabColor, pageLayout }) => [tabColor, pageLayout.fit !== null],
  sheetViews: ({ freeze, showGridlines, showHeadings, zoom, selection }) => [
    freeze,
    showGridlines,
    showHeadings,
    zoom,
    selection,
  ],
  sheetFormatPr: (sheet) => [sheet.defaultRowHeight, sheet.defaultColumnWidth, deepest(sheet.columns)],
  cols: (sheet) => columnRuns(sheet).map(({ from, to, key }) => [from, to, key]),
  sheetProtection: ({ protection }) => protection,
  autoFilter: ({ filter }) => filter,
  mergeCells: ({ merges }) => merges,
  ...Object.fromEntries(
    Object.entries(layoutParts).map(([name, content]) => [name, (sheet: Sheet) => content(sheet.pageLayout)]),
  ),
};

/** One of the sheet's elements with what the model says; what it doesn't hold stays. "" for none. */
export function writeSheetPart(
  name: SheetPart,
  sheet: Sheet,
  was: Sheet,
  text: string,
  element: Element | undefined,
  style: (id: number) => number,
  selected: boolean,
): string {
  switch (name) {
    case "sheetPr": {
      const fit = sheet.pageLayout.fit !== null;
      const setup = child(element, "pageSetUpPr");
      const children: Record<string, string> = {};
      if (sheet.tabColor !== was.tabColor)
        children.tabColor = sheet.tabColor ? tag("tabColor", { rgb: `FF${sheet.tabColor.slice(1)}` }) : "";
      if (fit !== (was.pageLayout.fit !== null)) {
        const written = changeElement(text, setup, "pageSetUpPr", { fitToPage: fit || null });
        children.pageSetUpPr = /\s/.test(written) ? written : "";
      }
      return changeElement(text, element, name, {}, children, ["tabColor", "outlinePr", "pageSetUpPr"]);
    }
    case "dimension":
      return tag(name, {
        ref: areaAddress(sheet.usedArea() ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 }),
      });
    case "sheetViews": {
      const view = child(element, "sheetView");
      const rest = childrenOf(element, "sheetView").slice(1);
      return changeElement(
        text,
        element,
        name,
        {},
        {
          sheetView:
            writeView(sheet, was, text, view, selected) +
            rest.map(({ start, end }) => text.slice(start, end)).join(""),
        },
      );
    }
    case "sheetFormatPr":
      return changeElement(text, element, name, {
        defaultColWidth:
          sheet.defaultColumnWidth === was.defaultColumnWidth
            ? undefined
            : paddedWidth(sheet.defaultColumnWidth),
        defaultRowHeight: sheet.defaultRowHeight,
        customHeight: sheet.defaultRowHeight === was.defaultRowHeight ? undefined : true,
        outlineLevelRow: deepest(sheet.rows) || null,
        outlineLevelCol: deepest(sheet.columns) || null,
      });
    case "cols": {
      const runs = columnRuns(sheet).map(({ from, to, column }) =>
        tag("col", {
          min: from + 1,
          max: to + 1,
          width: column.width ?? paddedWidth(sheet.defaultColumnWidth),
          style: column.style === undefined ? null : style(column.style),
          hidden: column.hidden || null,
          customWidth: column.width !== undefined || null,
          outlineLevel: column.outlineLevel || null,
          collapsed: column.collapsed || null,
        }),
      );
      return runs.length === 0 ? "" : tag(name, {}, runs.join(""));
    }
    case "sheetProtection": {
      const { protection } = sheet;
      if (!protection) return "";
      const words = protectable.map((word) => {
        const standard = lockedByDefault.has(word);
        const locked = !(protection.allowed[word] ?? !standard);
        return [word, locked === standard ? null : locked];
      });
      return changeElement(text, element, name, {
        ...(element ? {} : passwordOf(protection.attributes)),
        sheet: true,
        ...Object.fromEntries(words),
      });
    }
    case "autoFilter":
      return writeFilter(sheet.filter, text, element);
    case "mergeCells": {
      const merges = sheet.merges.map((area) => tag("mergeCell", { ref: areaAddress(area) }));
      return merges.length === 0 ? "" : tag(name, { count: merges.length }, merges.join(""));
    }
    default:
      return writeLayoutPart(name, sheet.pageLayout, text, element);
  }
}

const passwordOf = (attributes: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries(attributes).filter(([name]) =>
      ["algorithmName", "hashValue", "saltValue", "spinCount", "password"].includes(name),
    ),
  );

export const deepest = (lines: ({ outlineLevel?: number } | undefined)[]): number => {
  let level = 0;
  lines.forEach((line) => {
    level = Math.max(level, line?.outlineLevel ?? 0);
  });
  return level;
};

function writeView(
  sheet: Sheet,
  was: Sheet,
  text: string,
  view: Element | undefined,
  selected: boolean,
): string {
  const { freeze } = sheet;
  const refrozen = JSON.stringify(freeze) !== JSON.stringify(was.freeze);
  const reselected = JSON.stringify(sheet.selection) !== JSON.stringify(was.selection);
  const active = freeze
    ? `${freeze.rows > 0 ? "bottom" : "top"}${freeze.columns > 0 ? "Right" : "Left"}`
    : null;
  const children: Record<string, string> = {};
  if (refrozen) {
    children.pane = freeze
      ? tag("pane", {
          xSplit: freeze.columns || null,
          ySplit: freeze.rows || null,
          topLeftCell: areaAddress({ row: freeze.rows, column: freeze.columns, rowCount: 1, columnCount: 1 }),
          activePane: active,
          state: "frozen",
        })
      : "";
  }
  if (refrozen || reselected) {
    const pane = refrozen ? active : (child(view, "pane")?.attributes.activePane ?? null);
    const { row, column } = sheet.selection;
    children.selection = tag("selection", {
      pane,
      activeCell: areaAddress({ row, column, rowCount: 1, columnCount: 1 }),
      sqref: areaAddress(sheet.selection),
    });
  }
  return changeElement(
    text,
    view,
    "sheetView",
    {
      showGridLines: sheet.showGridlines ? null : false,
      showRowColHeaders: sheet.showHeadings ? null : false,
      tabSelected: selected || null,
      topLeftCell: refrozen ? null : undefined,
      zoomScale: sheet.zoom === was.zoom ? undefined : sheet.zoom,
      zoomScaleNormal: sheet.zoom === was.zoom ? undefined : sheet.zoom,
      workbookViewId: view?.attributes.workbookViewId ?? 0,
    },
    children,
    ["pane", "selection", "pivotSelection", "extLst"],
  );
}

/** Neighbouring columns that are alike. */
function columnRuns(sheet: Sheet): { from: number; to: number; column: Column; key: string }[] {
  const runs: { from: number; to: number; column: Column; key: string }[] = [];
  sheet.columns.forEach((column, c) => {
    if (!column) return;
    const { width, hidden, outlineLevel, collapsed, style } = column;
    const key = JSON.stringify([
      width,
      hidden || null,
      outlineLevel || null,
      collapsed || null,
      style ?? null,
    ]);
    if (key === "[null,null,null,null,null]") return;
    const last = runs[runs.length - 1];
    if (last && last.to === c - 1 && last.key === key) last.to = c;
    else runs.push({ from: c, to: c, column, key });
  });
  return runs;
}
