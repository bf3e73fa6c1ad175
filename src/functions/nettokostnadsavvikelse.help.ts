import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "NETTOKOSTNADSAVVIKELSE",
  task: "budget",
  sv: {
    summary: "Nettokostnaden mot referenskostnaden, som i Kolada. Plus är dyrare än väntat.",
    about:
      "Jämför kommunens nettokostnad med den som strukturen motiverar enligt kostnadsutjämningen. Tecknet är Koladas: plus betyder att verksamheten kostar mer än väntat.",
    parameters: [
      "Nettokostnad, som plus.",
      "Referenskostnad, över 0.",
      '"belopp" (standard) eller "procent" (andel av referenskostnaden).',
    ],
    mistakes: [
      "Tecknet är omvänt mot KOLL.AVVIKELSE: här är plus dyrare.",
      "Nettokostnaden skrivs med minus. Ge den som plus, till exempel med ABS.",
      shared.sv.textTal,
    ],
  },
  en: {
    summary: "The net cost against the reference cost, as in Kolada. Plus is dearer than expected.",
    about:
      "Compares the municipality's net cost with the one its structure accounts for in the cost equalisation. The sign is Kolada's: plus means that the service costs more than expected.",
    parameters: [
      "Net cost, as plus.",
      "Reference cost, above 0.",
      '"belopp" (default: amount) or "procent" (share of the reference cost).',
    ],
    mistakes: [
      "The sign is opposite to KOLL.AVVIKELSE: here plus is dearer.",
      "The net cost is written with minus. Give it as plus, with ABS for example.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: '=KOLL.NETTOKOSTNADSAVVIKELSE(1100,1000,"belopp")',
      result: 100,
      sv: "100 mnkr dyrare än väntat.",
      en: "100 m dearer than expected.",
    },
    {
      formula: '=KOLL.NETTOKOSTNADSAVVIKELSE(1100,1000,"procent")',
      result: 0.1,
      sv: "10 % dyrare än väntat.",
      en: "10% dearer than expected.",
    },
    {
      formula: '=KOLL.NETTOKOSTNADSAVVIKELSE(950,1000,"procent")',
      result: -0.05,
      sv: "5 % billigare än väntat.",
      en: "5% cheaper than expected.",
    },
  ],
  twin: {
    variants: [
      { when: { form: "belopp" }, formula: "{nettokostnad}-{referenskostnad}" },
      { when: { form: "procent" }, formula: "({nettokostnad}-{referenskostnad})/{referenskostnad}" },
    ],
    limit: {
      sv: "Formeln kontrollerar inte att nettokostnaden är minst 0 och referenskostnaden över 0.",
      en: "The formula doesn't check that the net cost is at least 0 and the reference cost above 0.",
    },
  },
};
