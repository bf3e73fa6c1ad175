import { prognoskontroll } from "../domain/prognoskontroll";
import { cell } from "./core/define";
import { number } from "./core/parameter";

/** Swedish whatever Excel's language: an answer depends on the arguments alone, and other formulas read it. */
const answers = {
  ok: "OK",
  mindre: "VARNING: prognosen är mindre än det som redan är bokfört",
  annatTecken: "VARNING: prognosen har annat tecken än det som redan är bokfört",
};

export const PROGNOSKONTROLL = cell({
  id: "PROGNOSKONTROLL",
  parameters: [number(["prognos", "forecast"]), number(["ackutfall", "outcome_to_date"])],
  calculate: (prognos, ack) => answers[prognoskontroll(prognos, ack)],
});
