import type { GoldenTable } from "./golden";

/**
 * The published tables as others would have written them: the same figures and meanings under other captions, so that it
 * is seen how well reading carries over from one house's words to another's.
 */
export const variants: Record<string, (table: GoldenTable) => GoldenTable> = {
  förkortad: (table) => withHeaders(table, abbreviated),
  engelsk: (table) => withHeaders(table, english),
  versaler: (table) => withHeaders(table, (header) => header.toUpperCase()),
  "annan ordföljd": (table) => withHeaders(table, timeFirst),
  "andra år": (table) => withHeaders(table, laterYears),
  "omvänd kolumnordning": reversed,
};

const withHeaders = (table: GoldenTable, restyle: (header: string) => string): GoldenTable => ({
  ...table,
  kolumner: table.kolumner.map((column) => ({
    ...column,
    namn: restyle(column.namn),
    ...(restyle === laterYears && column.ar !== undefined && { ar: column.ar + 2 }),
  })),
});

type Words = readonly (readonly [RegExp, string])[];
const replaced = (header: string, words: Words) =>
  words.reduce((text, [word, other]) => text.replace(word, other), header);

const short: Words = [
  [/utfall/i, "Utf."],
  [/\bbudget/i, "Bud."],
  [/\b(?:års|helårs)?prognos/i, "Progn."],
  [/avvikelse/i, "Avv."],
  [/förändring/i, "Förändr."],
  [/bokslut/i, "BS"],
  [/december/i, "dec"],
  [/oktober/i, "okt"],
];
const abbreviated = (header: string) => replaced(header, short);

const inEnglish: Words = [
  [/helårseffekt/i, "Full year effect"],
  [/effekt/i, "Effect"],
  [/budgetavvikelse|nettoavvikelse mot budget|avvikelse budget/i, "Variance against budget"],
  [/jämförelse avvikelse/i, "Comparison variance"],
  [/jämförelse prognos/i, "Comparison forecast"],
  [/(?:års|helårs)prognos/i, "Full year forecast"],
  [/utf(?:all)?\b/i, "Actual"],
  [/budget/i, "Budget"],
  [/prognos?\b|progn\b/i, "Forecast"],
  [/avvikelse|\bavv\./i, "Variance"],
  [/förändr(?:ing)?/i, "Change"],
  [/bokslut/i, "Annual accounts"],
  [/förb(?:r)?(?: i)?(?= ?%)/i, "Consumed "],
  [/målvärde/i, "Target value"],
  [/^mål\b/i, "Target"],
  [/helår/i, "Full year"],
  [/\back\b/i, "YTD"],
  [/oktober/i, "October"],
  [/\bi tkr\b/i, "in tkr"],
  [/ och /i, " and "],
];
const english = (header: string) => replaced(header, inEnglish);

/** "Utfall 2023" and "2023 Utfall" say the same; so do the months before and after. */
function timeFirst(header: string): string {
  const time = /(?:\b(?:jan-dec|ack|helår|december|oktober)\b ?)+(?:20\d\d)?|\b20\d\d\b(?!-|\d| och)/i.exec(
    header,
  )?.[0];
  if (time === undefined || time.trim() === header.trim()) return header;
  const rest = header.replace(time, " ").replace(/\s+/g, " ").trim();
  return header.startsWith(time) ? `${rest} ${time.trim()}` : `${time.trim()} ${rest}`;
}

const laterYears = (header: string) =>
  header
    .replace(/\b20(\d\d)\b/g, (_, year: string) => `20${Number(year) + 2}`)
    .replace(/\b2([34])(?=-?\d\d-?\d\d)/g, (_, year: string) => `2${Number(year) + 2}`);

/** The last column first. */
function reversed(table: GoldenTable): GoldenTable {
  const last = table.kolumner.length - 1;
  return {
    ...table,
    kolumner: [...table.kolumner].reverse(),
    rader: table.rader.map((row) => ({
      ...row,
      tryckt: [...row.tryckt].reverse(),
      varden: [...row.varden].reverse(),
    })),
    kolumnregler: table.kolumnregler.map((rule) => ({ ...rule, kolumn: last - rule.kolumn })),
  };
}
