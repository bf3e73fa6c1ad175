import { readDelning } from "../../src/actions/delning";
import { planSharing, seEfter, share } from "../../src/actions/dela";
import { heal, planHealing } from "../../src/actions/lak";
import { removeLines, writeLines } from "../../src/actions/lasarrad";
import { findSensitive, fixSensitive } from "../../src/actions/kansligt";
import { setLogging } from "../../src/actions/logg";
import { planThawing, thaw } from "../../src/actions/tina";
import type { CellValue } from "../../src/workbook/cell";
import { Workbook } from "../../src/workbench/model/workbook";
import { createHost } from "../../src/workbench/host";
import { openClient } from "../../src/workbench/host/node";
import { readWorkbook, writeWorkbook } from "../../src/workbench/xlsx";
import { prepareReports, writePrepared } from "../../src/actions/report";
import { type OpenFile, openSample, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";
import { unzipped } from "../workbench/xlsx/zipParts";

let file: OpenFile;
afterEach(() => file?.close());

const enter = (formulas: [string, string][]) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Uppföljning");
    for (const [address, formula] of formulas) sheet.getRange(address).formulas = [[formula]];
    await context.sync();
  });
const cells = (address: string) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Uppföljning").getRange(address);
    range.load("values,formulas");
    await context.sync();
    return { values: range.values as CellValue[][], formulas: range.formulas as unknown[][] };
  });

const figures: CellValue[][] = [
  ["Verksamhet", "Utfall", "Budget"],
  ["Boende", -110, -100],
  ["Fritid", -45, -50],
  ["Assistans", -290, -300],
];
const kollFormulas: [string, string][] = [
  ["D2", "=KOLL.AVVIKELSE(B2,C2)"],
  ["D3", "=KOLL.AVVIKELSE(B3,C3)"],
  ["D4", "=KOLL.AVVIKELSE(B4,C4)"],
  ["F2", "=KOLL.AVVIKELSE(B2:B4,C2:C4)"],
  ["G2", "=IF(D2<0,ROUND(KOLL.FORBRUKNING(B2,C2),3),0)"],
  ["G3", "=SUM(D2:D4)"],
];

async function open(): Promise<void> {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Uppföljning");
  figures.forEach((row, r) => row.forEach((value, c) => sheet.setValue(r, c, value)));
  file = await openWorkbook(workbook);
  await enter(kollFormulas);
}

const everything = () => cells("A1:H12");

const model = () => file.workbook.sheet("Uppföljning")!;
const inWorkbook = (batch: (context: Excel.RequestContext) => Promise<void> | void) =>
  Excel.run(async (context) => {
    await batch(context);
    await context.sync();
  });
const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Uppföljning");
const freeze = async () => share(await planSharing("varden"));
/** A cell as the file of a reader without the add-in has it: the formula's text, and #NAME?. */
function broken(text: string, column: number, row: number): void {
  model().setFormula(row, column, { text, kind: "cell" });
  model().setValue(row, column, { fel: "#NAME?" });
}

describe("what a reader without the add-in meets", () => {
  test("every KOLL formula is listed with what it fills, inside longer formulas too; a native formula is none", async () => {
    await open();
    const { cells: found, reports } = await seEfter();
    expect(found.map(({ formula, area }) => [formula, area.rowCount * area.columnCount])).toEqual([
      ["=KOLL.AVVIKELSE(B2,C2)", 1],
      ["=KOLL.AVVIKELSE(B2:B4,C2:C4)", 3],
      ["=IF(D2<0,ROUND(KOLL.FORBRUKNING(B2,C2),3),0)", 1],
      ["=KOLL.AVVIKELSE(B3,C3)", 1],
      ["=KOLL.AVVIKELSE(B4,C4)", 1],
    ]);
    expect(reports).toEqual([]);
  });

  test("the stored and the damaged forms are told apart", async () => {
    await open();
    broken("=_xldudf_KOLL_AVVIKELSE(B2,C2)", 3, 1);
    broken("=[2]!_xldudf_KOLL_AVVIKELSE(B3,C3)", 3, 2);
    const forms = (await seEfter()).cells.filter(({ area }) => area.column === 3).map(({ form }) => form);
    expect(forms).toEqual(["lagrad", "skadad", "ren"]);
  });

  test("a text that reads like a formula, and a name of the user's own, are no KOLL formulas", async () => {
    await open();
    await inWorkbook((context) => {
      sheetOf(context).getRange("H2:H3").values = [["'=KOLL.AVVIKELSE(1,2)"], ['="KOLL.AVVIKELSE(1,2)"&A2']];
      context.workbook.names.add("KOLL.EGEN", "=LAMBDA(x,x*2)");
      sheetOf(context).getRange("H4").formulas = [["=LET(KOLL.X,2,KOLL.X*3)"]];
    });
    model().setFormula(5, 7, { text: "=KOLL.EGEN(B2)", kind: "cell" });
    const { cells: found } = await seEfter();
    expect(found.filter(({ area }) => area.column === 7)).toEqual([]);
  });

  test("KOLL in names, conditional formats and validations is told, with the native formula", async () => {
    await open();
    await inWorkbook((context) => {
      context.workbook.names.add("Avvikelsen", "=KOLL.AVVIKELSE(Uppföljning!$B$2,Uppföljning!$C$2)");
      const format = sheetOf(context).getRange("A2:A4").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=KOLL.AVVIKELSE($B2,$C2)<0";
      sheetOf(context).getRange("A8").dataValidation.rule = {
        custom: { formula: "=KOLL.AVVIKELSE(B8,C8)>0" },
      };
    });
    const { uses } = await seEfter();
    expect(uses.map(({ kind, place, native }) => [kind, place, native !== null])).toEqual([
      ["namn", "Avvikelsen", true],
      ["villkorsstyrd", "A2:A4", true],
      ["validering", "A8", true],
    ]);
  });
});

describe("free-standing", () => {
  test("native formulas take the place of KOLL calls, inside other functions and over spills; values and formats stay", async () => {
    await open();
    await inWorkbook((context) => {
      sheetOf(context).getRange("D2:D4").numberFormat = [["0.00"], ["0.00"], ["0.00"]];
    });
    const before = await everything();
    const shared = await share(await planSharing("formler"));
    expect(shared).toMatchObject({ left: [], disagreeing: [] });
    expect(shared.formulas).toBe(5);
    const after = await everything();
    expect(after.values).toEqual(before.values);
    const formulas = after.formulas.flat().map(String);
    expect(formulas.filter((one) => one.includes("KOLL"))).toEqual([]);
    expect(formulas.filter((one) => one.startsWith("="))).toHaveLength(6);
    expect(model().rows[1]!.styles![3]).toBeDefined();
    await shared.undo!();
    expect(await everything()).toEqual(before);
  });

  test("a native formula that gives something else is not left: the value is, and thawing brings the function back", async () => {
    await open();
    const before = await everything();
    // As in a workbook that is not calculated: the functions still show what they gave before.
    model().setValue(1, 1, -130);
    const shared = await share(await planSharing("formler"));
    expect(shared.disagreeing.map(({ row, column }) => [row, column])).toEqual([
      [1, 3],
      [1, 5],
      [1, 6],
    ]);
    expect((await cells("D2:D4")).values).toEqual([[-10], [5], [10]]);
    expect((await cells("D2")).formulas[0][0]).toBe(-10);
    expect((await thaw()).left).toEqual([]);
    expect((await everything()).formulas.flat().slice(8)).toEqual(
      before.formulas
        .flat()
        .slice(8)
        .map((formula) => (formula === -110 ? -130 : formula)),
    );
  });

  test("an array that another function gives gets a native formula that needs no place of it", async () => {
    await open();
    await enter([["H2", '=KOLL.PROGNOS(FILTER(B2:B4,B2:B4<0),,"rak",,3)']]);
    const plan = await planSharing("formler");
    const { native } = plan.steps.find(({ cell }) => cell.area.column === 7)!;
    expect(native).toContain("SEQUENCE(");
    expect(native).not.toContain("ROW(");
    expect((await share(plan)).disagreeing).toEqual([]);
  });

  test("a function without a native formula leaves its value", async () => {
    await open();
    await enter([["H2", "=KOLL.PROGNOS(B2:B4,,12)"]]);
    const before = await cells("H2");
    await share(await planSharing("formler"));
    const after = await cells("H2");
    expect(after.values).toEqual(before.values);
    expect(String(after.formulas[0][0])).not.toContain("KOLL");
  });

  test("nothing is left of the originals in a copy", async () => {
    await open();
    const shared = await share(await planSharing("varden"), { keep: false });
    expect(shared.undo).toBeNull();
    expect(file.workbook.customXmlParts.filter(({ xml }) => xml.includes("fryst"))).toEqual([]);
    await expect(thaw()).resolves.toMatchObject({ restored: [] });
  });

  test("what changes afterwards is calculated by Excel alone", async () => {
    await open();
    await share(await planSharing("formler"));
    await inWorkbook((context) => {
      sheetOf(context).getRange("B2").values = [[-130]];
    });
    expect((await cells("D2")).values[0][0]).toBe(-30);
  });
});

describe("freeze and thaw", () => {
  test("values stand in place of KOLL formulas, spills too, and the formulas come back as they were", async () => {
    await open();
    const before = await everything();
    const shared = await freeze();
    expect(shared).toMatchObject({ formulas: 0, values: 5, left: [], disagreeing: [] });
    const frozen = await everything();
    expect(frozen.values).toEqual(before.values);
    expect(frozen.formulas.flat().filter((one) => String(one).includes("KOLL"))).toEqual([]);
    expect(frozen.formulas[2][6]).toBe("=SUM(D2:D4)");
    const { restored, left } = await thaw();
    expect(restored).toHaveLength(5);
    expect(left).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  test("thawed twice, the second time does nothing", async () => {
    await open();
    await freeze();
    await thaw();
    const before = await everything();
    expect(await thaw()).toMatchObject({ restored: [], left: [] });
    expect(await everything()).toEqual(before);
  });

  test("the originals are in the file: frozen, saved, opened and thawed", async () => {
    await open();
    const before = await everything();
    await freeze();
    const bytes = await writeWorkbook(file.workbook);
    file.close();
    file = await openWorkbook(await readWorkbook(bytes));
    expect((await thaw()).restored).toHaveLength(5);
    expect(await everything()).toEqual(before);
  });

  test("an edited cell is never written over; the others come back", async () => {
    await open();
    await freeze();
    await inWorkbook((context) => {
      sheetOf(context).getRange("D3").values = [[777]];
    });
    const { restored, left } = await thaw();
    expect(restored).toHaveLength(4);
    expect(left.map(({ state, from }) => [state, from.area.row])).toEqual([["ändrad", 2]]);
    expect((await cells("D3")).values[0][0]).toBe(777);
  });

  test("rows inserted above move formulas and what they point at", async () => {
    await open();
    await freeze();
    await inWorkbook((context) => {
      sheetOf(context).getRange("2:3").insert("Down");
    });
    const plan = await planThawing();
    expect(new Set(plan.steps.map(({ state }) => state))).toEqual(new Set(["flyttad"]));
    expect((await thaw()).restored).toEqual([]);
    const { restored } = await thaw({ moved: true });
    expect(restored).toHaveLength(5);
    const { values, formulas } = await cells("D4:F4");
    expect(formulas[0][0]).toBe("=KOLL.AVVIKELSE(B4,C4)");
    expect(values[0][0]).toBe(-10);
    expect(formulas[0][2]).toBe("=KOLL.AVVIKELSE(B4:B6,C4:C6)");
  });

  test("a renamed sheet is found again by its content", async () => {
    await open();
    await freeze();
    await inWorkbook((context) => {
      sheetOf(context).name = "Uppföljning 2024";
    });
    const { restored } = await thaw();
    expect(restored).toHaveLength(5);
    expect(file.workbook.sheets[0].formula(1, 3)?.text).toBe("=KOLL.AVVIKELSE(B2,C2)");
  });

  test("in another workbook they are refused, and nothing changes", async () => {
    await open();
    await freeze();
    const parts = file.workbook.customXmlParts;
    file.close();
    const workbook = new Workbook();
    workbook.addSheet("Annan").setValue(1, 3, -10);
    workbook.customXmlParts = parts;
    file = await openWorkbook(workbook);
    await expect(thaw()).rejects.toMatchObject({ code: "frystAnnanBok" });
    expect(workbook.sheets[0].value(1, 3)).toBe(-10);
  });

  test("a part damaged by hand is told, never used", async () => {
    await open();
    await freeze();
    for (const part of file.workbook.customXmlParts)
      if (part.xml.includes("fryst")) part.xml = part.xml.replace("AVVIKELSE(B2,C2)", "AVVIKELSE(B2,C3)");
    await expect(thaw()).rejects.toMatchObject({ code: "frystSkadat" });
    expect((await cells("D2")).formulas[0][0]).toBe(-10);
  });

  test("a protected sheet is left, and named; the rest of the workbook is frozen", async () => {
    await open();
    const other = file.workbook.addSheet("Låst");
    other.setValue(0, 0, 5);
    await inWorkbook((context) => {
      context.workbook.worksheets.getItem("Låst").getRange("B1").formulas = [["=KOLL.AVVIKELSE(A1,2)"]];
    });
    await inWorkbook((context) => context.workbook.worksheets.getItem("Låst").protection.protect());
    const shared = await freeze();
    expect(shared.values).toBe(5);
    expect(shared.left.map(({ left, cell }) => [left, cell.sheet])).toEqual([["skyddat", "Låst"]]);
    expect(other.formula(0, 1)?.text).toBe("=KOLL.AVVIKELSE(A1,2)");
  });

  test("a cell without a result is not frozen into an error", async () => {
    await open();
    broken("=_xldudf_KOLL_AVVIKELSE(B2,C2)", 3, 1);
    const shared = await freeze();
    expect(shared.left.map(({ left, cell }) => [left, cell.area.row])).toEqual([["trasig", 1]]);
  });

  test("a calculated column of a table, and one cell of an array, are taken whole", async () => {
    file = await openWorkbook(
      workbookWithTable(
        ["Verksamhet", "Utfall", "Budget", "Avvikelse"],
        figures.slice(1).map((row) => [...row, null]),
        "Ekonomi",
        "Uppföljning",
      ),
    );
    await inWorkbook((context) => {
      sheetOf(context).getRange("D2:D4").formulas = [
        ["=KOLL.AVVIKELSE([@Utfall],[@Budget])"],
        ["=KOLL.AVVIKELSE([@Utfall],[@Budget])"],
        ["=KOLL.AVVIKELSE([@Utfall],[@Budget])"],
      ];
      sheetOf(context).getRange("F2").formulas = [["=KOLL.AVVIKELSE(B2:B4,C2:C4)"]];
    });
    const before = await everything();
    const plan = await planSharing("varden", {
      sheet: "Uppföljning",
      area: { row: 3, column: 5, rowCount: 1, columnCount: 1 },
    });
    expect(plan.steps.map(({ cell }) => cell.area)).toEqual([
      { row: 1, column: 5, rowCount: 3, columnCount: 1 },
    ]);
    await freeze();
    expect((await everything()).values).toEqual(before.values);
    await thaw();
    expect(await everything()).toEqual(before);
  });

  test("undo brings the formulas back, and thaw's undo the values", async () => {
    await open();
    const before = await everything();
    const { undo } = await freeze();
    const frozen = await everything();
    await undo!();
    expect(await everything()).toEqual(before);
    await freeze();
    const thawed = await thaw();
    await thawed.undo!();
    expect(await everything()).toEqual(frozen);
    expect((await thaw()).restored).toHaveLength(5);
  });
});

describe("healing", () => {
  test("cells in #NAME? are entered again in one batch, under their own names", async () => {
    await open();
    broken("=_xldudf_KOLL_AVVIKELSE(B2,C2)", 3, 1);
    broken("=[2]!_xldudf_KOLL_AVVIKELSE(B3,C3)", 3, 2);
    broken("=KOLL.AVVIKELSE(B4,C4)", 3, 3);
    const plan = await planHealing();
    expect(plan.steps.map(({ ailment, left }) => [ailment, left])).toEqual([
      ["namn", null],
      ["skadad", null],
      ["namn", null],
    ]);
    const { healed, remaining, left } = await heal(plan);
    expect([healed.length, remaining.length, left.length]).toEqual([3, 0, 0]);
    expect(await cells("D2:D4")).toEqual({
      values: [[-10], [5], [10]],
      formulas: [["=KOLL.AVVIKELSE(B2,C2)"], ["=KOLL.AVVIKELSE(B3,C3)"], ["=KOLL.AVVIKELSE(B4,C4)"]],
    });
    expect((await planHealing()).steps).toEqual([]);
  });

  test("a translated or plain name is entered as the function's own", async () => {
    await open();
    broken("=_xldudf_KOLL_FÖRBRUKNING(B2,C2)", 3, 1);
    await heal(await planHealing());
    expect((await cells("D2")).formulas[0][0]).toBe("=KOLL.FORBRUKNING(B2,C2)");
  });

  test("a function that Nämndkoll doesn't have, and a protected sheet, are told and left", async () => {
    await open();
    broken("=_xldudf_KOLL_HITTEPA(B2,C2)", 3, 1);
    const other = file.workbook.addSheet("Låst");
    await inWorkbook((context) => context.workbook.worksheets.getItem("Låst").protection.protect());
    other.setFormula(0, 0, { text: "=_xldudf_KOLL_AVVIKELSE(1,2)", kind: "cell" });
    other.setValue(0, 0, { fel: "#NAME?" });
    const { healed, left } = await heal(await planHealing());
    expect(healed).toEqual([]);
    expect(left.map(({ left: why, cell }) => [why, cell.sheet])).toEqual([
      ["okand", "Uppföljning"],
      ["skyddat", "Låst"],
    ]);
    expect(other.value(0, 0)).toEqual({ fel: "#NAME?" });
  });

  test("damaged defined names are healed too", async () => {
    await open();
    await inWorkbook((context) => void context.workbook.names.add("Avvik", "=1"));
    file.workbook.names.find(({ name }) => name === "Avvik")!.formula = "=[3]!_xldudf_KOLL_AVVIKELSE(1,2)";
    const { names } = await heal(await planHealing());
    expect(names.map(({ name, healed }) => [name, healed])).toEqual([["Avvik", "=KOLL.AVVIKELSE(1,2)"]]);
    expect(file.workbook.names.find(({ name }) => name === "Avvik")!.formula).toBe("=KOLL.AVVIKELSE(1,2)");
  });
});

describe("what the add-in leaves in a workbook", () => {
  test("the workbook holds nothing that starts the add-in", async () => {
    await open();
    await freeze();
    await setLogging(true);
    await writeLines();
    const parts = Object.entries(unzipped(await writeWorkbook(file.workbook)));
    const extension = parts.filter(([path]) => /webextension/i.test(path)).map(([, xml]) => String(xml));
    expect(extension.join()).not.toMatch(/AutoShowTaskpaneWithDocument|visibility="1"/i);
    expect([...file.workbook.settings.keys()].filter((key) => /^Office\./.test(key))).toEqual([]);
  });

  test("a report sheet needs nothing: no KOLL formula is written in it", async () => {
    file = await openSample();
    await writePrepared(await prepareReports(["alla"]));
    const { cells: found, reports } = await seEfter();
    expect(new Set(found.map(({ sheet }) => sheet))).toEqual(new Set(["Funktioner"]));
    expect(reports.length).toBeGreaterThan(15);
  });
});

describe("two people at once", () => {
  test("a colleague's edit between preview and write stops it, and is kept", async () => {
    await open();
    const plan = await planSharing("varden");
    const colleague = openClient(createHost(file.workbook, { calculator: file.calculator }));
    await colleague.run(async (context) => {
      context.workbook.worksheets.getItem("Uppföljning").getRange("D3").values = [[42]];
      await context.sync();
    });
    await expect(share(plan)).rejects.toMatchObject({ code: "cellenAndrad", values: { cell: "D3" } });
    expect((await cells("D3")).values[0][0]).toBe(42);
    expect((await cells("D2")).formulas[0][0]).toBe("=KOLL.AVVIKELSE(B2,C2)");
    expect(file.workbook.customXmlParts.filter(({ xml }) => xml.includes("fryst"))).toEqual([]);
  });

  test("both freeze a sheet each: both can be thawed", async () => {
    await open();
    const other = file.workbook.addSheet("Andra");
    other.setValue(0, 0, 5);
    await inWorkbook((context) => {
      context.workbook.worksheets.getItem("Andra").getRange("B1").formulas = [["=KOLL.AVVIKELSE(A1,2)"]];
    });
    const before = await everything();
    const mine = await planSharing("varden", { sheet: "Uppföljning", area: null });
    const theirs = await planSharing("varden", { sheet: "Andra", area: null });
    await share(mine);
    await share(theirs);
    const { restored, left } = await thaw();
    expect([restored.length, left.length]).toEqual([6, 0]);
    expect(await everything()).toEqual(before);
    expect(other.formula(0, 1)?.text).toBe("=KOLL.AVVIKELSE(A1,2)");
  });
});

describe("the log", () => {
  const logged = () =>
    file.workbook.sheet("Nämndkoll logg")?.rows.map((row) => row!.values.slice(0, 3)) ?? null;

  test("is not kept unless it was asked for", async () => {
    await open();
    await freeze();
    expect(logged()).toBeNull();
  });

  test("holds time, what and how many cells, and nobody's name; below rows of others", async () => {
    await open();
    await setLogging(true);
    const now = new Date(2026, 10, 23, 12, 0);
    await share(await planSharing("varden"), { now });
    file.workbook.sheet("Nämndkoll logg")!.setValue(2, 0, "en kollegas rad");
    await thaw({ now });
    expect(logged()).toEqual([
      ["Tid", "Vad", "Celler"],
      [46349.5, "Frys", 5],
      ["en kollegas rad"],
      [46349.5, "Tina upp", 5],
    ]);
  });
});

describe("the line for readers", () => {
  const line = (row: number) => String(model().value(row, 0) ?? "");

  test("stands two rows below what is there, is brought up to date in place, and moves below new rows", async () => {
    await open();
    expect(await readDelning()).toMatchObject({ sheets: ["Uppföljning"], withLine: [] });
    await writeLines("sv", { now: new Date(2026, 10, 23, 8, 5) });
    expect(line(5)).toMatch(/^Beräknat med Nämndkoll \d+\.\d+\.\d+, senast 2026-11-23 08:05\. /);
    await writeLines("sv", { now: new Date(2026, 10, 24, 9, 0) });
    expect(line(5)).toContain("2026-11-24 09:00");
    expect(line(7)).toBe("");
    model().setValue(6, 1, 12);
    await writeLines("sv", { now: new Date(2026, 10, 25, 9, 0) });
    expect([line(5), line(8).includes("2026-11-25")]).toEqual(["", true]);
    expect((await readDelning()).withLine).toEqual(["Uppföljning"]);
    await removeLines();
    expect(line(8)).toBe("");
    expect(file.workbook.names.filter(({ name }) => name.includes("lasarrad"))).toEqual([]);
  });

  test("is left alone on a protected sheet", async () => {
    await open();
    await inWorkbook((context) => sheetOf(context).protection.protect());
    expect(await writeLines()).toEqual({ done: [], left: ["Uppföljning"] });
  });
});

describe("sensitive", () => {
  test("hidden sheets, rows and columns, links, comments, properties, personnummer: each with its place", async () => {
    await open();
    const hidden = file.workbook.addSheet("Dold");
    hidden.visibility = "veryHidden";
    hidden.setValue(0, 0, "19121212-1212");
    model().setFormula(6, 0, { text: "='[Lokal.xlsx]Hyror'!$A$1", kind: "cell" });
    model().setValue(6, 0, 12);
    file.workbook.properties.author = "Handläggare";
    file.workbook.properties.lastAuthor = "Handläggare";
    model().pivotTables = ["Pivottabell1"];
    await inWorkbook((context) => {
      sheetOf(context).getRange("3:3").rowHidden = true;
      sheetOf(context).getRange("C:C").columnHidden = true;
      context.workbook.comments.add("Uppföljning!A2", "Stämmer det här?");
    });
    model().comments[0].author = "Handläggare";
    const found = await findSensitive();
    expect(found.map(({ slag, sheet, address, fix }) => [slag, sheet, address, fix !== null])).toEqual([
      ["personuppgift", "Dold", "A1", false],
      ["dolda-rader", "Uppföljning", "3:3", true],
      ["dolda-kolumner", "Uppföljning", "C:C", true],
      ["extern-lank", "Uppföljning", "A7", true],
      ["kommentar", "Uppföljning", "A2", false],
      ["pivot", "Uppföljning", null, false],
      ["mycket-dolt-blad", "Dold", null, true],
      ["egenskap", null, null, true],
      ["egenskap", null, null, false],
    ]);
    for (const one of found.filter(({ fix }) => fix !== null)) {
      const undo = await fixSensitive(one);
      // The linked workbook can't be read here: its value would be gone.
      if (one.slag === "extern-lank") continue;
      await undo();
      expect((await findSensitive()).find(({ slag, om }) => slag === one.slag && om === one.om)).toEqual(one);
      await fixSensitive(one);
    }
    expect((await findSensitive()).map(({ slag }) => slag)).toEqual([
      "personuppgift",
      "kommentar",
      "pivot",
      "egenskap",
    ]);
    expect((await cells("A7")).formulas[0][0]).toBe(12);
    expect(hidden.visibility).toBe("visible");
    expect(file.workbook.properties.author).toBe("");
  });

  test("rows and sheets that someone has shown, hidden or moved since are left as they are", async () => {
    await open();
    const dold = file.workbook.addSheet("Dold");
    dold.visibility = "hidden";
    const hide = (rows: string, hidden: boolean) =>
      inWorkbook((context) => {
        sheetOf(context).getRange(rows).rowHidden = hidden;
      });
    await hide("3:4", true);
    const found = await findSensitive();
    const rows = found.find(({ slag }) => slag === "dolda-rader")!;
    const sheet = found.find(({ slag }) => slag === "dolt-blad")!;
    const refused = { code: "doltAndrat" };
    await inWorkbook((context) => {
      sheetOf(context).getRange("1:1").insert("Down");
    });
    await expect(fixSensitive(rows)).rejects.toMatchObject(refused);
    const undo = await fixSensitive((await findSensitive()).find(({ slag }) => slag === "dolda-rader")!);
    await hide("4:4", true);
    await expect(undo()).rejects.toMatchObject(refused);
    const undoSheet = await fixSensitive(sheet);
    dold.visibility = "veryHidden";
    await expect(undoSheet()).rejects.toMatchObject(refused);
    await expect(fixSensitive(sheet)).rejects.toMatchObject(refused);
    expect(dold.visibility).toBe("veryHidden");
  });

  test("a property that someone has changed since is kept", async () => {
    await open();
    file.workbook.properties.company = "Socialförvaltningen";
    const [one] = await findSensitive();
    file.workbook.properties.company = "Omsorgsförvaltningen";
    await expect(fixSensitive(one)).rejects.toMatchObject({ code: "egenskapenAndrad" });
    expect(file.workbook.properties.company).toBe("Omsorgsförvaltningen");
  });
});
