import { helarseffekt } from "../domain/atgard";
import { cell } from "./core/define";
import { integer, number } from "./core/parameter";

export const HELARSEFFEKT = cell({
  id: "HELARSEFFEKT",
  parameters: [
    number(["årseffekt", "year_effect"]),
    integer(["startmånad", "start_month"], { min: 1, max: 12 }),
  ],
  calculate: helarseffekt,
});
