import { deductedDays, frandag, narvaro, participants, planerad, rakna, troskel } from "./core/attendance";
import { attempt, table } from "./core/define";

export const KARENSDAGAR = table({
  id: "KARENSDAGAR",
  parameters: [planerad, narvaro, troskel, frandag, rakna],
  calculate: (plan, attendance, troskel, frandag, rakna) => [
    participants(plan, attendance).map((participant) =>
      attempt(() =>
        deductedDays(participant, { troskel, frandag, rakna }).reduce((sum, { part }) => sum + part, 0),
      ),
    ),
  ],
});
