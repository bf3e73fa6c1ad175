import { skillnad } from "./avrundning";
import { byterTecken } from "./forandring";

/** How a variance has moved since the last forecast: ↗ by more than the threshold, ↘ by more than it, else "". */
export function prognospil(ny: number, foregaende: number, troskel: number): "↗" | "↘" | "" {
  const change = skillnad(ny, foregaende);
  return change > troskel ? "↗" : change < -troskel ? "↘" : "";
}

/** ok, or why a forecast for the year doesn't fit what is already booked. */
export function prognoskontroll(prognos: number, ack: number): "ok" | "mindre" | "annatTecken" {
  if (byterTecken(prognos, ack)) return "annatTecken";
  return skillnad(Math.abs(prognos), Math.abs(ack)) < 0 ? "mindre" : "ok";
}
