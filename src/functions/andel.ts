import { kvot } from "../domain/avvikelse";
import { cell } from "./core/define";
import { number } from "./core/parameter";

export const ANDEL = cell({
  id: "ANDEL",
  parameters: [number(["del", "part"]), number(["helhet", "whole"])],
  calculate: kvot,
});
