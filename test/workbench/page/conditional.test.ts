import type { Calculator } from "../../../src/workbench/calc/calculator";
import { createCalculator } from "../../../src/workbench/calc";
import type { ConditionalFormat, DataBarLook } from "../../../src/workbench/model/parts";
import { Workbook } from "../../../src/workbench/model/workbook";
import { conditionalLooks } from "../../../src/workbench/page/grid/conditional";

const red = { font: { color: { rgb: "#C00000" } } };
let workbook: Workbook;
let calculator: Calculator;
beforeEach(async () => {
  workbook = new Workbook();
  const sheet = workbook.addSheet("Blad1");
  [
    [-5, 1],
    [0, 2],
    [7, 3],
    ["text", 4],
  ].forEach((row, r) => row.forEach((value, c) => sheet.setValue(r, c, value)));
  calculator = await createCalculator(workbook);
});
afterEach(() => calculator.dispose());

/** Which of A1:A4 get a look. */
async function looked(format: Partial<ConditionalFormat>): Promise<string[]> {
  const [sheet] = workbook.sheets;
  sheet.conditionalFormats = [
    {
      id: "1",
      ranges: [{ row: 0, column: 0, rowCount: 4, columnCount: 1 }],
      priority: 1,
      stopIfTrue: false,
      type: "cellIs",
      formulas: [],
      style: red,
      ...format,
    },
  ];
  return [...(await conditionalLooks(sheet, calculator)).keys()];
}

test.each([
  ["lessThan", ["0"], ["0,0"]],
  ["between", ["-5", "0"], ["0,0", "1,0"]],
  ["notBetween", ["-5", "0"], ["2,0", "3,0"]],
  ["greaterThan", ["B3"], ["2,0", "3,0"]],
  ["equal", ['"TEXT"'], ["3,0"]],
])(
  "cellIs %s %j, references moving with the cell, numbers before texts",
  async (operator, formulas, cells) => {
    expect(await looked({ operator, formulas })).toEqual(cells);
  },
);

test("an expression's references are those of the range's first cell, moved", async () => {
  expect(await looked({ type: "expression", formulas: ["AND(B1>1,$B$4=4)"] })).toEqual(["1,0", "2,0", "3,0"]);
});

describe("data bars of -5, 0 and 7", () => {
  async function bars(look?: DataBarLook) {
    const [sheet] = workbook.sheets;
    await looked({
      type: "dataBar",
      dataBar: { color: "#638EC6", showValue: true, min: { type: "min" }, max: { type: "max" }, look },
    });
    const looks = await conditionalLooks(sheet, calculator);
    return [0, 1, 2].map((row) => {
      const { start, length, color } = looks.get(`${row},0`)!.bar!;
      return [Math.round(start * 1000), Math.round(length * 1000), color];
    });
  }

  test("go both ways from zero, red below it", async () => {
    expect(await bars()).toEqual([
      [0, 417, "#FF0000"],
      [417, 0, "#638EC6"],
      [417, 583, "#638EC6"],
    ]);
  });

  test("go from the middle, in one colour, where the look says so", async () => {
    expect(await bars({ axisFormat: "CellMidPoint", negativeFill: "#638EC6" })).toEqual([
      [143, 357, "#638EC6"],
      [500, 0, "#638EC6"],
      [500, 500, "#638EC6"],
    ]);
  });

  test("all go one way without an axis", async () => {
    expect(await bars({ axisFormat: "None" })).toEqual([
      [0, 0, "#638EC6"],
      [0, 417, "#638EC6"],
      [0, 1000, "#638EC6"],
    ]);
  });
});

test("icons by percent thresholds; text has none", async () => {
  const [sheet] = workbook.sheets;
  const thresholds = ["0", "33", "67"].map((value) => ({ type: "percent", value }));
  await looked({ type: "iconSet", iconSet: { set: "3Arrows", showValue: true, reverse: false, thresholds } });
  const looks = await conditionalLooks(sheet, calculator);
  expect([0, 1, 2, 3].map((row) => looks.get(`${row},0`)?.icon?.position)).toEqual([0, 1, 2, undefined]);
});

test("the first format of two wins where they disagree, and stopIfTrue ends it", async () => {
  const [sheet] = workbook.sheets;
  await looked({ operator: "lessThan", formulas: ["0"], stopIfTrue: true });
  sheet.conditionalFormats.push({
    ...sheet.conditionalFormats[0],
    id: "2",
    priority: 2,
    operator: "lessThan",
    formulas: ["1"],
    style: { font: { bold: true } },
  });
  const looks = await conditionalLooks(sheet, calculator);
  expect(looks.get("0,0")?.style).toEqual(red);
  expect(looks.get("1,0")?.style).toEqual({ font: { bold: true } });
});
