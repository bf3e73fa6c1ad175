import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface M3Serie {
  id: string;
  varden: number[];
  /** The whole years before the last full calendar year, and that year. */
  historik: number[];
  ar: number[];
}

/** The M3 competition's monthly series (test/golden/m3), cut at the calendar year. */
export function m3Serier(): M3Serie[] {
  return gunzipSync(readFileSync("test/golden/m3/manader.csv.gz"))
    .toString("utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((rad) => {
      const [id, start, , text] = rad.split(",");
      const varden = text.split(" ").map(Number);
      const slut = varden.length - ((Number(start.slice(5)) - 1 + varden.length) % 12);
      return {
        id,
        varden,
        historik: varden.slice((slut - 12) % 12, slut - 12),
        ar: varden.slice(slut - 12, slut),
      };
    });
}

/** sMAPE in percent as the M3 competition reckoned it. */
export const smape = (svar: readonly number[], facit: readonly number[]) =>
  svar.reduce(
    (ack, varde, i) => ack + (200 * Math.abs(varde - facit[i])) / (Math.abs(varde) + Math.abs(facit[i])),
    0,
  ) / svar.length;
