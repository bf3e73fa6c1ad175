import { cell } from "./core/define";
import { number, numbers } from "./core/parameter";

export const BUDGETRAM = cell({
  id: "BUDGETRAM",
  parameters: [number(["ram", "frame"]), numbers(["ändring", "change"])],
  calculate: (ram, andringar) => andringar.reduce((sum, andring) => sum + andring, ram),
});
