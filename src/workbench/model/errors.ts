/** What Excel answers when an operation on the workbook can't be done; the codes are those of Excel's API. */
export type ModelErrorCode =
  | "AccessDenied"
  | "FormulaLengthExceedsLimit"
  | "GeneralException"
  | "InsertDeleteConflict"
  | "InvalidArgument"
  | "InvalidOperation"
  | "InvalidReference"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "MergedRangeConflict"
  | "NonBlankCellOffSheet"
  | "UnsupportedOperation";

/** `detail` is for whoever reads a log: which value, which cell. */
export class ModelError extends Error {
  constructor(
    readonly code: ModelErrorCode,
    readonly detail = "",
  ) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = "ModelError";
  }
}
