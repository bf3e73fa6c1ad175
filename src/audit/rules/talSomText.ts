import type { KolumnRoll, Tabell } from "../../tables";
import { type TolkatTal, tolkaTal } from "../../domain/tolkaTal";
import type { Change } from "../../workbook/change";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { contentAt, numberFormatAt, valueAt } from "../cells";
import type { Draft } from "../finding";
import type { CellPlace } from "../place";
import type { Rule, SheetView } from "../rule";
import { say } from "../say";

const notFigures = new Set<KolumnRoll>(["text", "kod", "pil", "status", "ar", "period"]);

/**
 * Numbers stored as text in a table of figures: "- 1 912", "–85", "1.234,5", digits in cells formatted as text. Excel
 * leaves them out of its sums without a word. A figure printed with its own unit ("202 tkr") or with a footnote mark is
 * another matter. A table that is text throughout is one finding.
 */
export const talSomText: Rule = {
  id: "tal-som-text",
  find: ({ sheets }) => sheets.flatMap((view) => view.tables.flatMap((table) => inTable(view, table))),
};

interface TextNumber {
  place: CellPlace;
  text: string;
  read: TolkatTal;
}

function inTable({ sheet }: SheetView, table: Tabell): Draft[] {
  const found: TextNumber[] = [];
  let typed = 0;
  table.rows.forEach(({ row }) =>
    table.columns.forEach(({ column, role }) => {
      if (notFigures.has(role)) return;
      const value = valueAt(sheet, row, column);
      if (typeof value === "number") typed++;
      if (typeof value !== "string" || !/\d/.test(value)) return;
      const read = tolkaTal(value);
      const figure = read.kind === "tal" && read.unit === null && read.note === "";
      if (figure || (read.kind === "otolkbar" && read.why === "tvetydig")) {
        found.push({ place: { blad: sheet.name, row, column }, text: value, read });
      }
    }),
  );
  if (found.length === 0) return [];
  if (found.length > typed && found.length > 3) return [wholeTable(sheet, table, found)];
  return found.map((one) => single(sheet, one));
}

function single(sheet: SheetSnapshot, { place, text, read }: TextNumber): Draft {
  const value = read.kind === "tal" ? read.value : null;
  return {
    sakerhet: value === null ? "trolig" : "säker",
    plats: place,
    tryckt: text,
    beraknat: value,
    text: say((texts) => (value === null ? texts.tvetydigtTal(text) : texts.talSomText(text))),
    ...(value !== null && {
      atgard: { text: say((texts) => texts.skrivTal()), andringar: toNumber(sheet, place, read) },
    }),
  };
}

function wholeTable(sheet: SheetSnapshot, table: Tabell, found: TextNumber[]): Draft {
  const [first, ...rest] = found;
  return {
    sakerhet: "säker",
    plats: first.place,
    aven: rest.map(({ place }) => place),
    tryckt: first.text,
    beraknat: first.read.kind === "tal" ? first.read.value : null,
    text: say((texts) => texts.tabellAvText(table.title || sheet.name, found.length)),
    atgard: {
      text: say((texts) => texts.skrivTal()),
      andringar: found.flatMap(({ place, read }) => toNumber(sheet, place, read)),
    },
  };
}

/** A cell formatted as text would keep the number as text: its format goes first. */
function toNumber(sheet: SheetSnapshot, { blad, row, column }: CellPlace, read: TolkatTal): Change[] {
  if (read.kind !== "tal") return [];
  const format = numberFormatAt(sheet, row, column);
  const decimals = read.decimals > 0 ? `.${"0".repeat(read.decimals)}` : "";
  const after = read.percent ? `0${decimals}%` : format === "@" ? `#,##0${decimals}` : format;
  const value: Change = {
    kind: "value",
    sheet: blad,
    row,
    column,
    before: contentAt(sheet, row, column),
    after: read.value,
  };
  if (after === format) return [value];
  return [{ kind: "numberFormat", sheet: blad, row, column, before: format, after }, value];
}
