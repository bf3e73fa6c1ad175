import { type Area, parseArea } from "../../workbook/address";
import { refArea, replaceRefs, sheetPrefix } from "../model/references";
import { follow } from "../model/shift";
import type { ModelChange, Workbook } from "../model/workbook";
import type { Package } from "./package";
import { readXml } from "./package";
import { readAreas, areasText } from "./sheetParts";
import { decodeEntities } from "./scanSheet";
import { changeAttributes, child, descendant, type Element, escapeText, splice } from "./xml";

type Shift = Extract<ModelChange, { kind: "rows" | "columns" | "cellsDown" | "cellsRight" }>;

/** Cells that have come or gone on a sheet of the file since it was read, in order. */
export interface Move {
  /** The sheet's part. */
  path: string;
  change: Pick<Shift, "kind" | "action" | "area">;
}

/** Notes what moves in a workbook, for the references that the model doesn't hold. */
export function recordMoves(
  workbook: Workbook,
  pathOf: (sheet: Shift["sheet"]) => string | undefined,
): Move[] {
  const moves: Move[] = [];
  workbook.onChange((change) => {
    if (!("action" in change) || !("area" in change)) return;
    const { kind, action, area } = change;
    const path = pathOf(change.sheet);
    if (path) moves.push({ path, change: { kind, action, area: { ...area } } });
  });
  return moves;
}

/** Where references in the file's words point now: rows and columns that have moved, sheets with other names or none. */
export class MovedReferences {
  private readonly names = new Map<string, { path: string; now: string | null }>();
  private readonly moves = new Map<string, Move[]>();
  /** False where nothing has moved: every reference stands. */
  readonly any: boolean;

  /** `sheets`: the file's sheets by part, with their names then and now (null: gone). */
  constructor(moves: Move[], sheets: { path: string; was: string; now: string | null }[]) {
    for (const { path, was, now } of sheets) this.names.set(was.toLowerCase(), { path, now });
    for (const move of moves) this.moves.set(move.path, [...(this.moves.get(move.path) ?? []), move]);
    this.any = moves.length > 0 || sheets.some(({ was, now }) => was !== now);
  }

  has(path: string): boolean {
    return this.moves.has(path);
  }

  area(area: Area, path: string): Area | null {
    let moved: Area | null = area;
    for (const { change } of this.moves.get(path) ?? []) moved = moved && follow(moved, change);
    return moved;
  }

  /** Areas with blanks between; those that are gone are left out. */
  areas(text: string, path: string): string {
    return areasText(readAreas(text).flatMap((area) => this.area(area, path) ?? []));
  }

  /** A formula without "="; `own` is the part of the sheet it stands on. */
  formula(formula: string, own: string | null): string {
    return replaceRefs(`=${formula}`, (ref) => {
      if (ref.external) return undefined;
      const named = ref.sheet === "" ? undefined : this.names.get(ref.sheet.toLowerCase());
      const path = ref.sheet === "" ? own : named?.path;
      if (!path) return undefined;
      if (named?.now === null) return "#REF!";
      const prefix =
        named?.now && named.now.toLowerCase() !== ref.sheet.toLowerCase()
          ? sheetPrefix(named.now)
          : ref.prefix;
      const before = refArea(ref);
      const area = this.area(before, path);
      if (!area) return `${prefix}#REF!`;
      if (area === before && prefix === ref.prefix) return undefined;
      return {
        ...ref,
        prefix,
        top: ref.top === null ? null : area.row,
        bottom: ref.bottom === null ? null : area.row + area.rowCount - 1,
        left: ref.left === null ? null : area.column,
        right: ref.right === null ? null : area.column + area.columnCount - 1,
      };
    }).slice(1);
  }

  /** The name a sheet has now; null when it is gone, undefined when the file has none of that name. */
  sheetName(was: string): string | null | undefined {
    return this.names.get(was.toLowerCase())?.now;
  }

  pathOf(sheet: string): string | undefined {
    return this.names.get(sheet.toLowerCase())?.path;
  }
}

/** Sparklines: the cells they show, and where they stand. One whose cell is gone goes too. */
export const moveSparklines = (extensions: string, moved: MovedReferences, path: string): string =>
  extensions.replace(/<((?:[\w.-]+:)?sparkline)>([\s\S]*?)<\/\1>/g, (whole, name: string, inner: string) => {
    const place = /<((?:[\w.-]+:)?sqref)>([^<]*)<\/\1>/.exec(inner);
    if (!place) return whole;
    const areas = moved.areas(place[2], path);
    if (areas === "") return "";
    const written = inner
      .replace(place[0], () => `<${place[1]}>${areas}</${place[1]}>`)
      .replace(/<((?:[\w.-]+:)?f)>([^<]*)<\/\1>/, (_, f: string, formula: string) => {
        return `<${f}>${escapeText(moved.formula(decodeEntities(formula), path))}</${f}>`;
      });
    return `<${name}>${written}</${name}>`;
  });

/** Elements that name cells in an attribute (protected ranges, ignored errors, watches); those whose cells are gone go. */
export function moveRanges(
  text: string,
  list: Element,
  attribute: "sqref" | "r",
  moved: MovedReferences,
  path: string,
): string {
  const items = list.children.map((item) => {
    const areas = moved.areas(item.attributes[attribute] ?? "", path);
    if (areas === "") return "";
    return (
      changeAttributes(text.slice(item.start, item.innerStart), { [attribute]: areas }) +
      text.slice(item.innerStart, item.end)
    );
  });
  if (items.every((item) => item === "")) return "";
  return text.slice(list.start, list.innerStart) + items.join("") + text.slice(list.innerEnd, list.end);
}

/** Pictures and shapes move with the cells under their corners; `skip` says which anchors the model places itself. */
export function moveAnchors(
  text: string,
  anchors: Element[],
  skip: (index: number) => boolean,
  moved: MovedReferences,
  path: string,
): string {
  const edits: { start: number; end: number; text: string }[] = [];
  const write = (element: Element, value: number) =>
    edits.push({ start: element.innerStart, end: element.innerEnd, text: String(value) });
  anchors.forEach((anchor, index) => {
    const kind = anchor.attributes.editAs ?? (anchor.name === "oneCellAnchor" ? "oneCell" : "twoCell");
    const [from, to] = [child(anchor, "from"), child(anchor, "to")];
    if (skip(index) || !from || kind === "absolute") return;
    const cell = (corner: Element) => ({
      row: Number(child(corner, "row")?.text),
      column: Number(child(corner, "col")?.text),
    });
    const place = (at: { row: number; column: number }) =>
      moved.area({ ...at, rowCount: 1, columnCount: 1 }, path) ?? at;
    const start = cell(from);
    if (Number.isNaN(start.row + start.column)) return;
    const first = place(start);
    const put = (corner: Element, at: { row: number; column: number }) => {
      write(child(corner, "row")!, at.row);
      write(child(corner, "col")!, at.column);
    };
    put(from, first);
    if (!to) return;
    const end = cell(to);
    if (Number.isNaN(end.row + end.column)) return;
    const last =
      kind === "twoCell"
        ? place(end)
        : { row: end.row + first.row - start.row, column: end.column + first.column - start.column };
    put(to, { row: Math.max(first.row, last.row), column: Math.max(first.column, last.column) });
  });
  return splice(text, edits);
}

/** The references of every chart and pivot in the package, also on sheets of their own. */
export function moveInParts(
  pkg: Package,
  moved: MovedReferences,
  pivotsOf: (part: string) => string | null,
): void {
  for (const path of pkg.paths()) {
    if (/(^|\/)charts\/[^/]*\.xml$/i.test(path)) moveChart(pkg, path, moved);
    else if (/pivotCacheDefinition[^/]*\.xml$/i.test(path)) movePivotSource(pkg, path, moved);
    else if (/pivotTables\/[^/]*\.xml$/i.test(path)) movePivot(pkg, path, moved, pivotsOf(path));
  }
}

function moveChart(pkg: Package, path: string, moved: MovedReferences): void {
  const text = pkg.text(path)!;
  const written = text.replace(
    /<((?:[\w.-]+:)?f)((?:\s[^>]*)?)>([^<]*)<\/\1>/g,
    (_, name: string, more: string, formula: string) => {
      const before = decodeEntities(formula);
      const now = moved.formula(before, null);
      return `<${name}${more}>${now === before ? formula : escapeText(now)}</${name}>`;
    },
  );
  if (written !== text) pkg.set(path, written);
}

function movePivotSource(pkg: Package, path: string, moved: MovedReferences): void {
  const text = pkg.text(path)!;
  const source = descendant(readXml(text), "worksheetSource");
  const sheet = source?.attributes.sheet;
  if (!source || !sheet || source.attributes["r:id"]) return;
  const name = moved.sheetName(sheet);
  const own = moved.pathOf(sheet);
  const area = parseArea(source.attributes.ref ?? "");
  const now = area && own ? moved.area(area, own) : null;
  const open = text.slice(source.start, source.innerStart);
  const written = changeAttributes(open, {
    sheet: name ?? undefined,
    ref: now ? areasText([now]) : undefined,
  });
  if (written !== open) pkg.set(path, text.slice(0, source.start) + written + text.slice(source.innerStart));
}

/** A pivot stands where its cells stand. */
function movePivot(pkg: Package, path: string, moved: MovedReferences, sheet: string | null): void {
  if (!sheet || !moved.has(sheet)) return;
  const text = pkg.text(path)!;
  const location = child(readXml(text), "location");
  const ref = location && moved.areas(location.attributes.ref ?? "", sheet);
  if (!location || !ref || ref === location.attributes.ref) return;
  const open = changeAttributes(text.slice(location.start, location.innerStart), { ref });
  pkg.set(path, text.slice(0, location.start) + open + text.slice(location.innerStart));
}
