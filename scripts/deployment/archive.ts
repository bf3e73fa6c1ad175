import { createHash } from "node:crypto";
import { zipSync } from "fflate";

/** Paths in the archive and their bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A .zip whose bytes follow from the files alone: sorted names, one fixed time (zip's first), no owner. */
export function archive(files: Files): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(
    Object.fromEntries(entries.map(([path, bytes]) => [path, [bytes, { mtime, level: 9, os: 3 }]])),
  );
}

/** Lines that `sha256sum -c` reads. */
export function checksums(files: Files): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`)
    .join("");
}

export const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");
