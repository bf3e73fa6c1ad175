import { deflateSync, Deflate, Inflate, inflateSync, strFromU8, strToU8 } from "fflate";
import { WorkbookFileError } from "./fileError";

/** A file inside the zip as it lies there; `data` shares the zip's memory. */
export interface Packed {
  /** 0 stored, 8 deflated. */
  method: number;
  data: Uint8Array;
  crc: number;
  /** Bytes when unpacked. */
  size: number;
}

/** What a file may unpack to, and how far a part may be blown up: an honest workbook of a million rows is well inside. */
const mostBytes = 3 * 1024 ** 3;
const mostParts = 20_000;
const mostRatio = 400;
const ratioCounts = 50 * 1024 ** 2;

const damaged = () => new WorkbookFileError("trasig");

/**
 * Reads the zip's directory; nothing is unpacked yet. The sizes it declares are the most that unpacking gives.
 * @throws WorkbookFileError for what is cut short, encrypted or blown up.
 */
export function readZip(bytes: Uint8Array): Map<string, Packed> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { start, size, count } = readEnd(view);
  if (count > mostParts) throw new WorkbookFileError("forStor");
  // Bytes before the zip (a self-extracting file) move every offset.
  const directory = start.actual;
  if (directory < 0 || directory + size > bytes.length) throw damaged();
  const before = directory - start.declared;
  const files = new Map<string, Packed>();
  let total = 0;
  let at = directory;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const crc = view.getUint32(at + 16, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength));
    const long = readLong(view, at + 46 + nameLength, extraLength, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (name.endsWith("/") || name.endsWith("\\")) continue;
    const [size, packedSize, offset] = long;
    total += size;
    if (total > mostBytes || (size > ratioCounts && size / Math.max(1, packedSize) > mostRatio))
      throw new WorkbookFileError("forStor");
    if (flags & 1) throw new WorkbookFileError("krypterad");
    if (method !== 0 && method !== 8) throw damaged();
    const local = offset + before;
    if (local < 0 || local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) throw damaged();
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (data + packedSize > bytes.length) throw damaged();
    if (method === 0 && packedSize !== size) throw damaged();
    files.set(name.replace(/\\/g, "/").replace(/^\/+/, ""), {
      method,
      data: bytes.subarray(data, data + packedSize),
      crc,
      size,
    });
  }
  return files;
}

function readEnd(view: DataView): {
  start: { declared: number; actual: number };
  size: number;
  count: number;
} {
  const length = view.byteLength;
  let end = length - 22;
  while (end >= 0 && length - end < 65558 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw damaged();
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let declared = view.getUint32(end + 16, true);
  let last = end;
  if (count === 0xffff || size === 0xffffffff || declared === 0xffffffff) {
    const locator = end - 20;
    if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) throw damaged();
    last = Number(view.getBigUint64(locator + 8, true));
    if (!(last >= 0 && last + 56 <= length) || view.getUint32(last, true) !== 0x06064b50) throw damaged();
    count = Number(view.getBigUint64(last + 32, true));
    size = Number(view.getBigUint64(last + 40, true));
    declared = Number(view.getBigUint64(last + 48, true));
  }
  return { start: { declared, actual: last - size }, size, count };
}

/** Sizes and offset that don't fit in 32 bits stand in an extra field, in this order. */
function readLong(view: DataView, at: number, length: number, values: number[]): number[] {
  if (!values.includes(0xffffffff)) return values;
  const last = at + length;
  while (at + 4 <= last) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let next = at + 4;
      return values.map((value) => {
        if (value !== 0xffffffff) return value;
        if (next + 8 > last) throw damaged();
        next += 8;
        return Number(view.getBigUint64(next - 8, true));
      });
    }
    at += 4 + size;
  }
  throw damaged();
}

const decodeName = (bytes: Uint8Array) => strFromU8(bytes);

/** Unpacks a file whole. */
export function unpack({ method, data, crc, size }: Packed): Uint8Array {
  if (method === 0) return data;
  let bytes: Uint8Array;
  try {
    bytes = inflateSync(data, { out: new Uint8Array(size) });
  } catch {
    throw damaged();
  }
  if (bytes.length !== size || checksum(bytes) !== crc) throw damaged();
  return bytes;
}

const step = 1 << 16;

/** Unpacks a file piece by piece; no more than a piece's worth is held. */
export function* unpackPieces({ method, data, crc, size }: Packed): Generator<Uint8Array> {
  if (method === 0) {
    for (let at = 0; at < data.length; at += step) yield data.subarray(at, at + step);
    return;
  }
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  let sum = 0;
  let length = 0;
  for (let at = 0; at < data.length; at += step) {
    try {
      inflate.push(data.subarray(at, at + step), at + step >= data.length);
    } catch {
      throw damaged();
    }
    for (const piece of pieces.splice(0)) {
      length += piece.length;
      if (length > size) throw damaged();
      sum = checksum(piece, sum);
      yield piece;
    }
  }
  if (length !== size || sum !== crc) throw damaged();
}

/** Four tables: a word at a time. */
const tables = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)];
for (let n = 0; n < 256; n++) {
  let crc = n;
  for (let k = 0; k < 8; k++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  tables[0][n] = crc;
}
for (let n = 0; n < 256; n++) {
  for (let k = 1; k < 4; k++) {
    const crc = tables[k - 1][n];
    tables[k][n] = tables[0][crc & 255] ^ (crc >>> 8);
  }
}

function checksum(bytes: Uint8Array, before = 0): number {
  const [t0, t1, t2, t3] = tables;
  let crc = ~before;
  let i = 0;
  for (const end = bytes.length - 3; i < end; i += 4) {
    crc ^= bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
    crc = t3[crc & 255] ^ t2[(crc >>> 8) & 255] ^ t1[(crc >>> 16) & 255] ^ t0[crc >>> 24];
  }
  for (; i < bytes.length; i++) crc = t0[(crc ^ bytes[i]) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}

const level = 3;

export function pack(bytes: Uint8Array): Packed {
  return { method: 8, data: deflateSync(bytes, { level }), crc: checksum(bytes), size: bytes.length };
}

/** Packs a text that is written bit by bit. */
export class TextPacker {
  private waiting = "";
  private readonly pieces: Uint8Array[] = [];
  private readonly deflate = new Deflate({ level }, (piece) => this.pieces.push(piece));
  private crc = 0;
  private size = 0;

  write(text: string): void {
    this.waiting += text;
    if (this.waiting.length > step) this.flush(false);
  }

  finish(): Packed {
    this.flush(true);
    return { method: 8, data: joined(this.pieces), crc: this.crc, size: this.size };
  }

  private flush(last: boolean): void {
    const bytes = strToU8(this.waiting);
    this.waiting = "";
    this.crc = checksum(bytes, this.crc);
    this.size += bytes.length;
    this.deflate.push(bytes, last);
  }
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The zip's day one, as Excel writes it: the same workbook gives the same bytes. */
const day = 0x21;

export function writeZip(files: Map<string, Packed>): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, { method, data, crc, size }] of files) {
    const name = strToU8(path);
    const flags = name.length === path.length ? 0 : 0x800;
    const header = new DataView(new ArrayBuffer(30));
    header.setUint32(0, 0x04034b50, true);
    const entry = new DataView(new ArrayBuffer(46));
    entry.setUint32(0, 0x02014b50, true);
    entry.setUint16(4, 20, true);
    for (const [at, view] of [
      [4, header],
      [6, entry],
    ] as const) {
      view.setUint16(at, 20, true);
      view.setUint16(at + 2, flags, true);
      view.setUint16(at + 4, method, true);
      view.setUint16(at + 8, day, true);
      view.setUint32(at + 10, crc, true);
      view.setUint32(at + 14, data.length, true);
      view.setUint32(at + 18, size, true);
      view.setUint16(at + 22, name.length, true);
    }
    entry.setUint32(42, offset, true);
    pieces.push(new Uint8Array(header.buffer), name, data);
    directory.push(new Uint8Array(entry.buffer), name);
    offset += 30 + name.length + data.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  const entries = joined(directory);
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.size, true);
  end.setUint16(10, files.size, true);
  end.setUint32(12, entries.length, true);
  end.setUint32(16, offset, true);
  return joined([...pieces, entries, new Uint8Array(end.buffer)]);
}
