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
  parser.on("opentag", ({ name, attributes, isSelfClosing }) => {
    const end = parser.position;
    const opened = element(local(name), {}, text.lastIndexOf("<", end - 1));
    for (const key in attributes) opened.attributes[attributeName(key)] = attributes[key];
    opened.innerStart = opened.innerEnd = isSelfClosing ? end : end;
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

export const child = (parent: Element | undefined, name: string): Element | undefined =>
  parent?.children.find((candidate) => candidate.name === name);
export const childrenOf = (parent: Element | undefined, name: string): Element[] =>
  parent?.children.filter((candidate) => candidate.name === name) ?? [];

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
  clean(text).replace(/[&<>"\n\r\t]/g, (character) => escapes[character]);
export const escapeText = (text: string) => clean(text).replace(/[&<>]/g, (character) => escapes[character]);

/** Characters XML can't hold are written as Excel does: _x0001_. A text that looks like that is protected. */
function clean(text: string): string {
  return (
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      // eslint-disable-next-line no-control-regex
      .replace(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
        (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
      )
  );
}

/** Undoes `clean` in texts read from the file. */
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

/** Puts texts into a part at offsets. */
export function splice(text: string, edits: { start: number; end: number; text: string }[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text);
}

export const xmlHeader = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
