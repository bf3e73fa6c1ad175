import { goldenDocuments, type GoldenTable } from "../helpers/golden";
import { call, type Given, outcome, spill } from "./call";

type Rule = { rad: number; kolumn: number; formel: string };
type Row = GoldenTable["rader"][number] & { startmanad?: number };
type Table = Omit<GoldenTable, "rader"> & { rader: Row[]; cellregler?: Rule[] };

/** A printed figure and the call that gives it. `scale` 100 where percentages are held as printed (83% is 83). */
interface Case {
  table: string;
  row: number;
  column: number;
  id: string;
  args: Given[];
  /** Half a unit in the last printed decimal of each argument; 0 for what is no printed figure. */
  margins: number[];
  printed: number | string;
  margin: number;
  scale: number;
  /** What kind of entry in `avvikelser` tells that this figure is wrong. */
  check: string;
}

const tables = new Map<string, Table>(
  goldenDocuments().flatMap((document) => document.tables.map((table) => [table.id, table as Table])),
);

const decimalsOf = (printed: string) => /,(\d+)/.exec(printed)?.[1].length ?? 0;
const half = (table: Table, row: number, column: number) =>
  0.5 * 10 ** -decimalsOf(table.rader[row].tryckt[column] ?? "");
const roleOf = (table: Table, role: string) => table.kolumner.findIndex(({ roll }) => roll === role);

/** Column rules as they are worded in the tables, by the function that stands for them. */
const columnRules: Record<string, { id: string; roles: string[]; rest?: Given[]; scale?: number }> = {
  "utfall - budget": { id: "AVVIKELSE", roles: ["utfall", "budget"] },
  "prognos - budget": { id: "AVVIKELSE", roles: ["prognos", "budget"] },
  "utfall - helarsbudget": { id: "AVVIKELSE", roles: ["utfall", "helarsbudget"] },
  "utfall - bokslut": { id: "FORANDRING", roles: ["utfall", "bokslut"] },
  "anslag - utfall": { id: "KVARAVANSLAG", roles: ["anslag", "utfall"] },
  "100 * bokslut / budget_foregaende": {
    id: "FORBRUKNING",
    roles: ["bokslut", "budget_foregaende"],
    scale: 100,
  },
  "100 * utfall / budget": { id: "FORBRUKNING", roles: ["utfall", "budget"], scale: 100 },
  "100 * (abs(utfall) / abs(bokslut) - 1)": {
    id: "FORANDRINGPROCENT",
    roles: ["utfall", "bokslut"],
    scale: 100,
  },
  "100 * (utfall / bokslut - 1)": { id: "FORANDRINGPROCENT", roles: ["utfall", "bokslut"], scale: 100 },
  "pil(avvikelse - prognos_foregaende, 1.0)": {
    id: "PROGNOSPIL",
    roles: ["avvikelse", "avvikelse_foregaende"],
    rest: [1],
  },
};
/** Says that a column repeats another: nothing to calculate. */
const copies = new Set(["budget"]);

function columnCases(table: Table): Case[] {
  return table.kolumnregler.flatMap(({ kolumn, formel, typer }) => {
    if (copies.has(formel)) return [];
    const rule = columnRules[formel];
    if (!rule) throw new Error(`No function for ”${formel}” in ${table.id}.`);
    const columns = rule.roles.map((role) => roleOf(table, role));
    return table.rader.flatMap((row, r): Case[] => {
      const args = columns.map((column) => row.varden[column]);
      const printed = row.varden[kolumn] ?? (rule.id === "PROGNOSPIL" ? "" : null);
      if (printed === null || args.some((value) => typeof value !== "number")) return [];
      if (typer && !typer.includes(row.typ)) return [];
      return [
        {
          table: table.id,
          row: r,
          column: kolumn,
          id: rule.id,
          args: [...args, ...(rule.rest ?? [])],
          margins: [...columns.map((column) => half(table, r, column)), ...(rule.rest ?? []).map(() => 0)],
          printed,
          margin: half(table, r, kolumn),
          scale: rule.scale ?? 1,
          check: "kolumnregel",
        },
      ];
    });
  });
}

function sumCases(table: Table): Case[] {
  return table.summor.flatMap(({ rad, delar, faktorer, kolumner }) =>
    (kolumner ?? table.kolumner.map((_, column) => column)).flatMap((column): Case[] => {
      const total = table.rader[rad].varden[column];
      const role = table.kolumner[column].roll;
      const parts = delar.map((row, i) => {
        const value = table.rader[row].varden[column];
        return typeof value === "number" ? value * (faktorer?.[i] ?? 1) : value;
      });
      if (typeof total !== "number" || role.includes("procent") || role === "forbrukning") return [];
      return [
        {
          table: table.id,
          row: rad,
          column,
          id: "AVSTAMNING",
          args: [total, parts, decimalsOf(table.rader[rad].tryckt[column])],
          margins: [0, 0, 0],
          printed: 0,
          margin: 0,
          scale: 1,
          check: "summa",
        },
      ];
    }),
  );
}

/** Cells of other tables, as the rules point them out: t('table', row, column), or c(row, column) in the own one. */
function references(table: Table, formula: string) {
  return [...formula.matchAll(/t\('([^']+)', (\d+), (\d+)\)|\bc\((\d+), (\d+)\)/g)].map(
    ([, other, r, c, ownRow, ownColumn]) => {
      const from = other ? tables.get(other)! : table;
      const [row, column] = other ? [Number(r), Number(c)] : [Number(ownRow), Number(ownColumn)];
      return { value: from.rader[row].varden[column] as number, margin: half(from, row, column) };
    },
  );
}

function cellCases(table: Table): Case[] {
  return (table.cellregler ?? []).flatMap(({ rad, kolumn, formel }): Case[] => {
    const refs = references(table, formel);
    const printed = table.rader[rad].varden[kolumn];
    if (typeof printed !== "number") return [];
    const place = { table: table.id, row: rad, column: kolumn, check: "cellregel" };
    const shape = formel.replace(/t\('[^']+', \d+, \d+\)|\bc\(\d+, \d+\)/g, "x");
    if (/^x( \+ x)*$/.test(shape)) {
      const args = [printed, refs.map(({ value }) => value), decimalsOf(table.rader[rad].tryckt[kolumn])];
      return [{ ...place, id: "AVSTAMNING", args, margins: [0, 0, 0], printed: 0, margin: 0, scale: 1 }];
    }
    if (shape === "x + x - x - x") {
      return [
        {
          ...place,
          id: "NETTOAVVIKELSE",
          args: refs.map(({ value }) => value),
          margins: refs.map(({ margin }) => margin),
          printed,
          margin: half(table, rad, kolumn),
          scale: 1,
        },
      ];
    }
    if (/^100 \* x \/ abs\(x( \+ x)*\)$/.test(shape)) {
      // The printed variance is held against 0, so that it isn't taken from figures rounded once more.
      const [variance, ...base] = refs;
      return [
        {
          ...place,
          id: "AVVIKELSEPROCENT",
          args: [variance.value, 0, "netto", base.reduce((sum, { value }) => sum + value, 0)],
          margins: [variance.margin, 0, 0, base.reduce((sum, { margin }) => sum + margin, 0)],
          printed,
          margin: half(table, rad, kolumn),
          scale: 100,
        },
      ];
    }
    throw new Error(`No function for ”${formel}” in ${table.id}.`);
  });
}

/** A measure's effect in its first year, from its yearly effect and the month it starts. */
function measureCases(table: Table): Case[] {
  const [first, whole] = [roleOf(table, "effekt"), roleOf(table, "effekt_helar")];
  return table.rader.flatMap((row, r): Case[] => {
    const [printed, yearly] = [row.varden[first], row.varden[whole]];
    if (row.startmanad === undefined || typeof printed !== "number" || typeof yearly !== "number") return [];
    return [
      {
        table: table.id,
        row: r,
        column: first,
        id: "DELARSEFFEKT",
        args: [yearly, row.startmanad],
        margins: [half(table, r, whole), 0],
        printed,
        margin: half(table, r, first),
        scale: 1,
        check: "rimlighet",
      },
    ];
  });
}

const cases = [...tables.values()].flatMap((table) => [
  ...columnCases(table),
  ...sumCases(table),
  ...cellCases(table),
  ...measureCases(table),
]);

/** Whether some figures that print as the arguments do give one that prints as the answer. */
function fits({ id, args, margins, printed, margin, scale }: Case): boolean {
  const corners = margins.reduce<Given[][]>(
    (so, half, i) =>
      half === 0
        ? so.map((list) => [...list, args[i]])
        : so.flatMap((list) => [-half, half].map((shift) => [...list, (args[i] as number) + shift])),
    [[]],
  );
  const answers = [args, ...corners].map((corner) => outcome(call(id, ...corner)));
  if (typeof printed === "string") return answers[0] === printed;
  const numbers = answers.map((answer) => (answer as number) * scale);
  return printed >= Math.min(...numbers) - margin - 1e-9 && printed <= Math.max(...numbers) + margin + 1e-9;
}

const defects = (wanted: Case) =>
  tables
    .get(wanted.table)!
    .avvikelser.filter(
      ({ rad, kolumn, kontroll }) =>
        rad === wanted.row && kolumn === wanted.column && kontroll === wanted.check,
    );

describe("the published figures", () => {
  test("come out of the functions, but for the source's known defects, which don't", () => {
    const wrong: string[] = [];
    const counts: Record<string, number> = {};
    let knownDefects = 0;
    for (const one of cases) {
      counts[one.id] = (counts[one.id] ?? 0) + 1;
      const known = defects(one);
      const certain = known.some(({ sakert }) => sakert);
      if (certain) knownDefects++;
      const answer = fits(one);
      if (certain ? answer : !answer && known.length === 0) {
        wrong.push(
          `${one.table} rad ${one.row} kolumn ${one.column}: ${one.id}(${JSON.stringify(one.args)}) = ${JSON.stringify(outcome(call(one.id, ...one.args)))}, printed ${one.printed}${certain ? ", a known defect that fits" : ""}`,
        );
      }
    }
    console.log(
      `${cases.length} published figures calculated, ${knownDefects} of them known defects: ${Object.entries(
        counts,
      )
        .map(([id, count]) => `${id} ${count}`)
        .join(", ")}`,
    );
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(390);
    expect(knownDefects).toBeGreaterThan(15);
  });

  test("TOLKATAL reads every printed cell as the figure it is, and no other as one", () => {
    const wrong: string[] = [];
    let figures = 0;
    for (const table of tables.values()) {
      for (const row of table.rader) {
        row.varden.forEach((value, column) => {
          const printed = row.tryckt[column];
          const answer = outcome(call("TOLKATAL", printed));
          const scale = printed.includes("%") ? 100 : 1;
          if (typeof value === "number") {
            figures++;
            if (typeof answer !== "number" || Math.abs(answer * scale - value) > 1e-9) {
              wrong.push(`${table.id}: ”${printed}” ${JSON.stringify(answer)} ≠ ${value}`);
            }
          } else if (typeof answer === "number") wrong.push(`${table.id}: ”${printed}” read as ${answer}`);
        });
      }
    }
    console.log(`${figures} printed figures read`);
    expect(wrong).toEqual([]);
    expect(figures).toBeGreaterThan(1000);
  });

  test("AVRUNDASUMMA keeps every published total that is rounded once more", () => {
    let sums = 0;
    for (const table of tables.values()) {
      for (const { rad, delar, faktorer } of table.summor) {
        table.kolumner.forEach((_, column) => {
          const parts = delar.map((row) => table.rader[row].varden[column]);
          if (
            faktorer ||
            typeof table.rader[rad].varden[column] !== "number" ||
            parts.some((part) => typeof part !== "number")
          )
            return;
          const rounded = spill("AVRUNDASUMMA", [parts])[0];
          const total = (parts as number[]).reduce((sum, part) => sum + part, 0);
          expect(rounded.reduce<number>((sum, part) => sum + (part as number), 0)).toBe(
            call("AVRUNDASUMMA", Number(total.toFixed(6))),
          );
          sums++;
        });
      }
    }
    expect(sums).toBeGreaterThan(30);
  });
});
