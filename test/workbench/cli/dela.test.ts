import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../../src/workbench/cli/main";
import { Workbook } from "../../../src/workbench/model/workbook";
import { readWorkbook, writeWorkbook } from "../../../src/workbench/xlsx";

const folder = mkdtempSync(join(tmpdir(), "koll-dela-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

async function koll(...args: string[]) {
  const [out, error]: string[][] = [[], []];
  const code = await main(args, { out: (text) => out.push(text), error: (text) => error.push(text) });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

/** A file as Excel saves it where Nämndkoll isn't: one formula fresh, one in #NAME?, one that leads to another file. */
async function book(name: string): Promise<string> {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Uppföljning");
  [
    ["Verksamhet", "Utfall", "Budget", "Avvikelse"],
    ["Boende", -110, -100],
    ["Fritid", -45, -50],
    ["Assistans", -290, -300],
  ].forEach((row, r) => row.forEach((value, c) => sheet.setValue(r, c, value)));
  const formula = (row: number, text: string, value: unknown) => {
    sheet.setFormula(row, 3, { text, kind: "cell" });
    sheet.setValue(row, 3, value as number);
  };
  formula(1, "=KOLL.AVVIKELSE(B2,C2)", -10);
  formula(2, "=_xldudf_KOLL_AVVIKELSE(B3,C3)", { fel: "#NAME?" });
  formula(3, "=[2]!_xldudf_KOLL_AVVIKELSE(B4,C4)", { fel: "#NAME?" });
  writeFileSync(path(name), await writeWorkbook(workbook));
  return path(name);
}
const opened = async (file: string) => (await readWorkbook(readFileSync(file))).sheets[0];

describe("koll dela", () => {
  test("without --ut tells what a reader meets, cell by cell, and changes nothing", async () => {
    const file = await book("se.xlsx");
    const before = readFileSync(file);
    const { code, out } = await koll("dela", "--bok", file);
    expect(code).toBe(0);
    expect(out.split("\n")).toEqual([
      "3 celler med KOLL-formler:",
      "  Uppföljning!D2  =KOLL.AVVIKELSE(B2,C2)  visar sitt värde tills något den bygger på ändras; då #NAMN?",
      "  Uppföljning!D3  =KOLL.AVVIKELSE(B3,C3)  visar #NAMN?",
      "  Uppföljning!D4  =[2]!KOLL.AVVIKELSE(B4,C4)  visar #NAMN?; leder till en annan fil eller har fel namn",
      "Inget känsligt hittades.",
    ]);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test("--json lists cells and what is sensitive; exit 1 when there is such", async () => {
    const workbook = new Workbook();
    workbook.addSheet("Öppet").setValue(0, 0, 1);
    const hidden = workbook.addSheet("Dolt");
    hidden.visibility = "hidden";
    hidden.setValue(0, 0, "19121212-1212");
    writeFileSync(path("dolt.xlsx"), await writeWorkbook(workbook));
    const { code, out } = await koll("dela", "--bok", path("dolt.xlsx"), "--json");
    expect(code).toBe(1);
    const answer = JSON.parse(out) as { celler: unknown[]; kansligt: { slag: string; blad: string }[] };
    expect(answer.celler).toEqual([]);
    expect(answer.kansligt.map(({ slag, blad }) => [slag, blad])).toEqual([
      ["personuppgift", "Dolt"],
      ["dolt-blad", "Dolt"],
    ]);
    expect(out).not.toContain("1212-1212");
  });

  test("--satt formler writes Excel's own formulas; what can't be is told, and exit 1", async () => {
    const file = await book("formler.xlsx");
    const { code, out } = await koll("dela", "--bok", file, "--ut", path("ut.xlsx"), "--satt", "formler");
    expect(code).toBe(0);
    expect(out).toContain("3 celler fick Excels egna formler, 0 celler sina värden.");
    const sheet = await opened(path("ut.xlsx"));
    expect([1, 2, 3].map((row) => sheet.formula(row, 3)?.text.includes("KOLL"))).toEqual([
      false,
      false,
      false,
    ]);
    expect([1, 2, 3].map((row) => sheet.value(row, 3))).toEqual([-10, 5, 10]);
  });

  test("--satt varden leaves cells without a value, and says why", async () => {
    const file = await book("varden.xlsx");
    const { code, out } = await koll(
      "dela",
      "--bok",
      file,
      "--ut",
      path("v.xlsx"),
      "--satt",
      "varden",
      "--json",
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      satt: "varden",
      formler: 0,
      varden: 1,
      avvikande: [],
      lamnade: [
        { blad: "Uppföljning", adress: "D3", skal: "trasig" },
        { blad: "Uppföljning", adress: "D4", skal: "trasig" },
      ],
    });
    // Frozen, and back.
    const thawed = await koll("tina", "--bok", path("v.xlsx"), "--ut", path("t.xlsx"));
    expect(thawed).toMatchObject({
      code: 0,
      out: expect.stringContaining("1 cell fick tillbaka sin formel."),
    });
    expect((await opened(path("t.xlsx"))).formula(1, 3)?.text).toBe("=KOLL.AVVIKELSE(B2,C2)");
  });

  test("--kopia keeps no originals in the file", async () => {
    const file = await book("kopia.xlsx");
    await koll("dela", "--bok", file, "--ut", path("k.xlsx"), "--satt", "formler", "--kopia");
    const { code, out } = await koll("tina", "--bok", path("k.xlsx"), "--ut", path("k2.xlsx"));
    expect([code, out.split("\n")[0]]).toEqual([0, "Boken har inga frysta formler."]);
  });

  test.each([
    [["dela"], "Flaggan --bok saknas"],
    [["dela", "--bok", "finns-inte.xlsx"], "finns inte"],
    [["dela", "--bok", "BOK", "--kopia"], "ange också --ut"],
    [["dela", "--bok", "BOK", "--ut", "UT"], "--satt ska vara formler"],
    [["dela", "--bok", "BOK", "--ut", "UT", "--satt", "bilder"], "inte ”bilder”"],
    [["dela", "--bok", "BOK", "--ut", "UT.xlsm", "--satt", "varden"], "ska sluta på .xlsx"],
    [["tina", "--bok", "BOK"], "Flaggan --ut saknas"],
    [["lak", "--bok", "BOK", "--ut", "UT", "--hoppa"], "flaggan --hoppa finns inte"],
  ])("%j: exit 2, one line on stderr, and nothing is written", async (args, message) => {
    const file = await book("fel.xlsx");
    const target = path("aldrig.xlsx");
    const { code, out, error } = await koll(
      ...args.map((word) => word.replace("BOK", file).replace("UT", target)),
    );
    expect([code, out]).toEqual([2, ""]);
    expect(error).toContain(message);
    expect(error).not.toContain("\n");
    expect(existsSync(target)).toBe(false);
  });
});

describe("koll tina", () => {
  test("refuses a part that belongs to another workbook", async () => {
    const file = await book("ena.xlsx");
    await koll("dela", "--bok", file, "--ut", path("frusen.xlsx"), "--satt", "varden");
    const frozen = await readWorkbook(readFileSync(path("frusen.xlsx")));
    const other = new Workbook();
    other.addSheet("Uppföljning");
    other.customXmlParts = frozen.customXmlParts;
    writeFileSync(path("annan.xlsx"), await writeWorkbook(other));
    const { code, error } = await koll("tina", "--bok", path("annan.xlsx"), "--ut", path("nej.xlsx"));
    expect(code).toBe(2);
    expect(error).toContain("hör till en annan arbetsbok");
    expect(existsSync(path("nej.xlsx"))).toBe(false);
  });
});

describe("koll lak", () => {
  test("repairs a file: every formula under its own name, calculated, in the form that Excel finds again", async () => {
    const file = await book("sjuk.xlsx");
    const { code, out } = await koll("lak", "--bok", file, "--ut", path("frisk.xlsx"));
    expect([code, out.split("\n")]).toEqual([0, ["2 celler läkta.", `Sparade ${path("frisk.xlsx")}`]]);
    const sheet = await opened(path("frisk.xlsx"));
    expect([2, 3].map((row) => [sheet.formula(row, 3)?.text, sheet.value(row, 3)])).toEqual([
      ["=KOLL.AVVIKELSE(B3,C3)", 5],
      ["=KOLL.AVVIKELSE(B4,C4)", 10],
    ]);
    const again = await koll("lak", "--bok", path("frisk.xlsx"), "--ut", path("frisk2.xlsx"), "--json");
    expect(JSON.parse(again.out)).toEqual({ lakta: [], kvar: [], lamnade: [], namn: [] });
  });
});
