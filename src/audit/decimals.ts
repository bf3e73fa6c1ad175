import type { Tabell, TabellCell } from "../tables";
import type { SheetSnapshot } from "../workbook/snapshot";
import { numberFormatAt } from "./cells";

/**
 * Decimals as the report means them. A number in a cell formatted General has lost its last zeros (0,0 is 0, 12,0 is
 * 12), and one format for a whole sheet gives whole numbers zeros they never had. So such a cell is taken to be printed
 * as the rest of its column, unless its row as a whole is in whole numbers.
 */
export function withPrintedDecimals(sheet: SheetSnapshot, table: Tabell): Tabell {
  return withRoundedThousands(withLostZeros(sheet, table));
}

function withLostZeros(sheet: SheetSnapshot, table: Tabell): Tabell {
  const usual = table.columns.map((column, index) => column.decimals ?? mostDecimals(table, index));
  const cells = table.cells.map((line, row) => {
    const amounts = line.filter((cell, column) => (cell.value ?? 0) !== 0 && usual[column] > 0);
    const whole = amounts.filter((cell) => cell.text === "" && Number.isInteger(cell.value));
    // One figure repeated (a budget for the period and the year) says no more than once.
    const different = new Set(whole.map((cell) => Math.abs(cell.value ?? 0)));
    const wholeRow = different.size >= 2 && whole.length * 2 > amounts.length;
    return line.map((cell, column) => {
      if (cell.kind !== "number" || cell.text !== "" || cell.decimals === null || usual[column] === 0)
        return cell;
      if (wholeRow && cell.value !== 0 && Number.isInteger(cell.value)) return { ...cell, decimals: 0 };
      const general = numberFormatAt(sheet, table.rows[row].row, table.columns[column].column) === "General";
      return general && cell.decimals < usual[column] ? { ...cell, decimals: usual[column] } : cell;
    });
  });
  return { ...table, cells };
}

/** Decimals that at least a third of a column's figures have, the most of them: 12 and 12,5 are both of one decimal. */
function mostDecimals(table: Tabell, column: number): number {
  const shown = table.cells.map((line) => line[column].decimals).filter((decimals) => decimals !== null);
  const counts = [...new Set(shown)].sort((a, b) => b - a);
  return counts.find((each) => shown.filter((other) => other >= each).length * 3 >= shown.length) ?? 0;
}

const fewestFigures = 8;

/**
 * Amounts printed in tkr or kr may have been rounded to hundreds or thousands: they all end in zeros, and most of the
 * ties that miss do so by what such rounding gives. Their decimals are then negative: −2 for hundreds.
 */
function withRoundedThousands(table: Tabell): Tabell {
  const isAmount = (column: number, cell: TabellCell) =>
    cell.kind === "number" && cell.unit !== "%" && table.columns[column].unit !== "%" && cell.decimals === 0;
  const amounts = table.cells.flatMap((line) =>
    line
      .filter((cell, column) => isAmount(column, cell) && cell.value !== 0)
      .map((cell) => Math.abs(cell.value ?? 0)),
  );
  if (amounts.length < fewestFigures) return table;
  let zeros = 0;
  while (zeros < 6 && amounts.every((amount) => amount % 10 ** (zeros + 1) === 0)) zeros++;
  if (zeros === 0) return table;
  const misses = ties(table);
  const strict = misses.filter(({ miss, count }) => miss > (count + 1) / 2);
  const rounded = strict.filter(({ miss, count }) => miss <= ((count + 1) / 2) * 10 ** zeros);
  if (rounded.length < 2 || (rounded.length < 3 && rounded.length * 2 <= strict.length)) return table;
  const cells = table.cells.map((line) =>
    line.map((cell, column) => (isAmount(column, cell) ? { ...cell, decimals: -zeros } : cell)),
  );
  return { ...table, cells };
}

/** How far each sum and difference of a table misses, and of how many terms it is. */
function ties({ cells, sums, columnRules }: Tabell): { miss: number; count: number }[] {
  const value = (row: number, column: number) => cells[row][column].value;
  const all: { miss: number; count: number }[] = [];
  for (const { row, parts, factors, columns } of sums) {
    for (const column of columns) {
      const target = value(row, column);
      if (target === null) continue;
      const sum = parts.reduce(
        (total, part, index) => total + factors[index] * (value(part, column) ?? 0),
        0,
      );
      all.push({ miss: Math.abs(target - sum), count: parts.length });
    }
  }
  for (const rule of columnRules) {
    if (rule.kind !== "differens") continue;
    for (const row of rule.tried) {
      const [target, a, b] = [rule.column, rule.a, rule.b].map((column) => value(row, column) ?? 0);
      all.push({ miss: Math.abs(target - (a - b)), count: 2 });
    }
  }
  return all;
}
