import { areaAddress, parseArea } from "../../workbook/address";
import type { Hyperlink } from "../model/parts";
import type { Sheet } from "../model/sheet";
import type { Package } from "./package";
import { child, childrenOf, type Element, excelAttribute, tag, unescapeExcel } from "./xml";

export function readHyperlinks(root: Element, sheet: Sheet, pkg: Package, path: string): void {
  const elements = childrenOf(child(root, "hyperlinks"), "hyperlink");
  if (elements.length === 0) return;
  const targets = new Map(pkg.relationships(path).map(({ id, target }) => [id, target]));
  sheet.hyperlinks = elements.flatMap(({ attributes }) => {
    const area = parseArea(attributes.ref ?? "");
    if (!area) return [];
    return [
      {
        area,
        address: targets.get(attributes["r:id"] ?? "") ?? "",
        documentReference: unescapeExcel(attributes.location ?? ""),
        screenTip: unescapeExcel(attributes.tooltip ?? ""),
      },
    ];
  });
}

/** The hyperlinks element; addresses become relationships of the sheet, those no link needs any more go. */
export function writeHyperlinks(
  root: Element,
  text: string,
  was: Hyperlink[],
  now: Hyperlink[],
  pkg: Package,
  path: string,
): string {
  const before = pkg.relationships(path).filter(({ type }) => type === "hyperlink");
  const ids = new Map(before.map(({ id, target }) => [target, id]));
  const elements = childrenOf(child(root, "hyperlinks"), "hyperlink").filter(
    ({ attributes }) => parseArea(attributes.ref ?? "") !== null,
  );
  const words = new Map(was.map((link, index) => [JSON.stringify(link), elements[index]]));
  const used = new Set<string>();
  const relation = (address: string) => {
    let id = ids.get(address);
    if (id === undefined) {
      id = pkg.relate(path, "hyperlink", address, true);
      ids.set(address, id);
    }
    used.add(id);
    return id;
  };
  const written = now.map((link) => {
    const element = words.get(JSON.stringify(link));
    if (element) {
      if (element.attributes["r:id"]) used.add(element.attributes["r:id"]);
      return text.slice(element.start, element.end);
    }
    return tag("hyperlink", {
      ref: areaAddress(link.area),
      "r:id": link.address ? relation(link.address) : null,
      location: excelAttribute(link.documentReference) || null,
      tooltip: excelAttribute(link.screenTip) || null,
    });
  });
  pkg.unrelate(
    path,
    before.map(({ id }) => id).filter((id) => !used.has(id)),
  );
  return written.length === 0 ? "" : tag("hyperlinks", {}, written.join(""));
}
