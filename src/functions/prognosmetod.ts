import { metodmening } from "../texts/prognos";
import { table } from "./core/define";
import { forecast, forecastParameters } from "./core/forecast";

/** Swedish whatever Excel's language: an answer depends on the arguments alone. */
export const PROGNOSMETOD = table({
  id: "PROGNOSMETOD",
  parameters: forecastParameters,
  calculate: (...question) => metodmening(forecast(...question), "sv"),
});
