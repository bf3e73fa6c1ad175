import { byterTecken, forandringsprocent } from "../domain/forandring";
import { cell } from "./core/define";
import { notAvailable } from "./core/fault";
import { number, option } from "./core/parameter";

export const FORANDRINGPROCENT = cell({
  id: "FORANDRINGPROCENT",
  parameters: [
    number(["ny", "new"]),
    number(["gammal", "old"]),
    option(["art", "kind"], ["kostnad", "netto"]),
  ],
  calculate: (ny, gammal, art) =>
    art === "kostnad" && byterTecken(ny, gammal)
      ? notAvailable("byterTecken")
      : forandringsprocent(ny, gammal, art),
});
