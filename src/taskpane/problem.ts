import type { Language } from "../texts/language";
import { shellTexts } from "../texts/taskpane/shell";
import { UserError } from "../workbook/userError";

/** An error as the user meets it. `details` holds nothing from the workbook: error kind, code and our own call stack. */
export interface Problem {
  title: string | null;
  text: string;
  details: string | null;
}

export function problemOf(error: unknown, language: Language): Problem {
  const texts = shellTexts[language];
  if (error instanceof UserError) return { title: null, text: error.text(language), details: null };
  const code = excelCode(error);
  if (code === "AccessDenied" || code === "ReadOnly")
    return { title: null, text: texts.readOnly, details: detailsOf(error) };
  if (code === "ItemNotFound") return { title: null, text: texts.sheetGone, details: detailsOf(error) };
  if (code !== null)
    return { title: null, text: texts.excelRefused.replace("{code}", code), details: detailsOf(error) };
  return { title: texts.unexpectedTitle, text: texts.unexpected, details: detailsOf(error) };
}

function excelCode(error: unknown): string | null {
  return typeof OfficeExtension !== "undefined" && error instanceof OfficeExtension.Error ? error.code : null;
}

/** Messages may quote cells, so they are left out; the stack is cut down to function names and positions. */
function detailsOf(error: unknown): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const code = excelCode(error);
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const frames = stack
    .split("\n")
    .filter((line) => /^\s*at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim().replace(/\(?https?:\/\/[^\s)]*\//, "("));
  return [`Nämndkoll ${process.env.NAMNDKOLL_VERSION}`, code ? `${kind} ${code}` : kind, ...frames].join(
    "\n",
  );
}
