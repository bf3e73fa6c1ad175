import { karensandel } from "../domain/karens";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const KARENSANDEL = cell({
  id: "KARENSANDEL",
  parameters: [number(["karens", "deduction"], { min: 0 }), number(["ersättning", "payment"])],
  calculate: karensandel,
});
