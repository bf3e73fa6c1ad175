import { volymavvikelse } from "../domain/volym";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const VOLYMAVVIKELSE = cell({
  id: "VOLYMAVVIKELSE",
  parameters: [
    number(["budgetvolym", "budget_volume"]),
    number(["utfallsvolym", "actual_volume"]),
    number(["budgetpris", "budget_price"]),
  ],
  calculate: volymavvikelse,
});
