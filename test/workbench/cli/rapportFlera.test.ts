import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../../src/workbench/cli/main";
import { readWorkbook, writeWorkbook } from "../../../src/workbench/xlsx";
import type { Workbook } from "../../../src/workbench/model/workbook";
import type { CellValue } from "../../../src/workbook/cell";
import { workbookWithTable } from "../../helpers/openWorkbook";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "koll-"));
  mkdirSync(at("in"));
  mkdirSync(at("ut"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]) => join(folder, ...names);

async function koll(...args: string[]) {
  const [out, error]: string[][] = [[], []];
  const code = await main(args, { out: (text) => out.push(text), error: (text) => error.push(text) });
  return { code, out: out.join("\n"), error: error.join("\n"), json: () => JSON.parse(out.join("\n")) };
}

/** A unit's ledger: January to `last`, income and cost a month, in the sheet's unit. */
function unit(income: number, cost: number, { enhet = "tkr", last = 8, text = false } = {}): Workbook {
  const rows = Array.from({ length: last }, (_, month): CellValue[][] => [
    ["Boende", "Intäkter", 202301 + month, text && month === 0 ? "saknas" : income, income],
    ["Boende", "Personalkostnader", 202301 + month, -cost - month, -cost],
  ]).flat();
  return workbookWithTable(
    ["Verksamhet", "Kontogrupp", "Period", "Utfall", "Periodbudget"],
    rows,
    "Ekonomi",
    `Ekonomi ${enhet}`,
  );
}

const save = async (name: string, workbook: Workbook) =>
  writeFileSync(at("in", name), await writeWorkbook(workbook));

/** The summary's cells by row label and header. */
async function summary(): Promise<Record<string, Record<string, CellValue>>> {
  const sheet = (await readWorkbook(readFileSync(at("ut", "Sammanställning.xlsx")))).sheet(
    "Sammanställning",
  )!;
  const line = (r: number) => Array.from({ length: 8 }, (_, c) => sheet.value(r, c));
  const headers = line(3).map(String);
  return Object.fromEntries(
    Array.from({ length: 20 }, (_, r) => line(r + 4)).map((cells) => [
      String(cells[0]),
      Object.fromEntries(headers.map((header, c) => [header, cells[c]])),
    ]),
  );
}

const utfall = "Utfall t.o.m. aug 2023";
const enligt = "Utfall enligt enhetens rapport";

test("every book of a folder gets its reports, and one adds the units up with what each unit's own report says beside", async () => {
  await save("Norr.xlsx", unit(10, 100));
  await save("Söder.xlsx", unit(0.02, 0.2, { enhet: "mnkr" }));
  const before = readFileSync(at("in", "Norr.xlsx"));
  const { code, out } = await koll("rapport", "alla", "--bok", at("in"), "--ut", at("ut"));
  expect([code, out]).toEqual([0, expect.stringMatching(/2 enheter till och med 2023-08, allt stämmer/)]);
  expect(readdirSync(at("ut")).sort()).toEqual(["Norr.xlsx", "Sammanställning.xlsx", "Söder.xlsx"]);
  expect(readFileSync(at("in", "Norr.xlsx")).equals(before)).toBe(true);
  expect(
    (await readWorkbook(readFileSync(at("ut", "Norr.xlsx")))).sheet("Resultat per verksamhet"),
  ).toBeDefined();

  const rows = await summary();
  // 8 × 10 − (8 × 100 + 0 + … + 7), and 8 × 20 − 8 × 200 − 28 000 in tkr.
  expect(rows.Norr[utfall]).toBeCloseTo(-748, 6);
  expect(rows.Söder[utfall]).toBeCloseTo(160 - 1600 - 28_000, 6);
  for (const name of ["Norr", "Söder"]) {
    expect(rows[name][enligt]).toBeCloseTo(rows[name][utfall] as number, 6);
    expect(rows[name].Skillnad).toBe(0);
  }
  expect(rows["Nämnden"][utfall]).toBeCloseTo(-748 - 29_440, 6);
  expect(rows["Nämndens rapport"][enligt]).toBeCloseTo(-748 - 29_440, 6);
  expect(rows["Nämndens rapport"].Skillnad).toBe(0);
});

test("the summary is live formulas: the units by SUMIFS, the board's report by a link", async () => {
  await save("Norr.xlsx", unit(10, 100));
  await save("Söder.xlsx", unit(20, 300));
  await koll("rapport", "alla", "--bok", at("in"), "--ut", at("ut"));
  const sheet = (await readWorkbook(readFileSync(at("ut", "Sammanställning.xlsx")))).sheet(
    "Sammanställning",
  )!;
  const formulas = Array.from({ length: 12 }, (_, r) =>
    [1, 3].map((c) => sheet.rows[r]?.formulas?.[c]?.text ?? ""),
  );
  expect(
    formulas.flat().filter((text) => /SUMIFS\(Ekonomi\[Utfall\],Ekonomi\[Enhet\],"(Norr|Söder)"/.test(text)),
  ).toHaveLength(2);
  expect(formulas.flat().some((text) => text.includes("'Resultat per verksamhet'!"))).toBe(true);
});

test("a book that can't be read is told, stands in the summary, and stops none of the others", async () => {
  await save("Norr.xlsx", unit(10, 100));
  await save("Väster.xlsx", workbookWithTable(["Namn", "Ort"], [["A", "B"]], "Listan", "Blad"));
  writeFileSync(at("in", "Öster.xlsx"), "ingen arbetsbok");
  writeFileSync(at("in", "läsmig.txt"), "annat");
  const { code, out } = await koll("rapport", "resultat-verksamhet", "--bok", at("in"), "--ut", at("ut"));
  expect(code).toBe(1);
  expect(out).toMatch(/Öster\.xlsx: inget sparat\. .*arbetsbok/);
  expect(out).toMatch(/Väster\.xlsx: inget sparat\. .*Resultat per verksamhet/);
  expect(out).toMatch(/1 av 3 böcker klara/);
  expect(existsSync(at("ut", "Öster.xlsx"))).toBe(false);
  const rows = await summary();
  expect(rows["Öster"].Anmärkning).toMatch(/arbetsbok/);
  expect(rows["Nämnden"][utfall]).toBeCloseTo(-748, 6);
});

test("refused rows and another last month are told; months that differ are not compared", async () => {
  await save("Norr.xlsx", unit(10, 100, { last: 10 }));
  await save("Söder.xlsx", unit(20, 200, { text: true }));
  const { code, out } = await koll("rapport", "alla", "--bok", at("in"), "--ut", at("ut"));
  expect([code, out]).toEqual([1, expect.stringMatching(/Söder\.xlsx: .*1 nekade rader/)]);
  const rows = await summary();
  expect(rows.Norr.Anmärkning).toMatch(/2023-10/);
  expect(rows.Norr[enligt]).toBeNull();
  expect(rows.Norr[utfall]).toBeCloseTo(-748, 6);
});

test("--json is JSON alone: each book with its sheets or its fault, and the summary", async () => {
  await save("Norr.xlsx", unit(10, 100));
  writeFileSync(at("in", "Öster.xlsx"), "");
  const { json } = await koll(
    "rapport",
    "resultat-verksamhet",
    "--bok",
    at("in"),
    "--ut",
    at("ut"),
    "--json",
  );
  expect(json()).toEqual({
    bocker: [
      { bok: at("in", "Norr.xlsx"), ut: at("ut", "Norr.xlsx"), blad: ["Resultat per verksamhet"], nekade: 0 },
      { bok: at("in", "Öster.xlsx"), fel: expect.any(String) },
    ],
    sammanstallning: { ut: at("ut", "Sammanställning.xlsx"), period: "2023-08", enheter: 1, skillnader: 0 },
  });
});

describe("bad calls give one line that says what to do", () => {
  const call = async (...args: string[]) => {
    const { code, error } = await koll("rapport", "alla", ...args);
    expect([code, error.split("\n")]).toEqual([2, [expect.any(String)]]);
    return error;
  };

  test("no folder to write in, the same folder, and an empty one", async () => {
    expect(await call("--bok", at("in"))).toMatch(/--ut saknas/);
    expect(await call("--bok", at("in"), "--ut", at("finns-inte"))).toMatch(/ingen. Skapa mappen/);
    expect(await call("--bok", at("in"), "--ut", at("in"))).toMatch(/skrivas över/);
    expect(await call("--bok", at("in"), "--ut", at("ut"))).toMatch(/inga arbetsböcker/);
  });

  test("books of one name, a name that is the summary's, and a book that would be written over", async () => {
    await save("Norr.xlsx", unit(10, 100));
    copyFileSync(at("in", "Norr.xlsx"), at("Norr.xlsx"));
    copyFileSync(at("in", "Norr.xlsx"), at("in", "Sammanställning.xlsx"));
    expect(await call("--bok", at("in", "Norr.xlsx"), "--bok", at("Norr.xlsx"), "--ut", at("ut"))).toMatch(
      /samma namn/,
    );
    expect(await call("--bok", at("in"), "--ut", at("ut"))).toMatch(/sammanställningen/);
    rmSync(at("in", "Sammanställning.xlsx"));
    await save("Söder.xlsx", unit(10, 100));
    expect(
      await call("--bok", at("in", "Norr.xlsx"), "--bok", at("in", "Söder.xlsx"), "--ut", at("in")),
    ).toMatch(/skrivas över/);
  });

  test("a Word document and a profile file, which are for one book", async () => {
    await save("Norr.xlsx", unit(10, 100));
    const both = ["--bok", at("in"), "--ut", at("ut")];
    expect(await call(...both, "--docx", at("ut", "a.docx"))).toMatch(/--docx/);
    expect(await call(...both, "--profil", at("min.json"))).toMatch(/profil/);
  });

  test("nothing that can be read gives exit code 2", async () => {
    writeFileSync(at("in", "Öster.xlsx"), "");
    const { code, out } = await koll("rapport", "alla", "--bok", at("in"), "--ut", at("ut"));
    expect([code, out]).toEqual([2, expect.stringMatching(/0 av 1 böcker klara/)]);
  });
});
