import { prepareReports, writePrepared } from "../../src/actions/report";
import type { CellMatrix } from "../../src/workbook/cell";
import { type GoldenTable, goldenDocuments } from "../helpers/golden";
import { type OpenFile, openSample } from "../helpers/openWorkbook";

const tables = goldenDocuments().flatMap((document) => document.tables);
const plain = (printed: string) => printed.replace(/\s/g, "");
const print = (value: unknown) => {
  if (typeof value !== "number") return "0,0";
  const rounded = Math.round(Math.abs(value) * 10) / 10;
  return (value < 0 && rounded !== 0 ? -rounded : rounded).toFixed(1).replace(".", ",");
};

/** The published unit tables and the verksamhet of the sample ledger that each is about. */
const units: Record<string, string> = {
  "enheter-forvaltningsgemensamt": "Förvaltningsgemensamt",
  "enheter-grupp-och-servicebostad": "Grupp- och servicebostad",
  "enheter-boda": "BODA",
  "enheter-lss-fritid": "LSS Fritid",
  "enheter-barn-och-ungdom": "Barn- & Ungdomsverksamhet",
  "enheter-myndighet": "Myndighet",
  "enheter-socialpsykiatrin": "Socialpsykiatri",
};

describe("Enheter per kontogrupp against the published unit tables (Örebro, funktionsstödsnämnden 2023)", () => {
  let file: OpenFile;
  let values: CellMatrix;
  beforeAll(async () => {
    file = await openSample();
    [{ values }] = await writePrepared(
      await prepareReports(["enhet-kontogrupp"], { profil: "orebro", period: "2023-12" }),
    );
  });
  afterAll(() => file.close());

  test.each(Object.entries(units))("%s: every printed figure comes out", (id, unit) => {
    const table = tables.find((one) => one.id === `orebro-fsn-2023-${id}`) as GoldenTable;
    const start = values.findIndex(([label]) => label === unit);
    const end = values.findIndex(([label], row) => row > start && label === `Summa ${unit}`);
    const block = new Map(values.slice(start + 1, end + 1).map((row) => [row[0], row]));
    for (const { namn, typ, tryckt } of table.rader) {
      const row = block.get(typ === "summa" ? `Summa ${unit}` : namn);
      // The sheet's columns: label, last year's accounts, then those of the published table.
      expect([namn, ...[2, 3, 4, 5].map((column) => print(row?.[column]))]).toEqual([
        namn,
        ...tryckt.map(plain),
      ]);
    }
  });
});
