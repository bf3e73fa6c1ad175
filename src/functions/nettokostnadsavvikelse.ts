import { nettokostnadsavvikelse } from "../domain/avvikelse";
import { cell } from "./core/define";
import { Fault } from "./core/fault";
import { number, option } from "./core/parameter";

const reference = number(["referenskostnad", "reference_cost"]);

export const NETTOKOSTNADSAVVIKELSE = cell({
  id: "NETTOKOSTNADSAVVIKELSE",
  parameters: [
    number(["nettokostnad", "net_cost"], { min: 0 }),
    reference,
    option(["form", "form"], ["belopp", "procent"]),
  ],
  calculate: (nettokostnad, referenskostnad, form) =>
    referenskostnad > 0
      ? nettokostnadsavvikelse(nettokostnad, referenskostnad, form)
      : new Fault("overNoll", { argument: reference.name, tal: referenskostnad }),
});
