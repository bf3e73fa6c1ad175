import { kvot } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const PERSONALOMSATTNING = cell({
  id: "PERSONALOMSATTNING",
  parameters: [number(["avslut", "leavers"]), number(["tillsvidare", "permanent_staff"])],
  calculate: kvot,
});
