import fc from "fast-check";
import { Axis } from "../../../src/workbench/page/grid/axis";

const axisOf = (exceptions: [number, number][]) => new Axis(20, exceptions);

test("without exceptions every row is as high as the standard", () => {
  const axis = axisOf([]);
  expect([axis.start(0), axis.start(1048575), axis.size(7), axis.indexAt(59)]).toEqual([0, 20971500, 20, 2]);
});

test("a hidden row takes no place and is never the one under the pointer", () => {
  const axis = axisOf([[2, 0]]);
  expect([axis.start(2), axis.start(3), axis.indexAt(40)]).toEqual([40, 40, 3]);
});

test("start, size and indexAt agree with rows laid out one by one", () => {
  const sizes = fc.uniqueArray(fc.tuple(fc.nat(40), fc.nat(60)), {
    selector: ([index]) => index,
    maxLength: 12,
  });
  fc.assert(
    fc.property(sizes, (unsorted) => {
      const exceptions = [...unsorted].sort(([a], [b]) => a - b);
      const axis = axisOf(exceptions);
      const known = new Map(exceptions);
      let start = 0;
      for (let index = 0; index < 60; index++) {
        const size = known.get(index) ?? 20;
        expect(axis.start(index)).toBe(start);
        expect(axis.size(index)).toBe(size);
        if (size > 0) {
          expect(axis.indexAt(start)).toBe(index);
          expect(axis.indexAt(start + size - 1)).toBe(index);
        }
        start += size;
      }
    }),
  );
});
