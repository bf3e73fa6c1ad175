import { byterTecken, forandring } from "../domain/forandring";
import { cell } from "./core/define";
import { notAvailable } from "./core/fault";
import { number, option } from "./core/parameter";

export const FORANDRING = cell({
  id: "FORANDRING",
  parameters: [
    number(["ny", "new"]),
    number(["gammal", "old"]),
    option(["art", "kind"], ["netto", "kostnad"]),
  ],
  calculate: (ny, gammal, art) =>
    art === "kostnad" && byterTecken(ny, gammal) ? notAvailable("byterTecken") : forandring(ny, gammal, art),
});
