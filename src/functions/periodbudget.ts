import { periodandel } from "../domain/period";
import { cell } from "./core/define";
import { manad, profil } from "./core/months";
import { number } from "./core/parameter";

export const PERIODBUDGET = cell({
  id: "PERIODBUDGET",
  parameters: [number(["helår", "full_year"]), manad, profil],
  calculate: (helar, manad, profil) => {
    const share = periodandel(manad, profil);
    return share === null ? null : helar * share;
  },
});
