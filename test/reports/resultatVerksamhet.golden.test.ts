import { prepareReports, writePrepared } from "../../src/actions/report";
import { type GoldenTable, goldenDocuments } from "../helpers/golden";
import { type OpenFile, openSample } from "../helpers/openWorkbook";

const table = goldenDocuments()
  .flatMap(({ tables }) => tables)
  .find(({ id }) => id === "orebro-fsn-2023-resultat-per-verksamhet") as GoldenTable;

/** Cells of the published table that don't follow from its own rows: they are expected to differ. */
const defects = new Map(
  table.avvikelser
    .filter(({ kontroll }) => kontroll === "summa" || kontroll === "kolumnregel")
    .map((defect) => [`${defect.rad}/${defect.kolumn}`, defect]),
);
// Built on the subtotals' printed budgets, which don't follow from their rows.
const carried = new Set(["28/3", "30/1", "30/3"]);

const print = (value: number) => {
  const rounded = Math.round(Math.abs(value) * 10) / 10;
  return (value < 0 && rounded !== 0 ? -rounded : rounded).toFixed(1).replace(".", ",");
};
const plain = (printed: string) => printed.replace(/\s/g, "");
const label = (name: string) => name.replace(/^- /, "").toLowerCase();

describe("Resultat per verksamhet against the published table (Örebro, funktionsstödsnämnden 2023)", () => {
  let file: OpenFile;
  let rows: Map<string, (number | null)[]>;

  beforeAll(async () => {
    file = await openSample();
    const prepared = await prepareReports(["resultat-verksamhet"], { profil: "orebro", period: "2023-12" });
    const [written] = await writePrepared(prepared);
    // "Personlig assistans" is both a post and a heading: figures only.
    rows = new Map(
      written.values
        .filter((row) => typeof row[1] === "number")
        .map((row) => [label(String(row[0])), row.slice(1) as (number | null)[]]),
    );
  });
  afterAll(() => file.close());

  test("has the published captions, in order", async () => {
    const sheet = file.workbook.sheet("Resultat per verksamhet")!;
    const captions = [1, 2, 3, 4].map((column) => sheet.value(3, column));
    expect(captions).toEqual(table.kolumner.map(({ namn }) => namn));
  });

  test("prints every figure that is arithmetically right, and differs where the print is known to be wrong", () => {
    const wrong: string[] = [];
    const differing: string[] = [];
    let right = 0;
    table.rader.forEach((rad, r) => {
      if (rad.typ === "rubrik") return;
      const ours = rows.get(label(rad.namn));
      rad.tryckt.forEach((tryckt, k) => {
        const value = ours?.[k];
        const printed = value === undefined || value === null ? "saknas" : print(value);
        const place = `${rad.namn}, ${table.kolumner[k].namn}: tryckt ${tryckt}, beräknat ${printed}`;
        if (defects.has(`${r}/${k}`) || carried.has(`${r}/${k}`)) {
          if (printed !== plain(tryckt)) differing.push(place);
        } else if (printed === plain(tryckt)) right++;
        else wrong.push(place);
      });
    });
    console.log(
      `Örebro, Resultat per verksamhet: ${right} tryckta siffror återgivna. Fel i trycket:\n${differing.join("\n")}`,
    );
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThanOrEqual(100);
    expect(differing.length).toBeGreaterThanOrEqual(defects.size - 1);
  });

  test("is live native formulas: no KOLL function, no typed figure", () => {
    const sheet = file.workbook.sheet("Resultat per verksamhet")!;
    for (let row = 4; row < sheet.rows.length; row++) {
      for (let column = 1; column <= 4; column++) {
        if (typeof sheet.value(row, column) !== "number") continue;
        expect(sheet.formula(row, column)?.text).toMatch(/^=(?!.*KOLL\.)/);
      }
    }
  });
});
