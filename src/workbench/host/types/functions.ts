import { quoteSheet } from "../../../workbook/address";
import { isCellError } from "../../../workbook/cell";
import { apiValue } from "../../model/cells";
import { rangeAddress } from "../../model/references";
import type { Workbook } from "../../model/workbook";
import { areaOf, type Batch } from "../batch";
import { type Method, type PartialRegistry, value } from "../definition";
import { invalidArgument } from "../errors";
import { HostObject, type LiveAreas, object } from "../targets";

/** "chiSq_Dist_RT" is CHISQ.DIST.RT. */
const functionName = (member: string) => member.replace(/_/g, ".").toUpperCase();

/** An argument as it stands in a formula: a range's address, another function's result, or a constant. */
function argumentText(raw: unknown): string {
  if (raw instanceof HostObject) {
    if (raw.type === "FunctionResult") return argumentText((raw.target as FunctionValue).value);
    const range = raw.target as LiveAreas;
    return `${quoteSheet(range.sheet.name)}!${rangeAddress(areaOf(range))}`;
  }
  if (raw === null || raw === undefined) return "";
  if (typeof raw === "string") return `"${raw.replace(/"/g, '""')}"`;
  if (typeof raw === "number" || typeof raw === "boolean") return String(raw).toUpperCase();
  throw invalidArgument(`a function can't take ${JSON.stringify(raw)}`);
}

interface FunctionValue {
  value: string | number | boolean;
  error: string;
}

async function call(member: string, args: unknown[], batch: Batch) {
  // Optional arguments that were left out come as null, and repeating ones as one list.
  const given = args.flatMap((arg) => (Array.isArray(arg) ? (arg as unknown[]) : [arg]));
  while (given.length > 0 && (given.at(-1) === null || given.at(-1) === undefined)) given.pop();
  const formula = `=${functionName(member)}(${given.map(argumentText).join(",")})`;
  const [[result]] = await batch.evaluate(formula, batch.workbook.sheets[0], 0, 0);
  const error = isCellError(result) ? result.fel : "";
  return object("FunctionResult", { value: error ? "" : apiValue(result), error });
}

/** Every member but the plumbing is a worksheet function. */
const functions = new Proxy<Record<string, Method<Workbook>>>(
  {},
  {
    get: (_all, member) =>
      typeof member === "string" && /^[a-z]/.test(member)
        ? {
            calculated: true,
            run: (_workbook: Workbook, args: unknown[], batch: Batch) => call(member, args, batch),
          }
        : undefined,
    has: (_all, member) => typeof member === "string" && /^[a-z]/.test(member) && !member.startsWith("get"),
  },
);

export const functionTypes = {
  Functions: { methods: functions },
  FunctionResult: {
    properties: {
      value: value(({ value }) => value),
      error: value(({ error }) => error),
    },
  },
} satisfies PartialRegistry;
