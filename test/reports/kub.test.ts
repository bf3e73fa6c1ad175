import fc from "fast-check";
import { kub } from "../../src/reports/kub";
import type { Dimension, Underlag } from "../../src/reports/underlag";

const dimension = (koder: number[], antal: number): Dimension => ({
  kolumn: null,
  koder,
  namn: Array.from({ length: antal }, (_, i) => String(i)),
});

const underlag = (
  dimensioner: Record<string, Dimension>,
  manader: number[] | null,
  antal: number,
): Underlag => ({
  slag: "ekonomi",
  namn: "",
  enhet: null,
  tecken: null,
  anmarkningar: [],
  antal,
  dimension: (falt) => dimensioner[falt] ?? null,
  matt: () => null,
  text: () => null,
  cell: () => null,
  period: manader && { koder: manader, forsta: 0, sista: 0, villkor: () => null },
  utelamnade: null,
  celler: () => undefined,
});

/** Sums by names and month, record by record. */
function rakt(koder: number[][], varden: number[]): Map<string, number> {
  const summor = new Map<string, number>();
  varden.forEach((belopp, i) => {
    const key = koder.map((axel) => axel[i]).join(",");
    const hittills = summor.get(key) ?? NaN;
    summor.set(key, Number.isNaN(belopp) ? hittills : (Number.isNaN(hittills) ? 0 : hittills) + belopp);
  });
  return summor;
}

test.each([
  ["few names", 4],
  ["so many names that all combinations have no room in memory", 5_000_000],
  ["so many that their product is no exact number", 3_000_000_000],
])("a cell's sum is what its records add up to, in order of first appearance: %s", (_, antalNamn) => {
  const rad = fc.record({
    a: fc.constantFrom(-1, 0, 1, antalNamn - 1),
    b: fc.constantFrom(-1, 0, antalNamn - 2, antalNamn - 1),
    manad: fc.constantFrom(-1, 24_276, 24_287),
    belopp: fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constant(NaN)),
  });
  fc.assert(
    fc.property(fc.array(rad, { maxLength: 60 }), (rader) => {
      const [a, b, manad, belopp] = (["a", "b", "manad", "belopp"] as const).map((falt) =>
        rader.map((one) => one[falt]),
      );
      const stor = (koder: number[]) => ({
        ...dimension(koder, 0),
        namn: { length: antalNamn } as unknown as string[],
      });
      const { poster, summor } = kub(underlag({ a: stor(a), b: stor(b) }, manad, rader.length), ["a", "b"]);
      const cells = Array.from(poster, (i) => [a[i], b[i], manad[i]].join(","));
      const facit = rakt([a, b, manad], belopp);
      expect(cells).toEqual([...facit.keys()]);
      expect(Array.from(summor(belopp))).toEqual([...facit.values()]);
    }),
  );
});

test("a cube that holds more names is used again; one that lacks a name is not", () => {
  const one = underlag({ a: dimension([0, 1], 2), b: dimension([0, 1], 2) }, null, 2);
  const both = kub(one, ["a", "b"]);
  expect(kub(one, ["b"])).toBe(both);
  expect(kub(one, [])).toBe(both);
  expect(kub(one, ["c"])).not.toBe(both);
  expect(kub({ ...one }, ["a"])).not.toBe(both);
});

test("a source without records has no cells", () => {
  const { poster, summor } = kub(underlag({}, [], 0), ["a"]);
  expect([poster.length, summor([]).length]).toEqual([0, 0]);
});
