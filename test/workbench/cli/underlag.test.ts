import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SourceSummary } from "../../../src/actions/sources";
import { main } from "../../../src/workbench/cli/main";
import { Workbook } from "../../../src/workbench/model/workbook";
import { readWorkbook, writeWorkbook } from "../../../src/workbench/xlsx";
import { sheet, tableSheet } from "../../sources/fixtures/sheets";
import { messes } from "../../sources/fixtures/mess";
import { workbookOf } from "../../helpers/workbookOf";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "underlag-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

async function koll(...args: string[]) {
  const [out, error]: string[][] = [[], []];
  const code = await main(args, { out: (text) => out.push(text), error: (text) => error.push(text) });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

async function save(name: string, workbook: Workbook): Promise<string> {
  writeFileSync(at(name), await writeWorkbook(workbook));
  return at(name);
}

describe("koll underlag on exports as they really look, from .xlsx to printed answer", () => {
  test.each(messes.map((mess) => [mess.name, mess] as const))("%s", async (_, mess) => {
    const book = await save("mess.xlsx", workbookOf(...mess.sheets));
    const { code, out } = await koll("underlag", "--bok", book, "--json");
    const found = JSON.parse(out) as SourceSummary[];
    const source = found.find(({ slag }) => slag === mess.kind)!;
    expect(source).toBeDefined();
    expect(source.rader).toBe(mess.rowsRead);
    expect(source.nekade.map(({ cell }) => cell)).toEqual((mess.refused ?? []).map(([cell]) => cell));
    if (mess.unit !== undefined) expect(source.enhet).toBe(mess.unit);
    if (mess.sign !== undefined) expect(source.tecken).toBe(mess.sign);
    expect(code).toBe(found.some(({ nekade }) => nekade.length > 0) ? 1 : 0);
    const text = await koll("underlag", "--bok", book);
    expect(text.out).toMatch(new RegExp(`^${mess.kind}: `, "m"));
    expect(text.out).toMatch(/^ {2}tabellen: /m);
    // Users are never shown a field's own name.
    expect(text.out).not.toMatch(/_(?:kod|foregaende|fran|till|ar|i)\b|undefined|NaN|\{\w+\}/);
  });
});

const empty = () => {
  const workbook = new Workbook();
  workbook.addSheet("Blad1");
  return workbook;
};

const sie = `#FLAGGA 0
#FNAMN "Vårdnämnden"
#RAR 0 20230101 20231231
#KONTO 3110 "Avgifter"
#KONTO 5010 "Löner"
#RES 0 5010 2600.50
#RES 0 3110 -100.00
#VER A 1 20230115 "Lön"
{
#TRANS 5010 {} 2600.50
#TRANS 3110 {} -100
}
`;

describe("koll underlag --sie and --csv", () => {
  test("reads a SIE file into the book, reconciles it and saves where --ut says", async () => {
    const book = await save("tom.xlsx", empty());
    const before = readFileSync(book);
    writeFileSync(at("utdrag.se"), sie);
    const { code, out } = await koll(
      "underlag",
      "--bok",
      book,
      "--sie",
      at("utdrag.se"),
      "--ut",
      at("ut.xlsx"),
      "--json",
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      {
        slag: "ekonomi",
        blad: "Vårdnämnden",
        enhet: "kr",
        tecken: "kostnad",
        rader: 2,
        nekade: [],
        import: { poster: 2, olastaAntal: 0, avstamning: [{ difference: 0 }, { difference: 0 }] },
      },
    ]);
    expect(readFileSync(book).equals(before)).toBe(true);
    const saved = await readWorkbook(readFileSync(at("ut.xlsx")));
    expect(saved.sheet("Vårdnämnden")!.tables[0].name).toBe("Vårdnämnden");
  });

  test("names unread lines by number and totals that differ: exit code 1", async () => {
    const book = await save("tom.xlsx", empty());
    writeFileSync(at("fel.se"), `${sie.replace("2600.50\n#RES", "2600.00\n#RES")}trasig rad\n`);
    const { code, out } = await koll("underlag", "--bok", book, "--sie", at("fel.se"));
    expect(code).toBe(1);
    expect(out).toMatch(/1 av 2 av filens egna summor stämmer/);
    expect(out).toMatch(/#RES 5010: filen 2\s600, beräknat 2\s600,5, skillnad 0,5/);
    expect(out).toMatch(/oläst rad 13: trasig rad/);
    expect(out).toMatch(/Inget sparades: ange --ut/);
  });

  test("reads a text file", async () => {
    const book = await save("tom.xlsx", empty());
    writeFileSync(
      at("uttag.csv"),
      "Verksamhet;Konto;Period;Utfall (tkr)\n0510;5010;202301;-12,5\n0520;5010;202301;-7\n",
    );
    const { code, out } = await koll("underlag", "--bok", book, "--csv", at("uttag.csv"), "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ slag: "ekonomi", blad: "uttag", rader: 2, enhet: "tkr" }]);
  });

  test.each([
    [["--sie", "a.se", "--csv", "b.csv"], /antingen --sie eller --csv/],
    [["--ut", "UT"], /--ut sparar en inläst fil/],
    [["--sie", "finns-inte.se"], /finns-inte\.se finns inte/],
    [["--sie", "TEXT"], /TEXT är ingen SIE-fil/],
    [["--csv", "TOM"], /TOM har inga rader att importera/],
  ])("%j: exit code 2, one line, nothing saved", async (args, message) => {
    const book = await save("tom.xlsx", empty());
    writeFileSync(at("TEXT"), "Verksamhet;Utfall\nA;1\n");
    writeFileSync(at("TOM"), "");
    const paths: Record<string, string> = { UT: at("aldrig.xlsx"), TEXT: at("TEXT"), TOM: at("TOM") };
    const { code, error } = await koll("underlag", "--bok", book, ...args.map((word) => paths[word] ?? word));
    expect(code).toBe(2);
    expect(error).toMatch(message);
    expect(error.split("\n")).toHaveLength(1);
    expect(existsSync(at("aldrig.xlsx"))).toBe(false);
  });
});

test("koll underlag says how a table was taken, why, and what it asks", async () => {
  const book = await save(
    "fragor.xlsx",
    workbookOf(
      sheet(
        "Ekonomi",
        `Enhet | Period | Budget | Anteckning
         A | 202301 | -120 | x
         A | 202302 | -120 | y`,
      ),
    ),
  );
  const { out } = await koll("underlag", "--bok", book);
  expect(out).toMatch(/D1 ”Anteckning”: används inte/);
  expect(out).toMatch(/enhet okänd, netto \(av tecknet på det mesta av beloppen\)/);
  expect(out).toMatch(/hela årets belopp, upprepat på varje månad \(inget utfall att jämföra med\)/);
  expect(out).toMatch(/fråga: Beloppet ”budget” är lika alla månader/);
  expect(out).toMatch(/fråga: Är beloppen i kr, tkr eller mnkr\?/);
});

test("koll underlag names a table that no kind knows", async () => {
  const book = await save(
    "okand.xlsx",
    workbookOf(tableSheet("Blad1", "Lista", ["Vad", "Siffra"], [["A", 5]])),
  );
  const { code, out } = await koll("underlag", "--bok", book);
  expect(code).toBe(0);
  expect(out).toMatch(/^okänd tabell: Blad1!A1:B2, rubrikerna säger inte vad den är: Vad, Siffra$/m);
});

test("koll kontroll --forklara tells how every table was read and why", async () => {
  const book = await save(
    "tabell.xlsx",
    workbookOf(
      sheet(
        "Resultat",
        "Verksamhet | Utfall 2023 | Budget 2023\nHemtjänst | -10 | -9\nBoende | -7 | -8\nSumma | -17 | -17",
      ),
    ),
  );
  const { out } = await koll("kontroll", "--bok", book, "--forklara");
  expect(out).toMatch(/^Resultat!A1:C4: rapport/m);
  expect(out).toMatch(/kolumn B ”Utfall 2023”: utfall \(rubrikens ord/);
  expect(out).toMatch(/rad 4 är summan av rad 2, 3/);
  expect((await koll("kontroll", "--bok", book)).out).not.toMatch(/kolumn B/);
  expect((await koll("kontroll", "--bok", book, "--forklara", "--json")).code).toBe(2);
});

test("koll rapport says what it took the source's rows for", async () => {
  const book = await save(
    "rapport.xlsx",
    workbookOf(
      sheet(
        "Ekonomi tkr",
        `Verksamhet | Kontogrupp | Period | Utfall | Budget
         510 Hemvård | Intäkter | 202301 | 98 | 100
         510 Hemvård | Intäkter | 202302 | 103 | 100
         510 Hemvård | Personalkostnader | 202301 | text:-1 150 | -1200
         510 Hemvård | Personalkostnader | 202302 | -1260 | -1200
         Summa | | | -2209 | -2200`,
      ),
    ),
  );
  const { code, out } = await koll(
    "rapport",
    "resultat-verksamhet",
    "--bok",
    book,
    "--ut",
    at("rapport-ut.xlsx"),
  );
  expect(code).toBe(0);
  expect(out).toMatch(
    /Läste ekonomi: Ekonomi tkr!A1:E6, 4 av 5 rader \(1 summarader utelämnade\), tkr, netto/,
  );
  expect(out).toMatch(/1 tal i ”Utfall” var skrivna som text och lästes ändå\. \(D4\)/);
  expect(out).toMatch(/”Budget” är lika alla månader och läses som varje månads andel/);
  expect(out).toMatch(/1 rader är summor eller varav-rader/);
});
