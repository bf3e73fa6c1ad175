import { prepareReports, writePrepared } from "../../src/actions/report";
import type { CellValue } from "../../src/workbook/cell";
import { Workbook } from "../../src/workbench/model/workbook";
import { type GoldenTable, goldenDocuments } from "../helpers/golden";
import { addTable, type OpenFile, openWorkbook } from "../helpers/openWorkbook";

const tables = goldenDocuments().flatMap(({ tables: list }) => list) as GoldenTable[];
const table = (id: string) => tables.find((one) => one.id === id)!;

let file: OpenFile;
afterEach(() => file.close());

async function make(id: string, sheet: string, headers: string[], rows: CellValue[][]) {
  const workbook = new Workbook();
  addTable(workbook, headers, rows, "Underlaget", sheet);
  file = await openWorkbook(workbook);
  const [written] = await writePrepared(await prepareReports([id], { period: "2023-12" }));
  expect(written.disagreeing).toEqual([]);
  return written;
}

test("Fem år i sammandrag against the published tables (Örebro 2023): every figure, and the totals that their parts contradict in red", async () => {
  const { rader, kolumner, avvikelser } = table("orebro-fsn-2023-fem-ar");
  const shown = rader.map((rad, i) => ({ rad, i })).filter(({ rad }) => rad.typ !== "rubrik");
  let total = "";
  const rows = shown.map(({ rad }): CellValue[] => {
    const part = /kvinnor/i.test(rad.namn) ? "kvinnor" : /män/i.test(rad.namn) ? "män" : rad.namn;
    if (rad.typ !== "varav") total = rad.namn;
    const percent = rad.typ === "varav" && rad.enhet === "%";
    return [
      rad.typ === "varav" ? `${total}${percent ? ", andel %" : ""}` : rad.namn,
      rad.typ === "varav" ? part : "totalt",
      ...rad.varden,
    ];
  });
  const years = kolumner.map(({ namn }) => namn.replace("Utfall ", ""));
  const { values } = await make("fem-ar", "Nyckeltal", ["Indikator", "Uppdelning", ...years], rows);
  const first = values.findIndex(([label]) => label === "Indikator") + 1;
  let printed = 0;
  shown.forEach(({ rad }, at) => {
    expect([
      rad.namn,
      ...values[first + at].slice(1, 6).map((value) => (value === "" ? null : value)),
    ]).toEqual([rad.namn, ...rad.varden]);
    printed += rad.varden.filter((value) => value !== null).length;
  });
  const sums = avvikelser.filter(({ kontroll, sakert }) => kontroll === "summa" && sakert);
  expect(sums.length).toBeGreaterThan(0);
  const sheet = file.workbook.sheet("Fem år i sammandrag")!;
  const red = sheet.conditionalFormats.flatMap(({ ranges, formulas }) =>
    ranges.map(({ row, column }) => ({ row, column, formula: formulas[0] })),
  );
  for (const { rad, kolumn } of sums) {
    const row = first + shown.findIndex(({ i }) => i === rad);
    expect(red.some((one) => one.row === row && one.column === kolumn! + 1)).toBe(true);
  }
  console.log(`Örebro, Fem år i sammandrag: ${printed} tryckta siffror återgivna.`);
});

test("Mål och indikatorer against the published tables (Örebro mål 1–10, Askersund 2024): outcomes, words and targets", async () => {
  const wanted = tables.filter(({ id }) => /indikatorer/.test(id));
  let printed = 0;
  for (const { id, rader, kolumner } of wanted) {
    const posts = rader.filter(({ typ }) => typ === "post");
    const outcomes = kolumner
      .map(({ roll }, k) => ({ roll, k }))
      .filter(({ roll }) => roll.startsWith("utfall"));
    const target = kolumner.findIndex(({ roll }) => roll === "malvarde");
    // Oldest first, whatever order the report printed them in.
    const order = [...outcomes].sort(
      (a, b) => Number(b.roll === "utfall_foregaende") - Number(a.roll === "utfall_foregaende"),
    );
    const headers = [
      "Mål",
      "Indikator",
      ...order.map((_, at) => `Utfall ${2024 - order.length + at}`),
      "Målvärde",
      "Status",
    ];
    const rows = posts.map(({ namn, varden }, at): CellValue[] => [
      "Målet",
      `${namn} ${at}`,
      ...order.map(({ k }) => varden[k]),
      target < 0 ? null : varden[target],
      "Uppfylls",
    ]);
    const { values } = await make("mal-indikatorer", "Mål", headers, rows);
    file.close();
    posts.forEach(({ namn, varden }, at) => {
      const line = values.find(([label]) => label === `${namn} ${at}`)!;
      const expected = [...order.map(({ k }) => varden[k] ?? ""), target < 0 ? "" : (varden[target] ?? "")];
      expect([id, namn, ...line.slice(1, 1 + expected.length)]).toEqual([id, namn, ...expected]);
      printed += expected.filter((value) => value !== "").length;
    });
    expect(values.find(([label]) => label === "Målet")!.at(-3)).toBe("Uppfylls");
  }
  console.log(`Mål och indikatorer: ${printed} tryckta celler återgivna ur ${wanted.length} tabeller.`);
});

test("the trend follows the direction, a missing outcome has none, and a goal with one indicator unmet is not met", async () => {
  const { values } = await make(
    "mal-indikatorer",
    "Mål",
    ["Mål", "Indikator", "Del", "Utfall 2022", "Utfall 2023", "Målvärde", "Riktning", "Status"],
    [
      ["A", "Sjukfrånvaro", "totalt", 10.8, 9.9, "Minska", "lägre", "Uppfylls"],
      ["A", "Sjukfrånvaro", "män", 7, 7.5, "Minska", "lägre", "Uppfylls ej"],
      ["B", "Nöjdhet", "totalt", "saknas", 79, "Minst 75", "högre", "Uppfylls"],
    ],
  );
  const header = values.find(([label]) => label === "Mål och indikator")!;
  const cell = (label: string, column: string) =>
    values.find(([name]) => name === label)![header.indexOf(column)];
  expect([cell("Sjukfrånvaro", "Trend"), cell("män", "Trend"), cell("Nöjdhet", "Trend")]).toEqual([
    "↗",
    "↘",
    "",
  ]);
  expect([cell("A", "Status"), cell("B", "Status")]).toEqual(["Uppfylls ej", "Uppfylls"]);
  expect(cell("Nöjdhet", "Utfall 2022")).toBe("saknas");
});

test("rows follow the source when it is sorted, and what she wrote stays with its row when one comes between", async () => {
  await make(
    "fem-ar",
    "Nyckeltal",
    ["Indikator", "2022", "2023"],
    [
      ["B", 1, 2],
      ["A", 3, 4],
    ],
  );
  await Excel.run(async (context) => {
    const report = context.workbook.worksheets.getItem("Fem år i sammandrag");
    report.getRange("D5").values = [["om B"]];
    context.workbook.tables.getItem("Underlaget").rows.add(1, [["C", 5, 6]]);
    await context.sync();
  });
  const [again] = await writePrepared(await prepareReports(["fem-ar"], { period: "2023-12" }));
  expect(again.disagreeing).toEqual([]);
  const lines = again.values.filter(([label]) => ["A", "B", "C"].includes(String(label)));
  expect(lines).toEqual([
    ["B", 1, 2, "om B"],
    ["C", 5, 6, null],
    ["A", 3, 4, null],
  ]);
});
