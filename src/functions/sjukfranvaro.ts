import { kvot } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const SJUKFRANVARO = cell({
  id: "SJUKFRANVARO",
  parameters: [number(["sjuktid", "sick_time"]), number(["ordinarie_tid", "contracted_time"])],
  calculate: kvot,
});
