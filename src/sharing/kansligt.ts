import type { Language } from "../texts/language";
import { cellAddress, columnLetters } from "../workbook/address";
import { type AreaChange, cellArea } from "../workbook/areaChange";
import type { Egenskap, KansligtFix, Uppgifter } from "../workbook/kansligt";
import { isCellError } from "../workbook/cell";
import { references } from "../workbook/formula";
import { reportNamePrefix } from "../workbook/stored";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { kollCalls } from "./kollCalls";
import { shadowingNames, standingContents } from "./kollCells";

/** What a workbook tells its readers beyond what its sheets show. */
export type Kansligt =
  | "personuppgift"
  | "liten-grupp"
  | "kommentar"
  | "dolt-blad"
  | "mycket-dolt-blad"
  | "dolda-rader"
  | "dolda-kolumner"
  | "extern-lank"
  | "egenskap"
  | "pivot";

export interface KansligtFynd {
  slag: Kansligt;
  /** Null for what belongs to the workbook as a whole. */
  sheet: string | null;
  /** "B4", "5:9", "C:D"; null where there is no place to jump to. */
  address: string | null;
  /** How many cells, rows, comments. */
  antal: number;
  /** What stands there, where the sentence needs it: a property's text, another workbook's name, a pivot table's. */
  om: string;
  /** What the audit says of it, where the audit found it. */
  mening: Record<Language, string> | null;
  egenskap: Egenskap | null;
  fix: KansligtFix | null;
}

/** What should be looked at before a workbook is shared, in the order of its sheets; the workbook's own last. */
export function kansligt(snapshot: WorkbookSnapshot, uppgifter: Uppgifter): KansligtFynd[] {
  const shadowing = shadowingNames(snapshot);
  return [
    ...snapshot.sheets.flatMap((sheet) => [
      ...hiddenSheet(sheet),
      ...hiddenLines(sheet, "dolda-rader"),
      ...hiddenLines(sheet, "dolda-kolumner"),
      ...externalLinks(sheet, shadowing),
      ...comments(sheet, uppgifter),
      ...uppgifter.pivots
        .filter((pivot) => pivot.sheet === sheet.name)
        .map(({ name }) => fynd({ slag: "pivot", sheet: sheet.name, om: name })),
    ]),
    ...externalNames(snapshot, shadowing),
    ...properties(uppgifter),
  ];
}

const fynd = (own: Partial<KansligtFynd> & Pick<KansligtFynd, "slag">): KansligtFynd => ({
  sheet: null,
  address: null,
  antal: 1,
  om: "",
  mening: null,
  egenskap: null,
  fix: null,
  ...own,
});

function hiddenSheet({ name, visibility }: SheetSnapshot): KansligtFynd[] {
  if (visibility === "visible") return [];
  const slag = visibility === "hidden" ? "dolt-blad" : "mycket-dolt-blad";
  return [fynd({ slag, sheet: name, fix: { kind: "visaBlad", sheet: name, was: visibility } })];
}

/** Rows or columns next to each other are one finding. Empty ones say nothing. */
function hiddenLines(sheet: SheetSnapshot, slag: "dolda-rader" | "dolda-kolumner"): KansligtFynd[] {
  const rows = slag === "dolda-rader";
  const filled = (index: number) =>
    rows
      ? sheet.values[index - sheet.area.row]?.some((value) => value !== null)
      : sheet.values.some((line) => (line[index - sheet.area.column] ?? null) !== null);
  return runs((rows ? sheet.hiddenRows : sheet.hiddenColumns).filter(filled)).map(({ first, count }) => {
    const last = first + count - 1;
    return fynd({
      slag,
      sheet: sheet.name,
      address: rows ? `${first + 1}:${last + 1}` : `${columnLetters(first)}:${columnLetters(last)}`,
      antal: count,
      fix: sheet.protected
        ? null
        : { kind: rows ? "visaRader" : "visaKolumner", sheet: sheet.name, first, count },
    });
  });
}

function runs(indexes: readonly number[]): { first: number; count: number }[] {
  const found: { first: number; count: number }[] = [];
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last && last.first + last.count === index) last.count++;
    else found.push({ first: index, count: 1 });
  }
  return found;
}

/** The other workbook a formula reads; null for none. A damaged KOLL name leads to one too, and is healed instead. */
function otherBook(formula: string, shadowing: ReadonlySet<string>): string | null {
  if (!formula.includes("[")) return null;
  if (kollCalls(formula, shadowing).some(({ link }) => link !== "")) return null;
  const named = /(?:^|[^\p{L}\p{N}_.\]'])'?(?:[^'[\]]*)\[([^[\]]+)\][^!'[\]]*'?!/u.exec(formula)?.[1];
  return references(formula).find(({ book }) => book !== null)?.book ?? named ?? null;
}

/** A sheet's links to one workbook are one finding; as values they stand as they were calculated. */
function externalLinks(sheet: SheetSnapshot, shadowing: ReadonlySet<string>): KansligtFynd[] {
  const books = new Map<string, { row: number; column: number; change: AreaChange | null }[]>();
  sheet.formulas.forEach((line, r) =>
    line.forEach((formula, c) => {
      const book = formula === "" ? null : otherBook(formula, shadowing);
      if (book === null) return;
      const value = sheet.values[r][c];
      const [row, column] = [sheet.area.row + r, sheet.area.column + c];
      const change = isCellError(value)
        ? null
        : {
            sheet: sheet.name,
            area: cellArea(row, column),
            before: standingContents(formula, [[value]]),
            after: [[{ formula: "", value: value ?? "" }]],
          };
      books.set(book, [...(books.get(book) ?? []), { row, column, change }]);
    }),
  );
  return [...books].map(([book, cells]) => {
    const changes = cells.flatMap(({ change }) => (change ? [change] : []));
    return fynd({
      slag: "extern-lank",
      sheet: sheet.name,
      address: cellAddress(cells[0].row, cells[0].column),
      antal: cells.length,
      om: book,
      fix: sheet.protected || changes.length < cells.length ? null : { kind: "varden", changes },
    });
  });
}

const externalNames = ({ names }: WorkbookSnapshot, shadowing: ReadonlySet<string>): KansligtFynd[] =>
  names
    .filter(({ name }) => !name.startsWith(reportNamePrefix))
    .flatMap(({ name, formula }) => {
      const book = otherBook(formula, shadowing);
      return book === null ? [] : [fynd({ slag: "extern-lank", om: `${name}: ${book}` })];
    });

function comments(sheet: SheetSnapshot, uppgifter: Uppgifter): KansligtFynd[] {
  const own = uppgifter.comments.filter((comment) => comment.sheet === sheet.name && comment.author !== "");
  if (own.length === 0) return [];
  const [{ row, column }] = own;
  return [
    fynd({ slag: "kommentar", sheet: sheet.name, address: cellAddress(row, column), antal: own.length }),
  ];
}

/** Who saved it last is Excel's own to write: it can be told, not changed. */
const properties = ({ properties: own }: Uppgifter): KansligtFynd[] =>
  (["author", "lastAuthor", "manager", "company"] as const)
    .filter((property) => own[property].trim() !== "")
    .map((property) =>
      fynd({
        slag: "egenskap",
        om: own[property],
        egenskap: property,
        fix: property === "lastAuthor" ? null : { kind: "egenskap", property, before: own[property] },
      }),
    );
