import type { Package } from "./package";
import {
  changeElement,
  child,
  childrenOf,
  descendant,
  isTrue,
  mainNamespace,
  tag,
  withDefaultNamespace,
  xmlHeader,
} from "./xml";
import { readXml } from "./package";

const order = [
  "metadataTypes",
  "metadataStrings",
  "mdxMetadata",
  "futureMetadata",
  "cellMetadata",
  "valueMetadata",
  "extLst",
];
const dynamicType = "XLDAPR";
const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";

const metadataPath = (pkg: Package, workbookPath: string) => pkg.related(workbookPath, "sheetMetadata");

/** The cell metadata numbers (`cm`, from 1) that say: a dynamic array. */
export function readDynamicMetadata(pkg: Package, workbookPath: string): Set<number> {
  const path = metadataPath(pkg, workbookPath);
  const root = path ? pkg.xml(path) : null;
  const types = childrenOf(child(root, "metadataTypes"), "metadataType").map(
    ({ attributes }) => attributes.name,
  );
  const properties = childrenOf(
    childrenOf(root, "futureMetadata").find(({ attributes }) => attributes.name === dynamicType),
    "bk",
  ).map((bk) => isTrue(descendant(bk, "dynamicArrayProperties")?.attributes.fDynamic));
  const numbers = new Set<number>();
  childrenOf(child(root, "cellMetadata"), "bk").forEach((bk, index) => {
    const dynamic = childrenOf(bk, "rc").some(
      ({ attributes }) => types[Number(attributes.t) - 1] === dynamicType && properties[Number(attributes.v)],
    );
    if (dynamic) numbers.add(index + 1);
  });
  return numbers;
}

const typeXml = tag("metadataType", {
  name: dynamicType,
  minSupportedVersion: 120000,
  copy: true,
  pasteAll: true,
  pasteValues: true,
  merge: true,
  splitFirst: true,
  rowColShift: true,
  clearFormats: true,
  clearComments: true,
  assign: true,
  coerce: true,
  cellMeta: true,
});
const propertiesXml = tag(
  "futureMetadata",
  { name: dynamicType, count: 1 },
  tag(
    "bk",
    {},
    tag(
      "extLst",
      {},
      tag(
        "ext",
        { uri: "{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}" },
        tag("xda:dynamicArrayProperties", {
          "xmlns:xda": "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray",
          fDynamic: true,
          fCollapsed: false,
        }),
      ),
    ),
  ),
);

/** Adds what says "a dynamic array" to the workbook's metadata, and gives its cell metadata number. */
export function addDynamicMetadata(pkg: Package, workbookPath: string): number {
  let path = metadataPath(pkg, workbookPath);
  if (!path) {
    path = pkg.newPath("xl/metadata#.xml").replace("metadata1", "metadata");
    if (pkg.has(path)) path = pkg.newPath("xl/metadata#.xml");
    pkg.set(path, xmlHeader + tag("metadata", { xmlns: mainNamespace }));
    pkg.declare(path, contentType);
    pkg.relate(workbookPath, "sheetMetadata", path);
  }
  const text = withDefaultNamespace(pkg.text(path)!);
  const root = readXml(text);
  const inner = (name: string) => {
    const element = child(root, name);
    return element ? text.slice(element.innerStart, element.innerEnd) : "";
  };
  const types = childrenOf(child(root, "metadataTypes"), "metadataType").length + 1;
  const cells = childrenOf(child(root, "cellMetadata"), "bk").length + 1;
  const others = childrenOf(root, "futureMetadata").map(({ start, end }) => text.slice(start, end));
  const written = changeElement(
    text,
    root,
    "metadata",
    {},
    {
      metadataTypes: tag("metadataTypes", { count: types }, inner("metadataTypes") + typeXml),
      futureMetadata: others.join("") + propertiesXml,
      cellMetadata: tag(
        "cellMetadata",
        { count: cells },
        inner("cellMetadata") + tag("bk", {}, tag("rc", { t: types, v: 0 })),
      ),
    },
    order,
  );
  pkg.set(path, text.slice(0, root.start) + written + text.slice(root.end));
  return cells;
}
