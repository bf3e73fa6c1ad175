import type { SheetSnapshot } from "../workbook/snapshot";
import type { Body, Coded } from "./columns";
import type { RowPart } from "./sumRows";

/** How deep each row's name stands: blanks before it, and the cell's indentation where it was read. */
export function indentsOf(sheet: SheetSnapshot, body: Body, column: number, firstRow: number): Uint8Array {
  const at = body.index(column);
  return Uint8Array.from(body.rows, (cells, row) => {
    const text = cells[at];
    const blanks = typeof text === "string" ? /^[ \u00a0\t]*/.exec(text)![0] : "";
    const line = firstRow + row - sheet.area.row;
    const format = sheet.formats?.[line]?.[at]?.indent ?? sheet.indents?.[line]?.[at] ?? 0;
    // Three blanks or a tab are a step, as ledgers print them.
    const typed = blanks.includes("\t") ? blanks.length : Math.ceil(blanks.length / 3);
    return Math.min(255, Math.max(format, typed));
  });
}

/** A group per row, and where the groups were read. */
export interface Groups extends Coded {
  from: "gruppUrRubriker" | "gruppUrKoder" | "gruppUrIndrag";
}

/**
 * The groups of a source without a column for them: the codes' sums (51 over 510, 511), rows that others are indented below,
 * or rows without figures above the rows they head. Null where the rows tell of none.
 */
export function groupsOf(
  labels: Coded,
  partOf: (row: number) => RowPart,
  codeSums: { dimension: Coded; parents: Map<number, number[]> } | null,
  indents: Uint8Array | null,
): Groups | null {
  const rowCount = labels.codes.length;
  const grouped = (from: Groups["from"], nameOf: (row: number) => string): Groups | null => {
    const names: string[] = [];
    const known = new Map<string, number>();
    const codes = new Int32Array(rowCount).fill(-1);
    for (let row = 0; row < rowCount; row++) {
      const name = partOf(row) === "post" ? nameOf(row) : "";
      if (name === "") continue;
      let code = known.get(name);
      if (code === undefined) known.set(name, (code = names.push(name) - 1));
      codes[row] = code;
    }
    return names.length > 0 ? { names, codes, from } : null;
  };
  const labelOf = (row: number) => (row < 0 ? "" : (labels.names[labels.codes[row]] ?? ""));
  if (codeSums) {
    const { dimension, parents } = codeSums;
    const parentOf = new Map<number, number>();
    // The nearest of several levels has the fewest below it.
    for (const [parent, children] of [...parents].sort(([, a], [, b]) => b.length - a.length))
      for (const child of children) parentOf.set(child, parent);
    return grouped("gruppUrKoder", (row) => dimension.names[parentOf.get(dimension.codes[row]) ?? -1] ?? "");
  }
  if (indents && stepsDown(indents, partOf)) {
    return grouped("gruppUrIndrag", (row) => {
      for (let above = row - 1; above >= 0; above--) {
        const part = partOf(above);
        if (indents[above] < indents[row] && (part === "rubrik" || part === "summa")) return labelOf(above);
      }
      return "";
    });
  }
  const heads = headings(partOf, rowCount);
  return grouped("gruppUrRubriker", (row) => labelOf(heads[row]));
}

/** Some row stands deeper than the heading or the sum right above it. */
const stepsDown = (indents: Uint8Array, partOf: (row: number) => RowPart) =>
  indents.some(
    (indent, row) =>
      row > 0 && indents[row - 1] < indent && (partOf(row - 1) === "rubrik" || partOf(row - 1) === "summa"),
  );

/** The heading each row stands under; a sum ends what its heading heads. */
function headings(partOf: (row: number) => RowPart, rowCount: number): Int32Array {
  const heads = new Int32Array(rowCount).fill(-1);
  let current = -1;
  for (let row = 0; row < rowCount; row++) {
    const part = partOf(row);
    if (part === "rubrik") current = row;
    else if (part === "summa") current = -1;
    heads[row] = current;
  }
  return heads;
}
