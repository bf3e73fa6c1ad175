import { childrenOf, type Element, tag } from "./xml";

export const extensionUris = {
  conditionalFormats: "{78C0D931-6437-407d-A8EE-F0AAD7539E65}",
  validations: "{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}",
} as const;

/** The ext element of a purpose among an extLst's. */
export const extension = (list: Element | undefined, uri: string): Element | undefined =>
  childrenOf(list, "ext").find(({ attributes }) => attributes.uri?.toLowerCase() === uri.toLowerCase());

/** An extLst with some of its ext elements' content replaced, by purpose; "" takes the ext away. */
export function changeExtensions(text: string, list: Element, contents: Record<string, string>): string {
  const kept = childrenOf(list, "ext").map((ext) => {
    const changed = Object.entries(contents).find(
      ([uri]) => uri.toLowerCase() === ext.attributes.uri?.toLowerCase(),
    );
    if (!changed) return text.slice(ext.start, ext.end);
    const [, content] = changed;
    if (content === "") return "";
    return text.slice(ext.start, ext.innerStart) + content + text.slice(ext.innerEnd, ext.end);
  });
  return kept.join("") === "" ? "" : tag("extLst", {}, kept.join(""));
}
