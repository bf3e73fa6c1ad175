import { rest } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number, numbers } from "./core/parameter";

export const BRYGGA = cell({
  id: "BRYGGA",
  parameters: [number(["total", "total"]), numbers(["faktor", "factor"])],
  calculate: rest,
});
