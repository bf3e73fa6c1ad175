import { reportTexts } from "../texts/reports";
import { call, concatenate, count, less, number, type PlanRef, subtract, text } from "../workbook/expression";
import type { PlanCell, PlanConditionalFormat } from "../workbook/plan";
import type { Beloppskolumn, Beloppsrad } from "./belopp";

const t = reportTexts.sv;

/**
 * What tells that a sum lacks some of its rows' forecasts: a mark on each such sum, as long as it lacks them, and a line
 * below the table that counts the rows.
 */
export function saknade(
  rader: Beloppsrad[],
  kolumner: Beloppskolumn[],
): { villkor: PlanConditionalFormat[]; rader: PlanCell[] } {
  const radMed = new Map(rader.map((rad) => [rad.key, rad]));
  const poster = (rad: Beloppsrad): string[] =>
    rad.delar
      ? rad.delar.flatMap((del) => poster(radMed.get(del.rad)!)).filter(unika)
      : rad.urval
        ? [rad.key]
        : [];
  const beror = kolumner.filter(({ kanSaknas }) => kanSaknas);
  const refs = (keys: string[], column: string): PlanRef[] => keys.map((row) => ({ row, column }));
  const villkor = rader
    .filter(({ delar }) => delar)
    .flatMap((rad) => {
      const keys = poster(rad);
      return beror.map(({ key }): PlanConditionalFormat => ({
        kind: "ofullstandig",
        cells: [{ row: rad.key, column: key }],
        when: less(count(refs(keys, key)), number(keys.length)),
      }));
    });
  const [galler] = [...beror].reverse().filter(({ key }) => key === "prognos");
  const alla = rader.filter((rad) => rad.urval && rad.kind === "post").map(({ key }) => key);
  if (!galler || villkor.length === 0) return { villkor, rader: [] };
  const finns = count(refs(alla, galler.key));
  return {
    villkor,
    rader: [
      {
        content: call(
          "IF",
          less(finns, number(alla.length)),
          concatenate(
            concatenate(text(t.utanPrognos), subtract(number(alla.length), finns)),
            text(t.utanPrognosSummor),
          ),
          text(""),
        ),
      },
    ],
  };
}

const unika = (key: string, index: number, list: string[]) => list.indexOf(key) === index;
