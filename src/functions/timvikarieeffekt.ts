import { kvot } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const TIMVIKARIEEFFEKT = cell({
  id: "TIMVIKARIEEFFEKT",
  parameters: [number(["kostnad", "cost"]), number(["andel", "share"]), number(["målandel", "target_share"])],
  calculate: (kostnad, andel, malandel) => kvot(kostnad * (andel - malandel), andel),
});
