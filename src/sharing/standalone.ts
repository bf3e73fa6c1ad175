import { nativeTwin } from "../functions/twin";
import { declaredNames, usedNames } from "../workbook/callSites";
import { kollCalls, replaceCalls } from "./kollCalls";

/**
 * The formula with every KOLL call replaced by the native formula that gives the same, inner calls too; null where one
 * of them has no such formula, or where its LET would take over a name the arguments use.
 */
export function standaloneFormula(formula: string, shadowing?: ReadonlySet<string>): string | null {
  const calls = kollCalls(formula, shadowing);
  if (calls.length === 0) return null;
  const written = replaceCalls(formula, calls, ({ id, start, end }, args) => {
    if (id === null) return null;
    const twin = twinOf(id, args);
    if (twin === null) return null;
    // The call alone needs no brackets: "=KOLL.X(…)".
    return start === 1 && end === formula.length ? twin : `(${twin})`;
  });
  // Excel takes at most 8192 characters.
  return written !== null && written.length <= 8192 ? written : null;
}

function twinOf(id: string, args: readonly string[]): string | null {
  const given = args.map((text) => (text.trim() === "" ? undefined : text.trim()));
  // Without LET first: readers with an older Excel can calculate it too.
  for (const modern of [false, true]) {
    const twin = nativeTwin(id, given, modern);
    if (twin !== null && !captures(`=${twin}`, given) && !asksForPlace(twin, given)) return twin;
  }
  return null;
}

/** True where the formula asks for the row or column of something that has none: an array that another function gives. */
const asksForPlace = (twin: string, args: readonly (string | undefined)[]): boolean =>
  /\b(?:ROW|COLUMN)\(/.test(twin) && args.some((arg) => arg !== undefined && /[({]/.test(arg));

/** True where a name that the twin's LET or LAMBDA gives is one that an argument means otherwise. */
function captures(twin: string, args: readonly (string | undefined)[]): boolean {
  const given = declaredNames(twin);
  if (given.size === 0) return false;
  return args.some((arg) => {
    if (arg === undefined) return false;
    const own = declaredNames(`=${arg}`);
    return [...usedNames(`=${arg}`)].some((name) => given.has(name) && !own.has(name));
  });
}
