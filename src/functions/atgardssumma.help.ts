import type { FunctionHelp } from "./core/help";
import { shared } from "./core/helpTexts";

export const help: FunctionHelp = {
  id: "ATGARDSSUMMA",
  task: "mal",
  sv: {
    summary: "Summan av åtgärders effekter, alla eller bara de förankrade.",
    about:
      'Summerar de effekter som är beräknade. "-" och annan text betyder inte beräknad. Är ingen beräknad blir svaret #SAKNAS!, inte 0.',
    parameters: [
      "Effekter, en per åtgärd.",
      'Om åtgärden är förankrad: SANT, "ja" eller 1. Tomt är nej. Utelämnas argumentet räknas alla.',
    ],
    mistakes: ["En tom effekt räknas som 0. Skriv - för en åtgärd som inte är beräknad.", shared.sv.textTal],
  },
  en: {
    summary: "The sum of measures' effects, all or only the anchored ones.",
    about:
      'Sums the effects that are calculated. "-" and other text means not calculated. If none is, the answer is #N/A, not 0.',
    parameters: [
      "Effects, one per measure.",
      'Whether the measure is anchored: TRUE, "ja" or 1. Blank is no. With the argument omitted all count.',
    ],
    mistakes: [
      "A blank effect counts as 0. Write - for a measure that is not calculated.",
      shared.en.textTal,
    ],
  },
  examples: [
    {
      formula: '=KOLL.ATGARDSSUMMA({70;"-";2300})',
      result: 2370,
      sv: "Åtgärden utan beräkning räknas inte.",
      en: "The measure without a calculation doesn't count.",
    },
    {
      formula: '=KOLL.ATGARDSSUMMA({70;500;2300},{"ja";"nej";"ja"})',
      result: 2370,
      sv: "Bara de förankrade.",
      en: "Only the anchored ones.",
    },
    {
      formula: '=KOLL.ATGARDSSUMMA({"-";"-"})',
      result: "#N/A",
      sv: "Ingen åtgärd är beräknad.",
      en: "No measure is calculated.",
    },
  ],
  twin: {
    variants: [
      {
        when: { förankrad: "omitted" },
        formula: "IF(SUMPRODUCT(1-ISTEXT({effekter}))=0,NA(),SUM({effekter}))",
      },
      {
        when: { förankrad: "given" },
        formula:
          'LET(a,(({förankrad}=TRUE)+({förankrad}=1)+({förankrad}="ja")>0)*(1-ISTEXT({effekter})),IF(SUM(a)=0,NA(),SUMPRODUCT({effekter},a)))',
        classic:
          'IF(SUMPRODUCT((({förankrad}=TRUE)+({förankrad}=1)+({förankrad}="ja")>0)*(1-ISTEXT({effekter})))=0,NA(),SUMPRODUCT({effekter},(({förankrad}=TRUE)+({förankrad}=1)+({förankrad}="ja")>0)*(1-ISTEXT({effekter}))))',
      },
    ],
    limit: {
      sv: "En siffra som står som text räknas inte i formeln; funktionen säger ifrån.",
      en: "A figure stored as text doesn't count in the formula; the function objects.",
    },
  },
};
