/**
 * A TEXT format written for Excel in Swedish, in English codes; null for one that is English. The format is a text in the
 * file, so a workbook has it in the language it was made in: "# ##0,0", "ÅÅÅÅ-MM-DD", "Standard". Only what can't be meant
 * in English is read as Swedish: å in a date, a comma before decimals (English has three digits behind a comma), blanks
 * between thousands.
 */
export function swedishFormat(format: string): string | null {
  if (/^standard$/i.test(format.trim())) return "General";
  const bare = format.replace(literal, "");
  if (/å|\bt{1,2}:mm/i.test(bare))
    return outside(format, (part) => part.replace(/å/gi, "y").replace(/t/gi, "h"));
  if (bare.includes(".")) return null;
  const grouped = /[#0][ \u00a0][#0]{3}/.test(bare);
  const decimals = [...bare.matchAll(/,([0#?]+)/g)].some(([, digits]) => digits.length !== 3 || grouped);
  if (!grouped && !decimals) return null;
  return outside(format, (part) =>
    part.replace(/([#0?]),(?=[0#?])/g, "$1.").replace(/([#0])[ \u00a0](?=[#0]{3})/g, "$1,"),
  );
}

/** Words in quotes, escaped letters, and the letters after "_" and "*". */
const literal = /"[^"]*"|\\.|_.|\*./g;

/** Changes what stands outside quotes and escapes. */
function outside(format: string, change: (part: string) => string): string {
  let changed = "";
  let at = 0;
  for (const found of format.matchAll(literal)) {
    changed += change(format.slice(at, found.index)) + found[0];
    at = found.index + found[0].length;
  }
  return changed + change(format.slice(at));
}
