import { acceptFindings, applyFix, auditWorkbook, writeProtocol } from "../../src/actions/kontroll";
import { Workbook } from "../../src/workbench/model/workbook";
import { readWorkbook, writeWorkbook } from "../../src/workbench/xlsx";
import { type OpenFile, openWorkbook } from "../helpers/openWorkbook";

/** A printed table whose sum leaves a row out: Myndighet is missing, and nothing else. */
function bookWithWrongSum(): Workbook {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Resultat tkr");
  [
    ["Verksamhet", "Utfall", "Budget", "Avvikelse"],
    ["Boende", -117, -104, -13],
    ["Fritid", -231, -208, -23],
    ["Assistans", -385, -341, -44],
    ["Myndighet", -52, -63, 11],
    ["Summa", -733, -716, -69],
  ].forEach((row, r) => row.forEach((value, c) => sheet.setValue(r, c, value)));
  sheet.setFormula(5, 1, { text: "=SUM(B2:B4)", kind: "cell" });
  sheet.setFormula(5, 2, { text: "=SUM(C2:C5)", kind: "cell" });
  sheet.setFormula(5, 3, { text: "=SUM(D2:D5)", kind: "cell" });
  return workbook;
}

let file: OpenFile;
afterEach(() => file?.close());
const sumCell = () => file.workbook.sheet("Resultat tkr")!.value(5, 1);
const wrongSum = async () => (await auditWorkbook()).find(({ cell }) => cell === "B6")!;

describe("the audit over Microsoft's client", () => {
  test("finds the sum that leaves a row out, at its cell, with what it should be", async () => {
    file = await openWorkbook(bookWithWrongSum());
    const finding = await wrongSum();
    expect(finding).toMatchObject({
      regel: "hardkodat",
      sakerhet: "säker",
      blad: "Resultat tkr",
      beraknat: "=SUM(B2:B5)",
    });
    expect(sumCell()).toBe(-733);
  });

  test("a fix is written as it was shown, and taken back", async () => {
    file = await openWorkbook(bookWithWrongSum());
    const undo = await applyFix(await wrongSum());
    await file.calculator.recalculate();
    expect(sumCell()).toBe(-785);
    expect((await auditWorkbook()).filter(({ cell }) => cell === "B6")).toEqual([]);
    await undo();
    expect(sumCell()).toBe(-733);
  });

  test("a colleague's edit after the audit stops the fix, and her figure stays", async () => {
    file = await openWorkbook(bookWithWrongSum());
    const finding = await wrongSum();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Resultat tkr").getRange("B6").values = [[-700]];
      await context.sync();
    });
    await expect(applyFix(finding)).rejects.toThrow(/B6.*ändrats/s);
    expect(sumCell()).toBe(-700);
  });

  test("an accepted finding keeps its reason through save and open, and comes back when the figure changes", async () => {
    file = await openWorkbook(bookWithWrongSum());
    const all = await auditWorkbook();
    await acceptFindings(
      all,
      all.filter(({ cell }) => cell === "B6"),
      "Myndighet redovisas för sig",
    );
    const saved = await writeWorkbook(file.workbook);
    file.close();
    file = await openWorkbook(await readWorkbook(saved));
    expect((await wrongSum()).accepterad).toBe("Myndighet redovisas för sig");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Resultat tkr").getRange("B6").values = [[-390]];
      await context.sync();
    });
    expect((await wrongSum()).accepterad).toBeUndefined();
  });

  test("the protocol is its own sheet, made again in place with notes beside it kept", async () => {
    file = await openWorkbook(bookWithWrongSum());
    const findings = await auditWorkbook();
    const first = await writeProtocol(findings, "2023-12-31");
    expect(first.created).toBe(true);
    const sheet = () => file.workbook.sheet(first.sheet)!;
    const row = sheet().rows.findIndex((line) => line?.values[1] === "B6");
    expect(sheet().value(row, 4)).toBe(findings.find(({ cell }) => cell === "B6")!.tryckt);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(first.sheet).getRangeByIndexes(row, 8, 1, 1).values = [
        ["Rättas i nästa version"],
      ];
      await context.sync();
    });
    const again = await writeProtocol(await auditWorkbook(), "2024-01-02");
    expect(again).toMatchObject({ created: false, sheet: first.sheet });
    expect(
      sheet().rows.some((line) => line?.values[8] === "Rättas i nästa version" && line.values[1] === "B6"),
    ).toBe(true);
  });

  test("twenty sheets are read in a bounded number of syncs, and a correct one gives no finding", async () => {
    const workbook = new Workbook();
    const words =
      "Hemvård Boende Fritid Assistans Myndighet Skola Kök Lokaler Resor Hälsa Arkiv Växel Bilar Larm Tolk Park Museum Hamn Brand Vatten".split(
        " ",
      );
    for (let s = 0; s < 20; s++) {
      const sheet = workbook.addSheet(`Blad ${s} tkr`);
      [
        ["Verksamhet", "Utfall", "Budget", "Avvikelse"],
        [`${words[s]} söder`, -117 - s, -104, -13 - s],
        [`${words[s]} norr`, -231 - 3 * s, -208, -23 - 3 * s],
        ["Summa", -348 - 4 * s, -312, -36 - 4 * s],
      ].forEach((row, r) => row.forEach((value, c) => sheet.setValue(r, c, value)));
    }
    file = await openWorkbook(workbook);
    const sync = jest.spyOn(Excel.RequestContext.prototype, "sync");
    try {
      expect((await auditWorkbook()).filter(({ sakerhet }) => sakerhet === "säker")).toEqual([]);
      expect(sync.mock.calls.length).toBeLessThanOrEqual(2 * 20 + 8);
    } finally {
      sync.mockRestore();
    }
  });
});
