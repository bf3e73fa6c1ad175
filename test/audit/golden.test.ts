import { audit } from "../../src/audit";
import { asPublished, type BuildOptions, buildWorkbook, goldenDocuments } from "../helpers/golden";
import { score } from "../helpers/goldenScore";
import {
  buildMutated,
  correctTables,
  madeTable,
  mutate,
  mutationKinds,
  random,
  wasNamed,
} from "../helpers/mutations";

const documents = goldenDocuments();

function measure(options: Partial<BuildOptions>, oneWorkbook = false) {
  const together = oneWorkbook
    ? [{ name: "alla", tables: documents.flatMap(({ tables }) => tables) }]
    : documents;
  const scores = together.map((document) => {
    const built = buildWorkbook(document, { ...asPublished, ...options });
    return score(document, built, audit(built.snapshot));
  });
  return {
    defects: scores.reduce((sum, { defects }) => sum + defects, 0),
    missed: scores.flatMap(({ missed }) => missed),
    unlisted: scores.flatMap((each) => each.false),
    rows: scores.reduce((sum, { rows }) => sum + rows, 0),
  };
}

describe("published tables: at least 95 % of the certain defects found, at most 2 unlisted findings in 100 rows", () => {
  test.each<[string, Partial<BuildOptions>, boolean]>([
    ["one sheet a table, as typed", {}, false],
    ["all tables on one sheet", { layout: "one-sheet" }, false],
    ["no indents and no number formats", { indents: false, numberFormats: false }, false],
    ["all three municipalities in one workbook", {}, true],
  ])("%s", (_, options, oneWorkbook) => {
    const { defects, missed, unlisted, rows } = measure(options, oneWorkbook);
    expect(defects).toBeGreaterThanOrEqual(60);
    expect(missed.length <= 0.05 * defects ? [] : missed).toEqual([]);
    const listed = unlisted.map(({ regel, blad, cell, text }) => `${regel} ${blad}!${cell} ${text.sv}`);
    expect(unlisted.length <= 0.02 * rows ? [] : listed).toEqual([]);
  });

  test("with every cell as printed text the defects are found too, and each table is said to be text", () => {
    const { defects, missed, unlisted, rows } = measure({ cells: "text" });
    expect(missed.length <= 0.05 * defects ? [] : missed).toEqual([]);
    expect(unlisted.filter(({ regel }) => regel !== "tal-som-text").length).toBeLessThanOrEqual(0.02 * rows);
    expect(unlisted.some(({ regel }) => regel === "tal-som-text")).toBe(true);
  });
});

describe("one planted error in a correct table", () => {
  const tables = [...correctTables(), ...Array.from({ length: 10 }, (_, index) => madeTable(index + 1))];

  test("without it nothing is found", () => {
    const found = tables.flatMap((table) =>
      audit(buildMutated(table).snapshot).map(
        ({ regel, cell, text }) => `${table.id} ${regel} ${cell} ${text.sv}`,
      ),
    );
    expect(found).toEqual([]);
  });

  test.each(mutationKinds)("%s is named at its cell in 9 of 10", (kind) => {
    const next = random(17);
    const mutations = tables.flatMap((table) => mutate(table, kind, next) ?? []);
    expect(mutations.length).toBeGreaterThan(10);
    const missed = mutations.filter((mutation) => {
      const built = buildMutated(mutation.table);
      return !wasNamed(mutation, built, audit(built.snapshot));
    });
    const listed = missed.map(({ table, what }) => `${table.id} ${what}`);
    expect(missed.length <= 0.1 * mutations.length ? [] : listed).toEqual([]);
  });
});
