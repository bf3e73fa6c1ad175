import type { Batch } from "./batch";
import { colorNames } from "./colorNames";
import { invalidArgument } from "./errors";
import type { HostObject, Targets, TypeName } from "./targets";

/** A property of one of Excel's objects. Without `set` it is read-only. */
export interface Property<T> {
  /** A promise is waited for before the request is answered. */
  get?(target: T, batch: Batch): unknown;
  set?(target: T, value: unknown, batch: Batch): void;
  /** Reading needs calculated values. */
  calculated?: boolean;
  /** In the user's language, of which the host knows English only: in others it is refused, never given in English. */
  local?: boolean;
  /** Too heavy, or of no meaning, to come along when everything is loaded ([docs]: only what is asked for by name). */
  onlyByName?: boolean;
}

export interface Method<T> {
  run(target: T, args: unknown[], batch: Batch): unknown;
  calculated?: boolean;
}

/** How one of Excel's types answers. Member names are those of its documentation; what is not here is not modelled. */
export interface ObjectType<T> {
  /** What the client finds the object by again, and the name it expects it under. */
  id?: { wire: "Id" | "_Id"; of(target: T, batch: Batch): string | number };
  /** False once the thing is gone from the workbook. */
  exists?(target: T, batch: Batch): boolean;
  properties?: Record<string, Property<T>>;
  /** Objects reached by a property; null is a null object. */
  navigation?: Record<string, (target: T, batch: Batch) => HostObject | null>;
  methods?: Record<string, Method<T> | Method<T>["run"]>;
  /** A collection's items, in order. */
  items?(target: T, batch: Batch): HostObject[];
  /** A collection's item by name, id or number; null when there is none. */
  item?(target: T, key: unknown, batch: Batch): HostObject | null;
  /** Events by the name they are registered with, and whose they are. */
  events?: Record<string, number>;
  eventTarget?(target: T): string;
  /** Members that are kept while the workbook is open, but that no saved file has. */
  unsaved?: readonly string[];
  /** The client keeps a reference to it across requests. */
  referenced?: boolean;
}

export type Registry = { [K in TypeName]: ObjectType<Targets[K]> };
export type PartialRegistry = { [K in TypeName]?: ObjectType<Targets[K]> };

/** A read-only property. */
export function value<T>(get: (target: T, batch: Batch) => unknown): Property<T> {
  return { get };
}

export function calculated<T>(get: (target: T, batch: Batch) => unknown): Property<T> {
  return { get, calculated: true };
}

/** A property of a plain data object that is read and written as it stands. */
export function field<T, K extends keyof T>(
  key: K,
  read: (value: unknown) => T[K],
  after?: (target: T, batch: Batch) => void,
): Property<T> {
  return {
    get: (target) => target[key],
    set(target, raw, batch) {
      target[key] = read(raw);
      after?.(target, batch);
    },
  };
}

export function text(raw: unknown): string {
  if (typeof raw !== "string") throw invalidArgument(`a text is expected, not ${JSON.stringify(raw)}`);
  return raw;
}

export function optionalText(raw: unknown): string {
  return raw === null || raw === undefined ? "" : text(raw);
}

export function truth(raw: unknown): boolean {
  if (typeof raw !== "boolean")
    throw invalidArgument(`true or false is expected, not ${JSON.stringify(raw)}`);
  return raw;
}

export function number(raw: unknown): number {
  if (typeof raw !== "number" || !Number.isFinite(raw))
    throw invalidArgument(`a number is expected, not ${JSON.stringify(raw)}`);
  return raw;
}

export function integer(raw: unknown): number {
  const read = number(raw);
  if (!Number.isInteger(read)) throw invalidArgument(`a whole number is expected, not ${read}`);
  return read;
}

/** One of the words Excel knows, in its spelling or with a small first letter. */
export function oneOf<W extends string>(words: readonly W[]): (raw: unknown) => W {
  return (raw) => {
    const found = words.find((word) => word.toLowerCase() === String(raw).toLowerCase());
    if (!found) throw invalidArgument(`${JSON.stringify(raw)} is none of ${words.join(", ")}`);
    return found;
  };
}

/** "#FFA500", "FFA500" or "orange" as "#FFA500". */
export function color(raw: unknown): string {
  const given = text(raw).trim();
  const hex = /^#?([0-9a-f]{6})$/i.exec(given);
  if (hex) return `#${hex[1].toUpperCase()}`;
  const named = colorNames.get(given.toLowerCase());
  if (!named) throw invalidArgument(`${given} is no colour`);
  return named;
}
