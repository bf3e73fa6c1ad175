import { kvot } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const KOSTNADPERBRUKARE = cell({
  id: "KOSTNADPERBRUKARE",
  parameters: [number(["kostnad", "cost"]), number(["brukare", "users"])],
  calculate: (kostnad, brukare) => kvot(Math.abs(kostnad), brukare),
});
