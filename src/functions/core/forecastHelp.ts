/** What PROGNOS and its companions say of their common arguments. */
export const forecastHelp = {
  sv: [
    'Årets månader, januari först: 1–12 celler i en rad eller kolumn. "" eller #SAKNAS! är en okänd månad.',
    "Tidigare hela år, äldst först: en rad eller kolumn, ett år per rad (12 kolumner) eller ett år per kolumn (12 rader).",
    "Metoden i ord. Standard är auto.",
    "Årsbudgeten, eller budget per månad (12 celler).",
    "Hur många av månaderna som är bokförda, 0–12. Ange det alltid när utfallet har tolv celler.",
    "12 månadsbelopp med beslutade förändringar, som läggs till prognosmånaderna.",
  ],
  en: [
    'This year\'s months, January first: 1–12 cells in a row or column. "" or #N/A is an unknown month.',
    "Earlier whole years, oldest first: a row or column, a year per row (12 columns) or a year per column (12 rows).",
    "The method, in words. Default: auto.",
    "The year's budget, or the budget by month (12 cells).",
    "How many of the months are booked, 0–12. Always give it when the outcome has twelve cells.",
    "12 monthly amounts of decided changes, added to the forecast months.",
  ],
  mistakes: {
    sv: [
      "Utelämnad månad: av tolv celler räknas de sista tomma eller noll som inte bokförda. En månad med riktig nolla sist tolkas då fel, så ange månad.",
      "Utfallet ges ackumulerat. Det ska vara månad för månad.",
      "Metoden saknar det den behöver (historik, budget): svaret är #SAKNAS! och säger vad.",
    ],
    en: [
      "Month omitted: of twelve cells the last blank or zero ones count as not booked. A true zero at the end is then misread, so give the month.",
      "The outcome is given accumulated. It should be month by month.",
      "The method lacks what it needs (history, budget): the answer is #N/A and says which.",
    ],
  },
} as const;
