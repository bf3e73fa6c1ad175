import type { FunctionHelp } from "./core/help";

export const help: FunctionHelp = {
  id: "MALTREND",
  task: "mal",
  sv: {
    summary: "Pil för hur ett utfall har utvecklats i målets riktning.",
    about:
      "↗ bättre, → oförändrat, ↘ sämre än föregående, i målets riktning. Saknas en siffra är svaret tom text.",
    parameters: ["Utfall nu.", "Föregående utfall.", '"högre" (standard) eller "lägre": vad som är bättre.'],
    mistakes: ["För sjukfrånvaro och andra mått där lägre är bättre måste riktningen anges."],
  },
  en: {
    summary: "An arrow for how an outcome has developed in the goal's direction.",
    about:
      "↗ better, → the same, ↘ worse than before, in the goal's direction. Where a figure is missing the answer is empty text.",
    parameters: [
      "Outcome now.",
      "Previous outcome.",
      '"högre" (default: higher) or "lägre" (lower): which is better.',
    ],
    mistakes: ["For sick leave and other measures where lower is better the direction must be given."],
  },
  examples: [
    {
      formula: '=KOLL.MALTREND(10.8,11.5,"lägre")',
      result: "↗",
      sv: "Sjukfrånvaron har sjunkit.",
      en: "Sick leave has fallen.",
    },
    { formula: "=KOLL.MALTREND(0.83,0.83)", result: "→", sv: "Oförändrat.", en: "The same." },
    {
      formula: '=KOLL.MALTREND("saknas",0.83)',
      result: "",
      sv: "Ingen siffra att jämföra.",
      en: "No figure to compare.",
    },
  ],
  twin: {
    variants: [
      {
        when: { riktning: "högre" },
        formula:
          'IF(OR(ISTEXT({utfall}),ISTEXT({föregående})),"",IF(ROUND({utfall}-{föregående},9)>0,"↗",IF(ROUND({utfall}-{föregående},9)<0,"↘","→")))',
      },
      {
        when: { riktning: "lägre" },
        formula:
          'IF(OR(ISTEXT({utfall}),ISTEXT({föregående})),"",IF(ROUND({utfall}-{föregående},9)<0,"↗",IF(ROUND({utfall}-{föregående},9)>0,"↘","→")))',
      },
    ],
  },
};
