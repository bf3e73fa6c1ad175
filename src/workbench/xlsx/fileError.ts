import type { Language } from "../../texts/language";
import { xlsxTexts } from "../../texts/xlsx";

export type FileErrorCode = keyof (typeof xlsxTexts)["sv"];

/** A file that can't be opened as a workbook. */
export class WorkbookFileError extends Error {
  constructor(readonly code: FileErrorCode) {
    super(xlsxTexts.sv[code]);
    this.name = "WorkbookFileError";
  }

  text(language: Language): string {
    return xlsxTexts[language][this.code];
  }
}
