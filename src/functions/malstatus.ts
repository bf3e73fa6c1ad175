import { type Mal, malord, malstatus, numeriskt, tolkaMal } from "../domain/mal";
import { cell } from "./core/define";
import { Fault } from "./core/fault";
import { figureOrNone, riktning, utfall } from "./core/outcome";
import { any, excerpt, number } from "./core/parameter";

const mal = any(["mål", "goal"]);
const foregaende = any(["föregående", "previous"], { optional: true });

export const MALSTATUS = cell({
  id: "MALSTATUS",
  parameters: [utfall, mal, riktning, foregaende, number(["tolerans", "tolerance"], { fallback: 0, min: 0 })],
  calculate: (outcome, goal, riktning, previous, tolerans) => {
    const read: Mal | null =
      typeof goal === "string"
        ? tolkaMal(goal, riktning)
        : { slag: numeriskt(riktning), grans: Number(goal), procent: false };
    if (!read) {
      return new Fault("okantMal", {
        argument: mal.name,
        text: excerpt(String(goal)),
        val: malord.map((word) => `"${word}"`).join(", "),
      });
    }
    const figure = figureOrNone(outcome, utfall.name);
    const before = previous === undefined ? null : figureOrNone(previous, foregaende.name);
    if (figure instanceof Fault) return figure;
    if (before instanceof Fault) return before;
    if (figure === null) return "Kan ej bedömas";
    if ("procent" in read && read.procent && figure > 2) {
      return new Fault("procentmal", { argument: utfall.name, tal: figure });
    }
    return malstatus(figure, read, { riktning, foregaende: before, tolerans });
  },
});
