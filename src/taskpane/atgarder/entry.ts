import type { MeasureColumn } from "../../actions/atgarder";
import type { Penningenhet } from "../../domain/tolkaTal";
import type { Language } from "../../texts/language";
import { type CellValue, isCellError } from "../../workbook/cell";
import { readAmount } from "../figures";

const serialOfEpoch = 25569;
const dayLength = 86_400_000;

/** A month as a cell may hold it (202304, a date, "2023-04"), as year × 100 + month; null where it is none. */
export function monthOf(value: CellValue): number | null {
  if (typeof value === "number") {
    if (value >= 190001 && value <= 209912) return value;
    if (value < 30000 || value > 80000) return null;
    const day = new Date((value - serialOfEpoch) * dayLength);
    return day.getUTCFullYear() * 100 + day.getUTCMonth() + 1;
  }
  const match = /^(\d{4})-?(\d{2})(?:-\d{2})?$/.exec(String(value ?? "").trim());
  const month = Number(match?.[2]);
  return match && month >= 1 && month <= 12 ? Number(match[1]) * 100 + month : null;
}

const isDate = ({ field }: Pick<MeasureColumn, "field">) => field === "beslutsdatum";

/** A cell's content as it is typed in the form. */
export function entryText(value: CellValue, column: MeasureColumn, language: Language): string {
  if (value === null) return "";
  if (isCellError(value)) return value.fel;
  if (column.kind === "month") {
    const month = monthOf(value);
    return month === null
      ? String(value)
      : `${Math.floor(month / 100)}-${String(month % 100).padStart(2, "0")}`;
  }
  if (typeof value !== "number") return String(value);
  if (isDate(column) && value > 30000 && value < 80000)
    return new Date((value - serialOfEpoch) * dayLength).toISOString().slice(0, 10);
  if (column.kind !== "amount") return String(value);
  return language === "sv" ? String(value).replace(".", ",") : String(value);
}

export type Unread = "unreadable" | "badMonth" | "badDate";

/** What was typed as a cell's content, or why it can't be. */
export function readEntry(
  text: string,
  column: MeasureColumn,
  unit: Penningenhet,
): { value: CellValue } | { unread: Unread } {
  const trimmed = text.trim();
  if (trimmed === "") return { value: null };
  if (column.kind === "amount") {
    if (/^[-–]$/.test(trimmed)) return { value: "-" };
    const amount = readAmount(trimmed, unit);
    return amount === null ? { unread: "unreadable" } : { value: amount };
  }
  if (column.kind === "month") {
    const month = monthOf(/^\d{6}$/.test(trimmed) ? Number(trimmed) : trimmed);
    return month === null ? { unread: "badMonth" } : { value: month };
  }
  if (isDate(column) && /^\d{4}-\d{2}-\d{2}$/.test(trimmed)) {
    const day = new Date(`${trimmed}T00:00:00Z`);
    // The 31st of February is read as the 3rd of March.
    const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(trimmed);
    return exists ? { value: day.getTime() / dayLength + serialOfEpoch } : { unread: "badDate" };
  }
  return { value: trimmed };
}
