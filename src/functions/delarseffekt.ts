import { delarseffekt } from "../domain/atgard";
import { cell } from "./core/define";
import { integer, number } from "./core/parameter";

export const DELARSEFFEKT = cell({
  id: "DELARSEFFEKT",
  parameters: [
    number(["helårseffekt", "full_year_effect"]),
    integer(["startmånad", "start_month"], { min: 1, max: 12 }),
  ],
  calculate: delarseffekt,
});
