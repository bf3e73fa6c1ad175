import { WorkbookFileError } from "./fileError";
import type { Package } from "./package";
import { decodeEntities } from "./scanSheet";
import {
  childrenOf,
  type Element,
  escapeText,
  mainNamespace,
  parseXml,
  tag,
  unescapeExcel,
  withDefaultNamespace,
  xmlHeader,
} from "./xml";
import { type Packed, TextPacker } from "./zip";

/** The workbook's shared strings by number. */
export interface SharedStrings {
  texts: string[];
  /** What stands inside the item, for those that are more than a text (rich text, phonetic). */
  rich: Map<number, string>;
  /** The highest number a cell has, which a damaged file's list may not reach. */
  highest: number;
}

export function readSharedStrings(pkg: Package, path: string | null): SharedStrings {
  const strings: SharedStrings = { texts: [], rich: new Map(), highest: -1 };
  if (path === null) return strings;
  scanItems(pkg.pieces(path), {
    item(inner) {
      const plain = plainText(inner);
      if (plain === null) strings.rich.set(strings.texts.length, ownMemory(inner));
      strings.texts.push(plain ?? richPlain(inner));
    },
  });
  return strings;
}

const plainItem =
  /^\s*<((?:[\w.-]+:)?t)(?:\s+xml:space\s*=\s*["'](?:preserve|default)["'])?\s*(?:\/>|>([^<]*)<\/\1\s*>)\s*$/;

/** The text of an item that is nothing but a text; null for one that is more. */
function plainText(inner: string): string | null {
  if (inner === "") return "";
  const found = plainItem.exec(inner);
  return found ? ownMemory(unescapeExcel(decodeEntities(found[2] ?? ""))) : null;
}

export const isPlain = (inner: string) => inner === "" || plainItem.test(inner);

/** The text of rich text or an inline string's content, phonetic readings left out. */
export function richPlain(inner: string): string {
  const plain = plainText(inner);
  if (plain !== null) return plain;
  let root: Element;
  try {
    // The prefixes are declared further out; names are read without them.
    root = parseXml(`<si>${inner}</si>`);
  } catch {
    throw new WorkbookFileError("trasig");
  }
  const runs = root.children.flatMap((item) =>
    item.name === "t" ? [item] : item.name === "r" ? childrenOf(item, "t") : [],
  );
  return unescapeExcel(runs.map(({ text }) => text).join(""));
}

/** A piece cut from a large text keeps all of it in memory; a short text joined and cut anew keeps only itself. */
export const ownMemory = (text: string) => (text.length < 13 ? text : `${text} `.slice(0, -1));

const longest = 1 << 24;
const mostMissing = 1 << 20;

interface ItemHandler {
  head?(text: string): void;
  item(inner: string, raw: string): void;
}

/** Hands out what stands before the first si element, then each of them; gives what stands after the last. */
function scanItems(pieces: Iterable<string>, handler: ItemHandler): string {
  let text = "";
  let begun = false;
  const opening = /<((?:[\w.-]+:)?si)(?:\s[^>]*?)?(\/?)>/g;
  for (const piece of pieces) {
    if (text.length > longest) throw new WorkbookFileError("trasig");
    text += piece;
    let at = 0;
    for (;;) {
      opening.lastIndex = at;
      const found = opening.exec(text);
      if (!found) break;
      const inside = found.index + found[0].length;
      const close = found[2] ? inside : text.indexOf(`</${found[1]}>`, inside);
      if (close < 0) break;
      if (!begun) handler.head?.(text.slice(0, found.index));
      begun = true;
      at = found[2] ? inside : close + found[1].length + 3;
      handler.item(text.slice(inside, close), text.slice(found.index, at));
    }
    // What stands before the first item is kept until it is found.
    if (begun) text = text.slice(at);
  }
  opening.lastIndex = 0;
  if (opening.test(text)) throw new WorkbookFileError("trasig");
  return text;
}

/** Gives texts their numbers when sheets are written, and writes the part with what has come. */
export class StringWriter {
  private readonly numbers = new Map<string, number>();
  private readonly richNumbers = new Map<string, number>();
  private readonly added: string[] = [];
  private readonly used: Uint8Array;
  private readonly before: Uint8Array;
  private references = 0;

  constructor(private readonly strings: SharedStrings) {
    strings.texts.forEach((text, number) => {
      const rich = strings.rich.get(number);
      if (rich === undefined) this.numbers.set(text, number);
      else this.richNumbers.set(rich, number);
    });
    this.used = new Uint8Array(strings.texts.length);
    this.before = new Uint8Array(strings.texts.length);
  }

  get changed(): boolean {
    return this.added.length > 0;
  }

  /** A cell of the file as it was read. */
  had(number: number): void {
    if (number < this.before.length) this.before[number] = 1;
  }

  /** A cell that keeps its number. */
  keep(number: number): void {
    this.references++;
    if (number < this.used.length) this.used[number] = 1;
  }

  number(text: string): number {
    return this.take(this.numbers, text, () => textElement(text));
  }

  richNumber(inner: string): number {
    return this.take(this.richNumbers, inner, () => inner);
  }

  private take(numbers: Map<string, number>, key: string, inner: () => string): number {
    let number = numbers.get(key);
    if (number === undefined) {
      if (this.added.length === 0) this.fillGap();
      number = this.strings.texts.length + this.added.length;
      numbers.set(key, number);
      this.added.push(tag("si", {}, inner()));
    }
    this.keep(number);
    return number;
  }

  /** A cell that points beyond the list must not get a text that comes now. */
  private fillGap(): void {
    const { texts, highest } = this.strings;
    const missing = highest + 1 - texts.length;
    if (missing > mostMissing) throw new WorkbookFileError("trasig");
    for (let i = 0; i < missing; i++) this.added.push(tag("si", {}, tag("t")));
  }

  /** True where a text stands in the part that no cell has any more. */
  get leftovers(): boolean {
    return this.used.some((_, number) => this.isGone(number));
  }

  private isGone(number: number): boolean {
    return this.used[number] === 0 && this.before[number] === 1;
  }

  /** The part with the texts that have come. With `clear`, texts no cell has are emptied: what was deleted is gone from the file. */
  write(pkg: Package, path: string | null, clear: boolean): Packed {
    const packer = new TextPacker();
    const unique = this.strings.texts.length + this.added.length;
    const counts = { count: Math.max(this.references, unique), uniqueCount: unique };
    if (path === null || this.strings.texts.length === 0) {
      packer.write(xmlHeader + tag("sst", { xmlns: mainNamespace, ...counts }, this.added.join("")));
      return packer.finish();
    }
    let number = 0;
    const tail = scanItems(pkg.pieces(path), {
      head: (text) =>
        packer.write(
          withDefaultNamespace(text).replace(
            /\s(count|uniqueCount)\s*=\s*(["'])\d*\2/g,
            (_, name: "count" | "uniqueCount") => ` ${name}="${counts[name]}"`,
          ),
        ),
      item: (_inner, raw) => {
        const gone = clear && this.isGone(number);
        packer.write(gone ? raw.replace(/^<((?:[\w.-]+:)?)si[\s\S]*$/, "<$1si><$1t/></$1si>") : raw);
        number++;
      },
    });
    for (const item of this.added) packer.write(item);
    packer.write(tail);
    return packer.finish();
  }
}

export const textElement = (text: string) =>
  tag("t", /^\s|\s$|[\n\t]| {2}/.test(text) ? { "xml:space": "preserve" } : {}, escapeText(text));
