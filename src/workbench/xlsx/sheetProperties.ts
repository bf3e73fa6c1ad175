import type { Sheet } from "../model/sheet";
import type { Package } from "./package";
import { child, childrenOf, type Element, excelAttribute, tag, unescapeExcel } from "./xml";
import { pack } from "./zip";

const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty";

/** A sheet's own properties: each value is a part of its own, UTF-16 without a mark (ECMA-376 18.3.1.22). */
export function readSheetProperties(root: Element, sheet: Sheet, pkg: Package, path: string): void {
  const elements = childrenOf(child(root, "customProperties"), "customPr");
  if (elements.length === 0) return;
  const targets = new Map(pkg.relationships(path).map(({ id, target }) => [id, target]));
  for (const { attributes } of elements) {
    const part = targets.get(attributes["r:id"] ?? "");
    const bytes = part === undefined ? null : pkg.bytes(part);
    if (bytes) sheet.customProperties.set(nameOf(attributes), new TextDecoder("utf-16le").decode(bytes));
  }
}

const nameOf = ({ name = "" }: Record<string, string>) => unescapeExcel(name);

/** The customProperties element; values become parts of the sheet, those that are gone or changed are taken away. */
export function writeSheetProperties(
  root: Element,
  text: string,
  was: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  pkg: Package,
  path: string,
): string {
  const targets = new Map(pkg.relationships(path).map(({ id, target }) => [id, target]));
  const kept = new Map<string, string>();
  for (const element of childrenOf(child(root, "customProperties"), "customPr")) {
    const key = nameOf(element.attributes);
    const id = element.attributes["r:id"] ?? "";
    const part = targets.get(id);
    // One whose part is missing says nothing, and stays until its key is given a value.
    if (was.get(key) === now.get(key)) {
      kept.set(key, text.slice(element.start, element.end));
    } else if (part !== undefined) {
      pkg.unrelate(path, [id]);
      pkg.remove(part);
    }
  }
  for (const [key, value] of now) {
    if (kept.has(key)) continue;
    const part = pkg.newPath("xl/customProperty#.bin");
    pkg.setPacked(part, pack(utf16(value)));
    pkg.declare(part, contentType);
    kept.set(
      key,
      tag("customPr", { name: excelAttribute(key), "r:id": pkg.relate(path, "customProperty", part) }),
    );
  }
  return kept.size === 0 ? "" : tag("customProperties", {}, [...kept.values()].join(""));
}

function utf16(text: string): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++) bytes.setUint16(index * 2, text.charCodeAt(index), true);
  return new Uint8Array(bytes.buffer);
}
