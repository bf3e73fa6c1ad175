import { readSource, recogniseSources, sourceTemplates } from "../../src/sources";
import { kinds } from "../../src/sources/kinds";
import { book, tableSheet } from "./fixtures/sheets";

describe("an empty source made by Skapa underlag", () => {
  test("exists for every kind", () => {
    expect(sourceTemplates.map(({ kind }) => kind).sort()).toEqual(kinds.map(({ kind }) => kind).sort());
  });

  test.each(sourceTemplates.map((template) => [template.kind, template] as const))(
    "%s is recognised as its own kind, every column understood, the example row read",
    (kind, { sheet, table, caption, columns }) => {
      const example = columns.map(({ example: value }) => (value === "" ? null : value));
      const made = tableSheet(
        sheet,
        table,
        columns.map(({ header }) => header),
        [example],
        [[caption, ...columns.slice(1).map(() => null)]],
      );
      const snapshot = book(made);
      const [source, ...others] = recogniseSources(snapshot);
      expect(others).toEqual([]);
      expect(source).toMatchObject({ kind, ignored: [] });
      expect(new Set(source.columns.map(({ column }) => column)).size).toBe(columns.length);
      const data = readSource(snapshot, source);
      expect(data.refused).toEqual([]);
      expect(data.rowsRead).toBe(1);
      expect(data.questions.filter(({ code }) => code !== "tecken" && code !== "enhet")).toEqual([]);
      for (const { list, example: value } of columns)
        if (list && value !== null) expect(list).toContain(value);
    },
  );
});
