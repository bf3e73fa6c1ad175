export { WorkbookFileError, type FileErrorCode } from "./fileError";
export { readWorkbook } from "./readWorkbook";
export { writeWorkbook } from "./writeWorkbook";
