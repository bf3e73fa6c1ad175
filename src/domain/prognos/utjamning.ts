import { rensa, type Sasong } from "./sasong";
import { linje, medel } from "./tal";
import { minimera } from "./optimering";

export interface Form {
  trend: "ingen" | "dampad" | "odampad";
  rorligSasong: boolean;
}

export interface Utjamnad {
  form: Form;
  /** The corrected Akaike criterion: the smallest wins. */
  kriterium: number;
  prognos: number[];
}

/**
 * Exponential smoothing in innovations form (Hyndman, Koehler, Ord & Snyder 2008), its weights by least squares. A
 * damped trend keeps 0.8–0.98 of itself each month (Gardner & McKenzie 1985); the season is fixed or moves.
 */
export function anpassa(
  serie: readonly number[],
  steg: number,
  { multiplikativ, svang }: Sasong,
  form: Form,
): Utjamnad {
  const n = serie.length;
  const { rorligSasong } = form;
  const trend = form.trend !== "ingen";
  const dampad = form.trend === "dampad";
  const borjan = rensa({ multiplikativ, svang }, serie.slice(0, 12));
  const { start, lutning } = linje(borjan);
  const niva0 = trend ? start - lutning : medel(borjan.slice(0, 6));
  const lutning0 = trend ? lutning : 0;
  const varden = Float64Array.from(serie);
  const svangar = Float64Array.from(svang);
  const manader = new Float64Array(12);
  let niva = 0;
  let vaxt = 0;

  const folj = (alfa: number, beta: number, fi: number, gamma: number): number => {
    niva = niva0;
    vaxt = lutning0;
    manader.set(svangar);
    let kvadrater = 0;
    for (let t = 0, manad = 0; t < n; t++, manad = manad === 11 ? 0 : manad + 1) {
      const bas = niva + fi * vaxt;
      const s = manader[manad];
      if (multiplikativ && !(bas > 0 && s > 0)) return Infinity;
      const fel = varden[t] - (multiplikativ ? bas * s : bas + s);
      kvadrater += fel * fel;
      const lyft = alfa * (multiplikativ ? fel / s : fel);
      niva = bas + lyft;
      vaxt = fi * vaxt + beta * lyft;
      if (gamma > 0) manader[manad] = s + gamma * (multiplikativ ? fel / bas : fel);
    }
    return kvadrater;
  };
  const provaPunkt = (punkt: readonly number[]): number => {
    const alfa = punkt[0];
    const beta = trend ? punkt[1] : 0;
    const fi = dampad ? punkt[2] : 1;
    const gamma = rorligSasong ? punkt[punkt.length - 1] : 0;
    const tillatet =
      alfa >= 0.01 &&
      alfa <= 0.99 &&
      beta >= 0 &&
      beta <= 1 &&
      gamma >= 0 &&
      gamma <= 1 - alfa &&
      (!dampad || (fi >= 0.8 && fi <= 0.98));
    return tillatet ? folj(alfa, beta, fi, gamma) : Infinity;
  };

  const valda = [0.3, ...(trend ? [0.1] : []), ...(dampad ? [0.95] : []), ...(rorligSasong ? [0.1] : [])];
  const steglangd = [
    0.2,
    ...(trend ? [0.1] : []),
    ...(dampad ? [-0.05] : []),
    ...(rorligSasong ? [0.1] : []),
  ];
  const { punkt } = minimera(provaPunkt, valda, steglangd);
  const kvadrater = provaPunkt(punkt);
  const antal = valda.length + (trend ? 3 : 2);
  const straff = 2 * antal + (2 * antal * (antal + 1)) / Math.max(1, n - antal - 1);
  const fi = dampad ? punkt[2] : 1;
  let lyft = 0;
  let dampning = 1;
  const prognos = Array.from({ length: steg }, (_, h) => {
    dampning *= fi;
    lyft += dampning * vaxt;
    const s = manader[(n + h) % 12];
    return multiplikativ ? (niva + lyft) * s : niva + lyft + s;
  });
  return { form, kriterium: n * Math.log(kvadrater + Number.MIN_VALUE) + straff, prognos };
}

export const minst = (forsok: readonly Utjamnad[]) =>
  forsok.reduce((basta, nasta) => (nasta.kriterium < basta.kriterium ? nasta : basta));
