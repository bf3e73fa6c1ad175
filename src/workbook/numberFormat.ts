/**
 * Thousands grouped, negative with minus, fixed decimals; what rounds to zero prints 0, not -0 (the value stays).
 * The last section prints without sign, since the negative numbers have a section of their own [assumed].
 */
export function amountFormat(decimals: number): string {
  const fraction = decimals > 0 ? `.${"0".repeat(decimals)}` : "";
  const half = `0.${"0".repeat(decimals)}5`;
  return `[>=${half}]#,##0${fraction};[<=-${half}]-#,##0${fraction};0${fraction}`;
}

/** With the space that Swedish writes before the sign. */
export function percentFormat(decimals: number): string {
  return decimals > 0 ? `0.${"0".repeat(decimals)} %` : "0 %";
}

/** Decimals a number format prints; null where it doesn't say (General, text, dates). */
export function formatDecimals(format: string): number | null {
  const section = format.split(";")[0].replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  if (!/[0#?]/.test(section) || /[ymdhs]/i.test(section)) return null;
  const decimals = /\.([0#?]+)/.exec(section);
  return decimals ? decimals[1].length : 0;
}

export function isPercentFormat(format: string): boolean {
  return /%/.test(format.replace(/"[^"]*"|\\./g, ""));
}
