import { option } from "./parameter";

/** How amounts are signed: netto (income +, cost −) or kostnad (cost +, income −). */
export const tecken = option(["tecken", "sign"], ["netto", "kostnad"]);
