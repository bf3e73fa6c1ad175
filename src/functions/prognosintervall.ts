import { arNekad } from "../domain/prognos";
import { table } from "./core/define";
import { Fault } from "./core/fault";
import { forecast, forecastParameters, refusal } from "./core/forecast";
import { number } from "./core/parameter";

const niva = number(["nivå", "level"], { fallback: 0.8 });

export const PROGNOSINTERVALL = table({
  id: "PROGNOSINTERVALL",
  parameters: [...forecastParameters, niva],
  calculate: (utfall, historik, metod, budget, manad, effekter, level) => {
    if (!(level > 0 && level < 1)) throw new Fault("niva", { argument: niva.name, tal: level });
    const answer = forecast(utfall, historik, metod, budget, manad, effekter).intervall(level);
    if (arNekad(answer)) throw refusal(answer.nekad, answer.felkod);
    return [[answer.lag, answer.hog]];
  },
});
