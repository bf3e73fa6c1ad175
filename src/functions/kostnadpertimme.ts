import { kvot } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const KOSTNADPERTIMME = cell({
  id: "KOSTNADPERTIMME",
  parameters: [number(["kostnad", "cost"]), number(["intäkt", "income"]), number(["timmar", "hours"])],
  calculate: (kostnad, intakt, timmar) => kvot(Math.abs(kostnad) - Math.abs(intakt), timmar),
});
