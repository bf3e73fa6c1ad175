import { ModelError } from "../model/errors";

/** Excel's own sentences for its error codes, as its documentation lists them. */
const messages: Record<string, string> = {
  AccessDenied: "You cannot perform the requested operation.",
  ApiNotAvailable: "The requested API is not available.",
  FormulaLengthExceedsLimit: "The bytecode of the applied formula exceeds the maximum length limit.",
  GeneralException: "There was an internal error while processing the request.",
  InsertDeleteConflict: "The insert or delete operation attempted resulted in a conflict.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidReference: "This reference is not valid for the current operation.",
  InvalidSelection: "The current selection is invalid for this operation.",
  ItemAlreadyExists: "The resource being created already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  MergedRangeConflict:
    "Cannot complete the operation. A table can't overlap with another table, a PivotTable report, query results, merged cells, or an XML Map.",
  NonBlankCellOffSheet:
    "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
  RangeExceedsLimit:
    "The cell count in the range has exceeded the maximum supported number. See the Resource limits and performance optimization for Office Add-ins article for more information.",
  RequestPayloadSizeLimitExceeded:
    "The request payload size has exceeded the limit. See the Resource limits and performance optimization for Office Add-ins article for more information.",
  ResponsePayloadSizeLimitExceeded:
    "The response payload size has exceeded the limit. See the Resource limits and performance optimization for Office Add-ins article for more information.",
  UnsupportedOperation: "The operation being attempted is not supported.",
};

const statuses: Record<string, number> = {
  AccessDenied: 401,
  GeneralException: 500,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  NotImplemented: 501,
};

/** An error as Excel answers it. `detail` is kept beside the message, for whoever reads a test's output. */
export class HostError extends Error {
  readonly status: number;

  constructor(
    readonly code: string,
    readonly detail = "",
  ) {
    super(messages[code] ?? detail);
    this.name = "HostError";
    this.status = statuses[code] ?? 400;
  }
}

/** A member of Excel's API that the host has no model of. Never answered with a guess. */
export function notImplemented(type: string, member: string): HostError {
  return new HostError("NotImplemented", `${type}.${member} is not modelled by the workbench.`);
}

export const invalidArgument = (detail = "") => new HostError("InvalidArgument", detail);
export const itemNotFound = (detail = "") => new HostError("ItemNotFound", detail);

export function asHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  if (error instanceof ModelError) return new HostError(error.code, error.detail);
  return new HostError(
    "GeneralException",
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
}
