/** The answer is the printed one: numbers rounded to the decimals that are written, errors by their code. */
export function expectPrinted(actual: unknown, printed: unknown) {
  if (Array.isArray(printed)) {
    expect(actual).toHaveLength(printed.length);
    printed.forEach((entry, i) => expectPrinted((actual as unknown[])[i], entry));
  } else if (typeof printed === "number") {
    const decimals = /\.(\d+)/.exec(String(printed))?.[1].length ?? 0;
    expect(typeof actual).toBe("number");
    expect(Math.abs((actual as number) - printed)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
  } else if (typeof printed === "string" && printed.startsWith("#")) {
    expect(actual).toMatchObject({ fel: printed });
  } else expect(actual).toBe(printed);
}
