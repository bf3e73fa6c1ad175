import type { Language } from "../../src/texts/language";

const swedish: Record<string, string> = {
  COLUMN: "KOLUMN",
  COLUMNS: "KOLUMNER",
  IF: "OM",
  ISTEXT: "ÄRTEXT",
  NA: "SAKNAS",
  OR: "ELLER",
  ROUND: "AVRUNDA",
  ROW: "RAD",
  ROWS: "RADER",
  SEQUENCE: "SEKVENS",
  SIGN: "TECKEN",
  SUM: "SUMMA",
  SUMIF: "SUMMA.OM",
  SUMPRODUCT: "PRODUKTSUMMA",
  TRANSPOSE: "TRANSPONERA",
  TRUE: "SANT",
};
/** Named the same in Swedish. */
const same = new Set(["ABS", "INDEX", "LAMBDA", "LET", "MIN", "MMULT", "SCAN"]);

const errors: Record<string, string> = {
  "#VALUE!": "#VÄRDEFEL!",
  "#N/A": "#SAKNAS!",
  "#DIV/0!": "#DIVISION/0!",
  "#NUM!": "#OGILTIGT!",
};

const token = /"(?:[^"]|"")*"|KOLL\.[A-Z]+|\{|\}|,|;|\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_]*|./gsu;

/**
 * A formula as Excel shows it in the language: Swedish function names, semicolons, decimal commas, and \ between the
 * columns of an array.
 * @throws for a function whose Swedish name is not known here
 */
export function localizeFormula(formula: string, language: Language): string {
  if (language === "en") return formula;
  let inArray = false;
  return formula.replace(token, (part, position: number) => {
    if (part === "{") inArray = true;
    else if (part === "}") inArray = false;
    else if (part === ",") return inArray ? "\\" : ";";
    else if (/^\d/.test(part)) return part.replace(".", ",");
    else if (/^[A-Z]{2,}$/.test(part) && (formula[position + part.length] === "(" || part === "TRUE")) {
      if (!(part in swedish) && !same.has(part)) throw new Error(`No Swedish name for ${part}.`);
      return swedish[part] ?? part;
    }
    return part;
  });
}

/** A value as the cell shows it. */
export function localizeValue(value: unknown, language: Language): string {
  if (Array.isArray(value)) {
    const [columns, rows] = language === "sv" ? ["\\", ";"] : [",", ";"];
    const cells = value.map((row: unknown[]) =>
      row.map((cell) => localizeValue(cell, language)).join(columns),
    );
    return `{${cells.join(rows)}}`;
  }
  if (value === "") return language === "sv" ? "(tom text)" : "(empty text)";
  if (typeof value === "number") return language === "sv" ? String(value).replace(".", ",") : String(value);
  return language === "sv" ? (errors[String(value)] ?? String(value)) : String(value);
}
