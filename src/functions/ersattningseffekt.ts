import { cell } from "./core/define";
import { number } from "./core/parameter";

export const ERSATTNINGSEFFEKT = cell({
  id: "ERSATTNINGSEFFEKT",
  parameters: [
    number(["timmar_före", "hours_before"]),
    number(["timmar_efter", "hours_after"]),
    number(["timpris", "hourly_price"]),
    number(["månader", "months"], { fallback: 1 }),
  ],
  calculate: (fore, efter, timpris, manader) => (fore - efter) * timpris * manader,
});
