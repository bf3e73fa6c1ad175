import type { CellError, CellMatrix, CellValue } from "../../../workbook/cell";
import { isCellError } from "../../../workbook/cell";
import { printValue } from "../../model/print";
import { swedishFormat } from "../swedishFormat";
import type { Argument, Value } from "../values";
import { fault, numberText, textToNumber, toText } from "../values";
import { wildcard } from "./conditions";
import type { FunctionTable, Machine } from "./definition";
import { define } from "./definition";
import { eachItem, flat, matrixOf, whole } from "./items";
import { roundTo } from "./math";

/** [docs] No cell holds more. */
const longest = 32767;

const checked = (text: string): string | CellError => (text.length > longest ? fault("#VALUE!") : text);

const of = (change: (text: string) => CellValue) => define(1, 1, "t", ([text]: [string]) => change(text));

function find([wanted, within, from = 1]: [string, string, number?]): Value {
  const start = whole(from);
  if (start < 1 || start > within.length + 1) return fault("#VALUE!");
  const at = within.indexOf(wanted, start - 1);
  return at < 0 ? fault("#VALUE!") : at + 1;
}

function search([wanted, within, from = 1]: [string, string, number?]): Value {
  const start = whole(from);
  if (start < 1 || start > within.length + 1) return fault("#VALUE!");
  const rest = within.slice(start - 1);
  const pattern = wildcard(wanted);
  const at = pattern
    ? pattern.search(rest)
    : rest.toLowerCase().indexOf(wanted.replace(/~([*?~])/g, "$1").toLowerCase());
  return at < 0 ? fault("#VALUE!") : at + start;
}

function substitute([text, old, by, instance]: [string, string, string, number?]): Value {
  if (instance !== undefined && whole(instance) < 1) return fault("#VALUE!");
  if (old === "") return text;
  if (instance === undefined) return checked(text.split(old).join(by));
  let at = -1;
  for (let count = 0; count < whole(instance); count++) {
    at = text.indexOf(old, at < 0 ? 0 : at + old.length);
    if (at < 0) return text;
  }
  return checked(text.slice(0, at) + by + text.slice(at + old.length));
}

function joined(texts: readonly string[], delimiters: readonly string[]): Value {
  let result = "";
  texts.forEach((text, index) => {
    result += (index > 0 ? delimiters[(index - 1) % delimiters.length] : "") + text;
  });
  return checked(result);
}

/** The items' texts in order, blank cells as ""; the first error ends it. */
function textsOf(args: readonly Argument[], machine: Machine): string[] | CellError {
  const texts: string[] = [];
  for (const argument of args) {
    for (const item of flat(matrixOf(argument, machine))) {
      const text = toText(item);
      if (isCellError(text)) return text;
      texts.push(text);
    }
  }
  return texts;
}

function textJoin(
  [delimiter, skipBlank, ...args]: [Argument, boolean, ...Argument[]],
  machine: Machine,
): Value {
  const delimiters = textsOf([delimiter], machine);
  if (!Array.isArray(delimiters)) return delimiters;
  const texts = textsOf(args, machine);
  if (!Array.isArray(texts)) return texts;
  return joined(skipBlank ? texts.filter((text) => text !== "") : texts, delimiters);
}

function concat(args: Argument[], machine: Machine): Value {
  let result = "";
  let failed: CellError | null = null;
  eachItem(args, machine, (value) => {
    const text = toText(value);
    if (isCellError(text)) failed = text;
    else result += text;
    return failed !== null;
  });
  return failed ?? checked(result);
}

/** Occurrences of any of the delimiters, in order, the longest first where several begin. */
function occurrences(
  text: string,
  delimiters: readonly string[],
  ignoreCase: boolean,
): { at: number; length: number }[] {
  const source = ignoreCase ? text.toLowerCase() : text;
  const wanted = delimiters
    .map((delimiter) => (ignoreCase ? delimiter.toLowerCase() : delimiter))
    .filter(Boolean);
  const found: { at: number; length: number }[] = [];
  for (let at = 0; at < source.length;) {
    const hit = wanted
      .filter((delimiter) => source.startsWith(delimiter, at))
      .sort((a, b) => b.length - a.length)[0];
    if (hit) found.push({ at, length: hit.length });
    at += hit ? hit.length : 1;
  }
  return found;
}

function around(before: boolean) {
  return (
    [text, delimiter, instance = 1, mode = 0, end = 0, missing]: [
      string,
      Argument,
      number?,
      number?,
      number?,
      Argument?,
    ],
    machine: Machine,
  ): Value => {
    const delimiters = textsOf([delimiter], machine);
    if (!Array.isArray(delimiters)) return delimiters;
    const count = whole(instance);
    if (count === 0 || Math.abs(count) > text.length + 1) return fault(count === 0 ? "#VALUE!" : "#N/A");
    if (delimiters.includes("")) return (before ? count > 0 : count < 0) ? "" : text;
    const found = occurrences(text, delimiters, whole(mode) === 1);
    if (whole(end) === 1) {
      if (count > 0) found.push({ at: text.length, length: 0 });
      else found.unshift({ at: 0, length: 0 });
    }
    const hit = found[count > 0 ? count - 1 : found.length + count];
    if (!hit) return missing === undefined ? fault("#N/A") : (missing ?? null);
    return before ? text.slice(0, hit.at) : text.slice(hit.at + hit.length);
  };
}

function textSplit(
  [text, columns, rows, skipEmpty = false, mode = 0, pad]: [
    string,
    Argument,
    Argument,
    boolean?,
    number?,
    CellValue?,
  ],
  machine: Machine,
): Value {
  const split = (part: string, argument: Argument): string[] | CellError => {
    if (argument === undefined) return [part];
    const delimiters = textsOf([argument], machine);
    if (!Array.isArray(delimiters)) return delimiters;
    if (delimiters.includes("")) return fault("#VALUE!");
    const pieces: string[] = [];
    let from = 0;
    for (const { at, length } of occurrences(part, delimiters, whole(mode) === 1)) {
      pieces.push(part.slice(from, at));
      from = at + length;
    }
    pieces.push(part.slice(from));
    return skipEmpty ? pieces.filter((piece) => piece !== "") : pieces;
  };
  if (columns === undefined && rows === undefined) return fault("#VALUE!");
  const lines = split(text, rows);
  if (!Array.isArray(lines)) return lines;
  const result: CellMatrix = [];
  for (const textLine of lines) {
    const cells = split(textLine, columns);
    if (!Array.isArray(cells)) return cells;
    result.push(cells);
  }
  const width = Math.max(0, ...result.map((cells) => cells.length));
  if (width === 0) return fault("#CALC!");
  return result.map((cells) =>
    Array.from({ length: width }, (_, i) => (i < cells.length ? cells[i] : (pad ?? fault("#N/A")))),
  );
}

/** Capital first in each run of letters. */
function proper(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|[^\p{L}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function numberValue([text, decimal = ".", group = ","]: [string, string?, string?]): Value {
  const [point] = decimal;
  const [thousands] = group;
  if (!point) return fault("#VALUE!");
  const bare = text.replace(/\s/g, "");
  if (bare === "") return 0;
  const [body, ...decimals] = bare.split(point);
  if (decimals.length > 1 || (thousands && decimals[0]?.includes(thousands))) return fault("#VALUE!");
  const joinedText =
    (thousands ? body.split(thousands).join("") : body) + (decimals.length ? `.${decimals[0]}` : "");
  const percents = /%*$/.exec(joinedText)![0].length;
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(
    joinedText.slice(0, joinedText.length - percents),
  )
    ? Number(joinedText.slice(0, joinedText.length - percents))
    : NaN;
  return Number.isFinite(number) ? number / 100 ** percents : fault("#VALUE!");
}

function fixed([value, decimals = 2, noCommas = false]: [number, number?, boolean?]): Value {
  const places = whole(decimals);
  if (places > 127) return fault("#VALUE!");
  const rounded = roundTo(value, places, "half");
  const [body, rest] = Math.abs(rounded)
    .toFixed(Math.min(100, Math.max(0, places)))
    .split(".");
  const grouped = noCommas ? body : body.replace(/\B(?=(\d{3})+$)/g, ",");
  return (rounded < 0 ? "-" : "") + grouped + (rest ? `.${rest}` : "");
}

function text([value, format]: [CellValue, string], machine: Machine): Value {
  if (isCellError(value)) return value;
  if (format === "") return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const number = typeof value === "string" ? (textToNumber(value, machine.date1904) ?? value) : (value ?? 0);
  const swedish = swedishFormat(format);
  if (swedish !== null)
    return typeof number === "number" ? printValue(number, swedish, "sv-SE", machine.date1904) : number;
  const shown = machine.engineCall("TEXT", [number, format]) as CellValue;
  // What the library fills a cell with when the format can't be read, or not show the number.
  return typeof shown === "string" && /^#{4,}$/.test(shown) ? fault("#VALUE!") : shown;
}

function left([from, count = 1]: [string, number?]): Value {
  return count < 0 ? fault("#VALUE!") : from.slice(0, whole(count));
}

function right([from, count = 1]: [string, number?]): Value {
  return count < 0 ? fault("#VALUE!") : from.slice(Math.max(0, from.length - whole(count)));
}

function mid([from, start, count]: [string, number, number]): Value {
  return start < 1 || count < 0
    ? fault("#VALUE!")
    : from.slice(whole(start) - 1, whole(start) - 1 + whole(count));
}

function replace([from, start, count, by]: [string, number, number, string]): Value {
  if (start < 1 || count < 0) return fault("#VALUE!");
  const at = whole(start) - 1;
  return checked(from.slice(0, at) + by + from.slice(at + whole(count)));
}

/** Windows-1252, as CHAR and CODE count on Windows. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function char([code]: [number]): Value {
  const number = whole(code);
  if (number < 1 || number > 255) return fault("#VALUE!");
  return number >= 128 && number < 160 ? windows1252[number - 128] : String.fromCharCode(number);
}

function code([from]: [string]): Value {
  if (from === "") return fault("#VALUE!");
  const special = windows1252.indexOf(from[0]);
  const number = from.charCodeAt(0);
  return special >= 0 ? special + 128 : number < 256 ? number : 63;
}

export const textFunctions: FunctionTable = {
  LEN: of((from) => from.length),
  LOWER: of((from) => from.toLowerCase()),
  UPPER: of((from) => from.toUpperCase()),
  PROPER: of(proper),
  TRIM: of((from) => from.replace(/ +/g, " ").replace(/^ | $/g, "")),
  CLEAN: of((from) => from.replace(/[\u0000-\u001f]/g, "")),
  LEFT: define(1, 2, "tn", left),
  RIGHT: define(1, 2, "tn", right),
  MID: define(3, 3, "tnn", mid),
  REPLACE: define(4, 4, "tnnt", replace),
  FIND: define(2, 3, "ttn", find),
  SEARCH: define(2, 3, "ttn", search),
  SUBSTITUTE: define(3, 4, "tttN", substitute),
  REPT: define(2, 2, "tn", ([from, count]: [string, number]) =>
    count < 0 || from.length * whole(count) > longest ? fault("#VALUE!") : from.repeat(whole(count)),
  ),
  EXACT: define(2, 2, "tt", ([a, b]: [string, string]) => a === b),
  CHAR: define(1, 1, "n", char),
  CODE: define(1, 1, "t", code),
  UNICHAR: define(1, 1, "n", ([number]: [number]) =>
    number < 1 || number > 0x10ffff ? fault("#VALUE!") : String.fromCodePoint(whole(number)),
  ),
  UNICODE: define(1, 1, "t", ([from]: [string]) => from.codePointAt(0) ?? fault("#VALUE!")),
  CONCAT: define(1, 255, "x", concat),
  CONCATENATE: define(1, 255, "t", (texts: string[]) => checked(texts.join(""))),
  TEXTJOIN: define(3, 254, "alx", textJoin),
  TEXTBEFORE: define(2, 6, "taNNNa", around(true)),
  TEXTAFTER: define(2, 6, "taNNNa", around(false)),
  TEXTSPLIT: define(2, 6, "taaLNS", textSplit),
  VALUE: define(1, 1, "s", ([value]: [CellValue], machine) => {
    if (typeof value === "string") return textToNumber(value, machine.date1904) ?? fault("#VALUE!");
    return typeof value === "boolean" ? fault("#VALUE!") : (value ?? 0);
  }),
  NUMBERVALUE: define(1, 3, "tTT", numberValue),
  FIXED: define(1, 3, "nNL", fixed),
  DOLLAR: define(1, 2, "nN", ([value, decimals]: [number, number?]) => {
    const shown = fixed([Math.abs(value), decimals]);
    return typeof shown !== "string" ? shown : value < 0 && /[1-9]/.test(shown) ? `($${shown})` : `$${shown}`;
  }),
  TEXT: define(2, 2, "st", text),
  VALUETOTEXT: define(1, 2, "sn", ([value, form = 0]: [CellValue, number?]) => {
    if (isCellError(value)) return value.fel;
    return typeof value === "string" && whole(form) === 1 ? `"${value.replace(/"/g, '""')}"` : toText(value);
  }),
  ARRAYTOTEXT: define(1, 2, "xn", ([array, form = 0]: [Argument, number?], machine) => {
    const shown = (value: CellValue) =>
      isCellError(value)
        ? value.fel
        : typeof value === "number"
          ? numberText(value)
          : typeof value === "string" && whole(form) === 1
            ? `"${value.replace(/"/g, '""')}"`
            : (toText(value) as string);
    const lines = matrixOf(array, machine).map((row) => row.map(shown));
    return whole(form) === 1 ? `{${lines.map((row) => row.join(",")).join(";")}}` : lines.flat().join(", ");
  }),
};
