import { kvot } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const DYGNSKOSTNAD = cell({
  id: "DYGNSKOSTNAD",
  parameters: [number(["kostnad", "cost"]), number(["antal", "number"]), number(["dagar", "days"])],
  calculate: (kostnad, antal, dagar) => kvot(Math.abs(kostnad), antal * dagar),
});
