import { childrenOf, type Element, tag } from "./xml";

export const extensionUris = {
  conditionalFormats: "{78C0D931-6437-407d-A8EE-F0AAD7539E65}",
  validations: "{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}",
} as const;

export const x14Namespace = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";

/** The ext element of a purpose among an extLst's. */
export const extension = (list: Element | undefined, uri: string): Element | undefined =>
  childrenOf(list, "ext").find(({ attributes }) => attributes.uri?.toLowerCase() === uri.toLowerCase());

/** An extLst, or none, with some of its ext elements' content replaced or added, by purpose; "" takes the ext away. */
export function changeExtensions(
  text: string,
  list: Element | undefined,
  contents: Record<string, string>,
): string {
  const replaced = new Set<string>();
  const kept = childrenOf(list, "ext").map((ext) => {
    const changed = Object.entries(contents).find(
      ([uri]) => uri.toLowerCase() === ext.attributes.uri?.toLowerCase(),
    );
    if (!changed) return text.slice(ext.start, ext.end);
    const [uri, content] = changed;
    replaced.add(uri);
    if (content === "") return "";
    return text.slice(ext.start, ext.innerStart) + content + text.slice(ext.innerEnd, ext.end);
  });
  const added = Object.entries(contents)
    .filter(([uri, content]) => content !== "" && !replaced.has(uri))
    .map(([uri, content]) => tag("ext", { uri, "xmlns:x14": x14Namespace }, content));
  // Excel itself writes conditional formats and validations before the rest.
  const all = [...added, ...kept].join("");
  return all === "" ? "" : tag("extLst", {}, all);
}
