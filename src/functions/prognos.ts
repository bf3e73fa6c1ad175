import { table } from "./core/define";
import { forecast, forecastParameters } from "./core/forecast";

export const PROGNOS = table({
  id: "PROGNOS",
  parameters: forecastParameters,
  calculate: (...question) => forecast(...question).total,
});
