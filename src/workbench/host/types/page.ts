import { maxColumns, maxRows } from "../../../workbook/address";
import type { HeaderFooter, PageLayout } from "../../model/parts";
import type { Sheet } from "../../model/sheet";
import { findAreas, placeOf } from "../addresses";
import { areaOf, areasOf, type Batch, rangeAreasOf, rangeOf } from "../batch";
import {
  integer,
  number,
  oneOf,
  type PartialRegistry,
  type Property,
  text,
  truth,
  value,
} from "../definition";
import { HostError, invalidArgument, itemNotFound } from "../errors";
import { type LiveAreas, HostObject, object } from "../targets";
import { paperWords } from "../words";
import { refusePassword } from "./workbook";

const flag = (
  key:
    | "centerHorizontally"
    | "centerVertically"
    | "printGridlines"
    | "printHeadings"
    | "blackAndWhite"
    | "draft",
): Property<Sheet> => ({
  get: (sheet) => sheet.pageLayout[key],
  set: (sheet, raw) => {
    sheet.pageLayout[key] = truth(raw);
  },
});

/** Margins are points in the API, inches in the file. */
const margin = (key: keyof PageLayout["margins"]): Property<Sheet> => ({
  get: (sheet) => Math.round(sheet.pageLayout.margins[key] * 72 * 1e6) / 1e6,
  set: (sheet, raw) => {
    const points = number(raw);
    if (points < 0) throw invalidArgument(`margin ${points}`);
    sheet.pageLayout.margins[key] = points / 72;
  },
});

const part = (
  which: "header" | "footer",
  key: keyof HeaderFooter,
): Property<{ header: HeaderFooter; footer: HeaderFooter }> => ({
  get: (pages) => pages[which][key],
  set: (pages, raw) => {
    pages[which][key] = text(raw);
  },
});

/** Which pages have headers of their own, in one word. */
const headerStates = ["Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"] as const;

/** The API's words and the file's. */
const printedErrors = { ErrorsDisplayed: "displayed", Blank: "blank", Dash: "dash", NotAvailable: "NA" };
const printedComments = { NoComments: "none", EndSheet: "atEnd", InPlace: "asDisplayed" };

const worded = <K extends "errors" | "comments">(key: K, words: Record<string, string>): Property<Sheet> => ({
  get: ({ pageLayout }) => Object.keys(words).find((word) => words[word] === pageLayout[key]),
  set: ({ pageLayout }, raw) => {
    pageLayout[key] = words[oneOf(Object.keys(words))(raw)];
  },
});

function zoomOf({ fit, scale }: PageLayout): Record<string, number | null> {
  if (!fit) return { scale, horizontalFitToPages: null, verticalFitToPages: null };
  return { scale: null, horizontalFitToPages: fit.width, verticalFitToPages: fit.height };
}

function setZoom(layout: PageLayout, raw: unknown): void {
  const given = (raw ?? {}) as {
    scale?: unknown;
    horizontalFitToPages?: unknown;
    verticalFitToPages?: unknown;
  };
  if (given.scale !== undefined && given.scale !== null) {
    const scale = integer(given.scale);
    if (scale < 10 || scale > 400) throw invalidArgument(`scale ${scale}`);
    layout.scale = scale;
    layout.fit = null;
    return;
  }
  const pages = (one: unknown) => {
    const count = one === undefined || one === null ? 0 : integer(one);
    if (count < 0 || count > 32767) throw invalidArgument(`${count} pages`);
    return count;
  };
  layout.fit = { width: pages(given.horizontalFitToPages), height: pages(given.verticalFitToPages) };
}

function titles(sheet: Sheet, raw: unknown, axis: "row" | "column", batch: Batch) {
  const area =
    raw instanceof HostObject
      ? areaOf(raw.target as LiveAreas)
      : placeOf(batch.workbook, sheet, text(raw)).area;
  return axis === "row"
    ? { first: area.row, last: area.row + area.rowCount - 1 }
    : { first: area.column, last: area.column + area.columnCount - 1 };
}

const orders: Record<string, string> = { DownThenOver: "downThenOver", OverThenDown: "overThenDown" };
const units: Record<string, number> = { points: 1, inches: 72, centimeters: 72 / 2.54 };

const layoutTypes = {
  PageLayout: {
    properties: {
      orientation: {
        get: ({ pageLayout }) => (pageLayout.orientation === "landscape" ? "Landscape" : "Portrait"),
        set: ({ pageLayout }, raw) => {
          pageLayout.orientation =
            oneOf(["Portrait", "Landscape"])(raw) === "Landscape" ? "landscape" : "portrait";
        },
      },
      paperSize: {
        get: ({ pageLayout }) => paperWords.toApi(String(pageLayout.paperSize)),
        set: ({ pageLayout }, raw) => {
          const size = paperWords.toFile(raw);
          if (size === undefined) throw invalidArgument(`paper ${String(raw)}`);
          pageLayout.paperSize = Number(size);
        },
      },
      zoom: {
        get: ({ pageLayout }) => zoomOf(pageLayout),
        set: ({ pageLayout }, raw) => setZoom(pageLayout, raw),
      },
      centerHorizontally: flag("centerHorizontally"),
      centerVertically: flag("centerVertically"),
      printGridlines: flag("printGridlines"),
      printHeadings: flag("printHeadings"),
      printErrors: worded("errors", printedErrors),
      printComments: worded("comments", printedComments),
      blackAndWhite: flag("blackAndWhite"),
      draftMode: flag("draft"),
      firstPageNumber: {
        get: ({ pageLayout }) => pageLayout.firstPage ?? "",
        set: ({ pageLayout }, raw) => {
          pageLayout.firstPage = raw === "" ? null : integer(raw);
        },
      },
      printOrder: {
        get: ({ pageLayout }) => Object.keys(orders).find((key) => orders[key] === pageLayout.order),
        set: ({ pageLayout }, raw) => {
          pageLayout.order = orders[oneOf(["DownThenOver", "OverThenDown"])(raw)];
        },
      },
      leftMargin: margin("left"),
      rightMargin: margin("right"),
      topMargin: margin("top"),
      bottomMargin: margin("bottom"),
      headerMargin: margin("header"),
      footerMargin: margin("footer"),
    },
    navigation: { headersFooters: (sheet) => object("HeaderFooterGroup", sheet) },
    methods: {
      setPrintArea: (sheet, [range], batch) => {
        sheet.pageLayout.printArea =
          range instanceof HostObject ? areasOf(range.target as LiveAreas) : findAreas(batch, sheet, range);
      },
      getPrintArea: (sheet, _args, batch) => {
        if (sheet.pageLayout.printArea.length === 0) throw itemNotFound("no print area");
        return rangeAreasOf(batch, sheet, sheet.pageLayout.printArea);
      },
      setPrintTitleRows: (sheet, [rows], batch) => {
        sheet.pageLayout.titleRows = titles(sheet, rows, "row", batch);
      },
      setPrintTitleColumns: (sheet, [columns], batch) => {
        sheet.pageLayout.titleColumns = titles(sheet, columns, "column", batch);
      },
      getPrintTitleRows: (sheet, _args, batch) => {
        const rows = sheet.pageLayout.titleRows;
        if (!rows) throw itemNotFound("no title rows");
        return rangeOf(batch, sheet, {
          row: rows.first,
          column: 0,
          rowCount: rows.last - rows.first + 1,
          columnCount: maxColumns,
        });
      },
      getPrintTitleColumns: (sheet, _args, batch) => {
        const columns = sheet.pageLayout.titleColumns;
        if (!columns) throw itemNotFound("no title columns");
        return rangeOf(batch, sheet, {
          row: 0,
          column: columns.first,
          rowCount: maxRows,
          columnCount: columns.last - columns.first + 1,
        });
      },
      setPrintMargins: (sheet, [unit, given]) => {
        const factor = units[text(unit).toLowerCase()];
        if (!factor) throw invalidArgument(`unit ${text(unit)}`);
        for (const [key, raw] of Object.entries((given ?? {}) as Record<string, unknown>)) {
          if (!(key in sheet.pageLayout.margins)) throw invalidArgument(`margin ${key}`);
          sheet.pageLayout.margins[key as keyof PageLayout["margins"]] = (number(raw) * factor) / 72;
        }
      },
    },
  },

  HeaderFooterGroup: {
    properties: {
      state: {
        get: ({ pageLayout: { first, even } }) =>
          headerStates[(even.different ? 2 : 0) + (first.different ? 1 : 0)],
        set: ({ pageLayout }, raw) => {
          const state = headerStates.indexOf(oneOf(headerStates)(raw));
          pageLayout.first.different = state % 2 === 1;
          pageLayout.even.different = state >= 2;
        },
      },
      useSheetMargins: {
        get: ({ pageLayout }) => pageLayout.headersAlign,
        set: ({ pageLayout }, raw) => {
          pageLayout.headersAlign = truth(raw);
        },
      },
      useSheetScale: {
        get: ({ pageLayout }) => pageLayout.headersScale,
        set: ({ pageLayout }, raw) => {
          pageLayout.headersScale = truth(raw);
        },
      },
    },
    navigation: {
      // Where even pages have their own, what is for all pages is for the odd ones.
      defaultForAllPages: ({ pageLayout }) => object("HeaderFooter", pageLayout),
      oddPages: ({ pageLayout }) => object("HeaderFooter", pageLayout),
      firstPage: ({ pageLayout }) => object("HeaderFooter", pageLayout.first),
      evenPages: ({ pageLayout }) => object("HeaderFooter", pageLayout.even),
    },
  },
  HeaderFooter: {
    properties: {
      leftHeader: part("header", "left"),
      centerHeader: part("header", "center"),
      rightHeader: part("header", "right"),
      leftFooter: part("footer", "left"),
      centerFooter: part("footer", "center"),
      rightFooter: part("footer", "right"),
    },
  },

  PageBreakCollection: {
    items: ({ sheet, axis }) =>
      (axis === "row" ? sheet.pageLayout.rowBreaks : sheet.pageLayout.columnBreaks).map((at) =>
        object("PageBreak", { sheet, axis, at }),
      ),
    item: ({ sheet, axis }, index) => {
      const at = (axis === "row" ? sheet.pageLayout.rowBreaks : sheet.pageLayout.columnBreaks)[
        integer(index)
      ];
      return at === undefined ? null : object("PageBreak", { sheet, axis, at });
    },
    methods: {
      add: ({ sheet, axis }, [range], batch) => {
        const span = titles(sheet, range, axis, batch);
        const breaks = axis === "row" ? sheet.pageLayout.rowBreaks : sheet.pageLayout.columnBreaks;
        if (span.first === 0) throw invalidArgument("no page before the first");
        if (!breaks.includes(span.first)) breaks.push(span.first);
        breaks.sort((a, b) => a - b);
        return object("PageBreak", { sheet, axis, at: span.first });
      },
      removePageBreaks: ({ sheet, axis }) => {
        if (axis === "row") sheet.pageLayout.rowBreaks = [];
        else sheet.pageLayout.columnBreaks = [];
      },
    },
  },
  PageBreak: {
    properties: {
      rowIndex: value(({ axis, at }) => (axis === "row" ? at : 0)),
      columnIndex: value(({ axis, at }) => (axis === "column" ? at : 0)),
    },
    methods: {
      delete: ({ sheet, axis, at }) => {
        const keep = (one: number) => one !== at;
        if (axis === "row") sheet.pageLayout.rowBreaks = sheet.pageLayout.rowBreaks.filter(keep);
        else sheet.pageLayout.columnBreaks = sheet.pageLayout.columnBreaks.filter(keep);
      },
      getCellAfterBreak: ({ sheet, axis, at }, _args, batch) =>
        rangeOf(batch, sheet, {
          row: axis === "row" ? at : 0,
          column: axis === "column" ? at : 0,
          rowCount: 1,
          columnCount: 1,
        }),
    },
  },
} satisfies PartialRegistry;

/** What a user may do on a protected sheet: the API's words and the file's. */
const allowances: Record<string, string> = {
  allowAutoFilter: "autoFilter",
  allowDeleteColumns: "deleteColumns",
  allowDeleteRows: "deleteRows",
  allowEditObjects: "objects",
  allowEditScenarios: "scenarios",
  allowFormatCells: "formatCells",
  allowFormatColumns: "formatColumns",
  allowFormatRows: "formatRows",
  allowInsertColumns: "insertColumns",
  allowInsertHyperlinks: "insertHyperlinks",
  allowInsertRows: "insertRows",
  allowPivotTables: "pivotTables",
  allowSort: "sort",
};

const protectionTypes = {
  WorksheetProtection: {
    properties: {
      protected: value((sheet) => sheet.protection !== null),
      options: value((sheet) =>
        Object.fromEntries(
          Object.entries(allowances).map(([api, file]) => [api, sheet.protection?.allowed[file] ?? false]),
        ),
      ),
    },
    methods: {
      // Protecting a protected sheet fails ([docs] WorksheetProtection.protect).
      protect: (sheet, [options, password], { workbook, source }) => {
        refusePassword(password);
        if (sheet.protection) throw notPossible();
        const given = (options ?? {}) as Record<string, unknown>;
        sheet.protection = {
          allowed: Object.fromEntries(
            Object.entries(allowances).map(([api, file]) => [file, given[api] === true]),
          ),
        };
        workbook.changed({ kind: "sheets", sheet, action: "protection", source });
      },
      unprotect: (sheet, [password], { workbook, source }) => {
        refusePassword(password);
        if (
          sheet.protection?.attributes &&
          Object.keys(sheet.protection.attributes).some((key) => /hash|password/i.test(key))
        )
          throw notPossible();
        sheet.protection = null;
        workbook.changed({ kind: "sheets", sheet, action: "protection", source });
      },
    },
  },
} satisfies PartialRegistry;

const notPossible = () => new HostError("AccessDenied");

export const pageTypes = { ...layoutTypes, ...protectionTypes };
