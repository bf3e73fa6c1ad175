import { saveOwnProfile } from "../../src/actions/egenProfil";
import { prepareReports, writePrepared } from "../../src/actions/report";
import type { CellValue } from "../../src/workbook/cell";
import { Workbook } from "../../src/workbench/model/workbook";
import { addTable, type OpenFile, openWorkbook } from "../helpers/openWorkbook";

const ledger: CellValue[][] = [
  ["Vårdnämnden", "Hemvård", "Intäkter", 200, 300, 310],
  ["Vårdnämnden", "Hemvård", "Personalkostnader", -1000, -1500, -1700],
  ["Socialnämnden", "Boende", "Personalkostnader", -500, -800, null],
];
const headers = ["Nämnd", "Verksamhet", "Kontogrupp", "Utfall", "Budget", "Prognos"];

let file: OpenFile;
afterEach(() => file?.close());

async function make(id: string, period: string, more: (workbook: Workbook) => void = () => undefined) {
  const workbook = new Workbook();
  addTable(workbook, headers, ledger, "Ekonomi", "Ekonomi tkr");
  more(workbook);
  file = await openWorkbook(workbook);
  return written(id, period);
}

/** In the workbook that is open. */
async function written(id: string, period: string, profil?: string) {
  const all = await writePrepared(await prepareReports([id], { period, profil }));
  expect(all.flatMap(({ disagreeing }) => disagreeing)).toEqual([]);
  const sheet = all.find(({ report }) => report === id)!;
  return { ...sheet, row: (label: string) => sheet.values.find(([name]) => name === label)?.slice(1) };
}

const effekter = (workbook: Workbook) =>
  addTable(
    workbook,
    ["Benämning", "Verksamhet", "Mått", "Strukturell", "Belopp"],
    [
      ["volym", "Hemvård", "avvikelse", "ja", -120],
      ["covid", "Hemvård", "avvikelse", "nej", -30],
      ["covid", "Hemvård", "utfall", "nej", -999],
      ["covid", "Nedlagd", "avvikelse", "nej", -5],
    ],
    "Effekter",
    "Effekter",
  );

describe("reports that link to others (spec/reports.md: links between report sheets)", () => {
  test("percent of budgeted gross costs: income is not in the base, and the title names the farthest", async () => {
    const { row, formulas } = await make("procentuell-avvikelse", "2023-08");
    expect(row("Hemvård")).toEqual([-190, -1500, -190 / 1500]);
    // No forecast, no variance.
    expect(row("Boende")).toEqual(["", -800, ""]);
    expect(formulas.flat().filter((formula) => formula?.includes("'Resultat per verksamhet'!"))).toHaveLength(
      2,
    );
    const sheet = file.workbook.sheet("Procentuell avvikelse")!;
    expect(sheet.charts[0].title).toMatchObject({ text: expect.stringMatching(/Hemvård \(−12,7 %\)/) });
  });

  test.each([
    ["kr", "mnkr", -190_000, -1_500_000],
    ["mnkr", "kr", -0.19, -1.5],
  ])(
    "percent is the same where the profile prints this sheet in %s and the one it links to in %s",
    async (har, dar, avvikelse, kostnader) => {
      await make("procentuell-avvikelse", "2023-08");
      await saveOwnProfile(
        JSON.stringify({
          ...{ enhet: har, decimaler: 3, tecken: "netto" },
          rapporter: { "resultat-verksamhet": { enhet: dar } },
        }),
      );
      const { row, values } = await written("procentuell-avvikelse", "2023-08", "egen");
      const [first, second, share] = row("Hemvård")!.map(Number);
      expect([first, second]).toEqual([expect.closeTo(avvikelse, 9), expect.closeTo(kostnader, 9)]);
      expect(share).toBeCloseTo(-190 / 1500, 9);
      // No forecast, no variance, in any unit.
      expect(row("Boende")![0]).toBe("");
      expect(values[1][0]).toContain(har);
      const comparison = await written("avvikelseforklaring", "2023-08", "egen");
      expect(comparison.row("Hemvård")![0]).toBeCloseTo(avvikelse, 9);
    },
  );

  test("the result without effects: structural and other effects on the variance alone, also where the ledger has no row", async () => {
    const { row, values } = await make("effekter-exkl", "2023-12", effekter);
    expect(row("Hemvård")!.slice(-4)).toEqual([400, -120, -30, 550]);
    expect(row("Boende")!.slice(-4)).toEqual([300, 0, 0, 300]);
    expect(row("Nedlagd")!.slice(-4)).toEqual([0, 0, -5, 5]);
    expect(row("Summa")!.slice(-4)).toEqual([700, -120, -35, 855]);
    expect(values.flat()).toContain("Effekter på verksamheter som saknas i ekonomiunderlaget: Nedlagd.");
  });

  test("the programme area prints costs as positive, and budget − outcome as the variance", async () => {
    const { row } = await make("programomrade", "2023-12");
    expect(row("Vårdnämnden")!.slice(0, 3)).toEqual([800, 1200, 400]);
    expect(row("Vårdnämnden")![3]).toBeCloseTo(800 / 1200, 9);
    expect(row("Nettokostnad")!.slice(0, 3)).toEqual([1300, 2000, 700]);
  });

  test("an effect on a board that the ledger lacks has a row of its own in the programme area, and is told", async () => {
    const { row, values } = await make("programomrade", "2023-12", (workbook) =>
      addTable(
        workbook,
        ["Benämning", "Nämnd", "Mått", "Strukturell", "Belopp"],
        [
          ["volym", "Vårdnämnden", "avvikelse", "ja", -120],
          ["moms", "Kulturnämnden", "avvikelse", "ja", -7],
        ],
        "Effekter",
        "Effekter",
      ),
    );
    expect(row("Vårdnämnden")!.at(-1)).toBe(-120);
    expect(row("Kulturnämnden")!.at(-1)).toBe(-7);
    expect(row("Nettokostnad")!.at(-1)).toBe(-127);
    expect(values.flat()).toContainEqual(expect.stringMatching(/saknas i ekonomiunderlaget: Kulturnämnden/));
  });

  test("what a variance is made of: the rest is unexplained, and what she typed survives", async () => {
    const first = await make("avvikelseforklaring", "2023-12");
    expect(first.row("Hemvård")).toEqual([400, null, null, null, null, null, 400, null]);
    const at = first.values.findIndex(([label]) => label === "Hemvård");
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Avvikelseförklaring").getRangeByIndexes(at, 2, 1, 2);
      range.values = [[150, "okänt"]];
      await context.sync();
    });
    const again = await writePrepared(await prepareReports(["avvikelseforklaring"], { period: "2023-12" }));
    const { values, disagreeing } = again.find(({ report }) => report === "avvikelseforklaring")!;
    expect(disagreeing).toEqual([]);
    expect(values[at].slice(1, 8)).toEqual([400, 150, "okänt", null, null, null, 250]);
    expect(values.find(([label]) => label === "Nettokostnad")!.slice(1, 3)).toEqual([700, 150]);
  });

  test("intraprenader: what is used and deficits lower the balance whichever sign they were typed with", async () => {
    const { row } = await make("intraprenader", "2023-12", (workbook) =>
      addTable(
        workbook,
        [
          "Enhet",
          "Prognos",
          "Budget",
          "Ingående ackumulerat resultat",
          "Ianspråktaget",
          "Nya underskott",
          "Nya överskott",
        ],
        [
          ["Ekeby", -1180, -1200, 300, 100, null, 20],
          ["Rosta", -900, -850, 150, null, -50, null],
        ],
        "Intraprenader",
        "Enheterna",
      ),
    );
    expect(row("Ekeby")).toEqual([-1180, -1200, 20, 300, 100, 0, 20, 220]);
    expect(row("Rosta")).toEqual([-900, -850, -50, 150, 0, -50, 0, 100]);
    expect(row("Summa")!.at(-1)).toBe(320);
  });

  test.each([
    ["2023-08", ["-", "-", "-", "-", 2080, null, 2080, 2050, -30, 2080 / 2050]],
    ["2023-12", [2080, 2050, -30, 2080 / 2050, 2050]],
  ])(
    "the programme area's bridge has the intraprenader's own forecast and budget, and nothing they don't tell (%s)",
    async (period, wanted) => {
      const workbook = new Workbook();
      addTable(
        workbook,
        ["Nämnd", "Verksamhet", "Period", "Utfall", "Periodbudget"],
        [
          ["Vårdnämnden", "Hemvård", 202308, -3000, -3200],
          ["Vårdnämnden", "Hemvård", 202312, -3000, -3200],
        ],
        "Ekonomi",
        "Ekonomi tkr",
      );
      addTable(
        workbook,
        ["Enhet", "Prognos", "Budget", "Ingående ackumulerat resultat"],
        [
          ["Ekeby", -1180, -1200, 300],
          ["Rosta", -900, -850, 150],
        ],
        "Intraprenader",
        "Enheterna tkr",
      );
      file = await openWorkbook(workbook);
      const ids = ["programomrade", "intraprenader", "avstamning"];
      const written = await writePrepared(await prepareReports(ids, { period }));
      expect(written.flatMap(({ disagreeing }) => disagreeing)).toEqual([]);
      const { values } = written.find(({ report }) => report === "programomrade")!;
      expect(values.find(([label]) => label === "varav intraprenad")!.slice(1)).toEqual(wanted);
      const relations = written.find(({ report }) => report === "avstamning")!.values;
      const bridge = relations.filter(([, rule]) => String(rule).includes("Summa, på bladet Intraprenader"));
      expect(bridge.length).toBeGreaterThan(0);
      expect(bridge.map(([, , , , difference]) => difference)).toEqual(bridge.map(() => 0));
    },
  );

  test("the reconciliation ties the separate accounts to their parent, carried-over appropriations to the investments, and lists to their sources", async () => {
    const workbook = new Workbook();
    addTable(workbook, headers, ledger, "Ekonomi", "Ekonomi tkr");
    addTable(
      workbook,
      ["Projekt", "Budget", "Utfall", "Prognos", "Önskad överföring"],
      [
        ["Larm", -500, -450, -500, 50],
        ["Buss", -200, 0, -100, 100],
      ],
      "Inventarier",
      "Inventarier tkr",
    );
    file = await openWorkbook(workbook);
    const ids = [
      "driftredovisning",
      "sarredovisning",
      "investeringar",
      "investeringar-overforing",
      "avstamning",
    ];
    const written = await writePrepared(await prepareReports(ids, { period: "2023-08" }));
    const { values, disagreeing } = written.find(({ report }) => report === "avstamning")!;
    expect(disagreeing).toEqual([]);
    const lines = values.filter(([, rule]) => String(rule).includes("summan ="));
    expect(lines.map((line) => line[4])).toEqual(lines.map(() => 0));
    const rules = lines.map(([sheet, rule]) => `${String(sheet)}: ${String(rule)}`);
    expect(rules).toContain("Investeringar: Utfall: summan = hela underlaget");
    expect(rules).toContain(
      "Överföring av investeringar: Anslag: summan = Budget, Summa, på bladet Investeringar",
    );
    expect(
      rules.filter((rule) => /^Särredovisning .*, Hemvård, på bladet Driftredovisning$/.test(rule)),
    ).toHaveLength(3);
  });

  test("the reconciliation holds every total against the source and against the first sheet's, in its unit and sign", async () => {
    const workbook = new Workbook();
    addTable(workbook, headers, ledger, "Ekonomi", "Ekonomi tkr");
    file = await openWorkbook(workbook);
    const written = await writePrepared(
      await prepareReports(["driftredovisning", "programomrade", "avstamning"], { period: "2023-08" }),
    );
    const { values, disagreeing } = written.find(({ report }) => report === "avstamning")!;
    expect(disagreeing).toEqual([]);
    const lines = values.filter(([, regel]) => String(regel).includes("summan ="));
    expect(lines.map(([, regel]) => regel)).toContain(
      "Budget helår 2023: summan = Budget 2023 på bladet Driftredovisning",
    );
    expect(lines.map((line) => line[4])).toEqual(lines.map(() => 0));
    // A figure typed over on a sheet shows.
    const total = written.find(({ report }) => report === "driftredovisning")!;
    const at = total.values.findIndex(([label]) => label === "Summa");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Driftredovisning").getRangeByIndexes(at, 1, 1, 1).values = [[-1]];
      await context.sync();
      const sheet = context.workbook.worksheets.getItem("Avstämning");
      const used = sheet.getUsedRange(true);
      used.load("values");
      await context.sync();
      expect(
        used.values.filter((line) => typeof line[4] === "number" && line[4] !== 0).length,
      ).toBeGreaterThan(0);
    });
  });
});
