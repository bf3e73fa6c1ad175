import type { FunctionHelp } from "./core/help";

export const help: FunctionHelp = {
  id: "PROGNOSKONTROLL",
  task: "prognos",
  sv: {
    summary: "Varnar när prognosen är mindre än det som redan är bokfört, eller har annat tecken.",
    about:
      "OK eller en varning i ord. En helårsprognos under det ackumulerade utfallet är nästan alltid en gammal siffra eller ett teckenfel.",
    parameters: ["Helårsprognosen.", "Utfallet hittills i år."],
    mistakes: [
      "Prognos och utfall står i olika enheter (mnkr och tkr).",
      "Återföringar och intäkter sent på året kan göra en lägre prognos rätt: varningen är en fråga, inget fel.",
    ],
  },
  en: {
    summary: "Warns when the forecast is smaller than what is already booked, or of the other sign.",
    about:
      "OK or a warning in words (in Swedish). A full-year forecast below the outcome to date is nearly always an old figure or a wrong sign.",
    parameters: ["The full-year forecast.", "The outcome so far this year."],
    mistakes: [
      "Forecast and outcome are in different units (millions and thousands).",
      "Reversals and income late in the year may make a lower forecast right: the warning is a question, not an error.",
    ],
  },
  examples: [
    {
      formula: "=KOLL.PROGNOSKONTROLL(-34.5,-23)",
      result: "OK",
      sv: "Prognosen rymmer utfallet.",
      en: "The forecast holds the outcome.",
    },
    {
      formula: "=KOLL.PROGNOSKONTROLL(-20,-23)",
      result: "VARNING: prognosen är mindre än det som redan är bokfört",
      sv: "Mer är redan bokfört.",
      en: "More is already booked.",
    },
    {
      formula: "=KOLL.PROGNOSKONTROLL(20,-23)",
      result: "VARNING: prognosen har annat tecken än det som redan är bokfört",
      sv: "Troligen ett teckenfel.",
      en: "Probably a wrong sign.",
    },
  ],
  twin: {
    variants: [
      {
        formula:
          'IF(SIGN({prognos})*SIGN({ackutfall})<0,"VARNING: prognosen har annat tecken än det som redan är bokfört",IF(ROUND(ABS({prognos})-ABS({ackutfall}),9)<0,"VARNING: prognosen är mindre än det som redan är bokfört","OK"))',
      },
    ],
  },
};
