import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Parts } from "./excelParts";

/** Parts as a file. */
export const zipped = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, content]) => [
        path,
        typeof content === "string" ? strToU8(content) : content,
      ]),
    ),
    { level: 1 },
  );

/** A file's parts; text where the content is text. */
export function unzipped(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([path]) => !path.endsWith("/"))
      .map(([path, content]) => [path, strFromU8(content, /\.(bin|png)$/.test(path))]),
  );
}

/** Paths of the parts that differ, sorted; those only one of the two has are marked − (gone) and + (come). */
export function differences(before: Uint8Array, after: Uint8Array): string[] {
  const [was, now] = [unzipped(before), unzipped(after)];
  const paths = [...new Set([...Object.keys(was), ...Object.keys(now)])].sort();
  return paths.flatMap((path) => {
    if (!(path in now)) return [`− ${path}`];
    if (!(path in was)) return [`+ ${path}`];
    return was[path] === now[path] ? [] : [path];
  });
}
