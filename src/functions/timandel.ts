import { kvot } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const TIMANDEL = cell({
  id: "TIMANDEL",
  parameters: [number(["timavlönade", "hourly_paid"]), number(["totalt", "total"])],
  calculate: kvot,
});
