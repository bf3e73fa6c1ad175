import type { Finding } from "../../src/audit";
import { cellAddress } from "../../src/workbook/address";
import {
  asPublished,
  buildWorkbook,
  type BuiltWorkbook,
  type GoldenDocument,
  goldenDocuments,
  type GoldenTable,
} from "./golden";

/** A correct table in which one error has been planted. */
export interface Mutation {
  kind: MutationKind;
  table: GoldenTable;
  /** Where it was planted; the error is found when at least half of these are named. `rad` null is the header. */
  cells: { rad: number | null; kolumn: number }[];
  what: string;
}

export const mutationKinds = [
  "teckenfel",
  "omkastade siffror",
  "utelämnad rad",
  "grannens tal",
  "enhet i rubrik",
  "tusenfalt",
  "kvarglömd kolumn",
] as const;
export type MutationKind = (typeof mutationKinds)[number];

/** mulberry32: the same seed gives the same errors. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The published tables of amounts that follow from themselves, and the others with their known errors mended. */
export function correctTables(): GoldenTable[] {
  return goldenDocuments()
    .flatMap((document: GoldenDocument) => document.tables)
    .filter(({ summor, kolumnregler, tecken }) => tecken !== null && summor.length + kolumnregler.length > 0)
    .map(mended)
    .filter((table) => relationsOf(table).every((relation) => !isBroken(table, relation)));
}

function mended(original: GoldenTable): GoldenTable {
  const table = structuredClone(original);
  for (const { tryckt } of table.rader)
    tryckt.forEach((text, at) => (tryckt[at] = text.replace(/^- (?=\d)/, "-")));
  for (const column of table.kolumner) column.namn = column.namn.replace("i tkr", `i ${table.enhet}`);
  for (const { rad, kolumn, beraknat, sakert, kontroll } of original.avvikelser) {
    const inTable = sakert && (kontroll === "summa" || kontroll === "kolumnregel");
    if (inTable && rad !== null && kolumn !== null && typeof beraknat === "number")
      set(table, rad, kolumn, beraknat);
  }
  table.avvikelser = [];
  return table;
}

/** A table of the common kind with random figures, rounded from unrounded ones as reports are. */
export function madeTable(seed: number): GoldenTable {
  const next = random(seed);
  const decimals = next() < 0.5 ? 1 : 0;
  const scale = decimals === 1 ? 100 : 20_000;
  const groups = 2 + Math.floor(next() * 3);
  const rader: GoldenTable["rader"] = [];
  const unrounded: number[][] = [];
  const summor: GoldenTable["summor"] = [];
  const add = (namn: string, typ: string, niva: number, amounts: number[]) => {
    unrounded.push(amounts);
    rader.push({ namn, typ, niva, varden: [], tryckt: [] });
    return rader.length - 1;
  };
  const total = (parts: number[]) =>
    [0, 1].map((c) => parts.reduce((sum, row) => sum + unrounded[row][c], 0));
  const subtotals: number[] = [];
  for (let group = 0; group < groups; group++) {
    const parts = Array.from({ length: 3 + Math.floor(next() * 5) }, (_, index) => {
      const budget = -scale * (0.05 + next());
      const utfall = budget * (0.85 + 0.3 * next());
      return add(`Enhet ${String.fromCharCode(65 + group)}${index + 1}`, "post", 1, [utfall, budget]);
    });
    subtotals.push(add(`Summa område ${String.fromCharCode(65 + group)}`, "delsumma", 0, total(parts)));
    summor.push({ rad: subtotals[group], delar: parts });
  }
  const last = add("Summa", "summa", 0, total(subtotals));
  summor.push({ rad: last, delar: subtotals });
  const percentDecimals = 0;
  const kolumner = [
    { namn: "Utfall jan-aug 2023", roll: "utfall" },
    { namn: "Budget jan-aug 2023", roll: "budget" },
    { namn: "Avvikelse", roll: "avvikelse" },
    { namn: "Förbrukning %", roll: "forbrukning", enhet: "%", decimaler: percentDecimals },
  ];
  const table: GoldenTable = {
    id: `gjord-${seed}`,
    titel: "Resultat per enhet",
    enhet: decimals === 1 ? "mnkr" : "tkr",
    decimaler: decimals,
    tecken: "netto",
    kolumner,
    rader,
    summor: summor.map((sum) => ({ ...sum, kolumner: [0, 1, 2] })),
    kolumnregler: [
      { kolumn: 2, formel: "utfall - budget" },
      { kolumn: 3, formel: "100 * utfall / budget" },
    ],
    avvikelser: [],
  };
  unrounded.forEach(([utfall, budget], rad) =>
    [utfall, budget, utfall - budget, (100 * utfall) / budget].forEach((value, kolumn) =>
      set(table, rad, kolumn, value),
    ),
  );
  return table;
}

function decimalsAt(table: GoldenTable, rad: number, kolumn: number): number {
  const printed = table.rader[rad].tryckt[kolumn];
  if (printed !== undefined && /\d/.test(printed)) return /,(\d+)/.exec(printed)?.[1].length ?? 0;
  return table.kolumner[kolumn].decimaler ?? table.decimaler;
}

function set(table: GoldenTable, rad: number, kolumn: number, value: number): void {
  const decimals = decimalsAt(table, rad, kolumn);
  const text = value.toFixed(decimals);
  const rounded = Number(text);
  const [whole, fraction] = Math.abs(rounded).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, " ");
  const percent = table.kolumner[kolumn].enhet === "%" ? "%" : "";
  table.rader[rad].varden[kolumn] = rounded === 0 ? 0 : rounded;
  table.rader[rad].tryckt[kolumn] =
    `${rounded < 0 ? "-" : ""}${grouped}${fraction ? `,${fraction}` : ""}${percent}`;
}

const valueAt = (table: GoldenTable, rad: number, kolumn: number): number | null => {
  const value = table.rader[rad].varden[kolumn];
  return typeof value === "number" ? value : null;
};

/** The table's intended arithmetic, as the file states it. */
interface TableRelation {
  target: [number, number];
  terms: [number, number][];
  value(get: (rad: number, kolumn: number) => number): number;
  tolerance: number;
}

function relationsOf(table: GoldenTable): TableRelation[] {
  const half = (rad: number, kolumn: number) => 0.5 * 10 ** -decimalsAt(table, rad, kolumn);
  const filled = ([rad, kolumn]: [number, number]) => valueAt(table, rad, kolumn) !== null;
  const relations: TableRelation[] = [];
  for (const { rad, delar, faktorer, kolumner } of table.summor) {
    for (let kolumn = 0; kolumn < table.kolumner.length; kolumn++) {
      if (kolumner && !kolumner.includes(kolumn)) continue;
      if (/%|st/.test(table.kolumner[kolumn].enhet ?? "") || table.kolumner[kolumn].roll === "ar") continue;
      const terms = delar.map((del): [number, number] => [del, kolumn]).filter(filled);
      if (!filled([rad, kolumn]) || terms.length === 0) continue;
      relations.push({
        target: [rad, kolumn],
        terms,
        value: (get) => terms.reduce((sum, [del], i) => sum + (faktorer?.[i] ?? 1) * get(del, kolumn), 0),
        tolerance: half(rad, kolumn) + terms.reduce((sum, [del]) => sum + half(del, kolumn), 0),
      });
    }
  }
  const column = (role: string) => table.kolumner.findIndex(({ roll }) => roll === role);
  for (const { kolumn, formel } of table.kolumnregler) {
    const difference = /^(\w+) - (\w+)$/.exec(formel);
    const equal = /^(\w+)$/.exec(formel);
    const percent = /^100 \* (\w+) \/ (\w+)$/.exec(formel);
    const names = (difference ?? equal ?? percent)?.slice(1).map(column);
    if (!names || names.some((each) => each < 0)) continue;
    table.rader.forEach((_, rad) => {
      const terms = names.map((each): [number, number] => [rad, each]);
      if (![[rad, kolumn] as [number, number], ...terms].every(filled)) return;
      const [a, b] = names;
      const base = Math.abs(valueAt(table, rad, b ?? a) ?? 0);
      if (percent && base <= half(rad, b)) return;
      const share = percent
        ? (100 * (half(rad, a) + half(rad, b) * (Math.abs(valueAt(table, rad, a)!) / base))) /
          (base - half(rad, b))
        : 0;
      relations.push({
        target: [rad, kolumn],
        terms,
        value: (get) =>
          difference ? get(rad, a) - get(rad, b) : percent ? (100 * get(rad, a)) / get(rad, b) : get(rad, a),
        tolerance:
          half(rad, kolumn) + (percent ? share : terms.reduce((sum, term) => sum + half(...term), 0)),
      });
    });
  }
  return relations;
}

function isBroken(table: GoldenTable, { target, value, tolerance }: TableRelation, slack = 1e-9): boolean {
  const get = (rad: number, kolumn: number) => valueAt(table, rad, kolumn) ?? 0;
  return Math.abs(get(...target) - value(get)) > tolerance + slack;
}

/**
 * Whether the figures alone can say which cell is wrong: it breaks a relation it is the result of, or two it is part of.
 * (A wrong post in a table with nothing but a sum can't be told from any other post.)
 */
function isVisible(table: GoldenTable, rad: number, kolumn: number): boolean {
  const same = ([r, k]: [number, number]) => r === rad && k === kolumn;
  const broken = relationsOf(table).filter((relation) => isBroken(table, relation, 0.01));
  if (broken.some(({ target }) => same(target))) return true;
  return broken.filter(({ terms }) => terms.some(same)).length >= 2;
}

/** One error of a kind at a random place where it can be seen; null where the table has no such place. */
export function mutate(original: GoldenTable, kind: MutationKind, next: () => number): Mutation | null {
  for (let attempt = 0; attempt < 60; attempt++) {
    const table = structuredClone(original);
    const planted = plant(table, kind, next);
    if (planted && planted.cells.every(({ rad, kolumn }) => rad === null || isVisible(table, rad, kolumn))) {
      return { kind, table, ...planted };
    }
  }
  return null;
}

type Planted = Pick<Mutation, "cells" | "what">;

function plant(table: GoldenTable, kind: MutationKind, next: () => number): Planted | null {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  const cells = table.rader.flatMap((_, rad) =>
    table.kolumner.flatMap((_, kolumn) =>
      (valueAt(table, rad, kolumn) ?? 0) !== 0 ? [{ rad, kolumn }] : [],
    ),
  );
  const change = (
    cell: { rad: number; kolumn: number } | undefined,
    to: (value: number) => number,
  ): Planted | null => {
    if (!cell) return null;
    const before = table.rader[cell.rad].tryckt[cell.kolumn];
    set(table, cell.rad, cell.kolumn, to(valueAt(table, cell.rad, cell.kolumn)!));
    const after = table.rader[cell.rad].tryckt[cell.kolumn];
    if (before === after) return null;
    return { cells: [cell], what: `rad ${cell.rad} kolumn ${cell.kolumn}: ${before} → ${after}` };
  };
  const amounts = cells.filter(({ kolumn }) => table.kolumner[kolumn].enhet !== "%");
  switch (kind) {
    case "teckenfel":
      return change(pick(amounts), (value) => -value);
    case "omkastade siffror":
      return change(pick(amounts), (value) => swapDigits(value, next));
    case "tusenfalt":
      return change(pick(amounts), (value) => value * 1000);
    case "grannens tal": {
      const cell = pick(amounts);
      const other =
        cell &&
        pick(amounts.filter(({ rad, kolumn }) => kolumn === cell.kolumn && Math.abs(rad - cell.rad) === 1));
      return other ? change(cell, () => valueAt(table, other.rad, other.kolumn)!) : null;
    }
    case "utelämnad rad": {
      const sum = pick(table.summor.filter(({ delar }) => delar.length >= 2));
      const part = sum && pick(sum.delar);
      const cell = sum && pick(amounts.filter(({ rad }) => rad === sum.rad));
      if (!sum || part === undefined || !cell) return null;
      const factor = sum.faktorer?.[sum.delar.indexOf(part)] ?? 1;
      return change(cell, (value) => value - factor * (valueAt(table, part, cell.kolumn) ?? 0));
    }
    case "enhet i rubrik": {
      const wrong = table.enhet === "mnkr" ? "tkr" : "mnkr";
      const ruled = table.kolumnregler.filter(({ formel }) => / - /.test(formel)).map(({ kolumn }) => kolumn);
      const kolumn = pick(ruled);
      if (kolumn === undefined || !/^(tkr|mnkr)$/.test(table.enhet)) return null;
      const header = table.kolumner[kolumn].namn.replace(/ ?\(?(?:i )?(?:tkr|mnkr)\)?/, "");
      table.kolumner[kolumn].namn = `${header} (${wrong})`;
      return { cells: [{ rad: null, kolumn }], what: `rubrik ${table.kolumner[kolumn].namn}` };
    }
    case "kvarglömd kolumn": {
      const rule = pick(table.kolumnregler.filter(({ formel }) => /^100 \* \w+ \/ \w+$/.test(formel)));
      if (!rule) return null;
      const stale = cells.filter(({ kolumn }) => kolumn === rule.kolumn).slice(0, -1);
      for (const { rad, kolumn } of stale) {
        set(table, rad, kolumn, (valueAt(table, rad, kolumn)! * (7.9 + 0.2 * next())) / 12);
      }
      return { cells: stale, what: `kolumn ${rule.kolumn} som i augusti` };
    }
  }
}

function swapDigits(value: number, next: () => number): number {
  const text = String(value);
  const places = [...text].flatMap((_, i) =>
    /\d/.test(text[i]) && /\d/.test(text[i + 1] ?? "") && text[i] !== text[i + 1] ? [i] : [],
  );
  if (places.length === 0) return value;
  const at = places[Math.floor(next() * places.length)];
  return Number(text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2));
}

export const buildMutated = (table: GoldenTable): BuiltWorkbook =>
  buildWorkbook({ name: table.id, tables: [table] }, asPublished);

/** At least half of the planted cells are the cell of a finding (not merely mentioned by one). */
export function wasNamed({ table, cells }: Mutation, built: BuiltWorkbook, findings: Finding[]): boolean {
  const named = new Set(findings.map(({ cell }) => cell));
  const hits = cells.filter(({ rad, kolumn }) => {
    const { row, column } = built.place(table.id, rad, kolumn);
    return named.has(cellAddress(row, column));
  });
  return hits.length * 2 >= cells.length;
}
