import type { CustomXmlPart } from "../model/workbook";
import type { Package } from "./package";
import { escapeAttribute, xmlHeader } from "./xml";

const propertiesType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";

interface Item {
  relation: string;
  path: string;
  part: CustomXmlPart;
}

function items(pkg: Package, workbookPath: string): Item[] {
  return pkg
    .relationships(workbookPath)
    .filter(({ type, external, target }) => type === "customXml" && !external && pkg.has(target))
    .map(({ id: relation, target: path }, index) => {
      const properties = pkg.related(path, "customXmlProps");
      const stated = properties ? pkg.xml(properties)?.attributes.itemID : undefined;
      const id =
        stated ??
        `{4B4F4C4C-0000-4000-8000-${(0xf00000 + index).toString(16).toUpperCase().padStart(12, "0")}}`;
      return { relation, path, part: { id, xml: pkg.text(path)! } };
    });
}

export const readCustomXml = (pkg: Package, workbookPath: string): CustomXmlPart[] =>
  items(pkg, workbookPath).map(({ part }) => part);

/** Writes the parts that have changed or come; those that are gone lose their relationship. */
export function writeCustomXml(pkg: Package, workbookPath: string, parts: CustomXmlPart[]): void {
  const before = new Map(items(pkg, workbookPath).map((item) => [item.part.id.toLowerCase(), item]));
  for (const { id, xml } of parts) {
    const known = before.get(id.toLowerCase());
    before.delete(id.toLowerCase());
    if (!known) addItem(pkg, workbookPath, id, xml);
    else if (known.part.xml !== xml) pkg.set(known.path, withEncoding(xml));
  }
  pkg.unrelate(
    workbookPath,
    [...before.values()].map(({ relation }) => relation),
  );
}

/** The part is written in UTF-8 whatever its declaration said. */
const withEncoding = (xml: string) => xml.replace(/^(<\?xml[^>]*\bencoding\s*=\s*["'])[^"']*/, "$1UTF-8");

function addItem(pkg: Package, workbookPath: string, id: string, xml: string): void {
  const path = pkg.newPath("customXml/item#.xml");
  const properties = path.replace(/item(\d+)\.xml$/, "itemProps$1.xml");
  const namespace = /<(?:[\w.-]+:)?[\w.-]+[^>]*?\sxmlns(?::[\w.-]+)?\s*=\s*["']([^"']+)/.exec(
    xml.replace(/^<\?xml[^>]*\?>/, ""),
  )?.[1];
  const reference = namespace ? `<ds:schemaRef ds:uri="${escapeAttribute(namespace)}"/>` : "";
  pkg.declareExtension("xml", "application/xml");
  pkg.set(path, withEncoding(xml));
  pkg.set(
    properties,
    `${xmlHeader}<ds:datastoreItem ds:itemID="${escapeAttribute(id)}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>${reference}</ds:schemaRefs></ds:datastoreItem>`,
  );
  pkg.declare(properties, propertiesType);
  pkg.relate(path, "customXmlProps", properties);
  pkg.relate(workbookPath, "customXml", path);
}
