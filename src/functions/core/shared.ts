import { integer, option } from "./parameter";

/** How amounts are signed: netto (income +, cost −) or kostnad (cost +, income −). */
export const tecken = option(["tecken", "sign"], ["netto", "kostnad"]);

/** Decimals that are kept or printed; negative = tens, hundreds … */
export const decimaler = (fallback: number) =>
  integer(["decimaler", "decimals"], { min: -9, max: 9, fallback });
