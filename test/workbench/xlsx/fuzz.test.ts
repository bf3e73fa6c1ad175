import fc from "fast-check";
import { readWorkbook, WorkbookFileError, writeWorkbook } from "../../../src/workbench/xlsx";
import { excelBook, type Parts } from "./excelParts";
import { zipped } from "./zipParts";

/** Reads, changes and writes: whatever the file, it works or is refused with words. */
async function tolerates(bytes: Uint8Array): Promise<void> {
  try {
    const workbook = await readWorkbook(bytes);
    for (const sheet of workbook.sheets) sheet.setValue(50, 3, "x");
    await readWorkbook(await writeWorkbook(workbook));
  } catch (error) {
    if (!(error instanceof WorkbookFileError)) throw error;
  }
}

const book = zipped(excelBook());
const texts = Object.entries(excelBook()).filter(
  (entry): entry is [string, string] => typeof entry[1] === "string",
);
const runs = (count: number) => ({ numRuns: count, endOnFailure: true });

test("a file cut anywhere", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: book.length - 1 }), (length) =>
      tolerates(book.subarray(0, length)),
    ),
    runs(60),
  );
});

test("bytes changed anywhere", async () => {
  const change = fc.tuple(fc.nat(book.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      const bytes = book.slice();
      for (const [at, value] of changes) bytes[at] = value;
      return tolerates(bytes);
    }),
    runs(60),
  );
});

test("random bytes with a zip's beginning", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) =>
      tolerates(Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes)),
    ),
    runs(60),
  );
});

test("any part gone, emptied, cut or replaced by another", async () => {
  const harm = fc.constantFrom("gone", "empty", "cut", "other", "root");
  await fc.assert(
    fc.asyncProperty(
      fc.nat(texts.length - 1),
      harm,
      fc.nat(texts.length - 1),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (at, kind, other, share) => {
        const [path, text] = texts[at];
        const parts: Parts = excelBook();
        if (kind === "gone") delete parts[path];
        else if (kind === "empty") parts[path] = "";
        else if (kind === "cut") parts[path] = text.slice(0, text.length * share);
        else if (kind === "other") parts[path] = texts[other][1];
        else parts[path] = "<root/>";
        return tolerates(zipped(parts));
      },
    ),
    runs(120),
  );
});

test("any attribute or element text made strange", async () => {
  const strange = fc.constantFrom(
    "",
    "-1",
    "1e99",
    "NaN",
    "A0",
    "XFD1048577:A1",
    "A1:",
    "99999999999",
    "rId999",
    "x y",
    "'",
    "&amp;",
    "ÅÄÖ",
    "#REF!",
    "=",
    "((",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.nat(texts.length - 1),
      fc.double({ min: 0, max: 1, noNaN: true }),
      strange,
      fc.boolean(),
      (at, share, value, attribute) => {
        const [path, text] = texts[at];
        const places = [...text.matchAll(attribute ? /="([^"]*)"/g : />([^<>]+)</g)];
        if (places.length === 0) return Promise.resolve();
        const place = places[Math.floor(share * (places.length - 1))];
        const start = place.index + (attribute ? 2 : 1);
        const parts: Parts = excelBook();
        parts[path] = text.slice(0, start) + value + text.slice(start + place[1].length);
        return tolerates(zipped(parts));
      },
    ),
    runs(200),
  );
});

test("any element gone", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(texts.length - 1), fc.double({ min: 0, max: 1, noNaN: true }), (at, share) => {
      const [path, text] = texts[at];
      const places = [...text.matchAll(/<([\w:]+)(?:\s[^<>]*)?\/>|<([\w:]+)(?:\s[^<>]*)?>[^<>]*<\/\2>/g)];
      if (places.length === 0) return Promise.resolve();
      const place = places[Math.floor(share * (places.length - 1))];
      const parts: Parts = excelBook();
      parts[path] = text.slice(0, place.index) + text.slice(place.index + place[0].length);
      return tolerates(zipped(parts));
    }),
    runs(120),
  );
});
