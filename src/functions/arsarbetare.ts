import { kvot } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const ARSARBETARE = cell({
  id: "ARSARBETARE",
  parameters: [number(["timmar", "hours"]), number(["heltid", "full_time"])],
  calculate: kvot,
});
