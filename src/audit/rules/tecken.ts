import { calls, type FormulaCall, kollFunction, references } from "../../workbook/formula";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { contentAt, formulaAt, valueAt } from "../cells";
import type { Draft } from "../finding";
import type { CellPlace } from "../place";
import type { Rule, SheetView } from "../rule";
import { say } from "../say";

/** KOLL functions that take tecken, and where: "netto" is what they assume when it is left out. */
const tecknenPosition: Record<string, { position: number; belopp: number }> = {
  AVVIKELSE: { position: 2, belopp: 2 },
  AVVIKELSEPROCENT: { position: 2, belopp: 2 },
  NETTOAVVIKELSE: { position: 4, belopp: 4 },
};

const costWords = /kostnad|utgift|köp|hyr[ao]|lön|avskrivning|\bcosts?\b|expens/iu;
const incomeWords = /intäkt|inkomst|bidrag|avgift|försäljning|revenue|income/iu;

/**
 * KOLL functions whose sign is left to the default ("netto": costs negative) over costs written as positive numbers,
 * and one column that mixes signs. A fix writes tecken out.
 */
export const tecken: Rule = {
  id: "tecken",
  find: ({ sheets }) => sheets.flatMap(inSheet),
};

interface Use {
  place: CellPlace;
  call: FormulaCall;
  position: number;
  tecken: string;
  /** The function stands alone in the cell, so that its argument can be rewritten. */
  alone: boolean;
}

function inSheet(view: SheetView): Draft[] {
  const { sheet } = view;
  const columns = new Map<string, Use[]>();
  sheet.formulas.forEach((line, r) =>
    line.forEach((formula, c) => {
      if (!/KOLL/i.test(formula)) return;
      const place = { blad: sheet.name, row: sheet.area.row + r, column: sheet.area.column + c };
      for (const call of calls(formula)) {
        const name = kollFunction(call.name);
        if (name === null || !(name in tecknenPosition)) continue;
        const { position } = tecknenPosition[name];
        const key = `${name} ${place.column}`;
        const alone = call.end === formula.length - 1 && formula.startsWith(`=${call.name}(`);
        const use = { place, call, position, tecken: written(call.args[position] ?? ""), alone };
        columns.set(key, [...(columns.get(key) ?? []), use]);
      }
    }),
  );
  return [...columns.values()].flatMap((uses) => [...mixed(sheet, uses), ...defaulted(view, uses)]);
}

/** "kostnad", "netto", "" when omitted, "?" when it is not a text written in the formula. */
function written(argument: string): string {
  if (argument === "") return "";
  const text = /^"(.*)"$/.exec(argument);
  return text ? text[1].trim().toLowerCase() : "?";
}

function mixed(sheet: SheetSnapshot, uses: Use[]): Draft[] {
  const effective = (use: Use) => (use.tecken === "" ? "netto" : use.tecken);
  const known = uses.filter((use) => use.tecken !== "?");
  const kostnad = known.filter((use) => effective(use) === "kostnad");
  const netto = known.filter((use) => effective(use) === "netto");
  if (kostnad.length === 0 || netto.length === 0) return [];
  const [few, most] = kostnad.length <= netto.length ? [kostnad, netto] : [netto, kostnad];
  return [draft(sheet, few, effective(most[0]), most.length > few.length ? "säker" : "trolig", "blandat")];
}

/** tecken omitted, and every amount read is a positive cost. */
function defaulted({ sheet, tables }: SheetView, uses: Use[]): Draft[] {
  if (uses.some((use) => use.tecken === "kostnad")) return [];
  const omitted = uses.filter((use) => use.tecken === "");
  const costs = omitted.filter(({ place, call }) => {
    const name = kollFunction(call.name) ?? "";
    const amounts = call.args
      .slice(0, tecknenPosition[name].belopp)
      .flatMap((argument) => references(`=${argument}`))
      .filter(({ sheet: other, area }) => other === null && area.rowCount * area.columnCount === 1)
      .map(({ area }) => valueAt(sheet, area.row, area.column));
    if (amounts.length === 0 || !amounts.every((amount) => typeof amount === "number" && amount >= 0))
      return false;
    if (amounts.every((amount) => amount === 0)) return false;
    const label = rowLabel(sheet, place.row);
    if (incomeWords.test(label)) return false;
    const table = tables.find(({ area }) => place.row >= area.row && place.row < area.row + area.rowCount);
    return costWords.test(label) || costWords.test(table?.title ?? "") || costWords.test(sheet.name);
  });
  if (costs.length === 0 || costs.length * 2 < omitted.length) return [];
  return [draft(sheet, costs, "kostnad", "trolig", "utelamnat")];
}

function rowLabel(sheet: SheetSnapshot, row: number): string {
  const line = sheet.values[row - sheet.area.row] ?? [];
  return String(line.find((value) => typeof value === "string" && /\p{L}{2}/u.test(value)) ?? "");
}

function draft(
  sheet: SheetSnapshot,
  uses: Use[],
  tecken: string,
  sakerhet: Draft["sakerhet"],
  kind: "blandat" | "utelamnat",
): Draft {
  const [first, ...rest] = uses;
  const name = kollFunction(first.call.name) ?? first.call.name;
  return {
    sakerhet,
    plats: first.place,
    aven: rest.map((use) => use.place),
    tryckt: formulaAt(sheet, first.place.row, first.place.column),
    beraknat: withTecken(first, tecken),
    text: say((texts) =>
      kind === "blandat"
        ? texts.teckenBlandat(name, tecken, uses.length)
        : texts.teckenUtelamnat(name, uses.length),
    ),
    ...(uses.every((use) => use.alone) && {
      atgard: {
        text: say((texts) => texts.skrivTecken(tecken)),
        andringar: uses.map((use) => ({
          kind: "formula" as const,
          sheet: sheet.name,
          row: use.place.row,
          column: use.place.column,
          before: contentAt(sheet, use.place.row, use.place.column),
          after: withTecken(use, tecken),
        })),
      },
    }),
  };
}

function withTecken({ call, position }: Use, tecken: string): string {
  const args = Array.from({ length: Math.max(call.args.length, position + 1) }, (_, index) =>
    index === position ? `"${tecken}"` : (call.args[index] ?? ""),
  );
  return `=${call.name}(${args.join(",")})`;
}
