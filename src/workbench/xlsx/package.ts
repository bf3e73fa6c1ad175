import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { WorkbookFileError } from "./fileError";
import { childrenOf, escapeAttribute, type Element, parseXml, tag, xmlHeader } from "./xml";

/** What a file may unpack to, and how far a part may be blown up: an honest workbook of a million rows is well inside. */
const mostBytes = 1.5 * 1024 ** 3;
const mostParts = 20_000;
const mostRatio = 400;
const ratioCounts = 50 * 1024 ** 2;

export interface Relationship {
  id: string;
  type: string;
  /** A part's path, or the address as it stands when external. */
  target: string;
  external: boolean;
}

/** An Office file's parts by path (without leading slash). */
export class Package {
  constructor(readonly parts: Map<string, Uint8Array>) {}

  text(path: string): string | null {
    const bytes = this.parts.get(path);
    return bytes ? decode(bytes) : null;
  }

  xml(path: string): Element | null {
    const text = this.text(path);
    if (text === null) return null;
    try {
      return parseXml(text);
    } catch {
      throw new WorkbookFileError("trasig");
    }
  }

  set(path: string, text: string): void {
    this.parts.set(path, strToU8(text));
  }

  relationships(path: string): Relationship[] {
    const root = this.xml(relationshipsPath(path));
    return childrenOf(root ?? undefined, "Relationship").map(({ attributes }) => ({
      id: attributes.Id,
      type: attributes.Type.slice(attributes.Type.lastIndexOf("/") + 1),
      target: attributes.TargetMode === "External" ? attributes.Target : resolve(path, attributes.Target),
      external: attributes.TargetMode === "External",
    }));
  }

  /** Adds a relationship and returns its id; the rest of the part stays as it is. */
  relate(from: string, type: string, target: string, external = false): string {
    const path = relationshipsPath(from);
    const text =
      this.text(path) ??
      `${xmlHeader}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
    const used = new Set([...text.matchAll(/\bId="([^"]*)"/g)].map((match) => match[1]));
    let number = used.size + 1;
    while (used.has(`rId${number}`)) number++;
    const line = tag("Relationship", {
      Id: `rId${number}`,
      Type: type,
      Target: external ? target : `/${target}`,
      TargetMode: external ? "External" : undefined,
    });
    this.set(path, insertLast(text, "Relationships", line));
    return `rId${number}`;
  }

  /** Declares a part's content type. */
  declare(path: string, contentType: string): void {
    const text = this.text("[Content_Types].xml")!;
    const part = `PartName="/${escapeAttribute(path)}"`;
    if (text.includes(part)) return;
    this.set(
      "[Content_Types].xml",
      insertLast(text, "Types", `<Override ${part} ContentType="${contentType}"/>`),
    );
  }

  /** Removes a part with its relationships and declaration. */
  remove(path: string): void {
    this.parts.delete(path);
    this.parts.delete(relationshipsPath(path));
    const text = this.text("[Content_Types].xml")!;
    const part = path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    this.set(
      "[Content_Types].xml",
      text.replace(new RegExp(`<(?:\\w+:)?Override\\b[^>]*PartName="/${part}"[^>]*/>`), ""),
    );
  }

  contentType(path: string): string {
    const types = this.xml("[Content_Types].xml");
    const override = childrenOf(types ?? undefined, "Override").find(
      ({ attributes }) => attributes.PartName?.toLowerCase() === `/${path}`.toLowerCase(),
    );
    return override?.attributes.ContentType ?? "";
  }

  /** A path of this pattern ("xl/tables/table#.xml") that no part has. */
  newPath(pattern: string): string {
    for (let number = 1; ; number++) {
      const path = pattern.replace("#", String(number));
      if (!this.parts.has(path)) return path;
    }
  }

  zip(): Uint8Array {
    const files = Object.fromEntries([...this.parts].map(([path, bytes]) => [path, bytes]));
    return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
  }
}

/** Inserts before the closing tag, also of an element written <a/>. */
export function insertLast(text: string, name: string, xml: string): string {
  const close = new RegExp(`</(\\w+:)?${name}\\s*>\\s*$`).exec(text);
  if (close) return text.slice(0, close.index) + xml + text.slice(close.index);
  const empty = new RegExp(`<((?:\\w+:)?${name}\\b[^>]*)/>\\s*$`).exec(text);
  if (!empty) throw new WorkbookFileError("trasig");
  return `${text.slice(0, empty.index)}<${empty[1]}>${xml}</${empty[1].split(/\s/)[0]}>`;
}

export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf("/");
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

function resolve(from: string, target: string): string {
  const forward = target.replace(/\\/g, "/");
  if (forward.startsWith("/")) return forward.slice(1);
  const path = from.split("/").slice(0, -1);
  for (const step of forward.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const text = strFromU8(bytes);
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Opens the zip, and tells the files that are no workbooks apart. Throws WorkbookFileError. */
export function openPackage(bytes: Uint8Array): Package {
  if (bytes.length === 0) throw new WorkbookFileError("tom");
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    throw new WorkbookFileError(
      holds(bytes, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0") ? "krypterad" : "xls",
    );
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new WorkbookFileError(isText(bytes) ? "csv" : "ingenArbetsbok");
  const parts = new Map<string, Uint8Array>();
  for (const [path, part] of Object.entries(unzip(bytes))) {
    if (!path.endsWith("/")) parts.set(path.replace(/\\/g, "/").replace(/^\//, ""), part);
  }
  if (parts.has("xl/workbook.bin")) throw new WorkbookFileError("xlsb");
  if (strFromU8(parts.get("mimetype") ?? new Uint8Array()).startsWith("application/vnd.oasis"))
    throw new WorkbookFileError("ods");
  if (!parts.has("[Content_Types].xml")) throw new WorkbookFileError("ingenArbetsbok");
  return new Package(parts);
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  let count = 0;
  let bomb = false;
  const filter = ({ size, originalSize }: { size: number; originalSize: number }) => {
    total += originalSize;
    count++;
    bomb ||=
      total > mostBytes ||
      count > mostParts ||
      (originalSize > ratioCounts && originalSize / Math.max(1, size) > mostRatio);
    return !bomb;
  };
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, { filter });
  } catch {
    throw new WorkbookFileError(bomb ? "forStor" : "trasig");
  }
  if (bomb) throw new WorkbookFileError("forStor");
  return files;
}

function holds(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let i = 0; i < bytes.length - text.length; i++) {
    if (bytes[i] !== first) continue;
    let same = 1;
    while (same < text.length && bytes[i + same] === text.charCodeAt(same)) same++;
    if (same === text.length) return true;
  }
  return false;
}

const isText = (bytes: Uint8Array) =>
  bytes.subarray(0, 4096).every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
