import { strToU8 } from "fflate";
import { WorkbookFileError } from "./fileError";
import {
  childrenOf,
  child,
  type Element,
  escapeAttribute,
  insertLast,
  parseXml,
  tag,
  xmlHeader,
} from "./xml";
import { pack, type Packed, readZip, unpack, unpackPieces, writeZip } from "./zip";

export interface Relationship {
  id: string;
  /** The last word of the type's address: "worksheet", "styles", "customXml" … */
  type: string;
  /** A part's path, or the address as it stands when external. */
  target: string;
  external: boolean;
}

const typesPath = "[Content_Types].xml";
const relationshipsType = "application/vnd.openxmlformats-package.relationships+xml";

/** An Office file's parts by path (without leading slash). Parts stay packed until someone reads them. */
export class Package {
  /** Paths differ only in case in some files: the part is found all the same. */
  private readonly byLowerCase = new Map<string, string>();

  constructor(private readonly parts: Map<string, Packed>) {
    for (const path of parts.keys()) this.byLowerCase.set(path.toLowerCase(), path);
  }

  copy(): Package {
    return new Package(new Map(this.parts));
  }

  paths(): string[] {
    return [...this.parts.keys()];
  }

  has(path: string): boolean {
    return this.packed(path) !== undefined;
  }

  /** The part's bytes as they lie in the zip: equal when untouched. */
  packed(path: string): Packed | undefined {
    return this.parts.get(path) ?? this.parts.get(this.byLowerCase.get(path.toLowerCase()) ?? "");
  }

  text(path: string): string | null {
    const bytes = this.bytes(path);
    return bytes && decode(bytes);
  }

  bytes(path: string): Uint8Array | null {
    const part = this.packed(path);
    return part ? unpack(part) : null;
  }

  /** The part's text bit by bit, for parts too large to hold. */
  *pieces(path: string): Generator<string> {
    const part = this.packed(path);
    if (!part) return;
    let decoder: TextDecoder | null = null;
    let text = "";
    for (const piece of unpackPieces(part)) {
      decoder ??= decoderOf(piece);
      text += decoder.decode(piece, { stream: true });
      if (text.length < 1 << 18) continue;
      yield text;
      text = "";
    }
    text += decoder?.decode() ?? "";
    if (text) yield text;
  }

  xml(path: string): Element | null {
    const text = this.text(path);
    return text === null ? null : readXml(text);
  }

  set(path: string, text: string): void {
    this.setPacked(path, pack(strToU8(text)));
  }

  setPacked(path: string, part: Packed): void {
    const known = this.byLowerCase.get(path.toLowerCase());
    this.parts.set(known ?? path, part);
    if (!known) this.byLowerCase.set(path.toLowerCase(), path);
  }

  relationships(path: string): Relationship[] {
    return childrenOf(this.xml(relationshipsPath(path)), "Relationship").map(({ attributes }) => {
      const { Id = "", Type = "", Target = "", TargetMode } = attributes;
      const external = TargetMode === "External";
      return {
        id: Id,
        type: Type.slice(Type.lastIndexOf("/") + 1),
        target: external ? Target : resolve(path, Target),
        external,
      };
    });
  }

  /** The first related part of a type. */
  related(path: string, type: string): string | null {
    return this.relationships(path).find((one) => one.type === type && !one.external)?.target ?? null;
  }

  /**
   * Adds a relationship and returns its id; the rest of the part stays as it is. A type without an address is one of
   * Office's own.
   */
  relate(from: string, type: string, target: string, external = false): string {
    const path = relationshipsPath(from);
    const text =
      this.text(path) ??
      `${xmlHeader}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
    const used = new Set([...text.matchAll(/\bId\s*=\s*["']([^"']*)/g)].map((match) => match[1]));
    let number = used.size + 1;
    while (used.has(`rId${number}`)) number++;
    const line = tag("Relationship", {
      Id: `rId${number}`,
      Type: type.includes(":") ? type : `${this.relationTypes}/${type}`,
      Target: external ? target : relative(from, target),
      TargetMode: external ? "External" : undefined,
    });
    this.set(path, insertLast(text, line));
    // Some programs declare each relationships part by name.
    if (this.contentType(path) === "") this.declareExtension("rels", relationshipsType);
    return `rId${number}`;
  }

  /** What Office's own relationship types begin with: "Strict Open XML" has its own. */
  private get relationTypes(): string {
    const strict = this.text("_rels/.rels")?.includes("purl.oclc.org/ooxml") ?? false;
    return strict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  }

  /** Removes relationships by id. */
  unrelate(from: string, ids: string[]): void {
    if (ids.length === 0) return;
    const path = relationshipsPath(from);
    const text = this.text(path);
    if (text === null) return;
    const gone = new Set(ids);
    const lines = childrenOf(readXml(text), "Relationship").filter(({ attributes }) =>
      gone.has(attributes.Id),
    );
    this.set(
      path,
      lines.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text),
    );
  }

  /** Declares a part's content type, in place of what it had. */
  declare(path: string, contentType: string): void {
    const text = this.text(typesPath)!;
    const existing = this.override(path);
    const line = tag("Override", { PartName: `/${encodeURI(path)}`, ContentType: contentType });
    this.set(
      typesPath,
      existing ? text.slice(0, existing.start) + line + text.slice(existing.end) : insertLast(text, line),
    );
  }

  /** Declares what files with an extension are, unless that is known. */
  declareExtension(extension: string, contentType: string): void {
    const known = childrenOf(this.xml(typesPath), "Default").some(
      ({ attributes }) => attributes.Extension?.toLowerCase() === extension,
    );
    if (known) return;
    const text = this.text(typesPath)!;
    const root = readXml(text);
    // Defaults stand before overrides in what Excel writes; the order is free.
    const line = `<Default Extension="${escapeAttribute(extension)}" ContentType="${contentType}"/>`;
    this.set(typesPath, text.slice(0, root.innerStart) + line + text.slice(root.innerStart));
  }

  private override(path: string): Element | undefined {
    const wanted = `/${path}`.toLowerCase();
    return childrenOf(this.xml(typesPath), "Override").find(
      ({ attributes }) => decodeUri(attributes.PartName ?? "").toLowerCase() === wanted,
    );
  }

  contentType(path: string): string {
    const own = this.override(path)?.attributes.ContentType;
    if (own !== undefined) return own;
    const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
    const standard = childrenOf(this.xml(typesPath), "Default").find(
      ({ attributes }) => attributes.Extension?.toLowerCase() === extension,
    );
    return standard?.attributes.ContentType ?? "";
  }

  /** Removes a part with its relationships and declaration. */
  remove(path: string): void {
    const known = this.byLowerCase.get(path.toLowerCase());
    if (!known) return;
    for (const gone of [known, relationshipsPath(known)]) {
      const declared = this.override(gone);
      if (declared) {
        const text = this.text(typesPath)!;
        this.set(typesPath, text.slice(0, declared.start) + text.slice(declared.end));
      }
      this.parts.delete(gone);
      this.byLowerCase.delete(gone.toLowerCase());
    }
  }

  /** Lays a copy of a part beside it, with its relationships; gives the copy's path. */
  copyPart(path: string): string {
    const copy = this.newPath(path.replace(/\d*(\.\w+)$/, "#$1"));
    this.setPacked(copy, this.packed(path)!);
    const relations = this.packed(relationshipsPath(path));
    if (relations) this.setPacked(relationshipsPath(copy), relations);
    this.declare(copy, this.contentType(path));
    return copy;
  }

  /** Every part that can be reached from the package's own relationships. */
  reachable(): Set<string> {
    const found = new Set<string>();
    const waiting = [""];
    for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
      if (!this.has(relationshipsPath(from))) continue;
      for (const { target, external } of this.relationships(from)) {
        const path = this.byLowerCase.get(target.toLowerCase());
        if (external || !path || found.has(path)) continue;
        found.add(path);
        waiting.push(path);
      }
    }
    return found;
  }

  /** A path of this pattern ("xl/tables/table#.xml") that no part has. */
  newPath(pattern: string): string {
    for (let number = 1; ; number++) {
      const path = pattern.replace("#", String(number));
      if (!this.has(path)) return path;
    }
  }

  zip(): Uint8Array {
    return writeZip(this.parts);
  }
}

/** @throws WorkbookFileError for text that is no well-formed XML. */
export function readXml(text: string): Element {
  try {
    return parseXml(text);
  } catch {
    throw new WorkbookFileError("trasig");
  }
}

export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf("/");
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

export function resolve(from: string, target: string): string {
  const forward = decodeUri(target.replace(/\\/g, "/"));
  const path = forward.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of forward.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

/** "xl/worksheets/sheet1.xml" → "xl/tables/table1.xml": "../tables/table1.xml". */
function relative(from: string, target: string): string {
  const [here, there] = [from.split("/").slice(0, -1), target.split("/")];
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => ".."), ...there.slice(same)].map(encodeURI).join("/");
}

function decodeUri(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

/** UTF-8 unless the text says otherwise, with a byte order mark or in its declaration. */
function decoderOf(bytes: Uint8Array): TextDecoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be");
  const head = String.fromCharCode(...bytes.subarray(0, 100));
  const named = /^<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)/.exec(head)?.[1];
  try {
    return new TextDecoder(named ?? "utf-8");
  } catch {
    return new TextDecoder();
  }
}

const decode = (bytes: Uint8Array) => decoderOf(bytes).decode(bytes);

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
  const pkg = new Package(readZip(bytes));
  if (pkg.text("mimetype")?.startsWith("application/vnd.oasis")) throw new WorkbookFileError("ods");
  if (!pkg.has(typesPath)) throw new WorkbookFileError("ingenArbetsbok");
  if (
    child(pkg.xml(typesPath), "Default") === undefined &&
    child(pkg.xml(typesPath), "Override") === undefined
  )
    throw new WorkbookFileError("ingenArbetsbok");
  return pkg;
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
