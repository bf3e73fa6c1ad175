import type { CellValue, ErrorCode } from "../../../workbook/cell";
import { isCellError } from "../../../workbook/cell";
import type { Argument, Value } from "../values";
import { fault, isMatrix, Lambda, Reference, toNumber } from "../values";
import type { FunctionTable, Machine } from "./definition";
import { define } from "./definition";

const is = (test: (value: CellValue) => boolean) => define(1, 1, "s", ([value]: [CellValue]) => test(value));

const parity = (odd: boolean) =>
  define(1, 1, "s", ([value]: [CellValue], machine) => {
    if (typeof value === "boolean") return fault("#VALUE!");
    const number = toNumber(value, machine.date1904);
    return isCellError(number) ? number : Math.abs(Math.trunc(number)) % 2 === (odd ? 1 : 0);
  });

const errorNumbers: Partial<Record<ErrorCode, number>> = {
  "#NULL!": 1,
  "#DIV/0!": 2,
  "#VALUE!": 3,
  "#REF!": 4,
  "#NAME?": 5,
  "#NUM!": 6,
  "#N/A": 7,
  "#GETTING_DATA": 8,
  "#SPILL!": 9,
  "#CONNECT!": 10,
  "#BLOCKED!": 11,
  "#UNKNOWN!": 12,
  "#FIELD!": 13,
  "#CALC!": 14,
};

function type([value]: Argument[], machine: Machine): Value {
  if (value instanceof Lambda) return 128;
  if (isMatrix(value)) return 64;
  let single: CellValue;
  if (value instanceof Reference) {
    const [part] = value.areas;
    if (part.area.rowCount * part.area.columnCount > 1) return 64;
    single = machine.cell(part);
  } else single = value ?? null;
  if (isCellError(single)) return 16;
  return typeof single === "string" ? 2 : typeof single === "boolean" ? 4 : 1;
}

function sheet([of]: Argument[], machine: Machine): Value {
  if (of === undefined) return machine.sheetNumber(null) ?? fault("#N/A");
  if (of instanceof Reference) return machine.sheetNumber(of.areas[0].sheet.name) ?? fault("#N/A");
  return typeof of === "string" ? (machine.sheetNumber(of) ?? fault("#N/A")) : fault("#N/A");
}

export const informationFunctions: FunctionTable = {
  ISBLANK: is((value) => value === null),
  ISERROR: is(isCellError),
  ISERR: is((value) => isCellError(value) && value.fel !== "#N/A"),
  ISNA: is((value) => isCellError(value) && value.fel === "#N/A"),
  ISNUMBER: is((value) => typeof value === "number"),
  ISTEXT: is((value) => typeof value === "string"),
  ISNONTEXT: is((value) => typeof value !== "string"),
  ISLOGICAL: is((value) => typeof value === "boolean"),
  ISEVEN: parity(false),
  ISODD: parity(true),
  ISREF: define(1, 1, "a", ([value]: Argument[]) => value instanceof Reference),
  ISFORMULA: define(1, 1, "a", ([value]: Argument[], machine) =>
    value instanceof Reference ? machine.formulaText(value.areas[0]) !== null : fault("#VALUE!"),
  ),
  NA: define(0, 0, "a", () => fault("#N/A")),
  N: define(1, 1, "s", ([value]: [CellValue]) =>
    isCellError(value) || typeof value === "number" ? value : typeof value === "boolean" ? Number(value) : 0,
  ),
  T: define(1, 1, "s", ([value]: [CellValue]) =>
    isCellError(value) || typeof value === "string" ? value : "",
  ),
  TYPE: define(1, 1, "a", type),
  "ERROR.TYPE": define(1, 1, "s", ([value]: [CellValue]) =>
    isCellError(value) ? (errorNumbers[value.fel] ?? fault("#N/A")) : fault("#N/A"),
  ),
  SHEET: define(0, 1, "a", sheet),
  SHEETS: define(0, 1, "a", ([of]: Argument[], machine) =>
    of instanceof Reference ? new Set(of.areas.map((part) => part.sheet)).size : machine.sheetCount(),
  ),
};
