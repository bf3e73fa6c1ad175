import type { Sheet } from "../../model/sheet";
import { Workbook } from "../../model/workbook";
import { type PartialRegistry, text, value } from "../definition";
import { object } from "../targets";

const tables = (owner: Workbook | Sheet) =>
  (owner instanceof Workbook ? owner.sheets : [owner]).flatMap((sheet) =>
    sheet.pivotTables.map((name) => ({ sheet, name })),
  );

/** Pivot tables are seen, not worked: they pass through the file unread. */
export const pivotTypes = {
  PivotTableCollection: {
    items: (owner) => tables(owner).map((table) => object("PivotTable", table)),
    item: (owner, wanted) => {
      const found = tables(owner).find(({ name }) => name.toLowerCase() === text(wanted).toLowerCase());
      return found ? object("PivotTable", found) : null;
    },
  },
  PivotTable: {
    exists: ({ sheet, name }) => sheet.pivotTables.includes(name),
    navigation: { worksheet: ({ sheet }) => object("Worksheet", sheet) },
    properties: { name: value(({ name }) => name), id: value(({ sheet, name }) => `${sheet.id}${name}`) },
  },
} satisfies PartialRegistry;
