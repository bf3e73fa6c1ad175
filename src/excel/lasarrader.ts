/** The line is found again by a hidden name on its sheet, wherever it has moved. */
const lineName = "Namndkoll_lasarrad";

/** A sheet's line for readers. */
export interface Lasarrad {
  name: string;
  sheet: Excel.Worksheet;
  item: Excel.NamedItem;
  /** Null when someone has deleted its cell. */
  range: Excel.Range | null;
  protected: boolean;
}

/** The lines of all sheets that have one. Two syncs. */
export async function readLasarrader(context: Excel.RequestContext): Promise<Lasarrad[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const found = worksheets.items.map((sheet) => {
    const item = sheet.names.getItemOrNullObject(lineName);
    item.load("name");
    const range = item.getRangeOrNullObject();
    range.load("rowIndex,columnIndex");
    sheet.protection.load("protected");
    return { sheet, item, range };
  });
  await context.sync();
  return found
    .filter(({ item }) => !item.isNullObject)
    .map(({ sheet, item, range }) => ({
      name: sheet.name,
      sheet,
      item,
      range: range.isNullObject ? null : range,
      protected: sheet.protection.protected,
    }));
}

/** Queues the line's words in a cell, with the name that finds it again. */
export function addLasarrad(
  context: Excel.RequestContext,
  { sheet: name, row, column }: { sheet: string; row: number; column: number },
  text: string,
): void {
  const sheet = context.workbook.worksheets.getItem(name);
  const cell = sheet.getRangeByIndexes(row, column, 1, 1);
  cell.values = [[text]];
  cell.format.font.italic = true;
  cell.format.font.color = "#5F6B7A";
  cell.format.wrapText = false;
  sheet.names.add(lineName, cell).visible = false;
}

/** Queues the line's removal, its name too. */
export function removeLasarrad({ item, range }: Lasarrad): void {
  range?.clear();
  item.delete();
}
