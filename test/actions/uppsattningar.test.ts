import { prepareReports, writePrepared } from "../../src/actions/report";
import { katalog } from "../../src/reports/katalog";
import { uppsattningar } from "../../src/reports/uppsattningar";
import { type OpenFile, openSample, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";

let file: OpenFile;
afterEach(() => file?.close());

const make = async (ids: string[], choices = {}) => writePrepared(await prepareReports(ids, choices));

describe("a set of reports", () => {
  test("names reports of the catalogue, and no name is both a set's and a report's", () => {
    const known = new Set(katalog.map(({ id }) => id));
    for (const { id, rapporter } of uppsattningar) {
      expect(known.has(id)).toBe(false);
      expect(rapporter.filter((rapport) => !known.has(rapport))).toEqual([]);
    }
  });

  test("is made in one go, in its own order, after a sheet of contents with a link to each", async () => {
    file = await openSample();
    const before = file.workbook.sheets.length;
    const written = await make(["delarsrapport"], { period: "2023-08", profil: "orebro" });
    expect(written.flatMap(({ disagreeing }) => disagreeing)).toEqual([]);
    expect(written[0].sheet).toBe("Innehåll");
    const order = uppsattningar.find(({ id }) => id === "delarsrapport")!.rapporter;
    const made = written
      .slice(1)
      .map(({ report }) => report)
      .filter((report) => !report.startsWith("underlag-"));
    expect(made).toEqual(order.filter((id) => made.includes(id)));
    expect(made.length).toBeGreaterThan(5);
    expect(file.workbook.sheets.slice(before).map(({ name }) => name)).toEqual(
      written.map(({ sheet }) => sheet),
    );
    const links = written[0].formulas.flat().filter((formula) => formula !== null);
    expect(links).toHaveLength(made.length);
    expect(links[0]).toBe('=HYPERLINK("#KOLL_resultat_verksamhet","Resultat per verksamhet")');
    expect(written[0].values.flat()).toContain("Resultat per verksamhet");
  });

  test("is made as far as the workbook allows, and says on the sheet what could not be and why", async () => {
    file = await openWorkbook(
      workbookWithTable(["Verksamhet", "Period", "Utfall", "Periodbudget"], [["Boende", 202312, -10, -9]]),
    );
    const [contents, ...made] = await make(["arsberattelse"]);
    expect(made.map(({ report }) => report)).toContain("resultat-verksamhet");
    const at = contents.values.findIndex(([label]) => label === "Kunde inte göras");
    const left = contents.values.slice(at + 1).filter(([label]) => label !== null);
    expect(left.map(([label]) => label)).toContain("Investeringar");
    expect(left.find(([label]) => label === "Investeringar")![1]).toMatch(/Rapporten behöver investeringar/);
    const again = await make(["arsberattelse"]);
    expect(again.map(({ created }) => created)).not.toContain(true);
    expect(again[0].values).toEqual(contents.values);
  });

  test("of which nothing can be made says why, and writes no sheet", async () => {
    file = await openWorkbook(workbookWithTable(["Namn", "Ort"], [["A", "B"]]));
    await expect(make(["delarsrapport"])).rejects.toMatchObject({ code: "ingenKalla" });
    expect(file.workbook.sheets).toHaveLength(1);
  });
});
