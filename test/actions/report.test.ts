import { listReports, prepareReports, writePrepared } from "../../src/actions/report";
import type { CellValue } from "../../src/workbook/cell";
import {
  addTable,
  type OpenFile,
  openSample,
  openWorkbook,
  workbookWithTable,
} from "../helpers/openWorkbook";

const id = "resultat-verksamhet";
const make = async (choices = {}) => (await writePrepared(await prepareReports([id], choices)))[0];
const headers = ["Grupp", "Verksamhet", "Kontogrupp", "Period", "Utfall", "Periodbudget"];
const ledger: CellValue[][] = ["Boende", "Fritid", "Assistans"].flatMap((verksamhet, v) =>
  Array.from({ length: 12 }, (_, month) => [
    v < 2 ? "Egen regi" : "Köp",
    verksamhet,
    "Personalkostnader",
    202301 + month,
    -100 * (v + 1) - month,
    -100 * (v + 1),
  ]),
);

let file: OpenFile;
afterEach(() => file?.close());

const open = async (rows: CellValue[][] = ledger, names = headers) =>
  (file = await openWorkbook(workbookWithTable(names, rows)));
const report = () => file.workbook.sheets.find(({ name }) => name.startsWith("Resultat"))!;
const rowOf = (label: string) => report().rows.findIndex((row) => row?.values[0] === label);
const inWorkbook = (batch: (context: Excel.RequestContext) => Promise<void>) =>
  Excel.run(async (context) => {
    await batch(context);
    await context.sync();
  });

describe("making a report", () => {
  test("says of each report what it needs and what the workbook lacks", async () => {
    await open();
    const choice = (await listReports()).find((one) => one.id === id)!;
    expect(choice.saknar).toEqual([]);
    expect(choice.blad).toBeNull();
    await make();
    expect((await listReports()).find((one) => one.id === id)!.blad).toBe("Resultat per verksamhet");
  });

  test("adds groups, subtotals and the net cost, and reconciles them with the source", async () => {
    await open();
    const { values, disagreeing } = await make();
    expect(disagreeing).toEqual([]);
    const figures = new Map(values.map((row) => [row[0], row.slice(1)]));
    expect(figures.get("Boende")).toEqual([-1266, -1200, -66, -1200]);
    expect(figures.get("Summa Egen regi:")).toEqual([-3732, -3600, -132, -3600]);
    expect(figures.get("Nettokostnad")).toEqual([-7398, -7200, -198, -7200]);
    expect(
      figures.get("Avstämning mot hela underlaget (ska vara 0)")!.filter((value) => value !== null),
    ).toEqual([0, 0, 0]);
  });

  test("before year end it proposes a forecast, and the chief's own number comes before it", async () => {
    await open();
    const first = await make({ period: "2023-08" });
    expect(first.values.find(([name]) => name === "Boende")!.slice(1)).toEqual([
      -828,
      -800,
      -28,
      -1200,
      -1228,
      null,
      -1228,
      -28,
    ]);
    const row = rowOf("Boende");
    await inWorkbook(async (context) => {
      context.workbook.worksheets.getItem("Resultat per verksamhet").getRangeByIndexes(row, 6, 1, 1).values =
        [[-1300]];
    });
    const again = await make({ period: "2023-08" });
    expect(again.created).toBe(false);
    expect(again.disagreeing).toEqual([]);
    expect(again.values.find(([name]) => name === "Boende")!.slice(5)).toEqual(
      [-1228, -1300, -1300, -100].slice(0, 4),
    );
    expect(again.values.find(([name]) => name === "Nettokostnad")!.at(-2)).toBe(-1300 - 2428 - 3628);
  });

  test("an empty forecast is no forecast of 0: its variance is empty, and sums that lack rows are marked and counted", async () => {
    await open(
      [
        ["Boende", -800, -1200, -1250],
        ["Fritid", -400, -600, null],
        ["Assistans", -90, -100, ""],
      ],
      ["Verksamhet", "Utfall", "Budget", "Prognos"],
    );
    const made = await make({ period: "2023-08" });
    expect(made.disagreeing).toEqual([]);
    const header = made.values.find(([label]) => label === "Verksamhet")!;
    const figure = (label: string, column: string) =>
      made.values.find(([name]) => name === label)![
        header.findIndex((name) => String(name).startsWith(column))
      ];
    const of = (label: string) =>
      ["Förslag", "Prognos", "Avvikelse helår"].map((column) => figure(label, column));
    expect(of("Boende")).toEqual([-1250, -1250, -50]);
    expect(of("Fritid")).toEqual(["", "", ""]);
    expect(of("Assistans")).toEqual(["", "", ""]);
    // Not −1250 − (−1900): 650 of budget without a forecast is no surplus.
    expect(of("Nettokostnad")).toEqual([-1250, -1250, -50]);
    expect(
      made.values.flat().filter((value) => String(value).startsWith("Rader utan prognos: 2.")),
    ).toHaveLength(1);
    const marks = report().conditionalFormats.filter(({ type }) => type === "expression");
    const netto = rowOf("Nettokostnad");
    expect(marks.filter(({ ranges }) => ranges.some(({ row }) => row === netto))).toHaveLength(3);

    await inWorkbook(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Resultat per verksamhet");
      const own = header.findIndex((name) => String(name).startsWith("Egen prognos"));
      sheet.getRangeByIndexes(rowOf("Fritid"), own, 1, 1).values = [[-590]];
      sheet.getRangeByIndexes(rowOf("Assistans"), own, 1, 1).values = [[-105]];
    });
    const again = await make({ period: "2023-08" });
    expect(again.disagreeing).toEqual([]);
    expect(again.values.find(([name]) => name === "Nettokostnad")!.slice(-3)).toEqual([null, -1945, -45]);
    expect(again.values.flat().filter((value) => String(value).includes("utan prognos"))).toEqual([]);
  });

  test("without a period budget the year's budget is spread evenly, and the sheet says so", async () => {
    const rows = ["Boende", "Fritid"].flatMap((name) =>
      Array.from({ length: 8 }, (_, month): CellValue[] => [
        name,
        202301 + month,
        -10,
        month === 0 ? -240 : null,
      ]),
    );
    await open(rows, ["Verksamhet", "Period", "Utfall", "Budget 2023"]);
    const { values } = await make();
    expect(values.find(([name]) => name === "Boende")!.slice(1, 5)).toEqual([-80, -160, 80, -240]);
    expect(values.some(([text]) => String(text).startsWith("Periodbudget saknas"))).toBe(true);
  });

  test("a varav row stands under the sum and never in it", async () => {
    await open();
    addTable(
      file.workbook,
      ["Benämning", "Mått", "Belopp"],
      [["intraprenad", "utfall", 50]],
      "Effekter",
      "Effekter tkr",
    );
    const { values } = await make();
    const figures = new Map(values.map((row) => [row[0], row[1]]));
    expect(figures.get("Nettokostnad")).toBe(-7398);
    expect(figures.get("varav intraprenad")).toBe(50);
    expect(figures.get("Nettokostnad exkl. intraprenad")).toBe(-7448);
  });
});

describe("making it again in place", () => {
  test("keeps the user's comments, extra columns, own rows, name and widths, and outside formulas follow", async () => {
    await open();
    await make();
    const boende = rowOf("Boende");
    await inWorkbook(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Resultat per verksamhet");
      sheet.name = "Resultat i delåret";
      sheet.getRangeByIndexes(boende, 6, 1, 1).values = [["Fler nätter än planerat"]];
      sheet.getRange("B:B").format.columnWidth = 123;
      sheet
        .getRangeByIndexes(boende + 1, 0, 1, 1)
        .getEntireRow()
        .insert("Down");
      sheet.getRangeByIndexes(boende + 1, 0, 1, 2).values = [["egen rad", 5]];
      context.workbook.worksheets.add("Annat").getRange("A1").formulas = [
        [`='Resultat i delåret'!B${rowOf("Nettokostnad") + 2}`],
      ];
    });
    const table = file.workbook.sheet("Ekonomi tkr")!;
    await inWorkbook(async (context) => {
      const rows = context.workbook.tables.getItem("Ekonomi");
      // A new verksamhet in the first group, and one less in the second.
      rows.rows.add(undefined, [["Egen regi", "Akut", "Personalkostnader", 202301, -7, -5]] as never);
    });
    expect(table.tables[0].area.rowCount).toBe(ledger.length + 2);
    const again = await make();
    expect(again.disagreeing).toEqual([]);
    expect(again.sheet).toBe("Resultat i delåret");
    expect(report().value(rowOf("Boende"), 6)).toBe("Fler nätter än planerat");
    expect(report().value(rowOf("egen rad"), 1)).toBe(5);
    expect(rowOf("Akut")).toBeGreaterThan(rowOf("Fritid"));
    expect(again.values.find(([name]) => name === "Summa Egen regi:")![1]).toBe(-3739);
    expect(report().columnWidth(1)).toBe(123);
    await file.calculator.recalculate();
    expect(file.workbook.sheet("Annat")!.value(0, 0)).toBe(-7405);
  });

  test("what was written on a row that goes is kept in a list below", async () => {
    await open();
    await make();
    await inWorkbook(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Resultat per verksamhet");
      sheet.getRangeByIndexes(rowOf("Fritid"), 6, 1, 1).values = [["Läggs ned"]];
      const ledgerSheet = context.workbook.worksheets.getItem("Ekonomi tkr");
      ledgerSheet.getRange("B14:B25").values = Array.from({ length: 12 }, () => ["Boende"]);
    });
    const again = await make();
    expect(again.orphans).toEqual([{ label: "Fritid", text: "Läggs ned" }]);
    expect(rowOf("Fritid")).toBeGreaterThan(rowOf("Avstämning mot hela underlaget (ska vara 0)"));
    expect(report().value(rowOf("Fritid"), 1)).toBe("Läggs ned");
  });

  test("her own forecast, whose column goes when the year is closed, is kept in the list, and so is her own row's", async () => {
    await open();
    await make({ period: "2023-08" });
    await inWorkbook(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Resultat per verksamhet");
      sheet.getRangeByIndexes(rowOf("Boende"), 6, 1, 1).values = [[-1300]];
      sheet.getRangeByIndexes(rowOf("Fritid"), 0, 1, 1).getEntireRow().insert("Down");
      sheet.getRangeByIndexes(rowOf("Fritid"), 0, 1, 8).values = [
        ["egen rad", null, null, null, null, "i förslag", null, "i prognos"],
      ] as never;
    });
    const again = await make({ period: "2023-12" });
    expect(again.disagreeing).toEqual([]);
    expect(again.orphans).toEqual([
      { label: "Boende", text: "Egen prognos 2023: -1300" },
      { label: "egen rad", text: "Förslag 2023: i förslag · Prognos 2023: i prognos" },
    ]);
    const list = rowOf("Skrivet på rader och i kolumner som inte längre finns i rapporten");
    expect(report().value(list + 1, 0)).toBe("Boende");
    expect(report().value(list + 1, 1)).toBe("Egen prognos 2023: -1300");
  });

  test("what she wrote above a column that goes and left of a row that goes is kept in the list too", async () => {
    await open();
    await make({ period: "2023-08" });
    await inWorkbook(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Resultat per verksamhet");
      sheet.getRange("A:A").insert("Right");
      sheet.getRange("1:2").insert("Down");
      const row = rowOf("Fritid") + 2;
      sheet.getRange("H1").values = [["stäms av med chefen"]];
      sheet.getRangeByIndexes(row, 0, 1, 1).values = [["klart"]];
      const ledgerSheet = context.workbook.worksheets.getItem("Ekonomi tkr");
      ledgerSheet.getRange("B14:B25").values = Array.from({ length: 12 }, () => ["Boende"]);
    });
    const again = await make({ period: "2023-12" });
    expect(again.disagreeing).toEqual([]);
    expect(again.orphans).toEqual([
      { label: "", text: "stäms av med chefen" },
      { label: "Fritid", text: "klart" },
    ]);
  });

  test("rows she has sorted keep her order, comments and figures, and none is doubled", async () => {
    await open();
    await make();
    const first = rowOf("Boende");
    await inWorkbook(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Resultat per verksamhet");
      sheet.getRangeByIndexes(first, 6, 1, 1).values = [["om Boende"]];
      sheet.getRangeByIndexes(first, 0, 2, 7).sort.apply([{ key: 0, ascending: false }]);
    });
    expect(rowOf("Fritid")).toBe(first);
    const again = await make();
    expect(again.disagreeing).toEqual([]);
    expect(again.orphans).toEqual([]);
    expect([rowOf("Fritid"), rowOf("Boende")]).toEqual([first, first + 1]);
    expect(report().value(first + 1, 6)).toBe("om Boende");
    expect(report().rows.filter((row) => row?.values[0] === "Fritid")).toHaveLength(1);
    expect(again.values.find(([name]) => name === "Summa Egen regi:")![1]).toBe(-3732);
  });

  test("a column she has put among ours stays, and a sheet that was deleted is made anew", async () => {
    await open();
    await make();
    await inWorkbook(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Resultat per verksamhet");
      sheet.getRange("C:C").insert("Right");
      sheet.getRangeByIndexes(rowOf("Boende"), 2, 1, 1).values = [["mellan"]];
    });
    const again = await make();
    expect(again.disagreeing).toEqual([]);
    expect(report().value(rowOf("Boende"), 2)).toBe("mellan");
    expect(report().value(rowOf("Boende"), 3)).toBe(-1200);
    await inWorkbook(async (context) =>
      context.workbook.worksheets.getItem("Resultat per verksamhet").delete(),
    );
    const anew = await make();
    expect(anew.created).toBe(true);
    expect(anew.disagreeing).toEqual([]);
  });

  test("a formula typed over is told and put back", async () => {
    await open();
    await make();
    const cell = `B${rowOf("Boende") + 1}`;
    await inWorkbook(async (context) => {
      context.workbook.worksheets.getItem("Resultat per verksamhet").getRange(cell).values = [[-1]];
    });
    expect((await make()).overwritten).toEqual([{ cell, was: -1 }]);
    expect(report().value(rowOf("Boende"), 1)).toBe(-1266);
  });

  test("twice without changes writes the same cells", async () => {
    await open();
    const first = await make();
    const second = await make();
    expect(second.values).toEqual(first.values);
    expect(second.formulas).toEqual(first.formulas);
    expect(file.workbook.sheets).toHaveLength(2);
  });
});

describe("a table with headings and sums of its own", () => {
  const rows: CellValue[][] = [
    ["Individ- och familjeomsorg", null, null],
    ["Barn och unga", 110, 100],
    ["Vuxna", 45, 50],
    ["Summa IFO", 155, 150],
    ["Äldreomsorg", null, null],
    ["Hemtjänst", 210, 200],
    ["Särskilt boende", 290, 300],
    ["Summa äldreomsorg", 500, 500],
    ["Totalt", 655, 650],
  ];

  test("is summed where it stands, by its own groups, and its sums are taken away in the reconciliation", async () => {
    await open(rows, ["Verksamhet", "Utfall 2023", "Budget 2023"]);
    const [written, ...others] = await writePrepared(await prepareReports([id], { period: "2023-12" }));
    expect(others).toEqual([]);
    expect(written.disagreeing).toEqual([]);
    expect(
      written.values.flatMap(([name, amount]) => (typeof amount === "number" ? [[name, amount]] : [])),
    ).toEqual([
      ["Barn och unga", 110],
      ["Vuxna", 45],
      ["Summa Individ- och familjeomsorg:", 155],
      ["Hemtjänst", 210],
      ["Särskilt boende", 290],
      ["Summa Äldreomsorg:", 500],
      ["Nettokostnad", 655],
      ["Avstämning mot hela underlaget (ska vara 0)", 0],
    ]);
  });

  test("a row that comes later without a place in the report shows in the reconciliation", async () => {
    await open(rows, ["Verksamhet", "Utfall 2023", "Budget 2023"]);
    await make({ period: "2023-12" });
    await inWorkbook(async (context) => {
      const table = context.workbook.tables.getItemAt(0);
      table.rows.add(undefined, [["Bostadsanpassning", 7, 5]]);
    });
    const at = rowOf("Avstämning mot hela underlaget (ska vara 0)");
    expect(report().rows[at]!.values[1]).toBe(-7);
  });

  test("sums of one name are taken away together", async () => {
    await open(
      [
        ["Hemtjänst", 210, 200],
        ["Särskilt boende", 290, 300],
        ["Summa", 500, 500],
        ["Summa", 500, 500],
      ],
      ["Verksamhet", "Utfall 2023", "Budget 2023"],
    );
    const written = await writePrepared(await prepareReports([id], { period: "2023-12" }));
    expect(written.flatMap(({ disagreeing }) => disagreeing)).toEqual([]);
    expect(
      written
        .at(-1)!
        .values.find(([name]) => name === "Nettokostnad")!
        .slice(1, 3),
    ).toEqual([500, 500]);
  });
});

describe("what a formula can't add as it stands", () => {
  test("a ledger of more text than one request holds is written out in several, and again in place", async () => {
    const many = Array.from({ length: 40_000 }, (_, i): CellValue[] => [
      "Grupp med ett långt namn, som grupper i ekonomisystem ofta har",
      `Verksamhet nummer ${i % 50} med ett namn som också är långt`,
      "Personalkostnader och andra kostnader",
      "dec-23",
      "-1,00",
      -1,
    ]);
    await open(many);
    const first = await writePrepared(await prepareReports([id]));
    expect(first.map(({ report: one }) => one)).toEqual(["underlag-ekonomi", id]);
    expect(first[0].values).toHaveLength(first[0].formulas.length);
    expect(first[1].disagreeing).toEqual([]);
    expect(first[1].values.find(([label]) => label === "Nettokostnad")!.slice(1, 3)).toEqual([
      -40_000, -40_000,
    ]);
    const again = await writePrepared(await prepareReports([id]));
    expect(again.map(({ created }) => created)).toEqual([false, false]);
    expect(again[1].values).toEqual(first[1].values);
  }, 120_000);

  test("text numbers, sum rows and months in words are read to an underlag sheet that the report sums", async () => {
    const rows: CellValue[][] = [
      ["Boende", "jan-23", "- 1 200", -1000],
      ["Boende", "feb-23", -1300, -1000],
      ["Summa Boende", null, -2500, -2000],
    ];
    await open(rows, ["Verksamhet", "Period", "Utfall", "Periodbudget"]);
    const prepared = await prepareReports([id]);
    const written = await writePrepared(prepared);
    expect(written.map(({ sheet }) => sheet)).toEqual(["Underlag ekonomi", "Resultat per verksamhet"]);
    expect(written.flatMap(({ disagreeing }) => disagreeing)).toEqual([]);
    expect(written[1].values.find(([name]) => name === "Nettokostnad")!.slice(1, 4)).toEqual([
      -2500, -2000, -500,
    ]);
    expect(written[1].formulas.flat().some((formula) => formula?.includes("'Underlag ekonomi'!"))).toBe(true);
  });
});

test("a source too large for live sums gives values, with method and time on the sheet; sums stay formulas", async () => {
  const rows = Array.from({ length: 70_000 }, (_, i): CellValue[] => [
    `Grupp ${i % 3}`,
    `Verksamhet ${i % 120}`,
    "Personalkostnader",
    202301 + (i % 12),
    -1,
    -2,
  ]);
  await open(rows);
  const { values, formulas, disagreeing } = await make();
  expect(disagreeing).toEqual([]);
  const at = (label: string) => values.findIndex(([name]) => name === label);
  expect(values[at("Verksamhet 0")].slice(1, 3)).toEqual([-584, -1168]);
  expect(formulas[at("Verksamhet 0")][1]).toBeNull();
  expect(formulas[at("Summa Grupp 0:")][1]).toMatch(/^=SUM\(/);
  expect(values[at("Nettokostnad")].slice(1, 3)).toEqual([-70_000, -140_000]);
  expect(values[at("Avstämning mot hela underlaget (ska vara 0)")].slice(1, 3)).toEqual([0, 0]);
  expect(values.flat().find((value) => String(value).includes("står som värden"))).toMatch(
    /70.000 rader.*summerade \d{4}-\d{2}-\d{2} \d{2}:\d{2}/,
  );
}, 60_000);

test("binary dust in a sum of many rows is no difference: the reconciliation counts to the öre", async () => {
  await open(
    Array.from({ length: 5000 }, (_, i) => [
      `Verksamhet ${i % 7}`,
      202301 + (i % 12),
      -(i % 977) / 0.7,
      -(i % 911) / 0.7,
    ]),
    ["Verksamhet", "Period", "Utfall", "Periodbudget"],
  );
  const written = await writePrepared(await prepareReports([id]));
  expect(written.map(({ sheet }) => sheet)).toEqual(["Resultat per verksamhet"]);
  const check = written[0].values.find(([name]) => String(name).startsWith("Avstämning"))!;
  expect(check.filter((value) => value !== null).slice(1)).toEqual([0, 0, 0]);
});

test("names that Excel's SUMIFS can't tell apart are one row; signs, wildcards and quotes in names are letters", async () => {
  const names = ["Boende", "BOENDE", "-Fritid", "=Stab", "B*", "Bo?nde", '"Citat"', "<5", "~x", "O'B"];
  await open(
    names.map((name, i) => [name, 202301, -(2 ** i), -1 - i]),
    ["Verksamhet", "Period", "Utfall", "Periodbudget"],
  );
  const written = await writePrepared(await prepareReports([id]));
  const { values, disagreeing } = written.at(-1)!;
  expect(disagreeing).toEqual([]);
  const figures = new Map(values.map((row) => [row[0], row[1]]));
  expect(figures.get("Boende")).toBe(-3);
  names.slice(2).forEach((name, i) => expect([name, figures.get(name)]).toEqual([name, -(2 ** (i + 2))]));
  expect(figures.get("Nettokostnad")).toBe(-1023);
});

describe("what stops a report, and changes nothing", () => {
  const refused = async (choices = {}) => {
    const before = file.workbook.sheets.length;
    let message = "";
    try {
      await make(choices);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(file.workbook.sheets).toHaveLength(before);
    expect(file.workbook.customXmlParts).toEqual([]);
    return message;
  };

  test("no source", async () => {
    await open([["a", 1]], ["Sak", "Antal"]);
    expect(await refused()).toMatch(/inget underlag.*ekonomi \(verksamhet, utfall\)/);
  });

  test("a source without the field the report needs", async () => {
    await open([["501", -5]], ["Konto", "Utfall"]);
    expect(await refused()).toMatch(/saknar verksamhet/);
  });

  test("headers that could both be the outcome", async () => {
    await open([["Boende", -5, -6]], ["Verksamhet", "Utfall", "Utfall 2"]);
    expect(await refused()).toMatch(/flera kolumner vara utfall: Utfall, Utfall 2/);
  });

  test("a period outside the source, and one that can't be read", async () => {
    await open();
    expect(await refused({ period: "2024-01" })).toMatch(/2024-01 finns inte .* 2023-01 till 2023-12/);
    expect(await refused({ period: "våren" })).toMatch(/”våren” kan inte läsas/);
  });

  test("a sheet of the same name that the user made", async () => {
    await open();
    file.workbook.addSheet("resultat per Verksamhet");
    expect(await refused()).toMatch(/heter ”resultat per Verksamhet” och det är inte gjort av Nämndkoll/);
  });

  test("a protected workbook", async () => {
    await open();
    file.workbook.protected = true;
    expect(await refused()).toMatch(/struktur är skyddad/);
  });

  test("two sources that fit", async () => {
    await open();
    addTable(file.workbook, headers, ledger, "Ekonomi2", "Förra året tkr");
    expect(await refused()).toMatch(/Flera underlag passar: .*Ekonomi tkr!A1:F37.*Förra året tkr!A1:F37/);
  });

  test("an unknown profile", async () => {
    await open();
    expect(await refused({ profil: "lund" })).toMatch(/ingen profil som heter ”lund”\. Det finns: .*orebro/);
  });

  test("a protected report sheet, and one whose stored part someone has damaged", async () => {
    await open();
    await make();
    report().protection = { allowed: {} };
    await expect(make()).rejects.toThrow(/är skyddat/);
    report().protection = null;
    file.workbook.customXmlParts[0].xml = '<namndkoll xmlns="urn:namndkoll:lagrat:1"/>';
    await expect(make()).rejects.toThrow(/uppgifter i filen är skadade/);
  });
});

test("text in a number column refuses its row, names the cell, and the rest is counted", async () => {
  await open([...ledger, ["Köp", "Assistans", "Personalkostnader", 202301, "se bilaga", -1]]);
  const prepared = await prepareReports([id]);
  expect(prepared.refused).toEqual([
    { blad: "Ekonomi tkr", cell: "E38", skal: expect.stringMatching(/^”se bilaga” är inget tal/) },
  ]);
});

test("the sample workbook's report is made and made again over Microsoft's client", async () => {
  file = await openSample();
  const first = await make({ profil: "orebro" });
  const again = await make({ profil: "orebro" });
  expect(again.values).toEqual(first.values);
  expect(again.disagreeing).toEqual([]);
});
