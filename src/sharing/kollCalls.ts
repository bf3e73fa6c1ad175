import { functions } from "../functions";
import { callSites, type CallSite, declaredNames } from "../workbook/callSites";

/**
 * How a call stands: "ren" as Excel shows it where Nämndkoll runs (KOLL.X), "lagrad" as the file holds it and Excel shows
 * it without Nämndkoll (_xldudf_KOLL_X), "skadad" where the name leads to another file ([2]!_xldudf_KOLL_X) or is
 * written otherwise than Nämndkoll's own: Excel never finds it again by itself.
 */
export type Form = "ren" | "lagrad" | "skadad";

export interface KollCall extends CallSite {
  /** The function's id, "AVVIKELSE"; null where Nämndkoll has none by that name. */
  id: string | null;
  namespace: string;
  form: Form;
}

const ids = new Set(functions.map(({ id }) => id));
const written = /^(_xldudf_)?(KOLL(?:TEST)?)([._])([\p{L}\p{N}_.]+)$/iu;

/** Fast answer for the many formulas that have nothing to do with us. */
export const mayCallKoll = (formula: string): boolean => /koll(?:test)?[._]/i.test(formula);

/**
 * The calls of KOLL functions in a formula, inner ones first. Names that the formula itself or the workbook defines
 * (`shadowing`, in capitals: "KOLL.AVVIKELSE") are the user's own and no calls of ours.
 */
export function kollCalls(formula: string, shadowing: ReadonlySet<string> = new Set()): KollCall[] {
  if (!formula.startsWith("=") || !mayCallKoll(formula)) return [];
  const own = declaredNames(formula);
  return callSites(formula).flatMap((site) => {
    const parts = written.exec(site.name);
    if (!parts) return [];
    const [, prefix, namespace, separator, name] = parts;
    if (prefix === undefined && separator === "_") return [];
    const upper = site.name.toUpperCase();
    if (site.link === "" && (own.has(upper) || shadowing.has(upper))) return [];
    const id = plainLetters(name);
    const exact = ids.has(name.toUpperCase());
    const form = site.link !== "" || !exact ? "skadad" : prefix ? "lagrad" : "ren";
    return [{ ...site, id: ids.has(id) ? id : null, namespace: namespace.toUpperCase(), form }];
  });
}

/** "Förändring" → "FORANDRING": someone has written the function with its letters. */
const plainLetters = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();

/** The formula with each of those calls replaced; `replace` gets a call's arguments with their own calls replaced already. */
export function replaceCalls(
  formula: string,
  calls: readonly KollCall[],
  replace: (call: KollCall, args: string[]) => string | null,
): string | null {
  const rewrite = (start: number, end: number): string | null => {
    let text = "";
    let at = start;
    for (const call of outermost(calls, start, end)) {
      const args: string[] = [];
      for (const span of call.args) {
        const arg = rewrite(span.start, span.end);
        if (arg === null) return null;
        args.push(arg);
      }
      const replacement = replace(call, args);
      if (replacement === null) return null;
      text += formula.slice(at, call.start) + replacement;
      at = call.end;
    }
    return text + formula.slice(at, end);
  };
  return rewrite(0, formula.length);
}

const outermost = (calls: readonly KollCall[], start: number, end: number): KollCall[] =>
  calls
    .filter((call) => call.start >= start && call.end <= end)
    .filter((call, _, within) => !within.some((other) => other.start < call.start && call.end < other.end))
    .sort((a, b) => a.start - b.start);

/** The formula as Nämndkoll's functions are entered; calls of functions that don't exist stay as they are. */
export function healedFormula(formula: string, shadowing?: ReadonlySet<string>): string {
  const calls = kollCalls(formula, shadowing);
  return (
    replaceCalls(formula, calls, (call, args) =>
      call.id === null
        ? `${formula.slice(call.start, call.args[0]?.start ?? call.end - 1)}${args.join(",")})`
        : `${call.namespace}.${call.id}(${args.join(",")})`,
    ) ?? formula
  );
}
