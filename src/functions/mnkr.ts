import { cell } from "./core/define";
import { number, option } from "./core/parameter";

export const MNKR = cell({
  id: "MNKR",
  parameters: [number(["belopp", "amount"]), option(["från", "from"], ["tkr", "kr"])],
  calculate: (belopp, fran) => belopp / (fran === "tkr" ? 1e3 : 1e6),
});
