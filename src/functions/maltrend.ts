import { maltrend } from "../domain/mal";
import { cell } from "./core/define";
import { Fault } from "./core/fault";
import { figureOrNone, riktning, utfall } from "./core/outcome";
import { any } from "./core/parameter";

const foregaende = any(["föregående", "previous"]);

export const MALTREND = cell({
  id: "MALTREND",
  parameters: [utfall, foregaende, riktning],
  calculate: (outcome, previous, riktning) => {
    const now = figureOrNone(outcome, utfall.name);
    const before = figureOrNone(previous, foregaende.name);
    if (now instanceof Fault) return now;
    if (before instanceof Fault) return before;
    return now === null || before === null ? "" : maltrend(now, before, riktning);
  },
});
