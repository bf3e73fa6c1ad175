import type { Finding } from "./finding";

/** The accepted findings with these among them; an empty reason is one. Plain data: kept in the workbook as it is. */
export function acceptera(
  accepterade: Readonly<Record<string, string>>,
  findings: readonly Finding[],
  reason: string,
): Record<string, string> {
  return { ...accepterade, ...Object.fromEntries(findings.map(({ nyckel }) => [nyckel, reason.trim()])) };
}

/** The accepted findings that the workbook still has: what is left when figures have changed can go. */
export function kvarstaende(
  accepterade: Readonly<Record<string, string>>,
  findings: readonly Finding[],
): Record<string, string> {
  const current = new Set(findings.map(({ nyckel }) => nyckel));
  return Object.fromEntries(Object.entries(accepterade).filter(([nyckel]) => current.has(nyckel)));
}
