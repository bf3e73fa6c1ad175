import { showPlace } from "../../src/actions/show";
import { listSources } from "../../src/actions/sources";
import { problemOf } from "../../src/taskpane/problem";
import { UserError } from "../../src/workbook/userError";
import { Workbook } from "../../src/workbench/model/workbook";
import { addTable, type OpenFile, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";

let file: OpenFile;
afterEach(() => {
  file?.close();
  Reflect.deleteProperty(globalThis, "OfficeExtension");
});
/** An error as Excel throws it: in Node the client's own class is found on one of its errors. */
async function excelError(): Promise<Error> {
  try {
    await showPlace("Borttaget", "A1");
  } catch (error) {
    Object.assign(globalThis, { OfficeExtension: { Error: (error as Error).constructor } });
    return error as Error;
  }
  throw new Error("The sheet is there.");
}

describe("what the user is told when Excel says no", () => {
  test("a sheet deleted while it was shown", async () => {
    file = await openWorkbook(workbookWithTable(["Verksamhet", "Utfall"], [["Boende", 1]]));
    const problem = problemOf(await excelError(), "sv");
    expect(problem.text).toMatch(/finns inte längre/);
    expect(problem.details).toMatch(/ItemNotFound/);
  });

  test("a workbook that is read-only", async () => {
    file = await openWorkbook(new Workbook());
    const { constructor } = await excelError();
    const denied = Object.create(constructor.prototype as object, {
      code: { value: "AccessDenied" },
    }) as Error;
    expect(problemOf(denied, "sv").text).toMatch(/skrivskyddad.*inget har ändrats/s);
    expect(problemOf(denied, "en").text).toMatch(/read-only/);
  });

  test("a fault of our own gives support what it needs and nothing from the workbook", () => {
    const { title, details } = problemOf(new Error("cell B7 holds 12 345"), "sv");
    expect(title).toMatch(/Något gick fel/);
    expect(details).not.toMatch(/12 345|B7/);
    expect(details).toMatch(/^Nämndkoll/);
  });

  test("something the user can set right is said as it is, without technical details", () => {
    const problem = problemOf(new UserError("bladSkyddat", { blad: "Ekonomi" }), "en");
    expect(problem.text).toMatch(/“Ekonomi” is protected/);
    expect(problem.details).toBeNull();
  });
});

test("300 sheets with names as long as Excel allows are read, each source at its own", async () => {
  const workbook = new Workbook();
  for (let sheet = 1; sheet <= 300; sheet++) {
    const name = `Ekonomi ${"x".repeat(18)} ${String(sheet).padStart(4, "0")}`;
    expect(name).toHaveLength(31);
    if (sheet % 100 === 0)
      addTable(workbook, ["Verksamhet", "Utfall tkr"], [["B".repeat(255), -1]], `T${sheet}`, name);
    else workbook.addSheet(name);
  }
  file = await openWorkbook(workbook);
  const sources = await listSources();
  expect(sources.map(({ blad }) => blad.slice(-4))).toEqual(["0100", "0200", "0300"]);
}, 30_000);
