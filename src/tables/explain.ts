import { areaAddress, columnLetters } from "../workbook/address";
import type { Language } from "../texts/language";
import { tableTexts } from "../texts/tables";
import type { Skal, Tabell } from "./table";

const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));

/** How a table was read and why, line by line: what `koll kontroll --forklara` and `koll underlag` print. */
export function explainTable(table: Tabell, language: Language): string[] {
  const { skal, roll, rubrik } = tableTexts[language];
  const word = (role: string | number | undefined) =>
    (roll as Record<string, string>)[String(role)] ?? String(role ?? "");
  const because = (why: Skal[]) => {
    const reasons = [
      ...new Set(why.map(({ code, values }) => fill(skal[code], { ...values, roll: word(values?.roll) }))),
    ];
    return reasons.length > 0 ? ` (${reasons.join("; ")})` : "";
  };
  const along = (position: number) => (table.transposed ? columnLetters(position) : String(position + 1));
  const across = (position: number) => (table.transposed ? String(position + 1) : columnLetters(position));
  const head = fill(rubrik.tabell, {
    blad: table.sheet,
    adress: areaAddress(table.area),
    titel: table.title,
    slag: table.kind,
    enhet: table.unit ?? rubrik.okand,
    tecken: table.sign ?? rubrik.okand,
  }).replace(/ (?:””|“”)/, "");
  const columns = table.columns.map(
    ({ column, header, role, why }) =>
      `  ${fill(rubrik.kolumn, { cell: across(column), rubrik: header, roll: word(role) })}${because(why)}`,
  );
  const rows =
    table.kind === "lista"
      ? []
      : table.rows.map(
          ({ row, label, kind, why }) =>
            `  ${fill(rubrik.rad, { cell: along(row), namn: label, typ: kind })}${because(why)}`,
        );
  const sums = table.sums.map(
    ({ row, parts, factors }) =>
      `  ${fill(rubrik.summa, {
        cell: along(table.rows[row].row),
        delar: parts
          .map((part, at) => `${factors[at] < 0 ? "−" : ""}${along(table.rows[part].row)}`)
          .join(", "),
      })}`,
  );
  return [head + because(table.why), ...columns, ...rows, ...sums];
}
