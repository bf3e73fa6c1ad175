/** A file as it comes in: a browser file's stream, Node's read stream, or chunks at hand. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const pieceSize = 4 * 1024 * 1024;

/** A browser's file in pieces, so that it is never in memory whole. */
export async function* fileChunks(file: Blob): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += pieceSize)
    yield new Uint8Array(await file.slice(from, from + pieceSize).arrayBuffer());
}

export type Encoding = "utf-8" | "utf-16le" | "windows-1252" | "cp437";

/** CP437 from 0x80 on, as IBM's table has it. */
const cp437Upper =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

export function decodeCp437(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : cp437Upper[byte - 0x80];
  return text;
}

export const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80);

/** Whether bytes are UTF-8, a character cut off at the end allowed. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const count = (bytes: Uint8Array, wanted: readonly number[]) =>
  bytes.reduce((n, byte) => n + (wanted.includes(byte) ? 1 : 0), 0);
/** å ä ö Å Ä Ö in each of the two. */
const swedishInCp437 = [0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99];
const swedishIn1252 = [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6];

/** The encoding that makes Swedish of bytes that aren't all ASCII. */
export function guessEncoding(bytes: Uint8Array): Encoding {
  if (isUtf8(bytes)) return "utf-8";
  return count(bytes, swedishInCp437) > count(bytes, swedishIn1252) ? "cp437" : "windows-1252";
}

/** Decodes chunks to text. A byte order mark decides; else the first bytes that aren't ASCII do. */
export class TextReader {
  encoding: Encoding | null = null;
  private decoder: TextDecoder | null = null;
  private started = false;

  read(bytes: Uint8Array, last = false): string {
    if (!this.started && bytes.length > 0) {
      this.started = true;
      if (bytes[0] === 0xff && bytes[1] === 0xfe) this.choose("utf-16le");
      else if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.choose("utf-8");
    }
    if (this.encoding === null) {
      if (isAscii(bytes)) return ascii.decode(bytes);
      this.choose(guessEncoding(bytes));
    }
    return this.decoder ? this.decoder.decode(bytes, { stream: !last }) : decodeCp437(bytes);
  }

  private choose(encoding: Encoding): void {
    this.encoding = encoding;
    this.decoder = encoding === "cp437" ? null : new TextDecoder(encoding);
  }
}

const ascii = new TextDecoder("windows-1252");

const longestLine = 1024 * 1024;

/** Lines of bytes, without their line breaks; a line may cross chunks. */
export async function* byteLines(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    let bytes = chunk;
    if (rest.length > 0) {
      bytes = new Uint8Array(rest.length + chunk.length);
      bytes.set(rest);
      bytes.set(chunk, rest.length);
    }
    let from = 0;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      yield bytes.subarray(from, at > from && bytes[at - 1] === 13 ? at - 1 : at);
      from = at + 1;
    }
    rest = bytes.slice(from);
    // No line of a ledger is that long: what has no line breaks must not fill the memory.
    if (rest.length > longestLine) {
      yield rest;
      rest = new Uint8Array(0);
    }
  }
  if (rest.length > 0) yield rest[rest.length - 1] === 13 ? rest.subarray(0, -1) : rest;
}
