import { periodandel } from "../domain/period";
import { cell } from "./core/define";
import { manad, profil } from "./core/months";

export const RIKTVARDE = cell({
  id: "RIKTVARDE",
  parameters: [manad, profil],
  calculate: periodandel,
});
