import type { Tabell } from "../../tables";
import { columnName, type Figure, figurePlace, figureValue, printedFigure, rowName } from "../figures";
import type { Draft } from "../finding";
import type { Link } from "../links";
import type { Rule } from "../rule";
import { say } from "../say";

const fewestShared = 3;
const mostMissing = 0.2;

/**
 * A row with figures that is missing in another table which covers the same whole: every row of the other table stands
 * in this one, figures agree, and only a few of this one's rows are not in the other.
 */
export const saknadRad: Rule = {
  id: "saknad-rad",
  find({ links }) {
    const pairs = new Map<string, { a: Tabell; b: Tabell; links: Link[] }>();
    const key = ({ sheet, area }: Tabell) => `${sheet}!${area.row},${area.column}`;
    for (const link of links) {
      const at = `${key(link.a.table)}|${key(link.b.table)}`;
      const pair = pairs.get(at) ?? { a: link.a.table, b: link.b.table, links: [] };
      pair.links.push(link);
      pairs.set(at, pair);
    }
    return [...pairs.values()].flatMap(({ a, b, links: tied }) => [
      ...missing(
        a,
        b,
        tied.map((link) => [link.a.row, link.b.row]),
      ),
      ...missing(
        b,
        a,
        tied.map((link) => [link.b.row, link.a.row]),
      ),
    ]);
  },
};

function missing(whole: Tabell, other: Tabell, tied: [number, number][]): Draft[] {
  const wholeRows = ownRows(whole);
  const otherRows = ownRows(other);
  const inWhole = new Set(tied.map(([row]) => row));
  const inOther = new Set(tied.map(([, row]) => row));
  const shared = otherRows.filter((row) => inOther.has(row)).length;
  if (shared < fewestShared || shared < otherRows.length) return [];
  const lacking = wholeRows.filter((row) => !inWhole.has(row));
  if (lacking.length === 0 || lacking.length > Math.max(1, mostMissing * wholeRows.length)) return [];
  return lacking.flatMap((row): Draft[] => {
    const figures = whole.columns
      .map((_, column): Figure => ({ table: whole, row, column }))
      .filter((figure) => (figureValue(figure) ?? 0) !== 0 && isAmount(figure));
    const comparable = figures.filter(({ column }) => sharesRole(whole, column, other));
    const [plats, ...rest] = comparable.length > 0 ? comparable : figures;
    if (!plats) return [];
    return [
      {
        sakerhet: "trolig",
        plats: figurePlace(plats),
        aven: [
          ...rest.map(figurePlace),
          { blad: other.sheet, row: other.headerRows[0] ?? other.area.row, column: other.area.column },
        ],
        tryckt: printedFigure(plats),
        beraknat: null,
        text: say((texts) =>
          texts.saknadRad(rowName(plats), columnName(plats), other.title || other.sheet, other.sheet),
        ),
      },
    ];
  });
}

const sharesRole = (table: Tabell, column: number, other: Tabell): boolean =>
  other.columns.some(({ role }) => role === table.columns[column].role);

const isAmount = ({ table, column }: Figure): boolean =>
  !["procent", "ar", "kod", "period", "pil", "text", "status"].includes(table.columns[column].role);

/** Rows that stand for themselves: no sums, no parts, and no names that every group repeats. */
function ownRows(table: Tabell): number[] {
  const counts = new Map<string, number>();
  for (const { label } of table.rows) counts.set(label, (counts.get(label) ?? 0) + 1);
  const sums = new Set(table.sums.map(({ row }) => row));
  return table.rows.flatMap(({ kind, label }, row) => {
    if (kind === "rubrik" || kind === "varav" || kind === "justering" || kind === "summa") return [];
    if (sums.has(row) || (counts.get(label) ?? 0) > 2) return [];
    return table.cells[row].some((cell) => cell.kind === "number") ? [row] : [];
  });
}
