import { prognospil } from "../domain/prognoskontroll";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const PROGNOSPIL = cell({
  id: "PROGNOSPIL",
  parameters: [
    number(["ny", "new"]),
    number(["föregående", "previous"]),
    number(["tröskel", "threshold"], { fallback: 1, min: 0 }),
  ],
  calculate: prognospil,
});
