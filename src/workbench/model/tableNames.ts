import type { Table } from "./parts";
import type { Workbook } from "./workbook";

/** "Column1", "Column2" … the first no column of the table has. */
export function freeColumnName(table: { columns: { name: string }[] }, stem = "Column"): string {
  const taken = new Set(table.columns.map(({ name }) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    if (!taken.has(`${stem}${n}`.toLowerCase())) return `${stem}${n}`;
  }
}

/** Header texts made unique as Excel does: "Utfall", "Utfall2"; a blank becomes "Column1". */
export function uniqueHeaders(texts: string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text, index) => {
    const wanted = text === "" ? `Column${index + 1}` : text;
    let name = wanted;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** "Table1", "Table2" … the first no table or name of the workbook has. */
export function freeTableName(workbook: Workbook, stem = "Table"): string {
  for (let n = 1; ; n++) {
    if (!nameTaken(workbook, `${stem}${n}`)) return `${stem}${n}`;
  }
}

/** Tables and the workbook's own names share one set of names. */
export function nameTaken(workbook: Workbook, name: string, except?: Table): boolean {
  const wanted = name.toLowerCase();
  return (
    workbook.names.some((defined) => defined.sheet === null && defined.name.toLowerCase() === wanted) ||
    workbook.sheets.some((sheet) =>
      sheet.tables.some((table) => table !== except && table.name.toLowerCase() === wanted),
    )
  );
}

/** What may name a table or a range: letters, digits, "_", "." and "\"; no cell address, not R or C. */
export function validName(name: string): boolean {
  return (
    name.length <= 255 &&
    /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) &&
    !/^[A-Za-z]{1,3}\d{1,7}$/.test(name) &&
    !/^[rc]$/i.test(name) &&
    !/^r\d*c\d*$/i.test(name)
  );
}
