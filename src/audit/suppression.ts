/** A sum line of a breakdown: its parts and the total, as cell ids. */
export interface SumLine {
  parts: number[];
  total: number;
}

/**
 * Which cells must be hidden besides the small ones, so that none can be computed from a total: in every line that has
 * exactly one hidden cell among its parts and total, the smallest other part is hidden too, until no line has one.
 * Returns the added cells; a line whose other parts are all zero gives up its total.
 */
export function complement(small: number[], lines: SumLine[], value: (cell: number) => number): number[] {
  const hidden = new Set(small);
  const added: number[] = [];
  for (let changed = true; changed;) {
    changed = false;
    for (const { parts, total } of lines) {
      const cells = [...parts, total];
      if (cells.filter((cell) => hidden.has(cell)).length !== 1) continue;
      const open = parts.filter((cell) => !hidden.has(cell) && value(cell) > 0);
      const next = open.sort((a, b) => value(a) - value(b))[0] ?? cells.find((cell) => !hidden.has(cell));
      if (next === undefined) continue;
      hidden.add(next);
      added.push(next);
      changed = true;
    }
  }
  return added;
}
