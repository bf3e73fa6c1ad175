export { importCsv, type CsvOptions, type ImportedCsv } from "./csv";
export { importSie } from "./sie";
export { importedSheet, type Imported, type Reconciliation } from "./imported";
export type { Chunks, Encoding } from "./bytes";
export { fileChunks } from "./bytes";
