import { prisavvikelse } from "../domain/volym";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const PRISAVVIKELSE = cell({
  id: "PRISAVVIKELSE",
  parameters: [
    number(["utfallsvolym", "actual_volume"]),
    number(["budgetpris", "budget_price"]),
    number(["utfallspris", "actual_price"]),
  ],
  calculate: prisavvikelse,
});
