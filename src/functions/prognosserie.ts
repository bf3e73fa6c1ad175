import { series } from "./core/define";
import { forecast, forecastParameters } from "./core/forecast";
import { oriented } from "./core/ranges";

export const PROGNOSSERIE = series({
  id: "PROGNOSSERIE",
  parameters: forecastParameters,
  calculate: (...question) => oriented(forecast(...question).serie, question[0].matrix),
});
