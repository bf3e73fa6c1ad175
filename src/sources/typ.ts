import { cellAddress } from "../workbook/address";
import { normalise, readTime } from "../tables/time";
import type { SourceData } from "./source";

/** A typ's measure, and when a forecast was made. */
export interface TypMeaning {
  field: string;
  /** year × 12 + month − 1 of a forecast, 0 when the word doesn't say. */
  made: number;
}

/** "Utfall", "Budget", "Prognos 2023-10", "UTF", "Årsbudget" → the measure; null for a word that names none. */
export function typMeaning(typ: string): TypMeaning | null {
  const plain = normalise(typ);
  const time = readTime(typ);
  if (/bokslut|^bs\b/.test(plain)) return { field: "bokslut", made: 0 };
  if (/^(?:u|utf|ack utf)\b|utfall|actual|verklig|redovis/.test(plain))
    return { field: time.foregaende ? "utfall_foregaende" : "utfall", made: 0 };
  if (/prognos|^p\b|^pro?gn?\b|forecast/.test(plain)) {
    return { field: "prognos", made: time.till === null ? 0 : (time.ar ?? 0) * 12 + time.till - 1 };
  }
  if (/budget|^b\b|^bud\b|internbudget|^ib\b/.test(plain)) {
    return { field: time.omfattning === "period" ? "periodbudget" : "budget", made: 0 };
  }
  return null;
}

/**
 * Long form: one amount column and a typ. Each typ becomes a measure that is NaN on rows of other typs; the latest
 * forecast is prognos, the one before it föregående, older ones stay only under belopp with their typ. Rows of a typ
 * we don't know are refused.
 */
export function splitByTyp(data: SourceData): void {
  const belopp = data.measures.get("belopp")!;
  const { names, codes } = data.dimensions.get("typ")!;
  const meanings = names.map(typMeaning);
  const made = [
    ...new Set(meanings.flatMap((meaning) => (meaning?.field === "prognos" ? [meaning.made] : []))),
  ].sort((a, b) => b - a);
  const fields = meanings.map((meaning) => {
    if (meaning?.field !== "prognos") return meaning?.field ?? null;
    return ["prognos", "prognos_foregaende"][made.indexOf(meaning.made)] ?? "";
  });
  const targets = fields.map((field) => {
    if (field === null || field === "") return null;
    const values = data.measures.get(field) ?? new Float64Array(data.length).fill(NaN);
    data.measures.set(field, values);
    return values;
  });
  const unknown = new Set<number>();
  for (let i = 0; i < data.length; i++) {
    const code = codes[i];
    if (code < 0 || fields[code] === null) unknown.add(i);
    else if (targets[code]) targets[code][i] = belopp[i];
  }
  if (unknown.size > 0) refuseRecords(data, unknown, names);
}

function refuseRecords(data: SourceData, out: Set<number>, names: string[]): void {
  const column = data.source.columns.find(({ field }) => field === "typ")!.column;
  const { codes } = data.dimensions.get("typ")!;
  const seen = new Set<number>();
  for (const i of out) {
    const row = data.sheetRows[i];
    if (seen.has(row)) continue;
    seen.add(row);
    data.refused.push({
      cell: cellAddress(row, column),
      row,
      column,
      code: "okantOrd",
      text: names[codes[i]] ?? "",
    });
  }
  data.refused.sort((a, b) => a.row - b.row || a.column - b.column);
  data.refusedRows += seen.size;
  data.rowsRead -= seen.size;
  const keep = (_: unknown, index: number) => !out.has(index);
  data.sheetRows = data.sheetRows.filter(keep);
  data.period = data.period?.filter(keep) ?? null;
  for (const dimension of data.dimensions.values()) dimension.codes = dimension.codes.filter(keep);
  for (const [field, values] of data.measures) data.measures.set(field, values.filter(keep));
  for (const [field, values] of data.texts) data.texts.set(field, values.filter(keep));
  data.length = data.sheetRows.length;
}
