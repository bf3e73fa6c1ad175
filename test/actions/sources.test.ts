import {
  createSource,
  fieldChoices,
  listSources,
  saveMapping,
  type SourceSummary,
  sourceKinds,
  unknownTables,
} from "../../src/actions/sources";
import { importCsv, importSie } from "../../src/actions/importSource";
import { sourceTemplates } from "../../src/sources";
import { Workbook } from "../../src/workbench/model/workbook";
import { storedFromXml } from "../../src/workbook/stored";
import type { CellValue } from "../../src/workbook/cell";
import { addTable, type OpenFile, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";

const empty = () => {
  const workbook = new Workbook();
  workbook.addSheet("Blad1");
  return workbook;
};

let file: OpenFile | null = null;
const open = async (workbook: Workbook) => (file = await openWorkbook(workbook));
afterEach(() => {
  file?.close();
  file = null;
});

const bytes = (text: string) => [new TextEncoder().encode(text)];

describe("Skapa underlag", () => {
  test("offers every kind with its headers, in both languages", () => {
    expect(sourceKinds().map(({ slag }) => slag)).toEqual(sourceTemplates.map(({ kind }) => kind));
    expect(sourceKinds("en").find(({ slag }) => slag === "prislista")!.namn).toBe("Price list");
  });

  test.each(sourceTemplates.map(({ kind }) => kind))(
    "%s becomes a table that is read as its own kind, every column used",
    async (kind) => {
      const { workbook } = await open(empty());
      const made = await createSource(kind);
      const template = sourceTemplates.find((one) => one.kind === kind)!;
      expect(made).toMatchObject({ sheet: template.sheet, table: template.table });
      expect(workbook.activeSheet!.name).toBe(made.sheet);
      const [source, ...others] = await listSources();
      expect(others).toEqual([]);
      expect(source).toMatchObject({
        slag: kind,
        blad: made.sheet,
        adress: made.address,
        rader: 1,
        nekade: [],
      });
      expect(source.kolumner.filter(({ falt }) => falt === null)).toEqual([]);
      // Choices and limits reach rows that are added later.
      const sheet = workbook.sheet(made.sheet)!;
      const [top, left] = [sheet.tables[0].area.row, sheet.tables[0].area.column];
      template.columns.forEach(({ list, number }, column) => {
        const rule = sheet.validations.find(({ ranges }) =>
          ranges.some(
            (area) =>
              area.column <= left + column &&
              left + column < area.column + area.columnCount &&
              area.row === top + 1 &&
              area.rowCount === 1000,
          ),
        );
        expect([rule?.type ?? null, rule?.formula1 ?? null]).toEqual(
          list
            ? ["list", `"${list.join(",")}"`]
            : number
              ? [number.kind, String(number.least ?? -1e15)]
              : [null, null],
        );
      });
    },
  );

  test("a second one of a kind gets names of its own", async () => {
    await open(empty());
    await createSource("behov");
    expect(await createSource("behov")).toMatchObject({ sheet: "Behov 2", table: "Behov_2" });
  });

  test("is refused in a workbook whose structure is protected, and nothing is written", async () => {
    const { workbook } = await open(empty());
    workbook.protected = true;
    await expect(createSource("ekonomi")).rejects.toMatchObject({ code: "bokSkyddad" });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Blad1"]);
  });
});

describe("the user's own reading of a source", () => {
  const headers = ["Enhet", "Period", "Siffra", "Utfall", "Periodbudget"];
  const rows = [
    ["A", 202301, -1, -10, -12],
    ["B", 202301, -2, -20, -21],
  ];
  const only = async (): Promise<SourceSummary> => {
    const sources = await listSources();
    expect(sources).toHaveLength(1);
    return sources[0];
  };

  test("is chosen among its columns, kept in the workbook and followed", async () => {
    const { workbook } = await open(workbookWithTable(headers, rows));
    const before = await only();
    expect(before.kolumner.map(({ rubrik, cell, falt }) => [rubrik, cell, falt])).toEqual([
      ["Enhet", "A1", "enhet"],
      ["Period", "B1", "period"],
      ["Siffra", "C1", null],
      ["Utfall", "D1", "utfall"],
      ["Periodbudget", "E1", "periodbudget"],
    ]);
    expect(fieldChoices("ekonomi")).toContainEqual({ falt: "rs_kod", namn: "RS-kod" });
    await saveMapping(before.nyckel, { utfall: "Siffra", enhet: "mnkr" });
    const after = await only();
    expect(after.falt.utfall).toBe("Siffra");
    expect(after.kolumner.find(({ rubrik }) => rubrik === "Utfall")!.falt).toBeNull();
    const [{ xml }] = workbook.customXmlParts;
    expect(storedFromXml(xml)).toMatchObject({
      mappings: { Ekonomi: { utfall: "Siffra", rubriker: headers.join("\n") } },
    });
  });

  test("a column given to another field leaves the one it had", async () => {
    await open(workbookWithTable(headers, rows));
    await saveMapping("Ekonomi", { utfall: "Siffra" });
    await saveMapping("Ekonomi", { prognos: "Siffra", utfall: "Utfall" });
    expect((await only()).falt).toMatchObject({ prognos: "Siffra", utfall: "Utfall" });
    await saveMapping("Ekonomi", { bokslut: "Siffra" });
    expect((await only()).falt).not.toHaveProperty("prognos");
  });

  test("follows the table when it is renamed, and that is said", async () => {
    const { workbook } = await open(workbookWithTable(headers, rows));
    await saveMapping("Ekonomi", { utfall: "Siffra" });
    workbook.sheets[0].tables[0].name = "Huvudbok2024";
    const renamed = await only();
    expect(renamed.falt.utfall).toBe("Siffra");
    expect(renamed.noter).toContain(
      "Underlaget hette förut Ekonomi; de val som gjordes då gäller fortfarande.",
    );
    // The next choice is kept under the new name, with the earlier ones.
    await saveMapping(renamed.nyckel, { bokslut: "Utfall" });
    const moved = await only();
    expect(moved.falt).toMatchObject({ utfall: "Siffra", bokslut: "Utfall" });
    expect(moved.noter.join()).not.toContain("hette förut");
  });

  test("a column that has gone since then is said, and what is recognised is used", async () => {
    const { workbook } = await open(workbookWithTable(headers, rows));
    await saveMapping("Ekonomi", { utfall: "Siffra" });
    const [sheet] = workbook.sheets;
    sheet.setValue(0, 2, "Antal");
    sheet.tables[0].columns[2].name = "Antal";
    const short = await only();
    expect(short.falt.utfall).toBe("Utfall");
    expect(short.noter.join("\n")).toMatch(/”Siffra”, som tidigare valdes för ”utfall”, finns inte längre/);
    sheet.setValue(0, 4, "Per.");
    sheet.tables[0].columns[4].name = "Per.";
    expect((await only()).noter.join("\n")).toMatch(/saknas nu: Periodbudget/);
  });

  test("an answered question is asked no more; a forgotten answer is asked again", async () => {
    await open(
      workbookWithTable(
        ["Enhet", "Period", "Budget"],
        [
          ["A", 202301, -120],
          ["A", 202302, -120],
        ],
      ),
    );
    const { nyckel, fragor } = await only();
    const question = fragor.find(({ text }) => text.includes("budget"))!;
    expect(question.text).toMatch(/lika alla månader.*Beloppet läses nu som hela årets belopp/);
    await saveMapping(nyckel, question.val[0].sparas);
    expect((await only()).fragor.map(({ text }) => text).join()).not.toMatch(/lika alla månader/);
    expect((await only()).falt).toHaveProperty("periodbudget");
    await saveMapping(nyckel, { [Object.keys(question.val[0].sparas)[0]]: null });
    expect((await only()).fragor.map(({ text }) => text).join()).toMatch(/lika alla månader/);
  });

  test("one of two that fit is set aside, and can be taken back", async () => {
    const workbook = workbookWithTable(headers, rows);
    addTable(workbook, headers, rows, "Kopia", "Kopia");
    await open(workbook);
    await saveMapping("Kopia", { anvand: "nej" });
    expect((await listSources()).map(({ nyckel, anvands }) => [nyckel, anvands])).toEqual([
      ["Ekonomi", true],
      ["Kopia", false],
    ]);
    await saveMapping("Kopia", { anvand: null });
    expect((await listSources()).every(({ anvands }) => anvands)).toBe(true);
  });
});

test("a table whose headers say nothing becomes a source when the user says what it is", async () => {
  await open(
    workbookWithTable(
      ["Vad", "Månad", "Siffra"],
      [
        ["A", 202301, -5],
        ["B", 202302, -6],
      ],
      "Lista",
      "Blad tkr",
    ),
  );
  expect(await listSources()).toEqual([]);
  expect(await unknownTables()).toEqual([
    { nyckel: "Lista", blad: "Blad tkr", adress: "A1:C3", rubriker: ["Vad", "Månad", "Siffra"] },
  ]);
  await saveMapping("Lista", { slag: "ekonomi" });
  expect(await unknownTables()).toEqual([]);
  await saveMapping("Lista", { verksamhet: "Vad", period: "Månad", utfall: "Siffra" });
  const [source] = await listSources();
  expect(source).toMatchObject({ slag: "ekonomi", rader: 2, enhet: "tkr", tecken: "netto", nekade: [] });
  expect(source.falt).toEqual({ verksamhet: "Vad", period: "Månad", utfall: "Siffra" });
});

test("names that are indented by their cells' format follow the row they stand under", async () => {
  const { workbook } = await open(
    workbookWithTable(
      ["Verksamhet", "Utfall", "Budget"],
      [
        ["Äldreomsorg", -31250, -31800],
        ["Hemtjänst", -11250, -11000],
        ["Boende", -20000, -20800],
      ],
    ),
  );
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Ekonomi tkr").getRange("A3:A4").format.indentLevel = 1;
    await context.sync();
  });
  const [source] = await listSources();
  expect(source.noter).toContain("Grupperna följer indragen: Äldreomsorg.");
  expect(source.summarader).toEqual([{ cell: "A2", namn: "Äldreomsorg" }]);
  expect(workbook.sheets).toHaveLength(1);
});

describe("an imported file", () => {
  const sie = `#FLAGGA 0
#FORMAT PC8
#FNAMN "Vårdnämnden: norr"
#RAR 0 20230101 20231231
#KONTO 3110 "Avgifter"
#KONTO 5010 "=Löner"
#RES 0 5010 2600.00
#RES 0 3110 -100.00
#VER A 1 20230115 "Lön"
{
#TRANS 5010 {} 2600.50
#TRANS 3110 {} -100
}
trasig rad
`;

  test("SIE becomes a table with its unit and sign, held against the file's own totals", async () => {
    const { workbook } = await open(empty());
    const made = await importSie({ namn: "utdrag.se", delar: bytes(sie) });
    expect(made).toMatchObject({
      sheet: "Vårdnämnden norr",
      table: "Vårdnämnden_norr",
      rader: 2,
      poster: 2,
      olasta: [{ rad: 14, text: "trasig rad" }],
      olastaAntal: 1,
      avviker: [{ what: "#RES 5010", file: 2600, calculated: 2600.5, difference: 0.5 }],
    });
    const [source] = await listSources();
    expect(source).toMatchObject({ slag: "ekonomi", enhet: "kr", tecken: "kostnad", rader: 2, nekade: [] });
    const sheet = workbook.sheet(made.sheet)!;
    const at = (row: number): CellValue[] =>
      [0, 1, 2].map((column) => sheet.value(sheet.tables[0].area.row + row, column));
    expect(at(0)).toEqual(["Period", "Konto", "Utfall"]);
    // Rows in order of period and account; a text is never a formula.
    expect([at(1), at(2)]).toEqual([
      [202301, "3110 Avgifter", -100],
      [202301, "5010 =Löner", 2600.5],
    ]);
  });

  test("CSV keeps codes as typed, and names its table after the file", async () => {
    const { workbook } = await open(empty());
    const made = await importCsv({
      namn: "uttag 2023-09.csv",
      delar: bytes(
        "Belopp i tkr;;;\nVerksamhet;Konto;Period;Utfall\n0510;5010;202301;-1 234,5\n0520;=1+1;202302;7\n",
      ),
    });
    expect(made).toMatchObject({
      table: "uttag_2023_09",
      rader: 2,
      poster: 2,
      summerad: false,
      olastaAntal: 0,
    });
    const [source] = await listSources();
    expect(source).toMatchObject({ slag: "ekonomi", enhet: "tkr", rader: 2 });
    const sheet = workbook.sheet(made.sheet)!;
    const top = sheet.tables[0].area.row + 1;
    expect([0, 1, 2, 3].map((column) => sheet.value(top, column))).toEqual(["0510", "5010", 202301, -1234.5]);
    expect(sheet.value(top + 1, 1)).toBe("=1+1");
    expect(sheet.formula(top + 1, 1)).toBeUndefined();
  });

  test.each([
    ["inteSie", () => importSie({ namn: "bild.se", delar: [new Uint8Array(3e6).fill(200)] })],
    ["inteSie", () => importSie({ namn: "tom.se", delar: bytes("") })],
    ["importTom", () => importSie({ namn: "x.se", delar: bytes('#FNAMN "N"\n#RAR 0 20230101 20231231\n') })],
    ["importTom", () => importCsv({ namn: "tom.csv", delar: bytes("Verksamhet;Utfall\n") })],
    ["importTom", () => importCsv({ namn: "inget.csv", delar: bytes("") })],
  ])("%s: nothing is written where there is nothing to import", async (code, run) => {
    const { workbook } = await open(empty());
    await expect(run()).rejects.toMatchObject({ code });
    expect(workbook.sheets).toHaveLength(1);
  });
});

describe("The sources are listed", () => {
  const goals: CellValue[][] = [
    ["Meningsfull dag", "Andel nöjda", "81", "85", "öka"],
    ["Meningsfull dag", "Sjukfrånvaro", "8,1", "7", "minska"],
  ];
  const goalHeaders = ["Mål", "Indikator", "Utfall 2023", "Målvärde 2023", "Riktning"];
  const ledgerHeaders = ["Verksamhet", "Utfall tkr", "Budget tkr"];
  const ledger: CellValue[][] = [
    ["LSS", -5, -6],
    ["Hemtjänst", -3, -4],
  ];

  test("in the workbook's order, and those with a question first", async () => {
    const workbook = workbookWithTable(goalHeaders, goals, "Malkort", "Målkort");
    addTable(workbook, ledgerHeaders, ledger, "Ekonomi", "Ekonomi");
    addTable(workbook, ["Projekt", "Budget", "Utfall"], [["Larm", 900, 400]], "Projekt", "Projekten");
    await open(workbook);
    const sources = await listSources();
    expect(sources.map(({ blad, fragor }) => [blad, fragor.length > 0])).toEqual([
      ["Projekten", true],
      ["Målkort", false],
      ["Ekonomi", false],
    ]);
  });

  test("and goals, whose figures are no money, are asked no unit", async () => {
    await open(workbookWithTable(goalHeaders, goals, "Malkort", "Målkort"));
    expect((await listSources())[0]).toMatchObject({ slag: "mal", fragor: [] });
  });
});
