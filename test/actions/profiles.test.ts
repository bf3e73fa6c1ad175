import { saveOwnProfile, saveProfileChoices } from "../../src/actions/egenProfil";
import { prepareReports, writePrepared } from "../../src/actions/report";
import { readSettings, saveSettings } from "../../src/actions/settings";
import { updateStored } from "../../src/excel/stored";
import { lasProfil } from "../../src/reports/lasProfil";
import { profiler } from "../../src/reports/profiles";
import type { CellValue } from "../../src/workbook/cell";
import { UserError } from "../../src/workbook/userError";
import { type OpenFile, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";

const headers = ["Verksamhet", "Kontogrupp", "Period", "Utfall", "Budget", "Bokslut 2022"];
const ledger: CellValue[][] = [
  ["Hemvård", "Intäkter", 202308, 200, 300, 150],
  ["Hemvård", "Personalkostnader", 202308, -1000, -1500, -900],
  ["Boende", "Personalkostnader", 202308, -500, -800, -600],
];

let file: OpenFile;
beforeEach(async () => void (file = await openWorkbook(workbookWithTable(headers, ledger))));
afterEach(() => file.close());

async function make(id: string, profil?: string) {
  const written = await writePrepared(await prepareReports([id], { period: "2023-08", profil }));
  expect(written.flatMap(({ disagreeing }) => disagreeing)).toEqual([]);
  const { values } = written.find(({ report }) => report === id)!;
  const at = (label: string) => values.findIndex(([name]) => name === label);
  const header = values[3];
  return {
    values,
    header,
    figure: (label: string, column: string) => values[at(label)][header.indexOf(column)],
    cell: (label: string, column: string) => [at(label), header.indexOf(column)] as const,
  };
}

const type = (sheet: string, [row, column]: readonly [number, number], content: string | number) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1);
    range.formulas = [[content]];
    await context.sync();
  });

const own = { enhet: "kr", decimaler: 0, tecken: "kostnad", sidhuvud: "Vår förvaltning" };

describe("profiles (spec/reports.md: Organisation profile)", () => {
  test("switching profile makes the sheet again with other unit, decimals and captions, and her own forecast in the new unit", async () => {
    const first = await make("resultat-verksamhet", "orebro");
    expect(first.values[1][0]).toContain("mnkr");
    expect(first.figure("Hemvård", "Jan-aug Utfall 2023")).toBeCloseTo(-0.8, 9);
    await type("Resultat per verksamhet", first.cell("Hemvård", "Egen prognos 2023"), -1.3);

    const second = await make("resultat-verksamhet", "askersund");
    expect(second.values[1][0]).toContain("tkr");
    const utfall = second.header.findIndex((caption) => String(caption).startsWith("Utfall"));
    expect(second.header).not.toContain("Jan-aug Utfall 2023");
    expect(second.values[second.cell("Hemvård", "")[0]][utfall]).toBe(-800);
    // Askersund types deviations from budget: hers is 100 tkr over -1 200, and the forecast is the same.
    expect(second.header).not.toContain("Egen prognos 2023");
    expect(second.figure("Hemvård", "Egen avvikelse 2023")).toBeCloseTo(-100, 9);
    expect(second.figure("Hemvård", "Prognos 2023")).toBeCloseTo(-1300, 9);
    expect(second.values.flat().filter((value) => String(value).startsWith("Skrivet på"))).toEqual([]);
    const back = await make("resultat-verksamhet", "orebro");
    expect(back.figure("Hemvård", "Egen prognos 2023")).toBeCloseTo(-1.3, 9);
    expect(back.figure("Hemvård", "Prognos helår 2023")).toBeCloseTo(-1.3, 9);
  });

  test("a formula of her own is not written over when the unit changes: she is told which cell it is", async () => {
    const { cell } = await make("resultat-verksamhet", "orebro");
    await type("Resultat per verksamhet", cell("Hemvård", "Egen prognos 2023"), "=-1-0.3");
    await expect(prepareReports(["resultat-verksamhet"], { profil: "askersund" })).rejects.toThrow(
      /Cellen H5 på bladet ”Resultat per verksamhet” har din egen formel/,
    );
    await expect(prepareReports(["resultat-verksamhet"], { profil: "orebro" })).resolves.toBeDefined();
  });

  test("Askersund's interim result has its captions (askersund-2024-delarsresultat)", async () => {
    const { header } = await make("delarsresultat", "askersund");
    expect(header).toEqual(
      expect.arrayContaining(["Helårsprognos 2023", "Budget 2023", "Budgetavvikelse (tkr)"]),
    );
  });

  test("Förändring as change of the magnitude, and the percentage's base, follow the profile", async () => {
    const orebro = await make("kontogrupp-ar", "orebro");
    const askersund = await make("kontogrupp-ar", "askersund");
    const column = "Förändr 2022-2023";
    expect(Number(orebro.figure("Personalkostnader", column))).toBeLessThan(0);
    expect(Number(askersund.figure("Personalkostnader", column))).toBeGreaterThan(0);

    const brutto = await make("procentuell-avvikelse", "orebro");
    expect(brutto.figure("Hemvård", "Budgeterade kostnader 2023")).toBeCloseTo(-1.5, 9);
    const netto = await make("procentuell-avvikelse", "askersund");
    expect(netto.figure("Hemvård", "Budget 2023")).toBe(-1200);
    expect(netto.values.flat()).toContain(
      "Procent = avvikelse / nettobudget, för nämnden liksom för verksamheterna.",
    );
  });

  test("the user's own is kept in the workbook: unit, sign, page header", async () => {
    expect((await saveOwnProfile(JSON.stringify(own))).id).toBe("egen");
    const { values } = await make("resultat-verksamhet", "egen");
    expect(values.find(([name]) => name === "Boende")).toEqual(expect.arrayContaining([500000]));
    await Excel.run(async (context) => {
      const { pageLayout } = context.workbook.worksheets.getItem("Resultat per verksamhet");
      const header = pageLayout.headersFooters.defaultForAllPages;
      header.load("leftHeader");
      await context.sync();
      expect(header.leftHeader).toBe("Vår förvaltning");
    });
  });

  test("a period budget that the source lacks follows the profile's months, and the sheet says so", async () => {
    const periodprofil = [1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 2];
    await saveOwnProfile(JSON.stringify({ ...own, enhet: "tkr", tecken: "netto", periodprofil }));
    const { values } = await make("programomrade", "egen");
    expect(values.find(([name]) => name === "Boende")?.slice(1, 3)).toEqual([500, (800 * 7) / 12]);
    expect(values.flat()).toContain(
      "Periodbudget saknas i underlaget och är beräknad som årsbudgeten × 7/12.",
    );
  });

  test("weights a kontogrupp: each budget follows its own months, others are even, and sums add them (no source budget by period)", async () => {
    const vikter = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    const periodprofil = { personalkostnader: vikter };
    await saveOwnProfile(JSON.stringify({ ...own, enhet: "tkr", tecken: "netto", periodprofil }));
    const unit = await make("enhet-kontogrupp", "egen");
    const column = "Ack aug Budget";
    expect(unit.figure("Intäkter", column)).toBe(200);
    expect(unit.figure("Personalkostnader", column)).toBe(0);
    const { figure, values } = await make("programomrade", "egen");
    expect([figure("Hemvård", "Budget aug 2023"), figure("Boende", "Budget aug 2023")]).toEqual([-200, 0]);
    expect(figure("Nettokostnad", "Budget aug 2023")).toBe(-200);
    expect(values.flat()).toContainEqual(expect.stringMatching(/profilens vikter per kontogrupp/));
  });

  test("columns stand in the profile's order, and verksamheter are added up at its positions", async () => {
    const rapporter = {
      "kontogrupp-ar": { ordning: ["utfall", "bokslut"] },
      driftredovisning: { positioner: 1 },
    };
    await saveOwnProfile(JSON.stringify({ ...own, enhet: "tkr", tecken: "netto", rapporter }));
    const { header, figure } = await make("kontogrupp-ar", "egen");
    expect(header.slice(1, 4)).toEqual(["2023 Ack utf aug", "2022 Bokslut", "2023 Budget"]);
    expect(figure("Personalkostnader", "2022 Bokslut")).toBe(-1500);
    file.close();
    const coded = ledger.map(([, ...rest], index) => [
      ["510 Hemvård", "561 Familjehem", "920 Stab"][index],
      ...rest,
    ]);
    file = await openWorkbook(workbookWithTable(headers, coded));
    await saveOwnProfile(JSON.stringify({ ...own, enhet: "tkr", tecken: "netto", rapporter }));
    const { values } = await make("driftredovisning", "egen");
    expect(values.slice(4, 7).map(([label]) => label)).toEqual(["5", "920 Stab", "Summa"]);
  });

  test("a level chosen for the operating accounts is kept for the next time, until the profile's is chosen again", async () => {
    file.close();
    const coded = ledger.map(([, ...rest], index) => [
      ["510 Hemvård", "561 Familjehem", "920 Stab"][index],
      ...rest,
    ]);
    file = await openWorkbook(workbookWithTable(headers, coded));
    const labels = async (niva?: number | null) => {
      const prepared = await prepareReports(["driftredovisning"], { period: "2023-08", niva });
      const [{ values }] = await writePrepared(prepared);
      return values.slice(4, 7).map(([label]) => label);
    };
    const atTwo = ["510 Hemvård", "561 Familjehem", "920 Stab"];
    expect(await labels()).toEqual(atTwo);
    expect(await labels(1)).toEqual(["5", "920 Stab", "Summa"]);
    expect((await readSettings()).niva).toBe(1);
    expect(await labels()).toEqual(["5", "920 Stab", "Summa"]);
    // The separate accounts have the parent row's level, whichever of the two was made first.
    const [{ values }] = await writePrepared(await prepareReports(["sarredovisning"], { period: "2023-08" }));
    expect(values[0][0]).toContain(" 5");
    expect(await labels(null)).toEqual(atTwo);
    expect((await readSettings()).niva).toBeNull();
  });

  test("the chart over two years says which kontogrupp has changed the most", async () => {
    await make("kontogrupp-ar", "askersund");
    const { charts } = file.workbook.sheet("Intäkts- och kostnadsutveckling")!;
    expect(charts[0].title).toMatchObject({
      text: expect.stringMatching(/^Personalkostnader har ökat mest från 2022 till 2023: [\d\s]+ tkr$/),
    });
  });

  test.each([
    ["{", /kan inte läsas/],
    ["[]", /kan inte läsas/],
    [JSON.stringify({ ...own, enhet: "kkr" }), /enhet inte vara "kkr".*"kr", "tkr", "mnkr"/],
    [JSON.stringify({ enhet: "kr", tecken: "netto" }), /decimaler inte vara –/],
    [JSON.stringify({ ...own, periodprofil: [1, 2] }), /periodprofil inte vara \[1,2\]/],
    [JSON.stringify({ ...own, periodprofil: { Personal: [1] } }), /periodprofil inte vara/],
    [JSON.stringify({ ...own, karensregel: { troskel: 0, frandag: 1, rakna: "planerade" } }), /karensregel/],
    [JSON.stringify({ ...own, malstatus: "pil" }), /malstatus inte vara "pil"/],
    [
      JSON.stringify({ ...own, rapporter: { driftredovisning: { positioner: 9 } } }),
      /positioner inte vara 9/,
    ],
    [JSON.stringify({ ...own, farg: "röd" }), /farg inte vara "röd"/],
    [
      JSON.stringify({ ...own, rapporter: { "rs-kod": { rubriker: { utfall: 1 } } } }),
      /rapporter\.rs-kod\.rubriker/,
    ],
  ])("a profile that can't be used is refused with its field and what it may be: %s", (text, said) => {
    expect(() => lasProfil(text)).toThrow(UserError);
    expect(() => lasProfil(text)).toThrow(said);
  });

  test("a shipped profile passes the rules that the user's own is held to", () => {
    for (const profil of profiler.map((shipped) => ({ ...shipped, id: "egen" }))) {
      expect(lasProfil(JSON.stringify(profil))).toEqual(profil);
    }
  });

  test("an unknown profile names those there are", async () => {
    await expect(prepareReports(["delarsresultat"], { profil: "egen" })).rejects.toThrow(
      /orebro, askersund, huddinge/,
    );
  });
});

test("the pane offers the shipped profiles and, where the workbook has one, its own by its name; a damaged one too", async () => {
  const shipped = profiler.map(({ id, namn }) => ({ id, namn }));
  expect((await readSettings()).profiler).toEqual(shipped);
  const own = { namn: "Vår nämnd", enhet: "tkr", decimaler: 0, tecken: "netto" };
  await saveOwnProfile(JSON.stringify(own));
  expect((await readSettings()).profiler).toEqual([...shipped, { id: "egen", namn: "Vår nämnd" }]);
  await Excel.run((context) =>
    updateStored(context, (stored) => ({ ...stored, settings: { ...stored.settings, egen: "{" } })),
  );
  expect((await readSettings()).profiler).toEqual([...shipped, { id: "egen", namn: "" }]);
});

describe("the pane's form for a profile of her own", () => {
  test("starts from the followed profile and keeps its captions; unit, decimals and sign then go for every report", async () => {
    await saveSettings({ profil: "huddinge" });
    const { val } = await readSettings();
    expect(val).toEqual({
      namn: "",
      enhet: "tkr",
      decimaler: 0,
      tecken: "netto",
      sidhuvud: "Huddinge kommun",
      malstatus: "ord",
      egenPrognos: "prognos",
    });
    await saveProfileChoices({ ...val, namn: "Vår", enhet: "kr" });
    const saved = await readSettings();
    expect(saved.profil).toBe("egen");
    expect(saved.profiler.at(-1)).toEqual({ id: "egen", namn: "Vår" });
    expect(saved.val).toEqual({ ...val, namn: "Vår", enhet: "kr" });
    // Huddinge prints this one in mnkr: her unit goes for it too, and its captions stay.
    const { values, figure } = await make("resultat-verksamhet", "egen");
    expect(values[1][0]).toMatch(/ kr$/);
    expect(figure("Boende", "Utfall t.o.m. aug 2023")).toBe(-500_000);
  });

  test("a change that leaves unit, decimals and sign alone keeps a report's own", async () => {
    await saveSettings({ profil: "huddinge" });
    const { val } = await readSettings();
    await saveProfileChoices({ ...val, sidhuvud: "Socialnämnden" });
    const { values } = await make("resultat-verksamhet", "egen");
    expect(values[1][0]).toMatch(/mnkr$/);
  });

  test("a damaged profile is replaced by what she saves", async () => {
    await Excel.run((context) =>
      updateStored(context, (stored) => ({
        ...stored,
        settings: { ...stored.settings, egen: "{", profil: "egen" },
      })),
    );
    const { val } = await readSettings();
    await saveProfileChoices({ ...val, tecken: "kostnad" });
    expect((await readSettings()).val.tecken).toBe("kostnad");
  });
});
