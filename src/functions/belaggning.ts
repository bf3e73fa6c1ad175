import { kvot } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const BELAGGNING = cell({
  id: "BELAGGNING",
  parameters: [
    number(["belagda", "occupied"]),
    number(["platser", "places"]),
    number(["dagar", "days"], { fallback: 1 }),
  ],
  calculate: (belagda, platser, dagar) => kvot(belagda, platser * dagar),
});
