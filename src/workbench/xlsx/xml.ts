import { SaxesParser } from "saxes";

/** An element of a small part (never a sheet's cells), with where it stands in the text. */
export interface Element {
  /** Without prefix. */
  name: string;
  /** By name without prefix, except `r:id`, kept as "r:id" whatever its prefix. */
  attributes: Record<string, string>;
  children: Element[];
  text: string;
  /** Offsets of the whole element, and of what stands inside it (inner is empty for <a/>). */
  start: number;
  end: number;
  innerStart: number;
  innerEnd: number;
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

/** Ids that point at relationships keep their prefix, since `id` means something else. */
function attributeName(name: string): string {
  const colon = name.indexOf(":");
  if (colon < 0) return name;
  const plain = name.slice(colon + 1);
  return plain === "id" ? "r:id" : plain;
}

/** Parses a part. Throws what saxes throws for malformed XML. */
export function parseXml(text: string): Element {
  const parser = new SaxesParser({ position: true, xmlns: false });
  const root: Element = element("", {}, 0);
  const stack: Element[] = [root];
  const top = () => stack[stack.length - 1];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const end = parser.position;
    const opened = element(local(name), {}, text.lastIndexOf("<", end - 1));
    for (const key in attributes) opened.attributes[attributeName(key)] = attributes[key];
    opened.innerStart = opened.innerEnd = end;
    top().children.push(opened);
    stack.push(opened);
  });
  parser.on("closetag", ({ isSelfClosing }) => {
    const closed = stack.pop()!;
    closed.end = parser.position;
    if (!isSelfClosing) closed.innerEnd = text.lastIndexOf("<", closed.end - 1);
  });
  const addText = (piece: string) => {
    top().text += piece;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(text).close();
  return root.children[0];
}

const element = (name: string, attributes: Record<string, string>, start: number): Element => ({
  name,
  attributes,
  children: [],
  text: "",
  start,
  end: start,
  innerStart: start,
  innerEnd: start,
});

export const child = (parent: Element | null | undefined, name: string): Element | undefined =>
  parent?.children.find((candidate) => candidate.name === name);
export const childrenOf = (parent: Element | null | undefined, name: string): Element[] =>
  parent?.children.filter((candidate) => candidate.name === name) ?? [];

/** The first element of a name anywhere inside. */
export function descendant(parent: Element | null | undefined, name: string): Element | undefined {
  for (const candidate of parent?.children ?? []) {
    const found = candidate.name === name ? candidate : descendant(candidate, name);
    if (found) return found;
  }
  return undefined;
}

/** xsd:boolean as Excel reads it. */
export const isTrue = (value: string | undefined, missing = false) =>
  value === undefined ? missing : value === "1" || value === "true" || value === "on";

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

export const escapeAttribute = (text: string) =>
  withoutForbidden(text).replace(/[&<>"\n\r\t]/g, (character) => escapes[character]);
export const escapeText = (text: string) =>
  escapeExcel(text).replace(/[&<>]/g, (character) => escapes[character]);

/** Characters that no XML can hold, and halves of characters. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const code = (character: string) =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

const withoutForbidden = (text: string) => text.replace(forbidden, code);

/**
 * A text as SpreadsheetML holds it (ST_Xstring): what XML can't hold, or would read as something else (a carriage return),
 * is written _x000D_, and a text that looks like that is protected.
 */
export const escapeExcel = (text: string) =>
  withoutForbidden(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replace(/\r/g, code));

/** The same for an attribute, where a line break would become a blank. */
export const excelAttribute = (text: string) =>
  escapeExcel(text).replace(/\n/g, "_x000a_").replace(/\t/g, "_x0009_");

/** Undoes `escapeExcel` in texts read from the file. */
export const unescapeExcel = (text: string) =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

export type Attributes = Record<string, string | number | boolean | undefined | null>;

/** `<name a="1"/>`; attributes that are undefined or null are left out, booleans are 1 and 0. */
export function tag(name: string, attributes: Attributes = {}, inner = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === "boolean" ? Number(value) : escapeAttribute(String(value))}"`,
    )
    .join("");
  return inner === "" ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** A start tag, with or without its end, with attributes set (by name without prefix) or, where null, taken away. */
export function changeAttributes(open: string, changes: Attributes): string {
  let changed = open;
  for (const [name, wanted] of Object.entries(changes)) {
    if (wanted === undefined) continue;
    const value =
      typeof wanted === "boolean" ? String(Number(wanted)) : wanted === null ? null : String(wanted);
    const known = new RegExp(`\\s((?:[\\w.-]+:)?${name})\\s*=\\s*(?:"[^"]*"|'[^']*')`);
    const written = value === null ? "" : ` ${known.exec(changed)?.[1] ?? name}="${escapeAttribute(value)}"`;
    changed = known.test(changed)
      ? changed.replace(known, () => written)
      : changed.replace(/\s*(\/?>)?$/, (end) => written + end.trimStart());
  }
  return changed;
}

/**
 * An element with attributes and children changed, the rest of it as it stands. `order` is the schema's order of the
 * children; "" takes a child away. Without an element a new one is made.
 */
export function changeElement(
  text: string,
  element: Element | undefined,
  name: string,
  attributes: Attributes,
  children: Record<string, string> = {},
  order: readonly string[] = Object.keys(children),
  placeOf: (element: Element) => number = (one) => order.indexOf(one.name),
): string {
  if (!element) return tag(name, attributes, order.map((child) => children[child] ?? "").join(""));
  const raw = text.slice(element.start, element.innerStart);
  const open = changeAttributes(raw.replace(/\s*\/?>$/, ""), attributes);
  const kept = inOrder(
    element.children
      .filter((one) => children[one.name] === undefined)
      .map((one) => ({ at: placeOf(one), xml: text.slice(one.start, one.end) })),
  );
  for (const [child, xml] of Object.entries(children)) {
    const at = order.indexOf(child);
    let place = kept.length;
    while (place > 0 && !(kept[place - 1].at >= 0 && kept[place - 1].at < at)) place--;
    if (xml !== "") kept.splice(place, 0, { at, xml });
  }
  const inner = kept.map(({ xml }) => xml).join("");
  const qualified = /^<([^\s/>]+)/.exec(open)![1];
  const words = element.children.length === 0 ? text.slice(element.innerStart, element.innerEnd) : "";
  return inner + words === "" ? `${open}/>` : `${open}>${inner}${words}</${qualified}>`;
}

/** Some programs write children in disorder; those the order doesn't know stay after the one before. */
function inOrder(children: { at: number; xml: string }[]): { at: number; xml: string }[] {
  let last = -1;
  const placed = children.map((child) => ({ ...child, sort: (last = child.at < 0 ? last : child.at) }));
  return placed.sort((a, b) => a.sort - b.sort);
}

/** Puts texts into a part at offsets; what is put in where something else begins stands before it. */
export function splice(text: string, edits: { start: number; end: number; text: string }[]): string {
  let spliced = "";
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    spliced += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return spliced + text.slice(at);
}

/** A part's text with something put last inside its root, also where the root is written <a/>. */
export function insertLast(text: string, xml: string): string {
  const root = parseXml(text);
  const inside = text.slice(root.start, root.end);
  if (!inside.endsWith("/>")) return text.slice(0, root.innerEnd) + xml + text.slice(root.innerEnd);
  const name = /^<([^\s/>]+)/.exec(inside)![1];
  return `${text.slice(0, root.end - 2).trimEnd()}>${xml}</${name}>${text.slice(root.end)}`;
}

export const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const strictRelationNamespace = "http://purl.oclc.org/ooxml/officeDocument/relationships";
export const relationNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const rootTag = /<(?![?!])([^\s/>]+)(?:"[^"]*"|'[^']*'|[^>"'])*?(?=\/?>)/;

/** The text with prefixes declared in its root, where they aren't. */
export function withNamespaces(text: string, namespaces: Record<string, string>): string {
  const root = rootTag.exec(text);
  if (!root) return text;
  const [open] = root;
  const missing = Object.entries(namespaces)
    .filter(([prefix]) => !new RegExp(`\\sxmlns:${prefix}\\s*=`).test(open))
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return text.slice(0, root.index) + open + missing.join("") + text.slice(root.index + open.length);
}

/**
 * The text with its root's namespace as the default one, where every element has a prefix: what is put in is written
 * without. `r:` is declared too, when asked for.
 */
export function withDefaultNamespace(text: string, relations = false): string {
  const root = rootTag.exec(text);
  if (!root) return text;
  let [open] = root;
  const colon = root[1].indexOf(":");
  if (colon >= 0 && !/\sxmlns\s*=/.test(open)) {
    const own = new RegExp(`\\sxmlns:${root[1].slice(0, colon)}\\s*=\\s*["']([^"']*)`).exec(open)?.[1];
    if (own) open += ` xmlns="${own}"`;
  }
  const changed = text.slice(0, root.index) + open + text.slice(root.index + root[0].length);
  if (!relations) return changed;
  const strict = open.includes("purl.oclc.org/ooxml");
  return withNamespaces(changed, { r: strict ? strictRelationNamespace : relationNamespace });
}

export const xmlHeader = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
