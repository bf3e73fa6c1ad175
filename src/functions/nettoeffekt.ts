import { kvot } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const NETTOEFFEKT = cell({
  id: "NETTOEFFEKT",
  parameters: [
    number(["besparing", "saving"]),
    number(["kostnad", "cost"]),
    number(["antal", "number"], { fallback: 1 }),
  ],
  calculate: (besparing, kostnad, antal) => kvot(besparing - kostnad, antal),
});
