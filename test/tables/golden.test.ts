import { type Measure, noScores, scoreTable } from "./accuracy";
import { type GoldenForm, goldenTables } from "./golden";
import { variants } from "./variants";

/** Shares that must be right; columns and rows are the target, the rest keep what has been reached. */
const least: Record<GoldenForm, Partial<Record<Measure, number>>> = {
  tal: {
    kolumner: 0.97,
    tider: 1,
    rader: 0.97,
    nivåer: 0.97,
    summor: 0.97,
    kolumnregler: 0.93,
    enhet: 0.95,
    tecken: 0.97,
    decimaler: 0.97,
  },
  text: {
    kolumner: 0.97,
    tider: 1,
    rader: 0.97,
    nivåer: 0.97,
    summor: 0.97,
    kolumnregler: 0.93,
    enhet: 0.95,
    tecken: 0.97,
    decimaler: 0.97,
  },
  // Numbers alone: indentation and printed decimals are gone.
  varden: {
    kolumner: 0.97,
    tider: 1,
    rader: 0.97,
    summor: 0.94,
    kolumnregler: 0.93,
    enhet: 0.93,
    tecken: 0.97,
  },
};

describe("the published tables (test/golden)", () => {
  test.each(Object.keys(least) as GoldenForm[])(
    "are understood as what they are known to be, cells as %s",
    (form) => {
      const scores = noScores();
      for (const table of goldenTables) scoreTable(table, form, scores);
      const missed = Object.entries(least[form]).flatMap(([measure, share]) => {
        const { right, of, wrong } = scores[measure as Measure];
        return of > 0 && right / of >= share ? [] : [`${measure}: ${right} of ${of}`, ...wrong];
      });
      expect(missed).toEqual([]);
    },
  );
});

describe("the same tables as others would have written them", () => {
  test.each(Object.keys(variants))("%s: at least 97 %% of columns and rows are understood", (name) => {
    const scores = noScores();
    for (const table of goldenTables) scoreTable(variants[name](table), "tal", scores);
    for (const measure of ["kolumner", "tider", "rader"] as const) {
      const { right, of, wrong } = scores[measure];
      expect(right / of >= 0.97 ? [] : [`${measure}: ${right} of ${of}`, ...wrong]).toEqual([]);
    }
  });
});
