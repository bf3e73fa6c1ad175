import { cell } from "./core/define";
import { number } from "./core/parameter";

export const NETTO = cell({
  id: "NETTO",
  parameters: [number(["intäkt", "income"]), number(["kostnad", "cost"])],
  calculate: (intakt, kostnad) => intakt + kostnad,
});
