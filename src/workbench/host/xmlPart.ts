/** The root element's namespace, "" for none; null when the text is not well-formed (tags that don't match, text outside the root). */
export function namespaceOf(xml: string): string | null {
  const open: { name: string; namespaces: Record<string, string> }[] = [];
  let root: string | null = null;
  let position = 0;
  const markup =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE[^>]*>|<(\/?)([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
  const outside = (until: number) => {
    const between = xml.slice(position, until);
    return between.includes("<") || (open.length === 0 && between.replace(/^\uFEFF/, "").trim() !== "");
  };
  for (let found = markup.exec(xml); found; found = markup.exec(xml)) {
    if (outside(found.index)) return null;
    position = markup.lastIndex;
    const [, closing, name, attributes, alone] = found;
    if (name === undefined) continue;
    if (closing) {
      if (open.pop()?.name !== name) return null;
      continue;
    }
    if (open.length === 0 && root !== null) return null;
    const namespaces: Record<string, string> = { ...open[open.length - 1]?.namespaces };
    for (const [, prefix, double, single] of attributes.matchAll(
      /xmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
    )) {
      namespaces[prefix ?? ""] = double ?? single;
    }
    root ??= namespaces[name.includes(":") ? name.split(":")[0] : ""] ?? "";
    if (!alone) open.push({ name, namespaces });
  }
  return outside(xml.length) || open.length > 0 ? null : root;
}
