import type { BaseFunction, BaseValueObject } from "@univerjs/engine-formula";
import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorValueObject,
  functionCompatibility,
  functionDatabase,
  functionDate,
  functionEngineering,
  functionFinancial,
  functionInformation,
  functionLogical,
  functionLookup,
  functionMath,
  functionStatistical,
  functionText,
  functionWeb,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import type { CellMatrix, CellValue, ErrorCode } from "../../workbook/cell";

/** The only file that knows Univer: its library of functions, called with plain values. References never reach it. */

const tables = [
  functionCompatibility,
  functionDatabase,
  functionDate,
  functionEngineering,
  functionFinancial,
  functionInformation,
  functionLogical,
  functionLookup,
  functionMath,
  functionStatistical,
  functionText,
  functionWeb,
] as [new (name: string) => BaseFunction, string][][];

const functions = new Map<string, BaseFunction>();
for (const table of tables) {
  for (const [Implementation, name] of table) {
    const implementation = new Implementation(name);
    const selfContained =
      !implementation.needsReferenceObject &&
      !implementation.needsFormulaDataModel &&
      !implementation.needsSheetsInfo &&
      !implementation.isAsync() &&
      !implementation.isAddress();
    if (selfContained) functions.set(name, implementation);
  }
}

export function hasFunction(name: string): boolean {
  return functions.has(name);
}

/**
 * Calls the function. undefined = left out, null = blank.
 * @throws what the library throws on input it can't handle.
 */
export function callFunction(
  name: string,
  args: (CellValue | CellMatrix | undefined)[],
): CellValue | CellMatrix {
  const implementation = functions.get(name)!;
  const given = [...args];
  while (given.length > 0 && given[given.length - 1] === undefined) given.pop();
  if (given.length < implementation.minParams || given.length > implementation.maxParams)
    return { fel: "#VALUE!" };
  return fromUniver(implementation.calculate(...given.map(toUniver)) as BaseValueObject);
}

function toUniver(value: CellValue | CellMatrix | undefined): BaseValueObject {
  if (!Array.isArray(value)) return single(value ?? null);
  return ArrayValueObject.create({
    calculateValueList: value.map((row) => row.map(single)),
    rowCount: value.length,
    columnCount: value[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function single(value: CellValue): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (typeof value === "number") return NumberValueObject.create(value);
  if (typeof value === "string") return StringValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  return ErrorValueObject.create(value.fel as Parameters<typeof ErrorValueObject.create>[0]);
}

function fromUniver(value: BaseValueObject): CellValue | CellMatrix {
  if (!value.isArray()) return plain(value);
  return value.getArrayValue().map((row) => Array.from(row, (cell) => (cell ? plain(cell) : null)));
}

function plain(value: BaseValueObject): CellValue {
  if (value.isNull()) return null;
  if (value.isError()) return { fel: (value as ErrorValueObject).getErrorType() as ErrorCode };
  const raw = value.getValue();
  if (typeof raw !== "number") return raw;
  return Number.isFinite(raw) ? raw + 0 : { fel: "#NUM!" };
}
