import { byterTecken } from "./forandring";
import { skillnad } from "./avrundning";
import { tolkaTal } from "./tolkaTal";

/** Which way a goal is reached: at or above its value, or at or below it. */
export type Riktning = "högre" | "lägre";
export type Malstatus = "Uppfylls" | "Delvis" | "Uppfylls ej" | "Kan ej bedömas";

/** A goal as reports word it. `slag` minst, högst …: `grans` is the figure, a percentage as Excel holds it (0.75). */
export type Mal =
  | { slag: "minst" | "högst" | "merÄn" | "mindreÄn"; grans: number; procent: boolean }
  | { slag: "minska" | "öka" | "behålla" | "balans" };

/** The words that are known, as they are listed to the user. */
export const malord = [
  "Minska",
  "Öka",
  "Behålla",
  "Bibehålla",
  "Behålla/Öka",
  "Samma eller högre",
  "Minst n",
  "Högst n",
  "Mer än n",
  "Mindre än n",
  "I balans",
  "+-0",
] as const;

const words: Record<string, "minska" | "öka" | "behålla" | "balans"> = {
  minska: "minska",
  öka: "öka",
  behålla: "behålla",
  bibehålla: "behålla",
  "behålla/öka": "behålla",
  "samma eller högre": "behålla",
  "i balans": "balans",
  "+-0": "balans",
  "±0": "balans",
};
const bounds = { minst: "minst", högst: "högst", "mer än": "merÄn", "mindre än": "mindreÄn" } as const;

/** Reads a goal in words ("Minska", "Minst 75 %", "I balans") or a printed figure; null for what is not known. */
export function tolkaMal(text: string, riktning: Riktning): Mal | null {
  const printed = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/ ?\/ ?/g, "/");
  if (printed in words) return { slag: words[printed] };
  const match = /^(?:(minst|högst|mer än|mindre än) )?(.+)$/.exec(printed);
  const read = match && tolkaTal(match[2]);
  if (!read || read.kind !== "tal" || read.unit !== null) return null;
  const slag = match[1] ? bounds[match[1] as keyof typeof bounds] : numeriskt(riktning);
  return { slag, grans: read.value, procent: read.percent };
}

/** A goal that is a figure alone. */
export const numeriskt = (riktning: Riktning) => (riktning === "högre" ? "minst" : "högst");

/**
 * Whether the outcome meets the goal. `foregaende` is the earlier outcome, null where there is none. `tolerans` ≥ 0 in the
 * outcome's unit: a figure missed by at most that is "Delvis".
 */
export function malstatus(
  utfall: number,
  mal: Mal,
  { riktning, foregaende, tolerans }: { riktning: Riktning; foregaende: number | null; tolerans: number },
): Malstatus {
  const status = (met: boolean): Malstatus => (met ? "Uppfylls" : "Uppfylls ej");
  switch (mal.slag) {
    case "minska":
    case "öka": {
      if (foregaende === null || byterTecken(utfall, foregaende)) return "Kan ej bedömas";
      const growth = skillnad(Math.abs(utfall), Math.abs(foregaende));
      return status(mal.slag === "öka" ? growth > 0 : growth < 0);
    }
    case "behålla":
      if (foregaende === null) return "Kan ej bedömas";
      return status(
        riktning === "högre"
          ? skillnad(utfall, foregaende - tolerans) >= 0
          : skillnad(utfall, foregaende + tolerans) <= 0,
      );
    case "balans":
      return status(skillnad(utfall, -tolerans) >= 0);
    default: {
      const above = mal.slag === "minst" || mal.slag === "merÄn";
      const margin = above ? skillnad(utfall, mal.grans) : skillnad(mal.grans, utfall);
      const strict = mal.slag === "merÄn" || mal.slag === "mindreÄn";
      if (margin > 0 || (margin === 0 && !strict)) return "Uppfylls";
      return tolerans > 0 && skillnad(-margin, tolerans) <= 0 ? "Delvis" : "Uppfylls ej";
    }
  }
}

/** ↗ better, → same, ↘ worse than before, in the goal's direction. */
export function maltrend(utfall: number, foregaende: number, riktning: Riktning): "↗" | "→" | "↘" {
  const change = skillnad(utfall, foregaende) * (riktning === "högre" ? 1 : -1);
  return change > 0 ? "↗" : change < 0 ? "↘" : "→";
}
