import type { CellError } from "../../../workbook/cell";
import { isCellError } from "../../../workbook/cell";
import { power } from "../operators";
import { fault, finite } from "../values";
import type { FunctionTable } from "./definition";
import { define } from "./definition";

/** One number to one number. */
const single = (calculate: (x: number) => number | CellError) =>
  define(1, 1, "n", ([x]: [number]) => {
    const result = calculate(x);
    return isCellError(result) ? result : finite(result);
  });

/**
 * x rounded at a number of decimals, as Excel rounds: on the decimal value that 15 digits show (2.675 → 2.68; 1.005 → 1.01),
 * by `mode` half away from zero, away from zero or towards zero.
 */
export function roundTo(x: number, decimals: number, mode: "half" | "up" | "down"): number {
  const places = Math.trunc(decimals);
  if (x === 0 || !Number.isFinite(x) || places > 20) return x;
  const size = Math.abs(x);
  const [digits, exponent] = size.toExponential(14).split("e");
  const shift = Number(exponent) + places;
  if (shift > 14) return x;
  const scaled = Number(`${digits}e${shift}`);
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const rounded =
    mode === "half" ? (rest >= 0.5 ? floor + 1 : floor) : mode === "up" && rest > 0 ? floor + 1 : floor;
  return Math.sign(x) * Number(`${rounded}e${-places}`) + 0;
}

/** The multiple of `step` at or beside x; what 15 digits can't tell from a multiple is one. */
function multiple(x: number, step: number, choose: (quotient: number) => number): number {
  if (step === 0) return 0;
  const quotient = Number((x / step).toPrecision(15));
  return Number((choose(quotient) * step).toPrecision(15));
}

function mod(x: number, divisor: number): number | CellError {
  if (divisor === 0) return fault("#DIV/0!");
  if (Math.abs(x / divisor) >= 1125900000000) return fault("#NUM!");
  const rest = x - divisor * Math.floor(x / divisor);
  return Math.abs(rest) < Math.abs(divisor) * 1e-15 || rest === divisor ? 0 : rest;
}

/** [docs] CEILING and FLOOR: a positive number with a negative significance is #NUM!. */
function classic(choose: (quotient: number) => number) {
  return define(2, 2, "nn", ([x, step]: [number, number]) => {
    if (x > 0 && step < 0) return fault("#NUM!");
    if (step === 0) return choose === Math.floor && x !== 0 ? fault("#DIV/0!") : 0;
    return finite(multiple(x, step, choose));
  });
}

/** CEILING.MATH and FLOOR.MATH: `mode` ≠ 0 turns the direction for negative numbers. */
function modern(up: boolean) {
  return define(1, 3, "nNN", ([x, step, mode = 0]: [number, number?, number?]) => {
    const size = Math.abs(step ?? 1);
    const away = x < 0 && mode !== 0;
    const choose = up !== away ? Math.ceil : Math.floor;
    return finite(multiple(x, size, choose));
  });
}

const toEven = (x: number, odd: boolean) => {
  const size = Math.ceil(Math.abs(x));
  const next = odd ? (size % 2 === 1 ? size : size + 1) : size % 2 === 0 ? size : size + 1;
  return (x < 0 ? -1 : 1) * next;
};

export const mathFunctions: FunctionTable = {
  ABS: single(Math.abs),
  SIGN: single(Math.sign),
  INT: single((x) => Math.floor(Number(x.toPrecision(15)))),
  SQRT: single((x) => (x < 0 ? fault("#NUM!") : Math.sqrt(x))),
  EXP: single(Math.exp),
  LN: single((x) => (x <= 0 ? fault("#NUM!") : Math.log(x))),
  LOG10: single((x) => (x <= 0 ? fault("#NUM!") : Math.log10(x))),
  LOG: define(1, 2, "nn", ([x, base = 10]: [number, number?]) => {
    if (x <= 0 || base <= 0) return fault("#NUM!");
    if (base === 1) return fault("#DIV/0!");
    return finite(base === 10 ? Math.log10(x) : base === 2 ? Math.log2(x) : Math.log(x) / Math.log(base));
  }),
  POWER: define(2, 2, "nn", ([x, y]: [number, number]) => power(x, y)),
  PI: define(0, 0, "a", () => Math.PI),
  EVEN: single((x) => toEven(x, false)),
  ODD: single((x) => toEven(x, true)),
  MOD: define(2, 2, "nn", ([x, divisor]: [number, number]) => mod(x, divisor)),
  QUOTIENT: define(2, 2, "nn", ([x, divisor]: [number, number]) =>
    divisor === 0 ? fault("#DIV/0!") : finite(Math.trunc(x / divisor)),
  ),
  ROUND: define(2, 2, "nn", ([x, decimals]: [number, number]) => roundTo(x, decimals, "half")),
  ROUNDUP: define(2, 2, "nn", ([x, decimals]: [number, number]) => roundTo(x, decimals, "up")),
  ROUNDDOWN: define(2, 2, "nn", ([x, decimals]: [number, number]) => roundTo(x, decimals, "down")),
  TRUNC: define(1, 2, "nn", ([x, decimals = 0]: [number, number?]) => roundTo(x, decimals, "down")),
  MROUND: define(2, 2, "nn", ([x, step]: [number, number]) => {
    if (x * step < 0) return fault("#NUM!");
    return finite(multiple(x, step, (quotient) => Math.floor(quotient + 0.5)));
  }),
  CEILING: classic(Math.ceil),
  FLOOR: classic(Math.floor),
  "CEILING.MATH": modern(true),
  "FLOOR.MATH": modern(false),
  RAND: define(0, 0, "a", () => Math.random()),
  RANDBETWEEN: define(2, 2, "nn", ([least, most]: [number, number]) => {
    const [from, to] = [Math.ceil(least), Math.floor(most)];
    return from > to ? fault("#NUM!") : from + Math.floor(Math.random() * (to - from + 1));
  }),
};
