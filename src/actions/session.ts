import { inWorkbook, NoAnswerError, type SessionOptions } from "../excel/session";
import { UserError } from "../workbook/userError";

/** Runs an action's batch; a workbook that never answers becomes an error the user can do something about. */
export async function act<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  options?: SessionOptions,
): Promise<T> {
  try {
    return await inWorkbook(batch, options);
  } catch (error) {
    if (error instanceof NoAnswerError) throw new UserError("excelSvararInte");
    throw error;
  }
}
