import { columnTies } from "../kolumnrelationer";
import { columnName, figurePlace, figureValue, printedFigure, printLike, rowName } from "../figures";
import type { FigurePair, Link } from "../links";
import type { Relation } from "../relation";
import type { AuditContext, RelationRule } from "../rule";
import { say } from "../say";
import { shares } from "../nyckeltal";

/**
 * The same item in two tables: parent and child, part and whole, table against table, and two budgets on one row. Rows
 * are the same when their names are alike and figures agree, or when figures alone say so (links.ts); units are
 * converted. Two prints of one figure with the same decimals must be equal; else half a unit of each is allowed.
 */
export const sammaPost: RelationRule = {
  relations: (context) => [...columnTies(context, "samma-post"), ...linked(context), ...shares(context)],
};

const linked = ({ links }: AuditContext): Relation[] =>
  links.flatMap((link) => link.pairs.map((pair) => equality(link, pair)));

function equality({ certain }: Link, { target, terms, factor, tolerance }: FigurePair): Relation {
  const [other] = terms;
  return {
    regel: "samma-post",
    sakerhet: certain ? "säker" : "trolig",
    target,
    terms,
    factors: terms.map(() => factor),
    mutual: true,
    expected: (read) => {
      const value = factor * terms.reduce((sum, term) => sum + read(term), 0);
      return { value, low: value - tolerance, high: value + tolerance };
    },
    text: ({ value }) => {
      const opposite = value !== 0 && Math.abs((figureValue(target) ?? 0) + value) <= tolerance + 1e-9;
      const converted = terms.length > 1 || factor !== 1;
      return say((texts) =>
        texts.sammaPost({
          rad: rowName(target),
          kolumn: columnName(target),
          annanTabell: other.table.title || other.table.sheet,
          annanRad: terms.map(rowName).join(" + "),
          annanKolumn: columnName(other),
          annat: converted
            ? `${terms.map(printedFigure).join(" + ")} (${printLike(target, value)})`
            : printedFigure(other),
          blad: figurePlace(other).blad,
          teckenfel: opposite,
        }),
      );
    },
  };
}
