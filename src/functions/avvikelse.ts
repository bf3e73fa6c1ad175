import { avvikelse } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";
import { tecken } from "./core/shared";

export const AVVIKELSE = cell({
  id: "AVVIKELSE",
  parameters: [number(["utfall", "outcome"]), number(["budget", "budget"]), tecken],
  calculate: avvikelse,
});
