import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import type { CellValue } from "../../src/workbook/cell";
import { isCellError } from "../../src/workbook/cell";
import { createCalculator } from "../../src/workbench/calc";
import { createHost } from "../../src/workbench/host";
import { openClient } from "../../src/workbench/host/node";
import { Workbook } from "../../src/workbench/model/workbook";
import { writeWorkbook } from "../../src/workbench/xlsx";
import { dataSheet, sharedFormulas } from "./calcFormulas";

/** Where LibreOffice is not Excel: the value Excel's documentation gives, and why. */
const excelDiffers: Record<string, { excel: CellValue; why: string }> = {
  '="a"&1&TRUE': { excel: "a1TRUE", why: "LibreOffice has no logical values, only numbers shown as such" },
  '=CONCATENATE("a",1,TRUE)': { excel: "a1TRUE", why: "the same" },
  "=TRUE>5": { excel: true, why: "logical values come after numbers and texts" },
  '=TEXT(TRUE,"0")': { excel: "TRUE", why: "the same" },
  '=SUM(1,"2",TRUE)': { excel: 4, why: "a number written as text is converted when written in the formula" },
  "=SUM(Data!G2:G41)": { excel: -6, why: "logical values in cells are not numbers" },
  "=COUNT(Data!A1:H41)": { excel: 172, why: "the same" },
  "=COUNTIF(Data!G2:G41,1)": { excel: 1, why: "the same, and a text that shows 1 counts" },
  '=COUNTIF(Data!G2:G41,"1")': { excel: 1, why: "the same" },
  '=COUNTIF(Data!G2:G41,">0")': { excel: 6, why: "the same" },
  '=COUNTIF(Data!G2:G41,"<>1")': { excel: 39, why: "the same" },
  '=TEXT(1234567.891,"# ##0")': {
    excel: "1\u00a0234\u00a0568",
    why: "a blank groups thousands in Swedish Excel",
  },
  '="ö">"z"': { excel: true, why: "Swedish order of letters" },
  "=SMALL(Data!D2:D41,41)": { excel: { fel: "#NUM!" }, why: "LibreOffice saves its own errors as #VALUE!" },
  "=PERCENTILE.EXC(Data!D2:D41,0.001)": { excel: { fel: "#NUM!" }, why: "the same" },
  "=VLOOKUP(7,Data!H2:H41,2,TRUE)": { excel: { fel: "#REF!" }, why: "the same" },
  "=INDEX(Data!A2:E41,99,1)": { excel: { fel: "#REF!" }, why: "the same" },
  "=OFFSET(Data!A1,-1,0)": { excel: { fel: "#REF!" }, why: "the same" },
  "=SQRT(-1)": { excel: { fel: "#NUM!" }, why: "the same" },
  "=MROUND(5,-2)": { excel: { fel: "#NUM!" }, why: "different signs are an error" },
  "=PERCENTRANK(Data!H2:H41,6)": { excel: 0.102, why: "cut to three digits, not rounded" },
};

const modern =
  /\b(AGGREGATE|IFS|SWITCH|MAXIFS|MINIFS|CONCAT|TEXTJOIN|IFNA|XOR|NUMBERVALUE|UNICHAR|UNICODE|ISFORMULA|DAYS|BASE|ARABIC|ISOWEEKNUM|RANK\.AVG|RANK\.EQ|PERCENTILE\.EXC|QUARTILE\.EXC|COVARIANCE\.S|NORM\.DIST|NORM\.S\.INV|T\.INV\.2T|CHISQ\.DIST\.RT|CONFIDENCE\.NORM|RRI|PDURATION|BINOM\.DIST|POISSON\.DIST|EXPON\.DIST|NORM\.INV|LOGNORM\.DIST|T\.DIST\.2T|F\.DIST\.RT|CHISQ\.INV|GAMMA\.DIST|BETA\.DIST|WEIBULL\.DIST|PERCENTRANK\.EXC|MUNIT|COMBINA|BITAND|DECIMAL)\(/g;

const recalculateAlways = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

describe("the calculation agrees with LibreOffice", () => {
  let folder: string;
  let theirs: CellValue[];
  let ours: CellValue[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "calc-"));
    theirs = await calculatedByLibreOffice(folder);
    ours = await calculatedByUs();
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(sharedFormulas.map((formula, index) => [formula, index] as const))("%s", (formula, index) => {
    const known = excelDiffers[formula];
    expect(comparable(ours[index])).toEqual(comparable(known ? known.excel : theirs[index]));
    // An exception that LibreOffice no longer needs is to be taken away.
    if (known) expect(comparable(theirs[index])).not.toEqual(comparable(known.excel));
  });
});

describe("a workbook written through Microsoft's client", () => {
  test("SUMIFS over a table's column with a space and brackets: saved, and recalculated to the same by LibreOffice", async () => {
    const workbook = new Workbook();
    workbook.addSheet("Underlag");
    const calculator = await createCalculator(workbook);
    const host = createHost(workbook, { calculator });
    const client = openClient(host);
    const formula = '=SUMIFS(Tabell_1[[Prognos (tkr)]],Tabell_1[Verksamhet],A1,Tabell_1[Månad],"<="&B1)';
    await client.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Underlag");
      const table = sheet.tables.add("A1:C1", true);
      table.name = "Tabell_1";
      table.getHeaderRowRange().values = [["Verksamhet", "Månad", "Prognos (tkr)"]];
      table.rows.add(undefined, [
        ["LSS boende", 1, 10.5],
        ["Ledning", 1, 99],
        ["lss boende", 2, 20.25],
        ["LSS boende", 3, 40],
      ]);
      const report = context.workbook.worksheets.add("Rapport");
      report.getRange("A1:C1").formulas = [["LSS boende", 2, formula]];
      report.getRange("D1").formulas = [["=SUM(Tabell_1[[#All],[Prognos (tkr)]])"]];
      await context.sync();
    });
    const report = workbook.sheet("Rapport")!;
    const ours = [report.value(0, 2), report.value(0, 3)];
    expect(ours).toEqual([30.75, 169.75]);

    const folder = mkdtempSync(join(tmpdir(), "calc-client-"));
    try {
      report.setValue(0, 2, 0);
      report.setValue(0, 3, 0);
      writeFileSync(join(folder, "in.xlsx"), await writeWorkbook(workbook));
      const sheet = (await recalculated(folder)).getWorksheet("Rapport")!;
      expect([sheet.getCell("C1").result, sheet.getCell("D1").result]).toEqual(ours);
    } finally {
      client.close();
      host.dispose();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

/** LibreOffice opens in.xlsx in the folder, recalculates everything and saves; the saved workbook. */
async function recalculated(folder: string): Promise<ExcelJS.Workbook> {
  const profile = join(folder, "profile");
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(join(profile, "user", "registrymodifications.xcu"), recalculateAlways);
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=file://${profile}`,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      join(folder, "out"),
      join(folder, "in.xlsx"),
    ],
    { stdio: "ignore", timeout: 150_000 },
  );
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(join(folder, "out", "in.xlsx")) as unknown as ExcelJS.Buffer);
  return book;
}

async function calculatedByLibreOffice(folder: string): Promise<CellValue[]> {
  const book = new ExcelJS.Workbook();
  const data = book.addWorksheet("Data");
  dataSheet().forEach((row, r) =>
    row.forEach((value, c) => {
      // An empty text can only be a formula's result.
      data.getCell(r + 1, c + 1).value =
        value === ""
          ? ({ formula: '""', result: "" } as ExcelJS.CellFormulaValue)
          : (value as ExcelJS.CellValue);
    }),
  );
  const formulas = book.addWorksheet("Formler");
  sharedFormulas.forEach((formula, index) => {
    formulas.getCell(index + 1, 1).value = {
      formula: formula.slice(1).replace(modern, "_xlfn.$1("),
      result: undefined,
    } as ExcelJS.CellFormulaValue;
  });
  await book.xlsx.writeFile(join(folder, "in.xlsx"));
  const sheet = (await recalculated(folder)).getWorksheet("Formler")!;
  return sharedFormulas.map((_, index) => {
    const { result } = sheet.getCell(index + 1, 1);
    if (typeof result === "object" && result !== null && "error" in result) {
      return { fel: result.error } as CellValue;
    }
    if (result instanceof Date) return result.getTime() / 86400000 + 25569;
    return (result ?? "") as CellValue;
  });
}

async function calculatedByUs(): Promise<CellValue[]> {
  const workbook = new Workbook();
  const data = workbook.addSheet("Data");
  dataSheet().forEach((row, r) => row.forEach((value, c) => data.setValue(r, c, value)));
  const formulas = workbook.addSheet("Formler");
  const calculator = await createCalculator(workbook);
  sharedFormulas.forEach((text, row) => formulas.setFormula(row, 0, { text, kind: "cell" }));
  const report = await calculator.recalculateAll();
  expect(report.kept).toEqual([]);
  return sharedFormulas.map((_, row) => formulas.value(row, 0));
}

/** Numbers to 8 digits (the statistical distributions are approximations), errors by their code. */
function comparable(value: CellValue): unknown {
  if (isCellError(value)) return value.fel;
  return typeof value === "number" ? Number(value.toPrecision(8)) : value;
}
