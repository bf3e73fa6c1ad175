import { intaktEllerKostnad } from "../../domain/kontoslag";
import type { Tabell, TabellRad } from "../../tables";
import { areaAddress, contains, intersect, type Area } from "../../workbook/address";
import { calls, formulaFromRelative, references, relativeFormula } from "../../workbook/formula";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { contentAt, formulaAt, printedAt, valueAt } from "../cells";
import type { Draft } from "../finding";
import { placeKey } from "../place";
import type { Rule, SheetView } from "../rule";
import { say } from "../say";

/** Fewer like formulas than this in a run show no pattern to break. */
const patternCount = 3;

/**
 * A typed number between like formulas, a formula unlike its neighbours, and a sum that stops short of the rows beside
 * it. Formulas are compared relative to their cells, along columns and along rows; a cell is only named when the cells
 * on both sides of it agree with each other, so that headings, sums and input cells are left alone.
 */
export const hardkodat: Rule = {
  id: "hardkodat",
  find: ({ sheets }) => sheets.flatMap(inSheet),
};

/** What a cell is to the rule: a formula's pattern, a typed number, or something that ends the run. */
type Content = { pattern: string } | "number" | null;

function inSheet({ sheet, tables }: SheetView): Draft[] {
  const { area } = sheet;
  if (!sheet.formulas.some((line) => line.some((formula) => formula !== ""))) return [];
  const grid: Content[][] = sheet.values.map((line, r) =>
    line.map((value, c) => {
      const formula = sheet.formulas[r]?.[c] ?? "";
      // A word or a blank that a formula gives is no figure, and a formula that asks no cell no pattern.
      if (formula !== "")
        return (typeof value === "string" && value !== "") || !/[A-Z]/i.test(formula)
          ? null
          : { pattern: relativeFormula(formula, area.row + r, area.column + c) };
      return typeof value === "number" ? "number" : null;
    }),
  );
  const found = new Map<string, Draft>();
  const add = (draft: Draft | null) => {
    if (draft && !found.has(placeKey(draft.plats))) found.set(placeKey(draft.plats), draft);
  };
  for (const draft of shortSums(sheet, tables)) add(draft);
  const at = (r: number, c: number): Content => grid[r]?.[c] ?? null;
  const rows = grid.map(countsOf);
  const columns = Array.from({ length: area.columnCount }, (_, c) => countsOf(grid.map((line) => line[c])));
  for (let r = 0; r < area.rowCount; r++) {
    for (let c = 0; c < area.columnCount; c++) {
      const content = at(r, c);
      if (content === null) continue;
      const vertical = surrounding(content, (step) => at(r + step, c));
      const horizontal = surrounding(content, (step) => at(r, c + step));
      const pattern = vertical ?? horizontal;
      if (pattern === null) continue;
      const line = vertical !== null ? columns[c] : rows[r];
      if (isAlternative(content, pattern, line)) continue;
      // A cell that follows its own row (a sum row, a month of another kind) follows a pattern too.
      const across = vertical !== null ? [at(r, c - 1), at(r, c + 1)] : [at(r - 1, c), at(r + 1, c)];
      if (content !== "number" && across.some((neighbour) => same(neighbour, content))) continue;
      if (content === "number" && across.every((neighbour) => neighbour === "number")) continue;
      add(broken(sheet, area.row + r, area.column + c, pattern));
    }
  }
  return [...found.values()];
}

/** How often each pattern, and a typed number, stands in a row or column. */
function countsOf(line: Content[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const content of line) {
    if (content !== null) counts.set(keyOf(content), (counts.get(keyOf(content)) ?? 0) + 1);
  }
  return counts;
}

const keyOf = (content: Exclude<Content, null>): string => (content === "number" ? content : content.pattern);

/** What comes back in the line is a way of its own (subtotals, input cells), not a slip. */
function isAlternative(
  content: Exclude<Content, null>,
  pattern: string,
  counts: Map<string, number>,
): boolean {
  const own = counts.get(keyOf(content)) ?? 0;
  return own > 1 && own * 4 > (counts.get(pattern) ?? 0);
}

const same = (a: Content, b: Content): boolean =>
  a !== null && b !== null && a !== "number" && b !== "number" && a.pattern === b.pattern;

/** The pattern on both sides of a cell that doesn't follow it; null where the sides differ or the run is short. */
function surrounding(content: Content, at: (step: number) => Content): string | null {
  const before = at(-1);
  const after = at(1);
  if (before === null || before === "number" || !same(before, after) || same(content, before)) return null;
  let count = 2;
  for (let step = -2; count < patternCount && same(at(step), before); step--) count++;
  for (let step = 2; count < patternCount && same(at(step), before); step++) count++;
  return count >= patternCount ? before.pattern : null;
}

function broken(sheet: SheetSnapshot, row: number, column: number, pattern: string): Draft {
  const before = contentAt(sheet, row, column);
  const formula = formulaFromRelative(pattern, row, column);
  const typed = before.formula === "";
  return {
    sakerhet: "trolig",
    plats: { blad: sheet.name, row, column },
    tryckt: typed ? printedAt(sheet, row, column) : before.formula,
    beraknat: formula,
    text: say((texts) =>
      typed
        ? texts.inskrivet(printedAt(sheet, row, column), formula)
        : texts.annanFormel(before.formula, formula),
    ),
    atgard: {
      text: say((texts) => texts.skrivFormel(formula)),
      andringar: [{ kind: "formula", sheet: sheet.name, row, column, before, after: formula }],
    },
  };
}

/** SUM over one column (or row) that leaves out numbers standing right beside the range, before its own cell. */
function shortSums(sheet: SheetSnapshot, tables: Tabell[]): Draft[] {
  const drafts: Draft[] = [];
  sheet.formulas.forEach((line, r) =>
    line.forEach((formula, c) => {
      if (!/^=SUM\(/i.test(formula)) return;
      const row = sheet.area.row + r;
      const column = sheet.area.column + c;
      const [outer] = calls(formula).slice(-1);
      if (!outer || outer.args.length !== 1 || outer.end !== formula.length - 1) return;
      const [reference] = references(formula);
      if (!reference || reference.sheet !== null || reference.book !== null) return;
      const whole = wholeRange(sheet, tables, reference.area, row, column);
      if (whole === null || takenElsewhere(sheet, whole, reference.area, row, column)) return;
      const after = formula.replace(reference.text, areaAddress(whole));
      const missed =
        whole.rowCount * whole.columnCount - reference.area.rowCount * reference.area.columnCount;
      drafts.push({
        sakerhet: "säker",
        plats: { blad: sheet.name, row, column },
        tryckt: formula,
        beraknat: after,
        text: say((texts) => texts.kortSumma(reference.text, areaAddress(whole), missed)),
        atgard: {
          text: say((texts) => texts.skrivFormel(after)),
          andringar: [
            {
              kind: "formula",
              sheet: sheet.name,
              row,
              column,
              before: contentAt(sheet, row, column),
              after,
            },
          ],
        },
      });
    }),
  );
  return drafts;
}

/**
 * Every cell left out of a sum is added by another formula of the column that adds none of the sum's own parts: the sum of
 * the group beside it, or what is left when income and costs are set against each other.
 */
function takenElsewhere(sheet: SheetSnapshot, whole: Area, own: Area, row: number, column: number): boolean {
  if (whole.columnCount !== 1) return false;
  const others = sheet.formulas.flatMap((line, r) => {
    const formula = line[column - sheet.area.column] ?? "";
    if (formula === "" || sheet.area.row + r === row) return [];
    const areas = references(formula).flatMap(({ sheet: name, area }) => (name === null ? [area] : []));
    return areas.some((area) => intersect(area, own) !== null) ? [] : areas;
  });
  return Array.from({ length: whole.rowCount }, (_, r) => whole.row + r)
    .filter((r) => !contains(own, r, column))
    .every((r) => others.some((area) => contains(area, r, column)));
}

/**
 * The range with the numbers between it and the sum, and the post right above it that is like its first row; null when it
 * has them all, or when what stands there is another sum or a row that isn't to be added.
 */
function wholeRange(
  sheet: SheetSnapshot,
  tables: Tabell[],
  area: Area,
  row: number,
  column: number,
): Area | null {
  const isNumber = (r: number, c: number) =>
    typeof valueAt(sheet, r, c) === "number" && !/^=(SUM|SUBTOTAL|AGGREGATE)\(/i.test(formulaAt(sheet, r, c));
  if (area.rowCount === 1 && area.row === row && area.column + area.columnCount <= column) {
    let last = area.column + area.columnCount;
    while (last < column && isNumber(row, last)) last++;
    const between = last - (area.column + area.columnCount);
    return last === column && between > 0 ? { ...area, columnCount: area.columnCount + between } : null;
  }
  if (area.columnCount !== 1 || area.column !== column || area.row + area.rowCount > row) return null;
  const table = tables.find((each) => contains(each.area, row, column));
  const isPost = (r: number) => {
    const kind = tableRow(table, r)?.kind ?? "post";
    return isNumber(r, column) && (kind === "post" || kind === "delsumma" || kind === "summa");
  };
  let last = area.row + area.rowCount;
  while (last < row && isPost(last)) last++;
  const below = last === row ? last - (area.row + area.rowCount) : 0;
  const [first, before] = [tableRow(table, area.row), tableRow(table, area.row - 1)];
  const alike =
    first?.kind === "post" &&
    before?.kind === "post" &&
    first.level === before.level &&
    first.group === before.group &&
    !opposites(tableRow(table, row)?.label ?? "", before.label);
  const above = alike && isNumber(area.row - 1, column) ? 1 : 0;
  if (below + above === 0) return null;
  return { ...area, row: area.row - above, rowCount: area.rowCount + below + above };
}

/** A sum of costs isn't short of the income above it. */
function opposites(sum: string, post: string): boolean {
  const [own, other] = [intaktEllerKostnad(sum), intaktEllerKostnad(post)];
  return own !== null && other !== null && own !== other;
}

const tableRow = (table: Tabell | undefined, row: number): TabellRad | undefined =>
  table?.rows.find((each) => each.row === row);
