import type { Language } from "../../texts/language";
import type { CellValue } from "../../workbook/cell";

/** What a controller wants to get done; the index of the help is sorted by it. */
export const tasks = {
  budget: { sv: "Jämföra utfall med budget", en: "Compare the outcome with the budget" },
  period: { sv: "Fördela och följa budget över året", en: "Spread and follow the budget over the year" },
  prognos: { sv: "Göra och granska prognoser", en: "Make and check forecasts" },
  karens: {
    sv: "Räkna karensavdrag och ersättning i daglig verksamhet",
    en: "Calculate deductions and payment in daily activities",
  },
  volym: {
    sv: "Förklara avvikelser och räkna styckkostnader",
    en: "Explain variances and calculate unit costs",
  },
  personal: { sv: "Följa personalen", en: "Follow the staff" },
  mal: { sv: "Följa åtgärder och mål", en: "Follow measures and goals" },
  siffror: { sv: "Stämma av, avrunda och läsa siffror", en: "Reconcile, round and read figures" },
} as const satisfies Record<string, Record<Language, string>>;

export interface HelpText {
  /** One sentence, at most 120 characters: Excel shows it while the formula is written. */
  summary: string;
  /** What the function is for and how it counts. */
  about: string;
  /** One per parameter, in order, with unit, sign and default. */
  parameters: readonly string[];
  mistakes: readonly string[];
}

export interface Example extends Record<Language, string> {
  /** English, comma-separated; shown with semicolons and decimal commas in Swedish. */
  formula: string;
  /** Rounded to the decimals that are written; a spill is a matrix, an error its code. */
  result: Exclude<CellValue, object> | readonly (readonly (number | string)[])[];
}

/** A native formula for one way of calling the function. */
export interface TwinVariant {
  /** Which call it stands for: an option's word, "given" or "omitted" for an optional parameter. Not named: any. */
  when?: Readonly<Record<string, string>>;
  /**
   * English, comma-separated, without "=". {name} is an argument as it stands in the call, {name|+} the repeated
   * arguments joined by +. Omitted options and numbers are filled in with their default.
   */
  formula: string;
  /** The same without LET, LAMBDA and what came with them. */
  classic?: string;
}

export interface Twin {
  variants: readonly TwinVariant[];
  /** What the twin doesn't do as the function does. */
  limit?: Readonly<Record<Language, string>>;
}

export interface FunctionHelp {
  id: string;
  task: keyof typeof tasks;
  sv: HelpText;
  en: HelpText;
  examples: readonly [Example, Example, Example];
  /** The native formula that gives the same, or why there is none. */
  twin: Twin | { none: Readonly<Record<Language, string>> };
}

export const hasTwin = (twin: FunctionHelp["twin"]): twin is Twin => "variants" in twin;
