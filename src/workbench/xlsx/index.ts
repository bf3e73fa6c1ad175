export { type FileErrorCode, WorkbookFileError } from "./fileError";
export { readWorkbook } from "./read";
export { writeWorkbook } from "./write";
