import type { Uppgifter } from "../workbook/kansligt";

/** Who wrote comments, the workbook's properties and its pivot tables. Two syncs. */
export async function readUppgifter(context: Excel.RequestContext): Promise<Uppgifter> {
  const { comments, properties, pivotTables } = context.workbook;
  comments.load("items/authorName");
  properties.load("author,lastAuthor,manager,company");
  pivotTables.load("items/name,items/worksheet/name");
  await context.sync();
  const located = comments.items.map((comment) => {
    const at = comment.getLocation();
    at.load("rowIndex,columnIndex,worksheet/name");
    return { author: comment.authorName, at };
  });
  if (located.length > 0) await context.sync();
  const { author, lastAuthor, manager, company } = properties;
  return {
    comments: located.map(({ author: name, at }) => ({
      sheet: at.worksheet.name,
      row: at.rowIndex,
      column: at.columnIndex,
      author: name ?? "",
    })),
    properties: {
      author: author ?? "",
      lastAuthor: lastAuthor ?? "",
      manager: manager ?? "",
      company: company ?? "",
    },
    pivots: pivotTables.items.map(({ name, worksheet }) => ({ sheet: worksheet.name, name })),
  };
}
