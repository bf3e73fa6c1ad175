import { kvot } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const UTFORANDEGRAD = cell({
  id: "UTFORANDEGRAD",
  parameters: [number(["utförd", "performed"]), number(["beviljad", "granted"])],
  calculate: kvot,
});
