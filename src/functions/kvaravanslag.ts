import { kvarAvAnslag } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const KVARAVANSLAG = cell({
  id: "KVARAVANSLAG",
  parameters: [number(["anslag", "appropriation"]), number(["utfall", "outcome"])],
  calculate: kvarAvAnslag,
});
