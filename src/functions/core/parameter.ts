import { tolkaTal } from "../../domain/tolkaTal";
import type { CellMatrix, CellValue, CellError } from "../../workbook/cell";
import { Fault, type Name } from "./fault";

/** A cell's value when errors have been taken out. */
export type Plain = Exclude<CellValue, CellError>;

interface Common {
  name: Name;
  optional: boolean;
  /** The last parameter only: takes one argument or more. */
  repeating: boolean;
}

/** Read cell by cell: a range is broadcast against the others. */
export interface CellParameter<T> extends Common {
  kind: "number" | "integer" | "option" | "any";
  /** What an omitted argument is; undefined where the function itself decides. */
  fallback: T | undefined;
  /** The words an option can be; the first is the default unless another is said. */
  options?: readonly string[];
  read(value: Plain, place?: Name): T | Fault;
}

/** Read whole, once a call. Throws Fault or CellError where the whole call fails. */
export interface RangeParameter<T> extends Common {
  kind: "range";
  read(matrix: CellMatrix): T;
}

export type Parameter<T = unknown> = CellParameter<T> | RangeParameter<T>;

type Names = readonly [sv: string, en: string];

const named = ([sv, en]: Names): Name => ({ sv, en });

/** Blank is 0 and TRUE is 1, as in Excel's arithmetic; text is never guessed. */
export function readNumber(name: Name, value: Plain, place?: Name): number | Fault {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return value === true ? 1 : 0;
  const plats = place ?? "";
  if (value.trim() === "") return new Fault("tomText", { argument: name, plats });
  return new Fault(looksLikeNumber(value) ? "textTal" : "inteTal", {
    argument: name,
    text: excerpt(value),
    plats,
  });
}

/** A printed figure that Excel holds as text. */
export const looksLikeNumber = (text: string) => tolkaTal(text).kind === "tal";

/** Long texts are cut: a message is read in a small balloon. */
export const excerpt = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

type Required = { optional?: false };
type Optional = { optional: true };

/** A number, at least `min` where that is said. */
export function number(names: Names, rest: Optional & { min?: number }): CellParameter<number | undefined>;
export function number(names: Names, rest?: { fallback?: number; min?: number }): CellParameter<number>;
export function number(
  names: Names,
  { optional = false, fallback, min }: { optional?: boolean; fallback?: number; min?: number } = {},
): CellParameter<number | undefined> {
  const name = named(names);
  return {
    name,
    kind: "number",
    optional: optional || fallback !== undefined,
    repeating: false,
    fallback,
    read: (value, place) => {
      const read = readNumber(name, value, place);
      return min !== undefined && typeof read === "number" && read < min
        ? new Fault("minst", { argument: name, min, tal: read, plats: place ?? "" })
        : read;
    },
  };
}

/** Numbers to the end of the argument list. */
export function numbers(names: Names): CellParameter<number> & { repeating: true } {
  return { ...number(names), repeating: true };
}

/** A whole number within bounds. */
export function integer(
  names: Names,
  bounds: Optional & { min: number; max?: number },
): CellParameter<number | undefined>;
export function integer(
  names: Names,
  bounds: Required & { min: number; max?: number; fallback?: number },
): CellParameter<number>;
export function integer(
  names: Names,
  {
    min,
    max,
    optional = false,
    fallback,
  }: { min: number; max?: number; optional?: boolean; fallback?: number },
): CellParameter<number | undefined> {
  const name = named(names);
  return {
    name,
    kind: "integer",
    optional: optional || fallback !== undefined,
    repeating: false,
    fallback,
    read: (value, place) => {
      const read = readNumber(name, value, place);
      if (typeof read !== "number") return read;
      if (Number.isInteger(read) && read >= min && read <= (max ?? Infinity)) return read;
      const values = { argument: name, min, tal: read, plats: place ?? "" };
      return max === undefined ? new Fault("heltalMinst", values) : new Fault("heltal", { ...values, max });
    },
  };
}

/**
 * A word out of a few, in any case. A blank cell is the default, as an omitted argument is: Excel may hand over either as
 * null, 0 or "".
 */
export function option<const O extends string>(
  names: Names,
  options: readonly O[],
  rest: Optional,
): CellParameter<O | undefined>;
export function option<const O extends string>(
  names: Names,
  options: readonly O[],
  rest?: { fallback: NoInfer<O> },
): CellParameter<O>;
export function option<const O extends string>(
  names: Names,
  options: readonly O[],
  rest: Partial<Optional> & { fallback?: O } = {},
): CellParameter<O | undefined> {
  const name = named(names);
  const fallback = rest.optional ? undefined : (rest.fallback ?? options[0]);
  return {
    name,
    kind: "option",
    optional: true,
    repeating: false,
    fallback,
    options,
    read: (value) => {
      const word = String(value ?? "")
        .trim()
        .toLowerCase();
      if (word === "" || word === "0") return fallback;
      return (
        options.find((known) => known === word) ??
        new Fault("okantOrd", {
          argument: name,
          val: options.map((known) => `"${known}"`).join(", "),
          text: excerpt(String(value)),
        })
      );
    },
  };
}

/** Any value, as it stands; blank is 0. */
export function any(names: Names, rest: Optional): CellParameter<Exclude<Plain, null> | undefined>;
export function any(names: Names): CellParameter<Exclude<Plain, null>>;
export function any(
  names: Names,
  rest: Partial<Optional> = {},
): CellParameter<Exclude<Plain, null> | undefined> {
  return {
    name: named(names),
    kind: "any",
    optional: rest.optional ?? false,
    repeating: false,
    fallback: undefined,
    read: (value) => value ?? 0,
  };
}

/** A range that is read whole. */
export function range<T>(names: Names, read: (matrix: CellMatrix, name: Name) => T): RangeParameter<T>;
export function range<T>(
  names: Names,
  read: (matrix: CellMatrix, name: Name) => T,
  rest: Optional,
): RangeParameter<T | undefined>;
export function range<T>(
  names: Names,
  read: (matrix: CellMatrix, name: Name) => T,
  rest: Partial<Optional> = {},
): RangeParameter<T> {
  const name = named(names);
  return {
    name,
    kind: "range",
    optional: rest.optional ?? false,
    repeating: false,
    read: (matrix) => read(matrix, name),
  };
}
