import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "FORANDRINGPROCENT",
  task: "budget",
  sv: {
    summary: "Förändringen mellan två år som andel av det gamla beloppet.",
    about:
      'Standard är här "kostnad": dyrare är plus, som i tryckta tabeller där −73,4 mnkr står bredvid 9 %. Med "netto" följer procenten beloppets tecken.',
    parameters: [
      "Det nya beloppet.",
      "Det gamla beloppet. 0 ger #DIVISION/0!.",
      '"kostnad" (standard) eller "netto".',
    ],
    mistakes: [
      shared.sv.ratio,
      "Standarden är inte densamma som i KOLL.FORANDRING. Skriv alltid ut arten när de står bredvid varandra.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "The change between two years as a share of the old amount.",
    about:
      'The default here is "kostnad": dearer is plus, as in printed tables where −73.4 m stands beside 9%. With "netto" the percentage follows the amount\'s sign.',
    parameters: ["The new amount.", "The old amount. 0 gives #DIV/0!.", '"kostnad" (default) or "netto".'],
    mistakes: [
      shared.en.ratio,
      "The default differs from KOLL.FORANDRING. Always write the kind out when they stand side by side.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: '=KOLL.FORANDRINGPROCENT(-1269.5,-1145.5,"kostnad")',
      result: 0.1082,
      sv: "Nettokostnaden ökade med 10,8 %.",
      en: "The net cost rose by 10.8%.",
    },
    {
      formula: '=KOLL.FORANDRINGPROCENT(-1269.5,-1145.5,"netto")',
      result: -0.1082,
      sv: "Samma förändring sedd som resultat: −10,8 %.",
      en: "The same change seen as a result: −10.8%.",
    },
    {
      formula: "=KOLL.FORANDRINGPROCENT(120,0)",
      result: "#DIV/0!",
      sv: "Det fanns inget belopp förra året.",
      en: "There was no amount last year.",
    },
  ],
  twin: {
    variants: [
      {
        when: { art: "kostnad" },
        formula: "IF(SIGN({ny})*SIGN({gammal})<0,NA(),(ABS({ny})-ABS({gammal}))/ABS({gammal}))",
      },
      { when: { art: "netto" }, formula: "({ny}-{gammal})/ABS({gammal})" },
    ],
  },
};
