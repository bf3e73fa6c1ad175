import { type Area, areaAddress, parseArea } from "../../workbook/address";
import type {
  ConditionalFormat,
  Filter,
  HeaderFooter,
  PageLayout,
  Threshold,
  Validation,
} from "../model/parts";
import type { Column, Sheet } from "../model/sheet";
import type { ReadStyles } from "./readStyles";
import type { StyleWriter } from "./writeStyles";
import { type Attributes, child, childrenOf, type Element, escapeText, isTrue, tag } from "./xml";

/**
 * The worksheet's children in the schema's order. What the model owns is written from it when it has changed since it was
 * read; everything else passes through as it stood.
 */
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
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
] as const;
export type SheetPart = (typeof sheetOrder)[number];

/** Reads everything of a sheet but its cells, tables and links. */
export function readSheetParts(root: Element, sheet: Sheet, styles: ReadStyles, nextId: () => string): void {
  const part = (name: SheetPart) => child(root, name);
  const tab = child(part("sheetPr"), "tabColor")?.attributes;
  if (tab?.rgb) sheet.tabColor = `#${tab.rgb.slice(-6).toUpperCase()}`;
  readView(child(part("sheetViews"), "sheetView"), sheet);
  const format = part("sheetFormatPr")?.attributes;
  if (format?.defaultRowHeight) sheet.defaultRowHeight = Number(format.defaultRowHeight);
  if (format?.defaultColWidth) sheet.defaultColumnWidth = Number(format.defaultColWidth);
  readColumns(part("cols"), sheet);
  const protection = part("sheetProtection");
  if (protection && isTrue(protection.attributes.sheet)) {
    const allowed = Object.fromEntries(
      protectable.map((word) => [word, !isTrue(protection.attributes[word], lockedByDefault.has(word))]),
    );
    sheet.protection = { allowed, attributes: protection.attributes };
  }
  const filter = part("autoFilter");
  if (filter?.attributes.ref) sheet.filter = readFilter(filter);
  sheet.merges = areas(
    childrenOf(part("mergeCells"), "mergeCell").map(({ attributes }) => attributes.ref ?? ""),
  );
  sheet.conditionalFormats = childrenOf(root, "conditionalFormatting").flatMap((group) =>
    childrenOf(group, "cfRule").map((rule) => readConditionalFormat(group, rule, styles, nextId())),
  );
  sheet.validations = childrenOf(part("dataValidations"), "dataValidation").map(readValidation);
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

const areas = (references: string[]): Area[] => references.map(parseArea).filter((area) => area !== null);
const areaList = (text: string | undefined) => areas((text ?? "").split(/\s+/).filter(Boolean));

function readView(view: Element | undefined, sheet: Sheet): void {
  if (!view) return;
  const { showGridLines, showRowColHeaders, zoomScale } = view.attributes;
  sheet.showGridlines = isTrue(showGridLines, true);
  sheet.showHeadings = isTrue(showRowColHeaders, true);
  if (zoomScale) sheet.zoom = Number(zoomScale);
  const pane = child(view, "pane")?.attributes;
  if (pane && /frozen/.test(pane.state ?? "")) {
    sheet.freeze = {
      rows: Math.floor(Number(pane.ySplit ?? 0)),
      columns: Math.floor(Number(pane.xSplit ?? 0)),
    };
  }
  const selected = childrenOf(view, "selection").find(
    ({ attributes }) => (attributes.pane ?? "topLeft") === (pane?.activePane ?? "topLeft"),
  );
  sheet.selection = areaList(selected?.attributes.sqref)[0] ?? sheet.selection;
}

function readColumns(cols: Element | undefined, sheet: Sheet): void {
  for (const { attributes } of childrenOf(cols, "col")) {
    const column: Column = {
      ...(attributes.width !== undefined && { width: Number(attributes.width) }),
      ...(isTrue(attributes.hidden) && { hidden: true }),
      ...(attributes.outlineLevel !== undefined && { outlineLevel: Number(attributes.outlineLevel) }),
      ...(isTrue(attributes.collapsed) && { collapsed: true }),
      ...(attributes.style !== undefined && attributes.style !== "0" && { style: Number(attributes.style) }),
    };
    for (let c = Number(attributes.min) - 1; c < Math.min(Number(attributes.max), 16384); c++)
      sheet.columns[c] = { ...column };
  }
}

export function readFilter(filter: Element): Filter | null {
  const area = parseArea(filter.attributes.ref);
  return area && { area, criteria: [] };
}

function readThreshold({ attributes }: Element): Threshold {
  return {
    type: attributes.type,
    ...(attributes.val !== undefined && { value: attributes.val }),
    ...(attributes.gte !== undefined && { gte: isTrue(attributes.gte) }),
  };
}

function readConditionalFormat(
  group: Element,
  rule: Element,
  styles: ReadStyles,
  id: string,
): ConditionalFormat {
  const { type, dxfId, priority, stopIfTrue, operator, ...attributes } = rule.attributes;
  const thresholds = (element: Element) => childrenOf(element, "cfvo").map(readThreshold);
  const rgb = (element: Element) => `#${(element.attributes.rgb ?? "FF000000").slice(-6)}`;
  const [icons, bar, scale] = ["iconSet", "dataBar", "colorScale"].map((name) => child(rule, name));
  return {
    id,
    ranges: areaList(group.attributes.sqref),
    priority: Number(priority ?? 1),
    stopIfTrue: isTrue(stopIfTrue),
    type: type ?? "",
    ...(operator !== undefined && { operator }),
    formulas: childrenOf(rule, "formula").map(({ text }) => text),
    ...(dxfId !== undefined &&
      styles.differential[Number(dxfId)] && { style: styles.differential[Number(dxfId)] }),
    ...(icons && {
      iconSet: {
        set: icons.attributes.iconSet ?? "3TrafficLights1",
        showValue: isTrue(icons.attributes.showValue, true),
        reverse: isTrue(icons.attributes.reverse),
        thresholds: thresholds(icons),
      },
    }),
    ...(bar && {
      dataBar: {
        color: rgb(child(bar, "color")!),
        showValue: isTrue(bar.attributes.showValue, true),
        min: thresholds(bar)[0],
        max: thresholds(bar)[1],
      },
    }),
    ...(scale && {
      colorScale: { thresholds: thresholds(scale), colors: childrenOf(scale, "color").map(rgb) },
    }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
}

function readValidation(element: Element): Validation {
  const { attributes } = element;
  const formula = (name: string) => child(element, name)?.text ?? "";
  return {
    ranges: areaList(attributes.sqref),
    type: attributes.type ?? "none",
    operator: attributes.operator ?? "between",
    formula1: formula("formula1"),
    formula2: formula("formula2"),
    allowBlank: isTrue(attributes.allowBlank),
    // The attribute says the opposite of its name.
    showDropdown: !isTrue(attributes.showDropDown),
    errorStyle: (attributes.errorStyle ?? "stop") as Validation["errorStyle"],
    showError: isTrue(attributes.showErrorMessage),
    errorTitle: attributes.errorTitle ?? "",
    error: attributes.error ?? "",
    showPrompt: isTrue(attributes.showInputMessage),
    promptTitle: attributes.promptTitle ?? "",
    prompt: attributes.prompt ?? "",
  };
}

function readPageLayout(root: Element, standard: PageLayout): PageLayout {
  const margins = child(root, "pageMargins")?.attributes;
  const setup = child(root, "pageSetup")?.attributes ?? {};
  const options = child(root, "printOptions")?.attributes ?? {};
  const fits = isTrue(child(child(root, "sheetPr"), "pageSetUpPr")?.attributes.fitToPage);
  const texts = child(root, "headerFooter");
  const breaks = (name: string) =>
    childrenOf(child(root, name), "brk").map(({ attributes }) => Number(attributes.id));
  return {
    ...standard,
    orientation: setup.orientation === "landscape" ? "landscape" : "portrait",
    paperSize: Number(setup.paperSize ?? 1),
    fit: fits ? { width: Number(setup.fitToWidth ?? 1), height: Number(setup.fitToHeight ?? 1) } : null,
    scale: Number(setup.scale ?? 100),
    margins: margins
      ? (Object.fromEntries(
          Object.entries(standard.margins).map(([side]) => [side, Number(margins[side] ?? 0)]),
        ) as PageLayout["margins"])
      : standard.margins,
    centerHorizontally: isTrue(options.horizontalCentered),
    centerVertically: isTrue(options.verticalCentered),
    printGridlines: isTrue(options.gridLines),
    printHeadings: isTrue(options.headings),
    blackAndWhite: isTrue(setup.blackAndWhite),
    draft: isTrue(setup.draft),
    firstPage: isTrue(setup.useFirstPageNumber) ? Number(setup.firstPageNumber ?? 1) : null,
    order: setup.pageOrder ?? "downThenOver",
    header: headerFooter(child(texts, "oddHeader")?.text ?? ""),
    footer: headerFooter(child(texts, "oddFooter")?.text ?? ""),
    rowBreaks: breaks("rowBreaks"),
    columnBreaks: breaks("colBreaks"),
  };
}

/** "&Lvänster&Cmitt&Rhöger"; text before any section is the middle. */
function headerFooter(text: string): HeaderFooter {
  const sections = { L: "", C: "", R: "" };
  let current: keyof typeof sections = "C";
  for (const piece of text.split(/(&[LCR])/)) {
    if (/^&[LCR]$/.test(piece)) current = piece[1] as typeof current;
    else sections[current] += piece;
  }
  return { left: sections.L, center: sections.C, right: sections.R };
}

const joined = ({ left, center, right }: HeaderFooter) =>
  [
    ["&L", left],
    ["&C", center],
    ["&R", right],
  ]
    .map(([mark, text]) => (text === "" ? "" : mark + text))
    .join("");

const nonEmpty = (name: string, attributes: Attributes, inner = "") => {
  const written = tag(name, attributes, inner);
  return written === `<${name}/>` ? "" : written;
};

/** The parts the model owns, as XML; "" where there is nothing to say. `root` is the sheet as read. */
export function writeSheetParts(
  sheet: Sheet,
  root: Element | null,
  styles: StyleWriter,
): Partial<Record<SheetPart, string>> {
  const layout = sheet.pageLayout;
  const keep = (name: SheetPart) => child(root ?? undefined, name)?.attributes ?? {};
  const used = sheet.usedArea();
  return {
    sheetPr: nonEmpty(
      "sheetPr",
      keep("sheetPr"),
      (sheet.tabColor ? tag("tabColor", { rgb: `FF${sheet.tabColor.slice(1)}` }) : "") +
        outline(root) +
        (layout.fit ? tag("pageSetUpPr", { fitToPage: true }) : ""),
    ),
    dimension: tag("dimension", { ref: used ? areaAddress(used) : "A1" }),
    sheetViews: tag("sheetViews", {}, view(sheet, root)),
    sheetFormatPr: tag("sheetFormatPr", {
      ...keep("sheetFormatPr"),
      ...(sheet.defaultColumnWidth !== 8.43 && { defaultColWidth: sheet.defaultColumnWidth }),
      defaultRowHeight: sheet.defaultRowHeight,
      outlineLevelRow: deepest(sheet.rows) || null,
      outlineLevelCol: deepest(sheet.columns) || null,
    }),
    cols: nonEmpty("cols", {}, columns(sheet)),
    sheetProtection: sheet.protection
      ? tag("sheetProtection", {
          ...passwords(sheet.protection.attributes ?? {}),
          sheet: true,
          ...Object.fromEntries(
            protectable.flatMap((word) => {
              const locked = !(sheet.protection!.allowed[word] ?? !lockedByDefault.has(word));
              return locked === lockedByDefault.has(word) ? [] : [[word, locked]];
            }),
          ),
        })
      : "",
    autoFilter: sheet.filter ? tag("autoFilter", { ref: areaAddress(sheet.filter.area) }) : "",
    mergeCells: nonEmpty(
      "mergeCells",
      sheet.merges.length > 0 ? { count: sheet.merges.length } : {},
      sheet.merges.map((area) => tag("mergeCell", { ref: areaAddress(area) })).join(""),
    ),
    conditionalFormatting: sheet.conditionalFormats
      .map((format) => conditionalFormat(format, styles))
      .join(""),
    dataValidations: nonEmpty(
      "dataValidations",
      sheet.validations.length > 0 ? { count: sheet.validations.length } : {},
      sheet.validations.map(validation).join(""),
    ),
    printOptions: nonEmpty("printOptions", {
      horizontalCentered: layout.centerHorizontally || null,
      verticalCentered: layout.centerVertically || null,
      headings: layout.printHeadings || null,
      gridLines: layout.printGridlines || null,
    }),
    pageMargins: tag("pageMargins", layout.margins),
    pageSetup: tag("pageSetup", {
      ...keepSetup(keep("pageSetup")),
      paperSize: layout.paperSize,
      scale: layout.fit || layout.scale === 100 ? null : layout.scale,
      firstPageNumber: layout.firstPage,
      fitToWidth: layout.fit && layout.fit.width !== 1 ? layout.fit.width : null,
      fitToHeight: layout.fit && layout.fit.height !== 1 ? layout.fit.height : null,
      pageOrder: layout.order === "downThenOver" ? null : layout.order,
      orientation: layout.orientation,
      blackAndWhite: layout.blackAndWhite || null,
      draft: layout.draft || null,
      useFirstPageNumber: layout.firstPage !== null || null,
    }),
    headerFooter: nonEmpty(
      "headerFooter",
      {},
      (joined(layout.header) ? tag("oddHeader", {}, escapeText(joined(layout.header))) : "") +
        (joined(layout.footer) ? tag("oddFooter", {}, escapeText(joined(layout.footer))) : ""),
    ),
    rowBreaks: pageBreaks("rowBreaks", layout.rowBreaks, 16383),
    colBreaks: pageBreaks("colBreaks", layout.columnBreaks, 1048575),
  };
}

const keepSetup = (attributes: Record<string, string>): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).filter(([name]) =>
      ["r:id", "horizontalDpi", "verticalDpi", "copies", "cellComments", "errors"].includes(name),
    ),
  );
const passwords = (attributes: Record<string, string>): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).filter(([name]) =>
      ["algorithmName", "hashValue", "saltValue", "spinCount", "password"].includes(name),
    ),
  );

function outline(root: Element | null): string {
  const existing = child(child(root ?? undefined, "sheetPr"), "outlinePr");
  return existing ? tag("outlinePr", existing.attributes) : "";
}

const deepest = (lines: ({ outlineLevel?: number } | undefined)[]) =>
  lines.reduce((level, line) => Math.max(level, line?.outlineLevel ?? 0), 0);

function view(sheet: Sheet, root: Element | null): string {
  const kept = child(child(root ?? undefined, "sheetViews"), "sheetView")?.attributes ?? {};
  const { freeze } = sheet;
  const active = freeze
    ? freeze.rows > 0
      ? freeze.columns > 0
        ? "bottomRight"
        : "bottomLeft"
      : "topRight"
    : null;
  const pane = freeze
    ? tag("pane", {
        xSplit: freeze.columns || null,
        ySplit: freeze.rows || null,
        topLeftCell: areaAddress({ row: freeze.rows, column: freeze.columns, rowCount: 1, columnCount: 1 }),
        activePane: active,
        state: "frozen",
      })
    : "";
  const { row, column } = sheet.selection;
  const selection = tag("selection", {
    pane: active,
    activeCell: areaAddress({ row, column, rowCount: 1, columnCount: 1 }),
    sqref: areaAddress(sheet.selection),
  });
  const { topLeftCell: _scrolled, ...stay } = kept;
  return tag(
    "sheetView",
    {
      ...stay,
      showGridLines: sheet.showGridlines ? null : false,
      showRowColHeaders: sheet.showHeadings ? null : false,
      zoomScale: sheet.zoom === 100 ? null : sheet.zoom,
      workbookViewId: kept.workbookViewId ?? 0,
    },
    pane + selection,
  );
}

function columns(sheet: Sheet): string {
  const written: { from: number; to: number; attributes: string }[] = [];
  sheet.columns.forEach((column, c) => {
    if (!column || Object.keys(column).length === 0) return;
    const attributes = JSON.stringify({
      width: column.width ?? sheet.defaultColumnWidth + 5 / 7,
      style: column.style ?? null,
      hidden: column.hidden || null,
      customWidth: column.width !== undefined || null,
      outlineLevel: column.outlineLevel || null,
      collapsed: column.collapsed || null,
    });
    const last = written[written.length - 1];
    if (last && last.to === c - 1 && last.attributes === attributes) last.to = c;
    else written.push({ from: c, to: c, attributes });
  });
  return written
    .map(({ from, to, attributes }) => tag("col", { min: from + 1, max: to + 1, ...JSON.parse(attributes) }))
    .join("");
}

const list = (ranges: Area[]) => ranges.map(areaAddress).join(" ");

function conditionalFormat(format: ConditionalFormat, styles: StyleWriter): string {
  const threshold = ({ type, value, gte }: Threshold) =>
    tag("cfvo", { type, val: value, gte: gte === false ? false : null });
  const color = (rgb: string) => tag("color", { rgb: `FF${rgb.slice(1)}` });
  const { iconSet, dataBar, colorScale } = format;
  const inner =
    format.formulas.map((formula) => tag("formula", {}, escapeText(formula))).join("") +
    (colorScale
      ? tag(
          "colorScale",
          {},
          colorScale.thresholds.map(threshold).join("") + colorScale.colors.map(color).join(""),
        )
      : "") +
    (dataBar
      ? tag(
          "dataBar",
          { showValue: dataBar.showValue ? null : false },
          threshold(dataBar.min) + threshold(dataBar.max) + color(dataBar.color),
        )
      : "") +
    (iconSet
      ? tag(
          "iconSet",
          {
            iconSet: iconSet.set,
            showValue: iconSet.showValue ? null : false,
            reverse: iconSet.reverse || null,
          },
          iconSet.thresholds.map(threshold).join(""),
        )
      : "");
  return tag(
    "conditionalFormatting",
    { sqref: list(format.ranges) },
    tag(
      "cfRule",
      {
        type: format.type,
        dxfId: format.style ? styles.differential(format.style) : null,
        priority: format.priority,
        stopIfTrue: format.stopIfTrue || null,
        operator: format.operator,
        ...format.attributes,
      },
      inner,
    ),
  );
}

function validation(item: Validation): string {
  const formula = (name: string, text: string) =>
    text === "" ? "" : tag(name, {}, escapeText(text.replace(/^=/, "")));
  return tag(
    "dataValidation",
    {
      type: item.type === "none" ? null : item.type,
      errorStyle: item.errorStyle === "stop" ? null : item.errorStyle,
      operator: item.operator === "between" || item.operator === "" ? null : item.operator,
      allowBlank: item.allowBlank || null,
      showDropDown: item.showDropdown ? null : true,
      showInputMessage: item.showPrompt || null,
      showErrorMessage: item.showError || null,
      errorTitle: item.errorTitle || null,
      error: item.error || null,
      promptTitle: item.promptTitle || null,
      prompt: item.prompt || null,
      sqref: list(item.ranges),
    },
    formula("formula1", item.formula1) + formula("formula2", item.formula2),
  );
}

const pageBreaks = (name: string, at: number[], max: number) =>
  at.length === 0
    ? ""
    : tag(
        name,
        { count: at.length, manualBreakCount: at.length },
        at.map((id) => tag("brk", { id, max, man: true })).join(""),
      );
