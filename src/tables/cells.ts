import { tolkaTal } from "../domain/tolkaTal";
import { type CellValue, isCellError } from "../workbook/cell";
import { formatDecimals, isPercentFormat } from "../workbook/numberFormat";
import type { Enhet, TabellCell } from "./table";
import { normalise } from "./time";

const blankCell: TabellCell = { kind: "blank", value: null, decimals: null, unit: null, text: "" };

/** Units that TOLKATAL leaves to tables: "12 st", "3,25 åa", "276 timmar". */
const countUnits: [RegExp, Enhet][] = [
  [/\s*(?:st|personer|brukare|platser)\.?$/, "antal"],
  [/\s*(?:aa|arsarbetare)\.?$/, "årsarbetare"],
  [/\s*(?:tim|timmar|h)\.?$/, "timmar"],
  [/\s*dygn$/, "dygn"],
  [/\s*dagar$/, "dagar"],
];

/** Reads one cell as a figure; a percentage as printed, with its format's or its own decimals. */
export function readCell(value: CellValue, numberFormat: string): TabellCell {
  if (value === null || value === "") return blankCell;
  if (typeof value === "number") return numberCell(value, numberFormat);
  if (isCellError(value)) return { kind: "error", value: null, decimals: null, unit: null, text: value.fel };
  const text = String(value);
  if (typeof value === "boolean") return { ...blankCell, kind: "text", text };
  if (!/\d/.test(text)) {
    return tolkaTal(text).kind === "tomt" ? { ...blankCell, text } : { ...blankCell, kind: "text", text };
  }
  return textCell(text);
}

function numberCell(value: number, numberFormat: string): TabellCell {
  if (numberFormat === "General") {
    return { kind: "number", value, decimals: decimalsOf(value), unit: null, text: "" };
  }
  if (isDateFormat(numberFormat)) {
    const date = new Date(Math.round((value - 25569) * 86400000));
    const text = Number.isNaN(date.getTime()) ? String(value) : date.toISOString().slice(0, 10);
    return { ...blankCell, kind: "text", text };
  }
  const percent = isPercentFormat(numberFormat);
  const printed = percent ? Number((value * 100).toPrecision(12)) : value;
  const decimals = formatDecimals(numberFormat) ?? decimalsOf(printed);
  return { kind: "number", value: printed, decimals, unit: percent ? "%" : null, text: "" };
}

function textCell(text: string): TabellCell {
  const read = tolkaTal(text);
  if (read.kind === "tal") {
    const value = read.percent ? Number((read.value * 100).toPrecision(12)) : read.value;
    return { kind: "number", value, decimals: read.decimals, unit: read.percent ? "%" : read.unit, text };
  }
  if (/[a-zåäö]\.?\s*$/i.test(text)) {
    const plain = normalise(text);
    for (const [pattern, unit] of countUnits) {
      const figure = pattern.test(plain) ? tolkaTal(plain.replace(pattern, "")) : null;
      if (figure?.kind === "tal")
        return { kind: "number", value: figure.value, decimals: figure.decimals, unit, text };
    }
  }
  return { ...blankCell, kind: "text", text };
}

/** Decimals of a number as Excel's General would show it; binary dust is none. */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  const text = String(Number(value.toPrecision(12)));
  const exponent = /e-(\d+)$/.exec(text);
  if (exponent) return 12;
  return text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
}

function isDateFormat(numberFormat: string): boolean {
  const plain = numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  return /[yd]|mmm/i.test(plain) && !/[0#?]/.test(plain);
}
