import { prepareReports, writePrepared } from "../../src/actions/report";
import type { CellValue } from "../../src/workbook/cell";
import { Workbook } from "../../src/workbench/model/workbook";
import { type GoldenTable, goldenDocuments } from "../helpers/golden";
import { addTable, type OpenFile, openWorkbook } from "../helpers/openWorkbook";

const table = goldenDocuments()
  .flatMap(({ tables }) => tables)
  .find(({ id }) => id === "huddinge-2023-atgardsplan") as GoldenTable;

let file: OpenFile;
afterEach(() => file.close());

async function make(headers: string[], rows: CellValue[][]) {
  const workbook = new Workbook();
  addTable(workbook, headers, rows, "Atgarder", "Åtgärdslista tkr");
  file = await openWorkbook(workbook);
  const [written] = await writePrepared(await prepareReports(["atgardsplan"], { period: "2023-08" }));
  expect(written.disagreeing).toEqual([]);
  const header = written.values.find(([label]) => label === "Åtgärd")!;
  const row = (label: string, ...columns: string[]) => {
    const found = written.values.find(([name]) => name === label);
    return columns.map((column) => found?.[header.indexOf(column)]);
  };
  return { ...written, row };
}

test("Åtgärdsplan against the published table (Huddinge 2023-08): effects, dashes, the sum and what stands outside it", async () => {
  const posts = table.rader.filter(({ typ }) => typ === "post");
  const areas = new Map<number, string>();
  let area = "";
  table.rader.forEach((rad, i) => {
    if (rad.typ === "rubrik") area = rad.namn;
    areas.set(i, area);
  });
  const outside = table.rader.find(({ typ }) => typ === "justering")!;
  const rows = [...posts, outside].map((rad): CellValue[] => [
    areas.get(table.rader.indexOf(rad))!,
    rad.namn,
    rad === outside ? "nej" : "ja",
    rad.varden[0],
    rad.varden[1],
  ]);
  const { row, values } = await make(["Område", "Åtgärd", "Förankrad", "Effekt 2023", "Effekt 2024"], rows);
  let printed = 0;
  for (const { namn, varden } of posts) {
    expect([namn, ...row(namn, "Effekt 2023", "Effekt 2024")]).toEqual([
      namn,
      ...varden.map((value) => value ?? "-"),
    ]);
    printed += 2;
  }
  expect(row("Summa", "Effekt 2023", "Effekt 2024")).toEqual([2343, 13844]);
  expect(row("Summa ej förankrade", "Effekt 2023", "Effekt 2024")).toEqual(["-", 7700]);
  const at = (label: string) => values.findIndex(([name]) => name === label);
  expect(at(outside.namn)).toBeGreaterThan(at("Summa"));
  console.log(`Huddinge, Åtgärdsplan: ${printed + 3} tryckta celler återgivna.`);
});

test("what is part of another measure is shown and not added; once-only effects in two years are named; text is never lost", async () => {
  const { row, values } = await make(
    ["Id", "Åtgärd", "Ingår i", "Engångs", "Effekt 2023", "Effekt 2024", "Status"],
    [
      ["1", "Natt", null, null, 100, 200, "Pågår"],
      ["2", "Natt, hemvård", "1", null, 40, 80, "Pågår"],
      ["3", "Hyresfritt", null, "ja", 300, 300, "Klar"],
    ],
  );
  expect(row("Natt, hemvård", "Effekt 2023", "Effekt 2024", "Status")).toEqual([40, 80, "Pågår"]);
  expect(row("Summa", "Effekt 2023", "Effekt 2024")).toEqual([400, 500]);
  const remarks = values.map(([label]) => String(label));
  expect(remarks).toContain(
    "Visas men summeras inte igen, eftersom de ingår i en annan åtgärd: Natt, hemvård.",
  );
  expect(remarks).toContain(
    "Engångseffekter som står på fler än ett år; kontrollera att de inte förts vidare: Hyresfritt.",
  );
});
