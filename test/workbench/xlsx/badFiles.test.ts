import { strToU8, zipSync } from "fflate";
import { WorkbookFileError, type FileErrorCode } from "../../../src/workbench/xlsx";
import { readWorkbook } from "../../../src/workbench/xlsx";
import { excelBook, leastBook, type Parts } from "./excelParts";
import { zipped } from "./zipParts";

async function refusal(bytes: Uint8Array): Promise<WorkbookFileError> {
  try {
    await readWorkbook(bytes);
  } catch (error) {
    if (error instanceof WorkbookFileError) return error;
    throw error;
  }
  throw new Error("the file was read");
}

const least = leastBook('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>');
const without = (path: string): Parts =>
  Object.fromEntries(Object.entries(least).filter(([one]) => one !== path));
const ole = (...names: string[]) => {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  names.forEach((name, i) => bytes.set(strToU8([...name].join("\0")), 600 + i * 128));
  return bytes;
};

/** A zip whose directory says what it likes of its one file. */
function lying(change: (view: DataView, directory: number) => void): Uint8Array {
  const bytes = zipped(least);
  const view = new DataView(bytes.buffer);
  let directory = bytes.length - 22;
  directory = view.getUint32(directory + 16, true);
  change(view, directory);
  return bytes;
}

const files: [string, FileErrorCode, () => Uint8Array][] = [
  ["nothing", "tom", () => new Uint8Array()],
  ["text", "csv", () => strToU8("Verksamhet;Utfall\r\nLSS;1\r\n")],
  ["a picture", "ingenArbetsbok", () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3)],
  ["an .xls", "xls", () => ole("Workbook")],
  ["a workbook with a password", "krypterad", () => ole("EncryptionInfo", "EncryptedPackage")],
  ["an .xlsb", "xlsb", () => zipped({ ...without("xl/workbook.xml"), "xl/workbook.bin": "x" })],
  [
    "an .ods",
    "ods",
    () => zipped({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" }),
  ],
  ["a zip of something else", "ingenArbetsbok", () => zipped({ "läs mig.txt": "hej" })],
  [
    "a Word document",
    "ingenArbetsbok",
    () =>
      zipped({
        ...least,
        "_rels/.rels": (least["_rels/.rels"] as string).replace("xl/workbook.xml", "word/document.xml"),
        "word/document.xml": "<document/>",
      }),
  ],
  ["a workbook part that is gone", "ingenArbetsbok", () => zipped(without("xl/workbook.xml"))],
  ["sheets that are gone", "ingaBlad", () => zipped(without("xl/worksheets/sheet1.xml"))],
  ["no sheets", "trasig", () => zipped({ ...least, "xl/workbook.xml": "<workbook><sheets/></workbook>" })],
  [
    "a sheet cut short",
    "trasig",
    () => zipped({ ...least, "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row><c><v>1" }),
  ],
  ["a sheet that is no XML", "trasig", () => zipped({ ...least, "xl/worksheets/sheet1.xml": "hej" })],
  [
    "a workbook part that is no XML",
    "trasig",
    () => zipped({ ...least, "xl/workbook.xml": "<workbook><sheets>" }),
  ],
  ["styles that are no XML", "trasig", () => zipped({ ...excelBook(), "xl/styles.xml": "<styleSheet>" })],
  [
    "shared strings cut short",
    "trasig",
    () => zipped({ ...excelBook(), "xl/sharedStrings.xml": "<sst><si><t>a" }),
  ],
  ["a download cut short", "trasig", () => zipped(excelBook()).subarray(0, 5000)],
  ["a zip without its directory", "trasig", () => Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0)],
  ["an encrypted zip", "krypterad", () => lying((view, at) => view.setUint16(at + 8, 1, true))],
  ["a wrong checksum", "trasig", () => lying((view, at) => view.setUint32(at + 16, 1, true))],
  [
    "a part that is larger than declared",
    "trasig",
    () => lying((view, at) => view.setUint32(at + 24, 10, true)),
  ],
  [
    "a directory that points outside",
    "trasig",
    () => lying((view, at) => view.setUint32(at + 42, 0x7fffffff, true)),
  ],
  [
    "a part declared as gigabytes",
    "forStor",
    () => lying((view, at) => view.setUint32(at + 24, 0xf0000000, true)),
  ],
  [
    "a part that blows up a thousand times",
    "forStor",
    () =>
      zipSync({
        ...Object.fromEntries(Object.entries(least).map(([p, t]) => [p, strToU8(t as string)])),
        "xl/media/a.bin": [new Uint8Array(60 * 1024 ** 2), { level: 9 }],
      }),
  ],
  [
    "tens of thousands of parts",
    "forStor",
    () =>
      zipped({
        ...least,
        ...Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`xl/a/${i}.xml`, ""])),
      }),
  ],
];

test.each(files)("%s is refused as %s, in both languages and with what to do", async (_, code, file) => {
  const error = await refusal(file());
  expect(error.code).toBe(code);
  for (const language of ["sv", "en"] as const) expect(error.text(language)).toMatch(/\. .+\.$/);
  expect(error.text("sv")).not.toBe(error.text("en"));
});

test("ignores bytes before the zip", async () => {
  const book = zipped(least);
  // The zip's own start decides what kind of file it is; a signature in front is allowed.
  const moved = new Uint8Array(book.length + 8);
  moved.set([0x50, 0x4b, 0, 0, 0, 0, 0, 0]);
  moved.set(book, 8);
  expect((await readWorkbook(moved)).sheets[0].value(0, 0)).toBe(1);
});
