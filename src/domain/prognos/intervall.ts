import { dampaAvvikare } from "./avvikare";
import { type Prov, snittandel } from "./bakatprov";
import { kvar, type Lage } from "./fraga";
import { dela, rensa } from "./sasong";
import { medel } from "./tal";
import { utjamna } from "./theta";

/**
 * How many trials the series' own noise counts as; how much surer a long series makes it; how much the single months'
 * own error, which doesn't build up as a level's does, adds where few are left; and what scales the whole.
 */
const brusvikt = 2;
const brustillagg = 80;
const manadstillagg = 0.6;
const kalibrering = 0.69;

/**
 * The scale of the year total's uncertainty: what the method missed by in its trials of the same horizon, against what
 * the series' own month-to-month noise adds up to; trials count as many as don't overlap. The four constants were set
 * on half of the M3 series so that the 80 % interval holds 80 %, and measured on the other half (docs/prognos.md).
 */
export function osakerhet(prov: readonly Prov[], lage: Lage, total: number): number {
  const manader = lage.historik.length + lage.bokade.length;
  const brus = manadsbrus(lage) * Math.sqrt(1 + brustillagg / manader);
  const skala = kalibrering * Math.sqrt(1 + manadstillagg / kvar(lage));
  if (prov.length === 0) return skala * brus;
  // √(π/2) makes a standard deviation of a mean absolute one: less ruled by a single odd moment than squares are.
  const provad = Math.sqrt(Math.PI / 2) * snittandel(prov) * Math.abs(total);
  const vikt = 1 + (prov.length - 1) / kvar(lage);
  return skala * Math.sqrt((vikt * provad ** 2 + brusvikt * brus ** 2) / (vikt + brusvikt));
}

/** The standard deviation of the remaining months' sum if the series is a level that wanders (Hyndman et al. 2008, 6.3). */
function manadsbrus(lage: Lage): number {
  const hela = [...lage.historik, ...lage.bokade];
  const skala = medel(hela.map(Math.abs));
  if (skala === 0) return 0;
  const serie = dampaAvvikare(hela.map((varde) => varde / skala));
  const { vikt, kvadrater } = utjamna(rensa(dela(serie), serie));
  let vaxt = 0;
  for (let h = 0; h < kvar(lage); h++) vaxt += (1 + h * vikt) ** 2;
  return skala * Math.sqrt((kvadrater / serie.length) * vaxt);
}

/** The two-sided quantile of Student's t with four degrees of freedom, whose tails such errors have. */
export function tkvantil(niva: number): number {
  const p = (1 + niva) / 2;
  const rot = Math.sqrt(4 * p * (1 - p));
  return 2 * Math.sqrt(Math.max(0, Math.cos(Math.acos(rot) / 3) / rot - 1));
}
