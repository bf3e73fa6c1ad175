import { avvikelse } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";
import { tecken } from "./core/shared";

export const NETTOAVVIKELSE = cell({
  id: "NETTOAVVIKELSE",
  parameters: [
    number(["intäkt", "income"]),
    number(["kostnad", "cost"]),
    number(["intäktbudget", "income_budget"]),
    number(["kostnadbudget", "cost_budget"]),
    tecken,
  ],
  calculate: (intakt, kostnad, intaktbudget, kostnadbudget, tecken) =>
    avvikelse(intakt + kostnad, intaktbudget + kostnadbudget, tecken),
});
