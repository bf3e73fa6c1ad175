import { toMatrix } from "../excel/readSnapshot";
import type { WrittenReport } from "../excel/reportSheet";
import type { SessionOptions } from "../excel/session";
import { updateStored } from "../excel/stored";
import type { CellMatrix } from "../workbook/cell";
import { reportName } from "../workbook/stored";
import { UserError } from "../workbook/userError";
import { act } from "./session";

/**
 * Takes away sheets that were just created: sheet, name and what we remember of it, all or none. Throws UserError where
 * somebody has written on one of them since; reports that were made again on a sheet of old are left as they are.
 */
export function undoCreated(written: readonly WrittenReport[], options?: SessionOptions): Promise<string[]> {
  const created = written.filter((one) => one.created);
  return act(async (context) => {
    const sheets = created.map((one) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(one.sheet);
      sheet.load("name");
      const name = context.workbook.names.getItemOrNullObject(reportName(one.report));
      name.load("name");
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("values");
      return { one, sheet, name, used };
    });
    await context.sync();
    const changed = sheets.find(
      ({ one, sheet, used }) =>
        !sheet.isNullObject && !used.isNullObject && filled(toMatrix(used.values)) !== filled(one.values),
    );
    if (changed) throw new UserError("bladetAndrat", { blad: changed.one.sheet });
    await updateStored(context, (stored) => ({
      ...stored,
      reports: Object.fromEntries(
        Object.entries(stored.reports).filter(([id]) => !created.some(({ report }) => report === id)),
      ),
    }));
    for (const { sheet, name } of sheets) {
      if (!name.isNullObject) name.delete();
      if (!sheet.isNullObject) sheet.delete();
    }
    await context.sync();
    return created.map(({ sheet }) => sheet);
  }, options);
}

const filled = (values: CellMatrix) => values.flat().filter((value) => value !== null && value !== "").length;
