import { calculated, integer, number, oneOf, type PartialRegistry, text, truth, value } from "../definition";
import { areaOf, rangeAreasOf, rangeOf } from "../batch";
import { itemNotFound, notImplemented } from "../errors";
import { object } from "../targets";
import type { CalculationMode } from "../../model/workbook";

const modes: CalculationMode[] = ["Automatic", "AutomaticExceptTables", "Manual"];

export const workbookTypes = {
  Workbook: {
    properties: {
      name: value((workbook) => workbook.properties.title ?? "Workbook"),
      readOnly: value(() => false),
      isDirty: { get: () => true, set: (_workbook, raw) => void truth(raw) },
      autoSave: value(() => false),
      previouslySaved: value(() => true),
      calculationEngineVersion: value(() => 191029),
      usePrecisionAsDisplayed: value(() => false),
    },
    navigation: {
      application: (workbook) => object("Application", workbook),
      worksheets: (workbook) => object("WorksheetCollection", workbook),
      tables: (workbook) => object("TableCollection", workbook),
      names: () => object("NamedItemCollection", { sheet: null }),
      customXmlParts: (workbook) => object("CustomXmlPartCollection", workbook),
      settings: (workbook) => object("SettingCollection", workbook),
      comments: (workbook) => object("CommentCollection", workbook),
      pivotTables: (workbook) => object("PivotTableCollection", workbook),
      properties: (workbook) => object("DocumentProperties", workbook),
      protection: (workbook) => object("WorkbookProtection", workbook),
      functions: (workbook) => object("Functions", workbook),
      tableStyles: (workbook) => object("TableStyleCollection", workbook),
      styles: (workbook) => object("StyleCollection", workbook),
      _Runtime: (workbook) => object("Runtime", workbook),
    },
    methods: {
      getActiveCell: (workbook, _args, batch) => {
        const sheet = workbook.activeSheet!;
        const { row, column } = sheet.selection;
        return rangeOf(batch, sheet, { row, column, rowCount: 1, columnCount: 1 });
      },
      getSelectedRange: (workbook, _args, batch) =>
        rangeOf(batch, workbook.activeSheet!, workbook.activeSheet!.selection),
      getSelectedRanges: (workbook, _args, batch) =>
        rangeAreasOf(batch, workbook.activeSheet!, [workbook.activeSheet!.selection]),
      getActiveChart: (workbook) => {
        if (!workbook.activeChart) throw itemNotFound("no chart is selected");
        const { sheet, chart: item } = workbook.activeChart;
        return object("Chart", { sheet, item });
      },
      getIsActiveCollabSession: () => false,
      _GetRangeForEventByReferenceId: (_workbook, [id], batch) => {
        const range = batch.reference(text(id));
        if (range?.type !== "Range") throw itemNotFound(String(id));
        areaOf(range.target as never);
        return range;
      },
      _GetRangeOrNullObjectForEventByReferenceId: (_workbook, [id], batch) => {
        const range = batch.reference(text(id));
        return range?.type === "Range" && (range.target as { areas: { area: unknown }[] }).areas[0].area
          ? range
          : null;
      },
      _RemoveReference: (_workbook, [id], batch) => batch.release(text(id)),
      _GetReferenceCount: (_workbook, _args, batch) => batch.referenceCount(),
    },
  },

  Runtime: {
    properties: {
      enableEvents: {
        get: (_workbook, batch) => batch.eventsEnabled,
        set: (_workbook, raw, batch) => {
          batch.eventsEnabled = truth(raw);
        },
      },
    },
  },

  Application: {
    properties: {
      calculationMode: {
        get: (workbook) => workbook.calculationMode,
        set: (workbook, raw) => {
          workbook.calculationMode = oneOf(modes)(raw);
        },
      },
      calculationState: calculated(() => "Done"),
      calculationEngineVersion: value(() => 191029),
      decimalSeparator: value((_workbook, batch) => (batch.locale.startsWith("sv") ? "," : ".")),
      thousandsSeparator: value((_workbook, batch) => (batch.locale.startsWith("sv") ? "\u00a0" : ",")),
      useSystemSeparators: value(() => true),
    },
    navigation: {
      cultureInfo: (workbook) => object("CultureInfo", workbook),
      iterativeCalculation: (workbook) => object("IterativeCalculation", workbook),
    },
    methods: {
      calculate: (_workbook, [type], batch) => {
        const wanted = oneOf(["Recalculate", "Full", "FullRebuild"])(type);
        return batch.calculate(wanted !== "Recalculate");
      },
      suspendApiCalculationUntilNextSync: (_workbook, _args, batch) => batch.suspendCalculation(),
      // There is no screen to update.
      suspendScreenUpdatingUntilNextSync: () => null,
    },
  },

  IterativeCalculation: {
    properties: {
      enabled: value(() => false),
      maxIteration: value(() => 100),
      maxChange: value(() => 0.001),
    },
  },

  CultureInfo: {
    properties: { name: value((_workbook, batch) => batch.locale) },
    navigation: {
      numberFormat: (workbook) => object("NumberFormatInfo", workbook),
      datetimeFormat: (workbook) => object("DatetimeFormatInfo", workbook),
    },
  },
  NumberFormatInfo: {
    properties: {
      numberDecimalSeparator: value((_workbook, batch) => (batch.locale.startsWith("sv") ? "," : ".")),
      numberGroupSeparator: value((_workbook, batch) => (batch.locale.startsWith("sv") ? "\u00a0" : ",")),
      currencySymbol: value((_workbook, batch) => (batch.locale.startsWith("sv") ? "kr" : "$")),
    },
  },
  DatetimeFormatInfo: {
    properties: {
      dateSeparator: value((_workbook, batch) => (batch.locale.startsWith("sv") ? "-" : "/")),
      shortDatePattern: value((_workbook, batch) =>
        batch.locale.startsWith("sv") ? "yyyy-MM-dd" : "M/d/yyyy",
      ),
      longDatePattern: value((_workbook, batch) =>
        batch.locale.startsWith("sv") ? "'den 'd MMMM yyyy" : "dddd, MMMM d, yyyy",
      ),
      timeSeparator: value(() => ":"),
      shortTimePattern: value((_workbook, batch) => (batch.locale.startsWith("sv") ? "HH:mm" : "h:mm tt")),
      longTimePattern: value((_workbook, batch) =>
        batch.locale.startsWith("sv") ? "HH:mm:ss" : "h:mm:ss tt",
      ),
    },
  },

  WorkbookProtection: {
    properties: { protected: value((workbook) => workbook.protected) },
    methods: {
      protect: (workbook, [password]) => {
        refusePassword(password);
        workbook.protected = true;
      },
      unprotect: (workbook, [password]) => {
        refusePassword(password);
        workbook.protected = false;
      },
    },
  },

  DocumentProperties: {
    properties: {
      ...Object.fromEntries(
        (
          ["title", "subject", "author", "keywords", "comments", "manager", "company", "category"] as const
        ).map((key) => [
          key,
          {
            get: (workbook: import("../../model/workbook").Workbook) => workbook.properties[key] ?? "",
            set: (workbook: import("../../model/workbook").Workbook, raw: unknown) => {
              workbook.properties[key] = text(raw);
            },
          },
        ]),
      ),
      lastAuthor: value((workbook) => workbook.properties.lastAuthor ?? ""),
      creationDate: value((workbook) => workbook.properties.creationDate ?? null),
      revisionNumber: {
        get: (workbook) => workbook.properties.revisionNumber ?? 0,
        set: (workbook, raw) => {
          workbook.properties.revisionNumber = integer(raw);
        },
      },
    },
    navigation: { custom: (workbook) => object("CustomPropertyCollection", workbook) },
  },
  CustomPropertyCollection: {
    items: (workbook) =>
      [...workbook.properties.custom.keys()].map((key) => object("CustomProperty", { key })),
    item: (workbook, key) => {
      const wanted = text(key).toLowerCase();
      const found = [...workbook.properties.custom.keys()].find((known) => known.toLowerCase() === wanted);
      return found === undefined ? null : object("CustomProperty", { key: found });
    },
    methods: {
      add: (workbook, [key, raw]) => {
        workbook.properties.custom.set(text(key), property(raw));
        return object("CustomProperty", { key: text(key) });
      },
      deleteAll: (workbook) => workbook.properties.custom.clear(),
    },
  },
  CustomProperty: {
    exists: ({ key }, { workbook }) => workbook.properties.custom.has(key),
    properties: {
      key: value(({ key }) => key),
      value: {
        get: ({ key }, { workbook }) => workbook.properties.custom.get(key),
        set: ({ key }, raw, { workbook }) => void workbook.properties.custom.set(key, property(raw)),
      },
      type: value(({ key }, { workbook }) => {
        const held = workbook.properties.custom.get(key);
        return typeof held === "boolean"
          ? "Boolean"
          : typeof held === "string"
            ? "String"
            : Number.isInteger(held)
              ? "Number"
              : "Float";
      }),
    },
    methods: { delete: ({ key }, _args, { workbook }) => void workbook.properties.custom.delete(key) },
  },
} satisfies PartialRegistry;

function property(raw: unknown): string | number | boolean {
  return typeof raw === "string" || typeof raw === "boolean" ? raw : number(raw);
}

/** Passwords are hashed by Excel; the workbench can't check one and never makes one up. */
export function refusePassword(password: unknown): void {
  if (password !== null && password !== undefined && password !== "")
    throw notImplemented("Protection", "password");
}
