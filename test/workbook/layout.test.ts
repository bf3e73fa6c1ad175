import fc from "fast-check";
import type { SheetPlan } from "../../src/workbook/plan";
import { findKeys, mergeKeys, rowLabels, storedKeys } from "../../src/workbook/layout";

const stored = (labels: string[]) => labels.map((label, index) => ({ key: `k${index}`, label }));

describe("finding our rows again on a sheet the user has worked on", () => {
  test("rows she has put in between are hers", () => {
    expect(findKeys(stored(["A", "B", "C"]), ["A", "egen", "B", "C"])).toEqual(["k0", null, "k1", "k2"]);
  });

  test("a reworded label is still our row when nothing else moved there", () => {
    expect(findKeys(stored(["A", "B", "C"]), ["A", "Bättre namn", "C"])).toEqual(["k0", "k1", "k2"]);
  });

  test("a row she has deleted is gone, and the rows after it are found", () => {
    expect(findKeys(stored(["A", "B", "C"]), ["A", "C"])).toEqual(["k0", "k2"]);
  });

  test("equal labels keep their order", () => {
    expect(
      findKeys(stored(["Personlig assistans", "", "Personlig assistans"]), [
        "Personlig assistans",
        "",
        "ny",
        "Personlig assistans",
      ]),
    ).toEqual(["k0", "k1", null, "k2"]);
  });

  test("thirty thousand rows are found among others without a table of all pairs", () => {
    const labels = Array.from({ length: 30_000 }, (_, i) => `Boende ${i}`);
    const moved = [...labels.slice(0, 10_000), "egen", "egen", ...labels.slice(10_000), "ny"];
    const found = findKeys(stored(labels), moved);
    expect(found.slice(9_999, 10_003)).toEqual(["k9999", null, null, "k10000"]);
    expect(found.at(-2)).toBe("k29999");
    expect(found.at(-1)).toBeNull();
    const upsideDown = findKeys(stored(labels), [...labels].reverse());
    expect(new Set(upsideDown).size).toBe(30_000);
  });
});

test("a sheet of records keeps only runs of keys, from which every key comes back", () => {
  const keys = ["titel", "rubriker", ...Array.from({ length: 40_000 }, (_, i) => `rad-${i + 1}`), "kalla-1"];
  const lines = rowLabels({
    columns: [{ key: "etikett", width: 10, owner: "report" }],
    rows: keys.map((key) => ({ key, kind: "post" as const, level: 0, cells: {} })),
    records: true,
  } as unknown as SheetPlan);
  expect(lines).toHaveLength(4);
  expect(storedKeys(lines)).toEqual(keys);
});

describe("meeting a plan with the rows that are there", () => {
  test("a new row comes after the one before it in the plan, a vanished row goes, the user's row stays", () => {
    const merge = mergeKeys(["a", "b", null, "c"], ["a", "ny", "c", "sist"]);
    expect(merge.deletions).toEqual([{ position: 1, count: 1, keys: ["b"] }]);
    expect(merge.insertions).toEqual([
      { position: 1, count: 1 },
      { position: 4, count: 1 },
    ]);
    expect([...merge.positions]).toEqual([
      ["a", 0],
      ["ny", 1],
      ["c", 3],
      ["sist", 4],
    ]);
  });

  test("rows that are there are never reordered", () => {
    const merge = mergeKeys(["b", "a"], ["a", "b"]);
    expect(merge.deletions).toEqual([]);
    expect(merge.insertions).toEqual([]);
    expect(merge.positions.get("b")).toBe(0);
  });

  test("doing what the merge says leads to the positions it gives, whatever the rows", () => {
    const keys = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 8 });
    const present = keys.chain((list) =>
      fc.tuple(fc.constant(list), fc.array(fc.nat({ max: 9 }), { maxLength: 3 })).map(([line, own]) => {
        const copy: (string | null)[] = [...line];
        for (const at of own) copy.splice(Math.min(at, copy.length), 0, null);
        return copy;
      }),
    );
    fc.assert(
      fc.property(present, keys, (before, wanted) => {
        const merge = mergeKeys(before, wanted);
        const line: (string | null | undefined)[] = [...before];
        for (const { position, count } of merge.deletions) line.splice(position, count);
        for (const { position, count } of merge.insertions)
          line.splice(position, 0, ...new Array<undefined>(count));
        expect(line).toHaveLength(merge.length);
        for (const key of wanted) {
          const at = line[merge.positions.get(key)!];
          expect(at === key || at === undefined).toBe(true);
        }
        expect(line.filter((key) => key === null)).toHaveLength(before.filter((key) => key === null).length);
        expect(line.filter((key) => key === undefined)).toHaveLength(
          wanted.filter((key) => !before.includes(key)).length,
        );
      }),
    );
  });
});
