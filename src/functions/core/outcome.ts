import type { Plain } from "./parameter";
import { any, looksLikeNumber, option, readNumber } from "./parameter";
import type { Fault } from "./fault";

export const utfall = any(["utfall", "outcome"]);
export const riktning = option(["riktning", "direction"], ["högre", "lägre"]);

/** null where a text says that there is no figure ("saknas", "---"); a figure as text is a mistake. */
export function figureOrNone(value: Plain, name: typeof utfall.name): number | null | Fault {
  return typeof value === "string" && !looksLikeNumber(value) ? null : readNumber(name, value);
}
