import { flyttaDecimal } from "../domain/avrundning";
import { kronorPerEnhet, tolkaTal } from "../domain/tolkaTal";
import { cell } from "./core/define";
import { Fault, notAvailable } from "./core/fault";
import { any, excerpt, option } from "./core/parameter";

export const TOLKATAL = cell({
  id: "TOLKATAL",
  parameters: [any(["text", "text"]), option(["enhet", "unit"], ["kr", "tkr", "mnkr"], { optional: true })],
  calculate: (value, enhet) => {
    if (typeof value === "number") return value;
    const text = excerpt(String(value));
    const read = tolkaTal(String(value));
    if (read.kind === "tomt") return notAvailable("ingenSiffra", { text });
    if (read.kind === "otolkbar" || typeof value === "boolean") {
      return new Fault(read.kind === "otolkbar" ? otolkbar[read.why] : "otolkbar", { text });
    }
    if (enhet === undefined || read.unit === null) {
      return enhet !== undefined && read.percent ? new Fault("procentIEnhet", { text, enhet }) : read.value;
    }
    const steps = Math.log10(kronorPerEnhet[read.unit] / kronorPerEnhet[enhet]);
    return flyttaDecimal(read.value, Math.round(steps));
  },
});

const otolkbar = { intervall: "intervall", tvetydig: "tvetydig", text: "otolkbar" } as const;
