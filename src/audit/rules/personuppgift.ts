import type { SheetSnapshot } from "../../workbook/snapshot";
import { eachFilled, valueAt } from "../cells";
import type { Draft } from "../finding";
import { findPersonnummer, numberAsPersonnummer } from "../personnummer";
import type { CellPlace } from "../place";
import type { Rule, SheetView } from "../rule";
import { say } from "../say";

/** A bare run of ten digits is taken for a personnummer when its column is made of them: one in 300 passes by chance. */
const columnShare = 0.8;
const columnCount = 3;

const numberHeader = /person-?\s?(?:nummer|nr)|\bpnr\b|samordningsn|national id|social security/iu;
const personHeader =
  /^(?:(?:för|efter)?namn|(?:first|last|full)?\s?name)$|\b(?:namn|name)\b.*\b(?:brukare|klient|elev|barn|deltagare|sökande|patient|client|participant)|\b(?:brukare|klient|deltagare|sökande|elev|patient)(?:n|en|s|ens|rs)?[ -]*(?:namn|name)|^(?:brukare|klient|deltagare|sökande|patient|client)$/iu;
const personName = /^\p{Lu}[\p{Ll}'’-]+(?:-\p{Lu}\p{Ll}+)?(?:,? \p{Lu}[\p{Ll}'’.-]*){1,3}$/u;

/**
 * Personnummer and samordningsnummer (date and check digit), wherever they stand, and columns of persons' names
 * beside figures. What is reported is masked: the list of findings must not spread them further.
 */
export const personuppgift: Rule = {
  id: "personuppgift",
  find: ({ sheets }) => sheets.flatMap((view) => [...sheetName(view), ...numbers(view), ...names(view)]),
};

function sheetName({ sheet }: SheetView): Draft[] {
  const number = findPersonnummer(sheet.name).find(({ entydigt }) => entydigt);
  if (!number) return [];
  return [
    {
      sakerhet: "säker",
      plats: { blad: sheet.name, row: 0, column: 0 },
      tryckt: mask(number.text),
      beraknat: null,
      text: say((texts) => texts.personnummerIBladnamn),
    },
  ];
}

interface Hit {
  place: CellPlace;
  text: string;
  certain: boolean;
  samordning: boolean;
}

function numbers({ sheet }: SheetView): Draft[] {
  const hits = new Map<number, Hit[]>();
  const bare = new Map<number, { hits: Hit[]; digits: number }>();
  const add = (hit: Hit) => {
    const column = hits.get(hit.place.column) ?? [];
    column.push(hit);
    hits.set(hit.place.column, column);
  };
  const addBare = (column: number, hit: Hit | null) => {
    const counted = bare.get(column) ?? { hits: [], digits: 0 };
    counted.digits++;
    if (hit) counted.hits.push(hit);
    bare.set(column, counted);
  };
  const lookIn = (text: string, place: CellPlace) => {
    if (text.length < 10 || !/\d{6}/.test(text)) return;
    const found = findPersonnummer(text);
    const sure = found.filter((number) => number.entydigt);
    if (sure.length > 0) {
      add({ place, text: mask(sure[0].text), certain: true, samordning: sure[0].samordning });
    } else if (/(?<!\d)\d{10}(?!\d)/.test(text)) {
      const first = found[0];
      addBare(
        place.column,
        first ? { place, text: mask(first.text), certain: false, samordning: first.samordning } : null,
      );
    }
  };
  eachFilled(sheet, (value, row, column) => {
    const place = { blad: sheet.name, row, column };
    if (typeof value === "string") lookIn(value, place);
    else if (typeof value === "number" && value >= 1_010_000 && Number.isInteger(value)) {
      const found = numberAsPersonnummer(value);
      const hit = found && {
        place,
        text: mask(found.text),
        certain: found.entydigt,
        samordning: found.samordning,
      };
      if (hit?.certain) add(hit);
      else addBare(column, hit);
    }
  });
  for (const { row, column, text } of sheet.comments ?? []) lookIn(text, { blad: sheet.name, row, column });

  for (const [column, { hits: candidates, digits }] of bare) {
    const first = candidates[0];
    if (!first) continue;
    const headed = numberHeader.test(headerAbove(sheet, first.place.row, column));
    const made = candidates.length >= columnCount && candidates.length >= columnShare * digits;
    for (const hit of candidates) {
      if (headed || made) add({ ...hit, certain: true });
      else if (digits === candidates.length && typeof valueAt(sheet, hit.place.row, column) === "string") {
        if (!/^070/.test(String(valueAt(sheet, hit.place.row, column)).trim())) add(hit);
      }
    }
  }
  return [...hits.values()].map((column) => {
    const [first, ...rest] = column;
    return {
      sakerhet: first.certain ? "säker" : "trolig",
      plats: first.place,
      aven: rest.map((hit) => hit.place),
      tryckt: first.text,
      beraknat: null,
      text: say((texts) => texts.personnummer(first.text, column.length, first.samordning)),
    };
  });
}

/** 850101-2384 → 850101-••••. */
function mask(text: string): string {
  return text.replace(/\d{4}$/, "••••");
}

/** The nearest text above in the column. */
function headerAbove(sheet: SheetSnapshot, row: number, column: number): string {
  for (let r = row - 1; r >= sheet.area.row; r--) {
    const value = valueAt(sheet, r, column);
    if (typeof value === "string" && /\p{L}{2}/u.test(value)) return value;
  }
  return "";
}

function names({ sheet }: SheetView): Draft[] {
  const { area } = sheet;
  const drafts: Draft[] = [];
  for (let column = area.column; column < area.column + area.columnCount; column++) {
    for (let row = area.row; row < area.row + area.rowCount; row++) {
      const header = valueAt(sheet, row, column);
      if (typeof header !== "string" || header.length > 60 || !personHeader.test(header.trim())) continue;
      const places: CellPlace[] = [];
      let filled = 0;
      let figures = 0;
      for (let r = row + 1; r < area.row + area.rowCount; r++) {
        const value = valueAt(sheet, r, column);
        if (value === null || value === "") break;
        filled++;
        if (typeof value === "string" && personName.test(value.trim())) {
          places.push({ blad: sheet.name, row: r, column });
        }
        const line = sheet.values[r - area.row];
        if (line.some((other, c) => c !== column - area.column && typeof other === "number")) figures++;
      }
      if (places.length >= 2 && places.length >= 0.6 * filled && figures > 0) {
        drafts.push({
          sakerhet: "trolig",
          plats: places[0],
          aven: places.slice(1),
          tryckt: header.trim(),
          beraknat: null,
          text: say((texts) => texts.personnamn(header.trim(), places.length)),
        });
      }
    }
  }
  return drafts;
}
