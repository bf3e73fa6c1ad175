import fc from "fast-check";
import { emptyStored, storedFromXml, storedToXml } from "../../src/workbook/stored";

describe("what is kept in the file", () => {
  test("any text survives being written as XML and read back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (key, reason) => {
        const stored = { ...emptyStored(), accepted: Object.fromEntries([[key, reason]]) };
        expect(storedFromXml(storedToXml(stored))).toEqual(stored);
      }),
    );
  });

  test("a part edited by hand is told from one that a newer Nämndkoll wrote", () => {
    expect(storedFromXml("<namndkoll/>")).toBe("damaged");
    expect(storedFromXml("<namndkoll><json>{nej</json></namndkoll>")).toBe("damaged");
    expect(storedFromXml('<namndkoll><json>{"version":2}</json></namndkoll>')).toBe("newer");
  });

  test("fields that an older file lacks get their defaults", () => {
    expect(
      storedFromXml('<n:namndkoll xmlns:n="urn:x"><n:json>{"version":1}</n:json></n:namndkoll>'),
    ).toEqual(emptyStored());
  });
});
