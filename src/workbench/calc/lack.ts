/** Why a formula can't be calculated here. */
export type Lack = "function" | "name" | "link" | "reference" | "size" | "syntax" | "failure";

/** The formula can't be calculated here: its cell keeps the value it has. `what` names the function, name, link … */
export class Unsupported extends Error {
  constructor(
    readonly lack: Lack,
    readonly what: string,
  ) {
    super(`${lack}: ${what}`);
  }
}

/** More cells than this are not calculated at once: Excel itself gives up where memory ends. */
export const maxCells = 20_000_000;
