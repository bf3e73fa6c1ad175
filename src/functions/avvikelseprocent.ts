import { avvikelseprocent } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";
import { tecken } from "./core/shared";

export const AVVIKELSEPROCENT = cell({
  id: "AVVIKELSEPROCENT",
  parameters: [
    number(["utfall", "outcome"]),
    number(["budget", "budget"]),
    tecken,
    number(["bas", "base"], { optional: true }),
  ],
  calculate: avvikelseprocent,
});
