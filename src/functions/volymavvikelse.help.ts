import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "VOLYMAVVIKELSE",
  task: "volym",
  sv: {
    summary: "Hur mycket av kostnadsavvikelsen som beror på volymen. Plus är billigare.",
    about:
      "Skillnaden mellan budgeterad och verklig volym, till budgeterat pris. Tillsammans med KOLL.PRISAVVIKELSE blir den hela kostnadsavvikelsen.",
    parameters: [
      "Budgeterad volym, till exempel timmar eller dygn.",
      "Verklig volym.",
      "Budgeterat pris per enhet, som plus.",
    ],
    mistakes: ["Priset skrivs med minus: då vänds tecknet.", shared.sv.textTal],
  },
  en: {
    summary: "How much of the cost variance is due to volume. Plus is cheaper.",
    about:
      "The difference between budgeted and actual volume, at the budgeted price. Together with KOLL.PRISAVVIKELSE it is the whole cost variance.",
    parameters: [
      "Budgeted volume, such as hours or days.",
      "Actual volume.",
      "Budgeted price per unit, as plus.",
    ],
    mistakes: ["The price is written with minus: the sign is then reversed.", shared.en.textTal],
  },
  examples: [
    {
      formula: "=KOLL.VOLYMAVVIKELSE(26000,27500,450)",
      result: -675000,
      sv: "1 500 timmar mer än budget kostar 675 000 kr.",
      en: "1,500 hours above budget cost 675,000 kr.",
    },
    {
      formula: "=KOLL.VOLYMAVVIKELSE(100,90,2000)",
      result: 20000,
      sv: "Färre placeringar: 20 000 kr billigare.",
      en: "Fewer placements: 20,000 kr cheaper.",
    },
    {
      formula: "=KOLL.VOLYMAVVIKELSE({100;200},{110;190},{50;10})",
      result: [[-500], [100]],
      sv: "Två insatser.",
      en: "Two services.",
    },
  ],
  twin: { variants: [{ formula: "({budgetvolym}-{utfallsvolym})*{budgetpris}" }] },
};
