import { rest } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number, numbers } from "./core/parameter";

export const EXKLUSIVE = cell({
  id: "EXKLUSIVE",
  parameters: [number(["belopp", "amount"]), numbers(["effekt", "effect"])],
  calculate: rest,
});
