import type { Language } from "../texts/language";
import { type CellMatrix, type CellValue, isCellError, isErrorCode } from "../workbook/cell";
import type { Argument } from "./core/define";
import { Fault } from "./core/fault";
import { callFunction, functions } from "./index";

/** A cell as Excel hands it over: an error is an object that carries its code. */
type ExcelValue = number | string | boolean | null | CustomFunctions.Error;
type ExcelArgument = ExcelValue | ExcelValue[][] | ExcelValue[][][] | undefined;

/** Ties the ids of functions.json to the registry. */
export function associateFunctions() {
  for (const { id, parameters } of functions) {
    const last = parameters.length - 1;
    CustomFunctions.associate(id, (...given: ExcelArgument[]) => {
      // Excel adds an argument of its own after the parameters, and gathers the repeating ones in one list.
      const own = given.slice(0, parameters.length);
      const list = parameters[last].repeating
        ? [...own.slice(0, last), ...((own[last] ?? []) as ExcelValue[][][])]
        : own;
      const language = displayLanguage();
      const result = callFunction(id, list.map(fromExcel), language);
      return result.map((row) => row.map((value) => toExcel(value, language)));
    });
  }
}

/** Swedish until Office has said otherwise. */
function displayLanguage(): Language {
  const tag = typeof Office === "undefined" ? undefined : Office.context?.displayLanguage;
  return tag === undefined || tag.startsWith("sv") ? "sv" : "en";
}

/** An omitted argument comes as null, a single cell as 1 × 1 or, where the parameter is a word, as itself. */
function fromExcel(given: ExcelArgument): Argument {
  if (given === null || given === undefined) return undefined;
  if (!Array.isArray(given)) return [[fromCell(given)]];
  const matrix = given as ExcelValue[][];
  const hasObjects = matrix.some((row) => row.some((value) => typeof value === "object" && value !== null));
  return hasObjects ? matrix.map((row) => row.map(fromCell)) : (matrix as CellMatrix);
}

function fromCell(value: ExcelValue): CellValue {
  if (typeof value !== "object" || value === null) return value ?? null;
  return { fel: isErrorCode(value.code) ? value.code : "#VALUE!" };
}

/** The codes a custom function may answer with; others are told in words. */
const answerable = new Set<string>(["#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!"]);

function toExcel(value: CellValue, language: Language): number | string | boolean | CustomFunctions.Error {
  if (!isCellError(value)) return value ?? "";
  const { fel, text } = answerable.has(value.fel)
    ? value
    : new Fault("felIndata", { fel: value.fel }).toError(language);
  return new CustomFunctions.Error(fel as CustomFunctions.ErrorCode, text);
}

associateFunctions();
