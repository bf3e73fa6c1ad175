import type { Tecken } from "./underlag";

/** Column of the chief's own number, after what the profile lets her type: the year's total, or how far from budget it lands. */
export const egenKolumn = { prognos: "manuell", avvikelse: "manuell_avvikelse" } as const;
export type EgenPrognos = keyof typeof egenKolumn;
export type EgenKolumn = (typeof egenKolumn)[EgenPrognos];

/** Column keys of the year's budget, after report. */
export const budgetkolumner = ["helarsbudget", "budget"];

/** A deviation has plus = better than budget, whatever the sign of the amounts. */
export const avvikelseAv = (total: number, budget: number, tecken: Tecken): number =>
  tecken === "kostnad" ? budget - total : total - budget;

export const totalAv = (avvikelse: number, budget: number, tecken: Tecken): number =>
  tecken === "kostnad" ? budget - avvikelse : budget + avvikelse;
