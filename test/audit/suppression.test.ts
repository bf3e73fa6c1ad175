import fc from "fast-check";
import { complement, type SumLine } from "../../src/audit/suppression";

const values = [3, 7, 12, 22];
const line: SumLine = { parts: [0, 1, 2], total: 3 };

test("one hidden part of a total could be computed: the next smallest goes too", () => {
  expect(complement([0], [line], (cell) => values[cell])).toEqual([1]);
});

test("two hidden parts are enough", () => {
  expect(complement([0, 1], [line], (cell) => values[cell])).toEqual([]);
});

test("where the others are zero, the total goes", () => {
  const zeros = [3, 0, 0, 3];
  expect(complement([0], [line], (cell) => zeros[cell])).toEqual([1]);
});

test("a hidden cell in a row and a column sum is covered both ways", () => {
  // 2 × 2 breakdown with totals: cells 0–3, row totals 4–5, column totals 6–7.
  const lines: SumLine[] = [
    { parts: [0, 1], total: 4 },
    { parts: [2, 3], total: 5 },
    { parts: [0, 2], total: 6 },
    { parts: [1, 3], total: 7 },
  ];
  const counts = [3, 20, 30, 40, 23, 70, 33, 60];
  const hidden = new Set([0, ...complement([0], lines, (cell) => counts[cell])]);
  for (const { parts, total } of lines) {
    expect([...parts, total].filter((cell) => hidden.has(cell))).not.toHaveLength(1);
  }
});

test("no line is ever left with a single hidden cell", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 9, maxLength: 9 }),
      fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      (counts, small) => {
        const rows = [0, 1, 2].map((r) => ({ parts: [3 * r, 3 * r + 1, 3 * r + 2], total: 9 + r }));
        const columns = [0, 1, 2].map((c) => ({ parts: [c, c + 3, c + 6], total: 12 + c }));
        const lines = [...rows, ...columns];
        const primary = small.flatMap((hide, cell) => (hide ? [cell] : []));
        const all = [
          ...counts,
          ...lines.map(({ parts }) => parts.reduce((sum, cell) => sum + counts[cell], 0)),
        ];
        const hidden = new Set([...primary, ...complement(primary, lines, (cell) => all[cell])]);
        return lines.every(
          ({ parts, total }) => [...parts, total].filter((cell) => hidden.has(cell)).length !== 1,
        );
      },
    ),
  );
});
