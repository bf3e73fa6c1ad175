import { readTime } from "../tables/time";
import type { Penningenhet } from "../tables";
import { cellAddress } from "../workbook/address";
import { headerLabel, headerOf, type HeaderCell } from "./headerCell";
import type { FieldColumn, Question, Source } from "./source";
import { monthCode } from "./source";

/**
 * Keys of a mapping that hold a word instead of a header: kind, unit, sign, year, "nej" for a source set aside, and the
 * headers that were there when the choices were made, so that they are found again after a change of name.
 */
const words = new Set(["slag", "enhet", "tecken", "ar", "anvand", "rubriker"]);
/** "rad:Äldreomsorg" → "summa" or "post"; "belopp:budget" → "manad" or "ar". */
const rowAnswer = "rad:";
const amountAnswer = "belopp:";

const isWord = (field: string) =>
  words.has(field) || field.startsWith(rowAnswer) || field.startsWith(amountAnswer);

export const chosenRow = (mapping: Record<string, string>, label: string): string | undefined =>
  mapping[`${rowAnswer}${label}`];
export const chosenAmount = (mapping: Record<string, string>, field: string): string | undefined =>
  mapping[`${amountAnswer}${field}`];

/** An answered question as the mapping keeps it. */
export function answerTo({ code, about }: Question, choice: string): Record<string, string> {
  if (code === "falt") return { [about]: choice };
  if (code === "summarad") return { [`${rowAnswer}${about}`]: choice };
  if (code === "manadsbelopp") return { [`${amountAnswer}${about}`]: choice };
  return { [code]: choice };
}

/**
 * The choices of a source that is gone and whose headers this one has: it was renamed. All headers but a few must be the
 * same, and no other source may fit.
 */
export function adopted(
  headers: HeaderCell[],
  orphans: readonly [string, Record<string, string>][],
): string | null {
  const own = new Set(headers.map(({ text }) => text));
  const fitting = orphans.filter(([, { rubriker = "" }]) => {
    const before = rubriker.split("\n").filter((text) => text !== "");
    return before.length > 1 && before.filter((text) => own.has(text)).length >= 0.8 * before.length;
  });
  return fitting.length === 1 ? fitting[0][0] : null;
}

/**
 * The user's choices laid over what was recognised. A header that is no longer there is said, and what was recognised
 * stands.
 */
export function applyMapping(source: Source, headers: HeaderCell[], mapping: Record<string, string>): Source {
  let columns = [...source.columns];
  const notices = [...source.notices];
  let { questions, unit, unitFrom, year } = source;
  if (mapping.enhet) [unit, unitFrom] = [mapping.enhet as Penningenhet, "val"];
  if (/^\d{4}$/.test(mapping.ar ?? "")) year = Number(mapping.ar);
  if (mapping.slag) questions = questions.filter(({ code }) => code !== "slag");
  const missing = new Set(
    (mapping.rubriker ?? "")
      .split("\n")
      .filter((was) => was !== "" && !headers.some(({ text }) => text === was)),
  );
  const named = (chosen: string) =>
    headers.find((header) => headerLabel(header, headers) === chosen) ??
    headers.find(({ text, name }) => text === chosen || name === chosen);
  for (const [field, chosen] of Object.entries(mapping)) {
    if (isWord(field)) continue;
    const found = chosen.split("\n").map((choice) => ({ choice, header: named(choice) }));
    const gone = chosen === "" ? [] : found.filter(({ header }) => !header).map(({ choice }) => choice);
    if (gone.length > 0) {
      notices.push({ code: "tidigareFalt", values: { rubriker: gone.join(", "), falt: field }, cells: [] });
      gone.forEach((choice) => missing.delete(choice));
    }
    const present = found.flatMap(({ header }) => header ?? []);
    if (chosen !== "" && present.length === 0) continue;
    questions = questions.filter(({ code, about }) => !(code === "falt" && about === field));
    columns = columns.filter(
      (column) => column.field !== field && !present.some((header) => header.column === column.column),
    );
    for (const header of present) columns.push(chosenColumn(field, header, year));
  }
  if (missing.size > 0)
    notices.push({ code: "kolumnBorta", values: { rubriker: [...missing].join(", ") }, cells: [] });
  const used = new Set(columns.map(({ column }) => column));
  const ignored = headers
    .filter(({ column, text }) => !used.has(column) && text !== "")
    .map(({ column, text }) => ({ column, header: text }));
  return { ...source, columns, questions, notices, unit, unitFrom, year, ignored };
}

function chosenColumn(field: string, header: HeaderCell, sourceYear: number | null): FieldColumn {
  const { column, text, name, unit } = headerOf(header.column, header.text, header.name);
  const time = readTime(text);
  const year = time.ar ?? (time.till === null ? null : sourceYear);
  const months = year !== null && time.fran !== null && time.till !== null && !field.startsWith("prognos");
  return {
    field,
    column,
    header: text,
    name,
    from: months ? monthCode(year, time.fran!) : null,
    to: months ? monthCode(year, time.till!) : null,
    year,
    ack: time.ack,
    unit,
  };
}

/** Every header of a source with the field it is read as, left to right. */
export function sourceColumns(source: Source): { header: string; cell: string; field: string | null }[] {
  const row = source.area.row + source.headerRows - 1;
  const all = [
    ...source.columns.map(({ column, header, field }) => ({ column, text: header, field })),
    ...source.ignored.map(({ column, header }) => ({ column, text: header, field: null })),
  ].sort((a, b) => a.column - b.column);
  return all.map((one) => ({
    header: headerLabel(one, all),
    cell: cellAddress(row, one.column),
    field: one.field,
  }));
}
