import fc from "fast-check";
import { readSource, recogniseSources, sumWhere } from "../../../src/sources";
import { fileChunks, importCsv, importedSheet } from "../../../src/sources/import";
import { detectSeparator } from "../../../src/sources/import/csv";
import { book } from "../fixtures/sheets";

const text = `Utdata ekonomi 2023;;;
Belopp i tkr;;;
Verksamhet;Konto;Period;Utfall
0510 Hemvård;"5010 Löner; timlön";202301;-1 234,50
0520 Boende;3110 Avgifter;202301;100
`;

describe("a text file", () => {
  test.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a byte order mark", new TextEncoder().encode(`\ufeff${text}`)],
    ["Windows-1252", Uint8Array.from(Buffer.from(text, "latin1"))],
    ["UTF-16", Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, "utf16le")])],
  ])("in %s is read whatever way it comes in", async (_, bytes) => {
    for (const size of [1e6, 7]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      const imported = await importCsv(chunks, { name: "ekonomi.csv" });
      expect(imported).toMatchObject({ separator: ";", unit: "tkr", unreadCount: 0, recordsRead: 2 });
      expect(imported.rows).toEqual([
        ["0510 Hemvård", "5010 Löner; timlön", 202301, -1234.5],
        ["0520 Boende", "3110 Avgifter", 202301, 100],
      ]);
      const snapshot = book(importedSheet(imported));
      const data = readSource(snapshot, recogniseSources(snapshot)[0]);
      expect(data).toMatchObject({ unit: "tkr", sign: "netto", rowsRead: 2 });
    }
  });

  test.each([
    [";", "a;b;c\n1,5;2,5;3,5\n1,5;2;3"],
    [",", "a,b,c\n1.5,2,3\n4,5,6"],
    ["\t", "a\tb\tc\n1,5\t2,5\t3"],
    ["|", "a|b|c\n1,5|2|3"],
  ])("is found to be separated by %p", (separator, sample) => {
    expect(detectSeparator(sample)).toBe(separator);
  });

  test("with more rows than fit is added up per period and names; the totals are held against the file's", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom("510", "520"),
            fc.constantFrom(202301, 202302),
            fc.integer({ min: -1e9, max: 1e9 }),
          ),
          { minLength: 30, maxLength: 60 },
        ),
        async (rows) => {
          const lines = rows.map(
            ([code, period, ore], index) =>
              `${code};${period};${index};${String(ore / 100).replace(".", ",")}`,
          );
          const bytes = new TextEncoder().encode(`Verksamhet;Period;Verifikat;Utfall\n${lines.join("\n")}\n`);
          const imported = await importCsv([bytes], { name: "stor", mostRows: 10 });
          expect(imported.rows.length).toBeLessThanOrEqual(4);
          expect(imported).toMatchObject({
            aggregated: true,
            recordsRead: rows.length,
            dropped: ["Verifikat"],
          });
          expect(imported.reconciliation).toMatchObject([{ what: "Utfall", difference: 0 }]);
          const snapshot = book(importedSheet(imported));
          const total = sumWhere(readSource(snapshot, recogniseSources(snapshot)[0]), "utfall")!;
          expect(total).toBeCloseTo(rows.reduce((sum, [, , ore]) => sum + ore, 0) / 100, 4);
        },
      ),
      { numRuns: 20 },
    );
  });

  test("chosen in a browser comes in pieces of a bounded size", async () => {
    const long = `Verksamhet;Utfall\n${"0510 Hemvård;-1,5\n".repeat(300_000)}`;
    const sizes: number[] = [];
    async function* pieces() {
      for await (const piece of fileChunks(new Blob([long]))) {
        sizes.push(piece.length);
        yield piece;
      }
    }
    const imported = await importCsv(pieces(), { name: "stor.csv" });
    expect(Math.max(...sizes)).toBe(4 * 1024 * 1024);
    expect(sizes.length).toBeGreaterThan(1);
    expect([imported.recordsRead, imported.rows[299_999]]).toEqual([300_000, ["0510 Hemvård", -1.5]]);
  });

  test("that gives too many rows even added up is refused, not cut", async () => {
    const lines = Array.from({ length: 30 }, (_, row) => `${500 + row};202301;1`).join("\n");
    const bytes = new TextEncoder().encode(`Verksamhet;Period;Utfall\n${lines}\n`);
    await expect(importCsv([bytes], { name: "stor.csv", mostRows: 10 })).rejects.toMatchObject({
      code: "importForStor",
      values: { fil: "stor.csv", mest: "10" },
    });
  });

  test("keeps lines with more cells than headers in a list, by number", async () => {
    const imported = await importCsv([new TextEncoder().encode("Verksamhet;Utfall\nA;1\nB;2;3\nC;4\n")], {
      name: "x",
    });
    expect(imported.unread).toEqual([{ line: 3, text: "B | 2 | 3" }]);
    expect(imported.rows).toHaveLength(2);
  });
});
