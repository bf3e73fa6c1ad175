import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { main } from "../../../src/workbench/cli/main";
import { readWorkbook, writeWorkbook } from "../../../src/workbench/xlsx";
import { workbookWithTable } from "../../helpers/openWorkbook";

const sample = "assets/exempelbok.xlsx";
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "koll-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);

async function koll(...args: string[]) {
  const [out, error]: string[][] = [[], []];
  const code = await main(args, { out: (text) => out.push(text), error: (text) => error.push(text) });
  return { code, out: out.join("\n"), error: error.join("\n"), json: () => JSON.parse(out.join("\n")) };
}

const berakna = async (cases: unknown) => {
  writeFileSync(at("fall.json"), typeof cases === "string" ? cases : JSON.stringify(cases));
  return koll("berakna", "--fil", at("fall.json"));
};

describe("koll berakna", () => {
  test("answers every case in order: scalar, spill, error inside, error with text (spec/cli)", async () => {
    const { code, json } = await berakna([
      { formel: "=KOLL.AVVIKELSE(A1:A2,{1;2})", celler: { A1: -34.4, A2: 5 } },
      { formel: "=KOLL.AVVIKELSE(-34.4,-4.7)" },
      { formel: "=KOLL.FORBRUKNING({1;2},{0;4})" },
      { formel: "=KOLL.FORBRUKNING(1,0)" },
      { formel: '=KOLL.AVVIKELSE("1 269,7",1)' },
      { formel: "=A1*2", celler: { A1: "=B1+1", B1: 20 } },
    ]);
    expect(code).toBe(0);
    const [spill, scalar, inside, division, text, formula] = json();
    expect(spill.varde[0][0]).toBeCloseTo(-35.4);
    expect(spill.varde[1][0]).toBeCloseTo(3);
    expect(scalar.varde).toBeCloseTo(-29.7);
    expect(inside).toEqual({ varde: [[{ fel: "#DIV/0!" }], [0.5]] });
    expect(division).toEqual({ fel: "#DIV/0!" });
    expect(text.fel).toBe("#VALUE!");
    expect(text.text).toMatch(/TOLKATAL/);
    expect(formula).toEqual({ varde: 42 });
  });

  test.each([
    ["inte json", /inte JSON/],
    ['{"formel":"=1"}', /ska vara en lista/],
    ['[{"formel":"1+1"}]', /fall 1: .*börjar med =/],
    ['[{"formel":"=1","celler":{"summa":1}}]', /fall 1: ”summa” är ingen cell/],
  ])("refuses %s", async (input, message) => {
    const { code, error } = await berakna(input);
    expect(code).toBe(2);
    expect(error).toMatch(message);
  });
});

test("koll funktioner lists every function with parameters and examples, in both languages", async () => {
  const swedish = (await koll("funktioner", "--json")).json();
  const english = (await koll("funktioner", "--json", "--sprak", "en")).json();
  expect(swedish.length).toBeGreaterThanOrEqual(45);
  expect(swedish[0]).toMatchObject({
    namn: "KOLL.AVVIKELSE",
    parametrar: [{ namn: "utfall" }, { namn: "budget" }, { namn: "tecken", valfri: true }],
  });
  expect(english[0].beskrivning).not.toBe(swedish[0].beskrivning);
  expect((await koll("funktioner", "--sprak", "no")).error).toMatch(/språket ”no” finns inte/);
});

test("koll underlag tells kind, place, fields, unit, sign, rows and refusals", async () => {
  const { code, json } = await koll("underlag", "--bok", sample, "--json");
  expect(code).toBe(0);
  expect(json().find(({ slag }: { slag: string }) => slag === "ekonomi")).toMatchObject({
    blad: "Ekonomi",
    falt: {
      verksamhet: "Verksamhet",
      utfall: "Utfall",
      periodbudget: "Periodbudget",
      bokslut: "Bokslut 2022",
    },
    enhet: "tkr",
    tecken: "netto",
    rader: 648,
    nekade: [],
  });
});

test("koll rapporter lists the catalogue and what each needs", async () => {
  const list = (await koll("rapporter", "--json")).json();
  expect(list[0]).toEqual({
    id: "resultat-verksamhet",
    titel: "Resultat per verksamhet",
    kraver: ["ekonomi"],
  });
});

describe("koll rapport", () => {
  test("makes the sheet, saves the book, and prints values and formulas as JSON alone", async () => {
    const target = at("ut.xlsx");
    const { code, json } = await koll(
      "rapport",
      "resultat-verksamhet",
      "--bok",
      sample,
      "--ut",
      target,
      "--profil",
      "orebro",
      "--period",
      "2023-12",
      "--json",
    );
    expect(code).toBe(0);
    const [sheet] = json();
    expect(sheet).toMatchObject({ id: "resultat-verksamhet", blad: "Resultat per verksamhet" });
    const netto = sheet.rader.findIndex(([label]: [string]) => label === "Nettokostnad");
    expect(sheet.rader[netto][1]).toBeCloseTo(-1269.7, 1);
    expect(sheet.formler[netto][1]).toMatch(/^=SUM\(/);
    const saved = await readWorkbook(readFileSync(target));
    expect(saved.sheet("Resultat per verksamhet")!.value(netto, 1)).toBeCloseTo(-1269.7, 1);
  });

  test("the saved book is opened and the report made again in it", async () => {
    const { code, out } = await koll(
      "rapport",
      "resultat-verksamhet",
      "--bok",
      at("ut.xlsx"),
      "--ut",
      at("ut.xlsx"),
      "--profil",
      "orebro",
    );
    expect(code).toBe(0);
    expect(out).toMatch(/Uppdaterade Resultat per verksamhet/);
  });

  test("--spara-prognos keeps the forecast in the saved book, where a later comparison finds it", async () => {
    const book = workbookWithTable(
      ["Verksamhet", "Period", "Utfall", "Periodbudget"],
      Array.from({ length: 12 }, (_, month) => ["Boende", 202301 + month, -10 - month, -10]),
    );
    writeFileSync(at("spara.xlsx"), await writeWorkbook(book));
    const both = ["--bok", at("spara.xlsx"), "--ut", at("spara.xlsx")];
    const first = await koll(
      "rapport",
      "resultat-verksamhet",
      ...both,
      "--period",
      "2023-04",
      "--spara-prognos",
    );
    expect([first.code, first.out]).toEqual([
      0,
      expect.stringMatching(/Sparade prognosen till och med 2023-04 för 1 rader/),
    ]);
    const [, later] = (
      await koll("rapport", "prognosjamforelse", ...both, "--period", "2023-08", "--json")
    ).json();
    expect(later.rader.find(([label]: [string]) => label === "Boende").slice(1, 4)).toEqual([-6, "", -28]);
    const without = ["--bok", at("spara.xlsx"), "--ut", at("spara2.xlsx"), "--spara-prognos"];
    const year = await koll("rapport", "resultat-verksamhet", ...without, "--period", "2023-12");
    expect([year.code, year.error, existsSync(at("spara2.xlsx"))]).toEqual([
      2,
      expect.stringMatching(/ingen prognos/),
      false,
    ]);
  });

  test("the input is never changed unless --ut names it", async () => {
    const before = readFileSync(sample);
    await koll("rapport", "resultat-verksamhet", "--bok", sample, "--ut", at("annan.xlsx"));
    expect(readFileSync(sample).equals(before)).toBe(true);
  });

  test("a formula's empty text is printed as one, and a blank cell as null", async () => {
    const book = workbookWithTable(
      ["Verksamhet", "Utfall", "Budget", "Prognos"],
      [
        ["Boende", -800, -1200, -1250],
        ["Fritid", -400, -600, null],
      ],
    );
    writeFileSync(at("tom.xlsx"), await writeWorkbook(book));
    const args = ["--bok", at("tom.xlsx"), "--ut", at("tom-ut.xlsx"), "--period", "2023-08", "--json"];
    const [{ rader }] = (await koll("rapport", "resultat-verksamhet", ...args)).json();
    expect(rader.find(([label]: [string]) => label === "Fritid").slice(-4)).toEqual(["", null, "", ""]);
  });

  test("refused rows give exit code 1 and are named", async () => {
    const book = workbookWithTable(
      ["Verksamhet", "Period", "Utfall", "Periodbudget"],
      [
        ["Boende", 202301, -5, -4],
        ["Fritid", 202301, "se bilaga", -4],
      ],
    );
    writeFileSync(at("nekad.xlsx"), await writeWorkbook(book));
    const { code, out } = await koll(
      "rapport",
      "resultat-verksamhet",
      "--bok",
      at("nekad.xlsx"),
      "--ut",
      at("nekad-ut.xlsx"),
    );
    expect(code).toBe(1);
    expect(out).toMatch(/nekad rad: Ekonomi tkr!C3: ”se bilaga”/);
  });

  test.each([
    [[], /vilken rapport/],
    [["finns-inte", "--bok", sample, "--ut", "UT"], /ingen rapport som heter ”finns-inte”/],
    [["resultat-verksamhet", "--bok", sample], /--ut saknas/],
    [["resultat-verksamhet", "--ut", "UT"], /--bok saknas/],
    [["resultat-verksamhet", "--bok", "saknas.xlsx", "--ut", "UT"], /saknas\.xlsx finns inte/],
    [["resultat-verksamhet", "--bok", sample, "--ut", "saknas/ut.xlsx"], /Mappen saknas finns inte/],
    [["resultat-verksamhet", "--bok", sample, "--ut", "UT", "--period", "2031-01"], /2031-01 finns inte/],
    [["resultat-verksamhet", "--bok", sample, "--ut", "ut.xlsm"], /ut\.xlsm ska sluta på \.xlsx/],
    [["resultat-verksamhet", "--bok", "bok.xlsm", "--ut", "UT"], /ska sluta på \.xlsm, .*makron/],
    [["resultat-verksamhet", "--bok", sample, "--ut", "UT", "--farg", "rod"], /flaggan --farg finns inte/],
  ])("%j: exit code 2, one line that says what to do, nothing saved", async (args, message) => {
    const target = at("aldrig.xlsx");
    const { code, error } = await koll("rapport", ...args.map((word) => (word === "UT" ? target : word)));
    expect(code).toBe(2);
    expect(error).toMatch(message);
    expect(error.split("\n")).toHaveLength(1);
    expect(existsSync(target)).toBe(false);
  });

  test("a read-only place is refused before any work", async () => {
    mkdirSync(at("skrivskyddad"));
    chmodSync(at("skrivskyddad"), 0o555);
    const { code, error } = await koll(
      "rapport",
      "resultat-verksamhet",
      "--bok",
      sample,
      "--ut",
      join(at("skrivskyddad"), "ut.xlsx"),
    );
    // Root may write anywhere: there the call succeeds and says so.
    if (process.getuid?.() === 0) expect(code).toBe(0);
    else {
      expect(code).toBe(2);
      expect(error).toMatch(/skrivskyddad/);
    }
  });
});

describe("a file that is no workbook is told what it is, with exit code 2", () => {
  const bomb = () =>
    zipSync(
      { "[Content_Types].xml": strToU8("<Types/>"), "xl/a.xml": new Uint8Array(120 * 1024 * 1024) },
      { level: 9 },
    );
  test.each([
    ["tom", () => new Uint8Array(), /tom/],
    ["text", () => strToU8("Verksamhet;Utfall\nBoende;5\n"), /textfil/],
    ["skräp", () => new Uint8Array([1, 2, 3, 255, 0, 7]), /ingen Excel-arbetsbok/],
    ["gammal", () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array(600).fill(0)]), /\.xls/],
    [
      "krypterad",
      () =>
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
          Buffer.from("EncryptedPackage", "utf16le"),
          Buffer.alloc(64),
        ]),
      /lösenord/,
    ],
    ["avklippt", () => readFileSync(sample).subarray(0, 20_000), /skadad/],
    ["bomb", bomb, /orimligt/],
    ["zip utan bok", () => zipSync({ "a.txt": strToU8("hej") }), /ingen Excel-arbetsbok/],
  ])("%s", async (name, make, message) => {
    writeFileSync(at(`${name}.xlsx`), make());
    const { code, error } = await koll("underlag", "--bok", at(`${name}.xlsx`));
    expect(error).toMatch(message);
    expect(code).toBe(2);
  });
});

test("koll without a command, with an unknown one, and --help", async () => {
  expect((await koll()).code).toBe(2);
  expect((await koll("flyga")).error).toMatch(/kommandot ”flyga” finns inte\. Det finns: berakna/);
  expect(await koll("--help")).toMatchObject({ code: 0 });
  const rapport = await koll("rapport", "alla", "--help");
  expect(rapport).toMatchObject({ code: 0, error: "" });
  expect(rapport.out).toMatch(/^ {2}koll rapport <id.*\n {6}skapar/);
});
