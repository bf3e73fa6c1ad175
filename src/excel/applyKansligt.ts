import type { KansligtFix } from "../workbook/kansligt";
import { inverseAreas } from "../workbook/areaChange";
import { UserError } from "../workbook/userError";
import { checkAreas, writeAreas } from "./applyAreas";

/** Carries a fix out, or takes it back. Throws UserError, and writes nothing, where what it was made for has changed. */
export async function applyKansligt(
  context: Excel.RequestContext,
  fix: KansligtFix,
  back: boolean,
): Promise<void> {
  switch (fix.kind) {
    case "visaBlad": {
      const sheet = await existing(context, fix.sheet);
      const hidden = fix.was === "hidden" ? "Hidden" : "VeryHidden";
      const [from, to] = back ? (["Visible", hidden] as const) : ([hidden, "Visible"] as const);
      if (sheet.visibility !== from) throw new UserError("doltAndrat", { blad: fix.sheet });
      sheet.visibility = to;
      break;
    }
    case "visaRader":
    case "visaKolumner": {
      const sheet = await existing(context, fix.sheet);
      const rows = fix.kind === "visaRader";
      const range = rows
        ? sheet.getRangeByIndexes(fix.first, 0, fix.count, 1).getEntireRow()
        : sheet.getRangeByIndexes(0, fix.first, 1, fix.count).getEntireColumn();
      range.load(rows ? "rowHidden" : "columnHidden");
      await context.sync();
      // Null where only some are hidden: rows have moved, or someone has shown a part of them.
      if ((rows ? range.rowHidden : range.columnHidden) !== !back)
        throw new UserError("doltAndrat", { blad: fix.sheet });
      if (rows) range.rowHidden = back;
      else range.columnHidden = back;
      break;
    }
    case "varden": {
      const changes = back ? inverseAreas(fix.changes) : fix.changes;
      await checkAreas(context, changes);
      await writeAreas(context, changes);
      break;
    }
    case "egenskap": {
      const { properties } = context.workbook;
      properties.load(fix.property);
      await context.sync();
      if (properties[fix.property] !== (back ? "" : fix.before)) throw new UserError("egenskapenAndrad");
      properties.set({ [fix.property]: back ? fix.before : "" });
    }
  }
  await context.sync();
}

async function existing(context: Excel.RequestContext, name: string): Promise<Excel.Worksheet> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load("visibility");
  await context.sync();
  if (sheet.isNullObject) throw new UserError("bladetBorta", { blad: name });
  return sheet;
}
