import type { DocumentProperties } from "../model/workbook";
import type { Package } from "./package";
import { readXml } from "./package";
import { changeElement, child, childrenOf, escapeText, isTrue, tag, unescapeExcel, xmlHeader } from "./xml";

const namespaces = {
  cp: "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
  dc: "http://purl.org/dc/elements/1.1/",
  dcterms: "http://purl.org/dc/terms/",
  ep: "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
  op: "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
  vt: "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
  xsi: "http://www.w3.org/2001/XMLSchema-instance",
};

type TextProperty = Exclude<keyof DocumentProperties, "custom" | "revisionNumber">;

/** Where each property stands: the element's name in core.xml or app.xml. */
const core: Partial<Record<TextProperty, string>> = {
  title: "dc:title",
  subject: "dc:subject",
  author: "dc:creator",
  keywords: "cp:keywords",
  comments: "dc:description",
  lastAuthor: "cp:lastModifiedBy",
  category: "cp:category",
  creationDate: "dcterms:created",
};
const app: Partial<Record<TextProperty, string>> = { manager: "Manager", company: "Company" };

const local = (name: string) => name.slice(name.indexOf(":") + 1);

export function readProperties(pkg: Package): DocumentProperties {
  const properties: DocumentProperties = { custom: new Map() };
  for (const [type, names] of [
    ["core-properties", core],
    ["extended-properties", app],
  ] as const) {
    const path = pkg.related("", type);
    const root = path ? pkg.xml(path) : null;
    for (const [key, name] of Object.entries(names)) {
      const text = child(root, local(name))?.text;
      if (text) properties[key as TextProperty] = unescapeExcel(text);
    }
    const revision = Number(child(root, "revision")?.text || NaN);
    if (type === "core-properties" && !Number.isNaN(revision)) properties.revisionNumber = revision;
  }
  const path = pkg.related("", "custom-properties");
  for (const property of childrenOf(path ? pkg.xml(path) : null, "property")) {
    const value = property.children[0];
    if (property.attributes.name && value)
      properties.custom.set(property.attributes.name, customValue(value.name, value.text));
  }
  return properties;
}

function customValue(type: string, text: string): string | number | boolean {
  if (type === "bool") return isTrue(text);
  if (/^(i[1248]|ui[1248]|int|uint|r[48]|decimal)$/.test(type) && text.trim() !== "") return Number(text);
  return unescapeExcel(text);
}

/** Writes the properties that differ from what the file has. */
export function writeProperties(pkg: Package, now: DocumentProperties): void {
  const was = readProperties(pkg);
  const changed = (names: Partial<Record<TextProperty, string>>, prefixed: boolean) => {
    const children: Record<string, string> = {};
    for (const [key, name] of Object.entries(names) as [TextProperty, string][]) {
      if ((was[key] ?? "") === (now[key] ?? "")) continue;
      const prefix = name.slice(0, name.indexOf(":")) as keyof typeof namespaces;
      const attributes = prefixed
        ? {
            [`xmlns:${prefix}`]: namespaces[prefix],
            ...(prefix === "dcterms" && { "xmlns:xsi": namespaces.xsi, "xsi:type": "dcterms:W3CDTF" }),
          }
        : { xmlns: namespaces.ep };
      children[local(name)] = now[key] ? tag(name, attributes, escapeText(now[key])) : "";
    }
    return children;
  };
  const coreChanges = changed(core, true);
  if (was.revisionNumber !== now.revisionNumber) {
    coreChanges.revision =
      now.revisionNumber === undefined
        ? ""
        : tag("cp:revision", { "xmlns:cp": namespaces.cp }, String(now.revisionNumber));
  }
  change(pkg, coreChanges, {
    type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    path: "docProps/core.xml",
    contentType: "application/vnd.openxmlformats-package.core-properties+xml",
    empty: tag("cp:coreProperties", { "xmlns:cp": namespaces.cp }),
  });
  change(pkg, changed(app, false), {
    type: "extended-properties",
    path: "docProps/app.xml",
    contentType: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    empty: tag("Properties", { xmlns: namespaces.ep }),
  });
  writeCustom(pkg, was.custom, now.custom);
}

interface PropertyPart {
  type: string;
  path: string;
  contentType: string;
  empty: string;
}

function openPart(pkg: Package, { type, path, contentType, empty }: PropertyPart): string {
  const existing = pkg.related("", local(type).slice(local(type).lastIndexOf("/") + 1));
  if (existing && pkg.has(existing)) return existing;
  pkg.set(path, xmlHeader + empty);
  pkg.declare(path, contentType);
  pkg.relate("", type, path);
  return path;
}

const appOrder =
  "Template Manager Company Pages Words Characters PresentationFormat Lines Paragraphs Slides Notes TotalTime HiddenSlides MMClips ScaleCrop HeadingPairs TitlesOfParts LinksUpToDate CharactersWithSpaces SharedDoc HyperlinkBase HLinks HyperlinksChanged DigSig Application AppVersion DocSecurity".split(
    " ",
  );

function change(pkg: Package, children: Record<string, string>, part: PropertyPart): void {
  if (Object.keys(children).length === 0) return;
  const path = openPart(pkg, part);
  const text = pkg.text(path)!;
  const root = readXml(text);
  const order = part.type === "extended-properties" ? appOrder : Object.keys(children);
  const written = changeElement(text, root, "", {}, children, order);
  pkg.set(path, text.slice(0, root.start) + written + text.slice(root.end));
}

/** The list of sheets in app.xml goes when sheets or names have changed: Excel writes it anew, and deleted names don't linger. */
export function dropTitles(pkg: Package): void {
  const path = pkg.related("", "extended-properties");
  if (!path || !pkg.has(path)) return;
  const text = pkg.text(path)!;
  const root = readXml(text);
  if (!child(root, "TitlesOfParts") && !child(root, "HeadingPairs")) return;
  const written = changeElement(text, root, "", {}, { HeadingPairs: "", TitlesOfParts: "" });
  pkg.set(path, text.slice(0, root.start) + written + text.slice(root.end));
}

function writeCustom(
  pkg: Package,
  was: DocumentProperties["custom"],
  now: DocumentProperties["custom"],
): void {
  if (JSON.stringify([...was]) === JSON.stringify([...now])) return;
  const path = openPart(pkg, {
    type: "custom-properties",
    path: "docProps/custom.xml",
    contentType: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    empty: tag("Properties", { xmlns: namespaces.op, "xmlns:vt": namespaces.vt }),
  });
  const text = pkg.text(path)!;
  const root = readXml(text);
  const known = new Map(childrenOf(root, "property").map((property) => [property.attributes.name, property]));
  let nextId = Math.max(1, ...[...known.values()].map(({ attributes }) => Number(attributes.pid) || 1)) + 1;
  const lines = [...now].map(([name, value]) => {
    const existing = known.get(name);
    if (existing && was.get(name) === value) return text.slice(existing.start, existing.end);
    return tag(
      "property",
      {
        xmlns: namespaces.op,
        fmtid: "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
        pid: existing?.attributes.pid ?? nextId++,
        name,
      },
      customElement(value),
    );
  });
  const written = changeElement(text, root, "Properties", {}, { property: lines.join("") });
  pkg.set(path, text.slice(0, root.start) + written + text.slice(root.end));
}

function customElement(value: string | number | boolean): string {
  const kind =
    typeof value === "boolean"
      ? "bool"
      : typeof value === "string"
        ? "lpwstr"
        : Number.isInteger(value) && Math.abs(value) < 2 ** 31
          ? "i4"
          : "r8";
  return tag(`vt:${kind}`, { "xmlns:vt": namespaces.vt }, escapeText(String(value)));
}
