import type { Tabell } from "../../src/tables";
import { findTables } from "../../src/tables";
import { type GoldenForm, goldenSheet, type GoldenTable } from "./golden";

/** Right and wrong answers of one kind, with what was wrong. */
export interface Score {
  right: number;
  of: number;
  wrong: string[];
}

export type Measure =
  "kolumner" | "tider" | "rader" | "nivåer" | "summor" | "kolumnregler" | "enhet" | "tecken" | "decimaler";

export type Scores = Record<Measure, Score>;

export const noScores = (): Scores => ({
  kolumner: empty(),
  tider: empty(),
  rader: empty(),
  nivåer: empty(),
  summor: empty(),
  kolumnregler: empty(),
  enhet: empty(),
  tecken: empty(),
  decimaler: empty(),
});
const empty = (): Score => ({ right: 0, of: 0, wrong: [] });

const units: Record<string, string> = { st: "antal", "mnkr och %": "blandad" };

/** Compares what is understood with what the table is known to be. */
export function scoreTable(golden: GoldenTable, form: GoldenForm, scores: Scores): void {
  const tables = findTables(goldenSheet(golden, form));
  const [table] = tables;
  const tell = (measure: Measure, right: boolean, wrong: string) => {
    scores[measure].of++;
    if (right) scores[measure].right++;
    else scores[measure].wrong.push(`${golden.id} (${form}): ${wrong}`);
  };
  const top = golden.rader.length > 0 ? firstBodyRow(golden) : 0;
  const rowAt = (index: number) =>
    tables.length === 1 ? table.rows.findIndex(({ row }) => row === top + index) : -1;
  golden.kolumner.forEach((column, index) => {
    const at = tables.length === 1 ? table.columns.findIndex((one) => one.column === index + 1) : -1;
    const role = at < 0 ? "saknas" : table.columns[at].role;
    tell("kolumner", role === column.roll, `"${column.namn}" ${role}, ska vara ${column.roll}`);
    if (column.ar !== undefined)
      tell(
        "tider",
        at >= 0 && table.columns[at].time.ar === column.ar,
        `"${column.namn}" ${at < 0 ? "saknas" : table.columns[at].time.ar}`,
      );
  });
  golden.rader.forEach((row, index) => {
    const at = rowAt(index);
    const found = at < 0 ? null : table.rows[at];
    tell("rader", found?.kind === row.typ, `rad ${index} "${row.namn}" ${found?.kind}, ska vara ${row.typ}`);
    tell(
      "nivåer",
      found?.level === row.niva,
      `rad ${index} "${row.namn}" nivå ${found?.level}, ska vara ${row.niva}`,
    );
  });
  for (const summa of golden.summor) {
    const found = tables.length === 1 ? table.sums.find(({ row }) => row === rowAt(summa.rad)) : undefined;
    const got = found
      ? found.parts
          .map((part, at) => `${found.factors[at] < 0 ? "-" : ""}${table.rows[part].row - top}`)
          .join()
      : "saknas";
    const wanted = summa.delar
      .map((part, at) => `${(summa.faktorer?.[at] ?? 1) < 0 ? "-" : ""}${part}`)
      .join();
    tell("summor", got === wanted, `rad ${summa.rad}: ${got}, ska vara ${wanted}`);
  }
  if (tables.length === 1) {
    for (const { row, parts } of table.sums) {
      if (!golden.summor.some(({ rad }) => rowAt(rad) === row))
        tell("summor", false, `rad ${table.rows[row].row - top}: ${parts.join()} finns inte`);
    }
  }
  for (const rule of golden.kolumnregler) {
    const found =
      tables.length === 1
        ? table.columnRules.find(({ column }) => table.columns[column].column === rule.kolumn + 1)
        : undefined;
    tell(
      "kolumnregler",
      !!found && ruleText(table, found) === shape(rule.formel),
      `kolumn ${rule.kolumn}: ${found ? ruleText(table, found) : "saknas"}, ska vara ${shape(rule.formel)}`,
    );
  }
  tell(
    "enhet",
    (table?.unit ?? "X") === (units[golden.enhet] ?? golden.enhet),
    `${table?.unit}, ska vara ${golden.enhet}`,
  );
  tell("tecken", (table?.sign ?? null) === golden.tecken, `${table?.sign}, ska vara ${golden.tecken}`);
  tell("decimaler", table?.decimals === golden.decimaler, `${table?.decimals}, ska vara ${golden.decimaler}`);
}

const firstBodyRow = (golden: GoldenTable) => (["kr", "tkr", "mnkr"].includes(golden.enhet) ? 4 : 3);

const shape = (formula: string) => formula.replace(/\s+/g, "").replace(/,typer.*/, "");

function ruleText(table: Tabell, rule: Tabell["columnRules"][number]): string {
  const a = table.columns[rule.a].role;
  if (rule.kind === "lika") return a;
  const b = table.columns[rule.b].role;
  switch (rule.kind) {
    case "differens":
      return `${a}-${b}`;
    case "andel":
      return `100*${a}/${b}`;
    case "forandring":
      return rule.abs ? `100*(abs(${a})/abs(${b})-1)` : `100*(${a}/${b}-1)`;
    case "pil":
      return `pil(${a}-${b === "avvikelse_foregaende" ? "prognos_foregaende" : b},${rule.threshold.toFixed(1)})`;
  }
}
