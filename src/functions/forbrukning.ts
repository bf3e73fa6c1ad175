import { kvot } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const FORBRUKNING = cell({
  id: "FORBRUKNING",
  parameters: [number(["utfall", "outcome"]), number(["budget", "budget"])],
  calculate: kvot,
});
