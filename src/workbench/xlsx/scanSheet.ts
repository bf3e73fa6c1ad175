import { WorkbookFileError } from "./fileError";

/** A cell of the file as it stands. One object serves every cell: what is to be kept must be taken out of it. */
export interface ScannedCell {
  /** The `r` attribute, "" when the cell has none. */
  reference: string;
  style: string;
  type: string;
  cellMetadata: string;
  /** Null when there is no v element. */
  value: string | null;
  /** The f element. */
  formula: ScannedFormula | null;
  /** What stands inside the is element. */
  inline: string | null;
  /** The whole element as it stands. */
  raw(): string;
}

export interface ScannedFormula {
  /** Decoded. */
  text: string;
  type: string;
  ref: string;
  sharedIndex: string;
  /** The element as it stands. */
  raw: string;
}

export interface SheetHandler {
  /** `open` is the start tag as it stands. */
  row(attributes: Record<string, string>, open: string): void;
  cell(cell: ScannedCell): void;
  endRow?(): void;
  /** True stops the scan. */
  done?(): boolean;
}

/** No tag or cell is this long in a file Excel can open. */
const longest = 1 << 24;

const damaged = () => new WorkbookFileError("trasig");

/**
 * Goes through a sheet's XML as it comes, and hands out its rows and cells one by one: the cells are never held, and never
 * a tree. Written by hand because cells are most of a workbook: three times as fast as a general parser.
 * @returns the sheet without its cells: everything before and after, with an empty sheetData between. "" when stopped.
 */
export function scanSheet(pieces: Iterable<string>, handler: SheetHandler): string {
  const source = pieces[Symbol.iterator]();
  let text = "";
  let at = 0;
  let ended = false;

  /** Takes in more text, dropping what stands before `from`. False when there is none. */
  const more = (from: number): boolean => {
    if (ended) return false;
    const { value, done } = source.next();
    if (done) {
      ended = true;
      return false;
    }
    if (text.length - from > longest) throw damaged();
    text = text.slice(from) + value;
    at = 0;
    return true;
  };

  let before = "";
  const opening = /<((?:[\w.-]+:)?)sheetData(?=[\s/>])/g;
  for (;;) {
    opening.lastIndex = 0;
    const found = opening.exec(text);
    const end = found ? tagEnd(text, found.index) : -1;
    if (found && end >= 0) {
      before += text.slice(0, end);
      at = end;
      if (text[end - 2] === "/") return before + rest();
      break;
    }
    if (!more(0)) {
      if (found) throw damaged();
      // A sheet without sheetData: nothing but its shell.
      return text;
    }
  }

  let inRow = false;
  const cell = new Cell();
  for (;;) {
    const open = text.indexOf("<", at);
    if (open < 0) {
      if (!more(text.length)) throw damaged();
      continue;
    }
    const code = text.charCodeAt(open + 1);
    if (code === 33 || code === 63) {
      const end =
        code === 63
          ? after(text, "?>", open)
          : after(text, text.startsWith("<![", open) ? "]]>" : "-->", open);
      if (end < 0) {
        if (!more(open)) throw damaged();
      } else at = end;
      continue;
    }
    const end = tagEnd(text, open);
    if (end < 0) {
      if (!more(open)) throw damaged();
      continue;
    }
    const nameEnd = endOfName(text, open + 1 + (code === 47 ? 1 : 0));
    const name = localName(text, open + 1 + (code === 47 ? 1 : 0), nameEnd);
    if (code === 47) {
      at = end;
      if (name === "row" && inRow) {
        inRow = false;
        handler.endRow?.();
        if (handler.done?.()) return "";
      } else if (name === "sheetData") {
        return before + text.slice(open, end) + rest();
      }
      continue;
    }
    if (name === "row") {
      handler.row(attributesOf(text, nameEnd, end), text.slice(open, end));
      at = end;
      if (text[end - 2] === "/") handler.endRow?.();
      else inRow = true;
    } else if (name === "c") {
      const last = cell.read(text, open, nameEnd, end);
      if (last < 0) {
        if (!more(open)) throw damaged();
        continue;
      }
      at = last;
      handler.cell(cell);
    } else at = end;
  }

  function rest(): string {
    let shell = text.slice(at);
    while (more(text.length)) {
      shell += text;
      if (shell.length > longest * 8) throw damaged();
    }
    return shell;
  }
}

/** Where a tag that begins at `open` ends, after its ">"; -1 when the text stops before. */
function tagEnd(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 62) return i + 1;
    if (code === 34 || code === 39) {
      i = text.indexOf(code === 34 ? '"' : "'", i + 1);
      if (i < 0) return -1;
    }
  }
  return -1;
}

function endOfName(text: string, from: number): number {
  let i = from;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 32 || code === 47 || code === 62) break;
  }
  return i;
}

/** Searched by hand: indexOf would look for a colon through the whole text where there is none. */
function localName(text: string, from: number, to: number): string {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 58) return text.slice(i + 1, to);
  return text.slice(from, to);
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** A tag's attributes between the end of its name and the end of the tag, by name without prefix. */
function attributesOf(text: string, from: number, to: number): Record<string, string> {
  const attributes: Record<string, string> = {};
  eachAttribute(text, from, to, (name, value) => {
    attributes[name.slice(name.indexOf(":") + 1)] = value;
  });
  return attributes;
}

function eachAttribute(
  text: string,
  from: number,
  to: number,
  take: (name: string, value: string) => void,
): void {
  let i = from;
  for (;;) {
    while (i < to && text.charCodeAt(i) <= 32) i++;
    const equals = text.indexOf("=", i);
    if (equals < 0 || equals >= to) return;
    const name = text.slice(i, equals).trimEnd();
    let open = equals + 1;
    while (text.charCodeAt(open) <= 32) open++;
    const close = text.indexOf(text[open], open + 1);
    if (close < 0 || close >= to) return;
    take(name, decodeEntities(text.slice(open + 1, close)));
    i = close + 1;
  }
}

class Cell implements ScannedCell {
  reference = "";
  style = "";
  type = "";
  cellMetadata = "";
  value: string | null = null;
  formula: ScannedFormula | null = null;
  inline: string | null = null;
  private text = "";
  private start = 0;
  private end = 0;

  raw(): string {
    return this.text.slice(this.start, this.end);
  }

  /** Reads the element whose start tag lies between `open` and `tagClose`. @returns where it ends, -1 when the text stops before. */
  read(text: string, open: number, nameEnd: number, tagClose: number): number {
    this.text = text;
    this.start = open;
    this.reference = this.style = this.type = this.cellMetadata = "";
    this.value = this.formula = this.inline = null;
    this.readAttributes(text, nameEnd, tagClose);
    if (text.charCodeAt(tagClose - 2) === 47) return (this.end = tagClose);
    let at = tagClose;
    for (;;) {
      const next = text.indexOf("<", at);
      if (next < 0) return -1;
      const close = tagEnd(text, next);
      if (close < 0) return -1;
      if (text.charCodeAt(next + 1) === 47) {
        // Whatever closes here closes the cell: its children were read whole.
        return (this.end = close);
      }
      const end = endOfName(text, next + 1);
      const name = localName(text, next + 1, end);
      const empty = text.charCodeAt(close - 2) === 47;
      const last = empty ? close : this.closing(text, text.slice(next + 1, end), close);
      if (last < 0) return -1;
      const inner = empty ? "" : text.slice(close, text.lastIndexOf("<", last - 1));
      if (name === "v") {
        if (!empty) this.value = textOf(inner);
      } else if (name === "f") {
        const { t = "", ref = "", si = "" } = attributesOf(text, end, close);
        this.formula = { text: textOf(inner), type: t, ref, sharedIndex: si, raw: text.slice(next, last) };
      } else if (name === "is") this.inline = inner;
      at = last;
    }
  }

  private readAttributes(text: string, from: number, to: number): void {
    let i = from;
    for (;;) {
      while (text.charCodeAt(i) <= 32) i++;
      const equals = text.indexOf("=", i);
      if (equals < 0 || equals >= to) return;
      let open = equals + 1;
      while (text.charCodeAt(open) <= 32) open++;
      const close = text.indexOf(text[open], open + 1);
      if (close < 0 || close >= to) return;
      let length = equals - i;
      while (text.charCodeAt(i + length - 1) <= 32) length--;
      const code = text.charCodeAt(i);
      if (length === 1) {
        const value = text.slice(open + 1, close);
        if (code === 114) this.reference = value;
        else if (code === 115) this.style = value;
        else if (code === 116) this.type = value;
      } else if (length === 2 && code === 99 && text.charCodeAt(i + 1) === 109)
        this.cellMetadata = text.slice(open + 1, close);
      i = close + 1;
    }
  }

  /** Where the element of this name ends, its content beginning at `from`. */
  private closing(text: string, name: string, from: number): number {
    const mark = `</${name}`;
    for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
      const code = text.charCodeAt(at + mark.length);
      if (code === 62) return at + mark.length + 1;
      if (code <= 32) return after(text, ">", at);
      if (Number.isNaN(code)) return -1;
    }
    return -1;
  }
}

/** An element's text: entities read, CDATA opened, comments left out. */
function textOf(inner: string): string {
  if (!inner.includes("<")) return decodeEntities(inner);
  return inner
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<[^>]*>)/)
    .map((piece) =>
      piece.startsWith("<![CDATA[") ? piece.slice(9, -3) : piece.startsWith("<") ? "" : decodeEntities(piece),
    )
    .join("");
}

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  const plain = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (!plain.includes("&")) return plain;
  return plain.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole;
    const code = parseInt(decimal ?? hex, decimal ? 10 : 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
