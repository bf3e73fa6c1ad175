import { readTime } from "../tables/time";
import type { Penningenhet } from "../tables";
import { headerOf, type HeaderCell } from "./headerCell";
import type { FieldColumn, Source } from "./source";
import { monthCode } from "./source";

/** Keys of a mapping that hold a word instead of a header. */
export const mappingWords = ["slag", "enhet", "tecken", "ar", "anvand"];

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
  for (const [field, chosen] of Object.entries(mapping)) {
    if (mappingWords.includes(field)) continue;
    const header = headers.find(({ text, name }) => text === chosen || name === chosen);
    if (chosen !== "" && !header) {
      notices.push({ code: "tidigareFalt", values: { rubriker: chosen, falt: field }, cells: [] });
      continue;
    }
    questions = questions.filter(({ code, about }) => !(code === "falt" && about === field));
    columns = columns.filter((column) => column.field !== field && column.column !== header?.column);
    if (header) columns.push(chosenColumn(field, header, year));
  }
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
