import { tokenize } from "@borgar/fx";

/** A call in a formula, by character positions: `formula.slice(start, end)` is the whole of it. */
export interface CallSite {
  /** The function as written, without what links it to another file. */
  name: string;
  /** The link to another file before the name, with its "!": "[2]!", "'C:\\x.xlam'!"; "" for none. */
  link: string;
  /** Position of the link, or of the name where there is none. */
  start: number;
  /** Position after the closing parenthesis. */
  end: number;
  /** The arguments' spans, blanks around them included; none for "F()". */
  args: { start: number; end: number }[];
}

interface Open {
  site: CallSite | null;
  from: number;
  braces: number;
}

/**
 * Every call in a formula, inner ones before those around them; texts that look like calls are none. A name the parser
 * takes for no function (å, a blank before the bracket) counts where a bracket follows it. A call that is never closed
 * is left out.
 */
export function callSites(formula: string): CallSite[] {
  const found: CallSite[] = [];
  const open: Open[] = [];
  let braces = 0;
  let position = 0;
  let before: { value: string; start: number } | null = null;
  for (const { type, value } of tokenize(formula, { mergeRefs: true })) {
    const at = position;
    position += value.length;
    if (type === "func" || type === "range_named") {
      before = { value, start: at };
      continue;
    }
    if (type === "whitespace") continue;
    if (type === "operator") {
      const top = open[open.length - 1];
      if (value === "(") {
        const site = before && siteOf(formula, before);
        open.push({ site, from: position, braces });
      } else if (value === "{") braces++;
      else if (value === "}") braces--;
      else if (value === "," && top?.site && top.braces === braces) {
        top.site.args.push({ start: top.from, end: at });
        top.from = position;
      } else if (value === ")" && top) {
        open.pop();
        if (top.site) {
          const last = { start: top.from, end: at };
          if (top.site.args.length > 0 || formula.slice(last.start, at).trim() !== "")
            top.site.args.push(last);
          top.site.end = position;
          found.push(top.site);
        }
      }
    }
    before = null;
  }
  return found;
}

function siteOf(formula: string, { value, start }: { value: string; start: number }): CallSite {
  const link = /(?:'(?:[^']|'')*'|\[[^[\]]*\][\p{L}\p{N}_.]*|[\p{L}\p{N}_.]+)!$/u.exec(
    formula.slice(0, start),
  );
  const from = start - (link?.[0].length ?? 0);
  // A named range with its sheet comes as one token.
  const bang = value.lastIndexOf("!");
  return {
    name: value.slice(bang + 1),
    link: (link?.[0] ?? "") + value.slice(0, bang + 1),
    start: from,
    end: start,
    args: [],
  };
}

/** Names that LET and LAMBDA give in a formula, in capitals. */
export function declaredNames(formula: string): Set<string> {
  const names = new Set<string>();
  for (const { name, args } of callSites(formula)) {
    const call = name.replace(/^_xlfn\./i, "").toUpperCase();
    if (call !== "LET" && call !== "LAMBDA") continue;
    args.slice(0, -1).forEach(({ start, end }, index) => {
      if (call === "LAMBDA" || index % 2 === 0) names.add(formula.slice(start, end).trim().toUpperCase());
    });
  }
  return names;
}

/** Names a formula uses (defined names, LET's and LAMBDA's own), in capitals; functions and references are none. */
export function usedNames(formula: string): Set<string> {
  return new Set(
    tokenize(formula, { mergeRefs: true })
      .filter(({ type }) => type === "range_named")
      .map(({ value }) => value.toUpperCase()),
  );
}

/** Tables that structured references in a formula name, as written; a table's own rows ("[@Utfall]") name none. */
export function usedTables(formula: string): string[] {
  return tokenize(formula, { mergeRefs: true })
    .filter(({ type, value }) => type === "structured" && !value.startsWith("["))
    .map(({ value }) => value.slice(0, value.indexOf("[")));
}
