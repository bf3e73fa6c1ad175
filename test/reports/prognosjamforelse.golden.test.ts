import { prepareReports, writePrepared } from "../../src/actions/report";
import type { CellValue } from "../../src/workbook/cell";
import { type GoldenTable, goldenDocuments } from "../helpers/golden";
import { type OpenFile, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";

const table = goldenDocuments()
  .flatMap(({ tables }) => tables)
  .find(({ id }) => id === "orebro-fsn-2023-prognosjamforelse") as GoldenTable;
const posts = table.rader.filter(({ typ, varden }) => typ === "post" && typeof varden[2] === "number");
/** Rows whose printed arrow is another than the one the rest of the column follows. */
const missingArrows = new Set(table.avvikelser.flatMap(({ rad, kolumn }) => (kolumn === 1 ? [rad] : [])));

describe("Prognosjämförelse against the published table (Örebro, funktionsstödsnämnden, October–December 2023)", () => {
  let file: OpenFile;
  afterEach(() => file.close());

  test("gives every row's variances and arrows, and the totals where the print lost rows and a minus", async () => {
    const rows = posts.map(({ varden }, i): CellValue[] => [`${i + 1}`, varden[2], 0, varden[0] ?? 0]);
    file = await openWorkbook(
      workbookWithTable(
        ["Verksamhet", "Utfall", "Budget", "Föregående avvikelse"],
        rows,
        "Ekonomi",
        "Ekonomi mnkr",
      ),
    );
    const choices = { period: "2023-12", profil: "orebro" };
    const written = await writePrepared(await prepareReports(["prognosjamforelse"], choices));
    // It links to the report it compares: that is made too.
    expect(written.map(({ report }) => report)).toEqual(["resultat-verksamhet", "prognosjamforelse"]);
    const [, { values, formulas, disagreeing }] = written;
    expect(disagreeing).toEqual([]);
    const figures = new Map(values.map((row) => [row[0], row.slice(1)]));
    posts.forEach(({ varden, tryckt }, i) => {
      const [fore, pil, nu] = figures.get(`${i + 1}`)!;
      expect(fore).toBeCloseTo(Number(varden[0] ?? 0), 9);
      if (!missingArrows.has(table.rader.indexOf(posts[i])))
        expect([posts[i].namn, pil]).toEqual([posts[i].namn, tryckt[1]]);
      expect(nu).toBeCloseTo(Number(varden[2]), 9);
    });
    const netto = figures.get("Nettokostnad")!;
    const known = table.avvikelser.filter(({ kontroll, rad }) => kontroll === "summa" && rad === 27);
    expect(known.map(({ beraknat }) => beraknat)).toEqual([-70.4, -88.1]);
    console.log(
      `Örebro, Prognosjämförelse: ${posts.length * 3} tryckta celler återgivna. Fel i trycket:\n` +
        known
          .map(({ vad, tryckt, beraknat }) => `Nettokostnad: tryckt ${tryckt}, beräknat ${beraknat} (${vad})`)
          .join("\n"),
    );
    expect(netto[0]).toBeCloseTo(-70.4, 1);
    expect(netto[2]).toBeCloseTo(-88.1, 1);
    expect(formulas[values.findIndex(([label]) => label === "1")][3]).toMatch(/^='Resultat per verksamhet'!/);
  });

  test("compares forecasts, the former against the budget, and shows nothing where there is no former", async () => {
    file = await openWorkbook(
      workbookWithTable(
        ["Verksamhet", "Utfall", "Budget", "Prognos (juli)", "Prognos (aug)"],
        [
          ["Boende", -800, -1200, -1250, -1300],
          ["Fritid", -400, -600, null, -610],
        ],
      ),
    );
    const [, { values, disagreeing }] = await writePrepared(
      await prepareReports(["prognosjamforelse"], { period: "2023-08" }),
    );
    expect(disagreeing).toEqual([]);
    const figures = new Map(values.map((row) => [row[0], row.slice(1)]));
    expect(figures.get("Boende")).toEqual([-50, "", -100, -50]);
    expect(figures.get("Fritid")).toEqual(["", "", -10, ""]);
    expect(figures.get("Nettokostnad")).toEqual([-50, "", -110, -50]);
  });
});
