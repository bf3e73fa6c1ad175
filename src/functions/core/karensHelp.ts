/** What KARENS and KARENSDAGAR say of their common arguments. */
export const karensHelp = {
  sv: {
    planerad:
      'Planerade dagar i datumordning: 1 eller "heldag", 0,5 eller "halvdag", 0 eller tomt för ingen planering.',
    narvaro:
      'Närvaro, lika stort område: över 0, SANT eller "ja" = närvarande; 0, FALSKT eller "nej" = frånvarande; "" = ej rapporterad.',
    troskel: "Hur många dagars frånvaro i följd som krävs. Standard är 10.",
    frandag: "Från vilken dag i frånvaron avdraget görs. Standard är 1: hela frånvaron.",
    rakna:
      '"planerade" (standard): bara planerade dagar räknas. "arbetsdagar": varje rad i frånvaron räknas.',
    about:
      "När en deltagare har varit frånvarande från planerad närvaro i tio dagar i följd hålls ersättningen för frånvaron inne. En frånvaro bryts av en planerad dag med närvaro; en halvdag är en dag mot tröskeln.",
    mistakes: [
      "Serien delas per månad: då tappas frånvaro över månadsskiften. Ge hela serien, och sätt priset till 0 för dagar utanför månaden.",
      'Tomma celler i närvaron blir 0 i Excel och räknas som frånvaro. Skriv villkoret =OM(PRODUKTSUMMA((plan<>0)*(närvaro=""))>0;SAKNAS();KOLL.KARENS(…)).',
      'Regeln finns i två lydelser: tio arbetsdagar eller tio dagar med planerad närvaro. Välj med räkna vilken som gäller hos er; "arbetsdagar" kräver att varje rad är en arbetsdag.',
    ],
  },
  en: {
    planerad: 'Planned days in date order: 1 or "heldag", 0.5 or "halvdag", 0 or blank for nothing planned.',
    narvaro:
      'Attendance, a range of the same size: above 0, TRUE or "ja" = present; 0, FALSE or "nej" = absent; "" = not reported.',
    troskel: "How many days of absence running are required. Default: 10.",
    frandag: "From which day of the absence the deduction is made. Default 1: the whole absence.",
    rakna: '"planerade" (default): only planned days count. "arbetsdagar": every row of the absence counts.',
    about:
      "When a participant has been absent from planned attendance for ten days running, the payment for the absence is withheld. An absence ends with a planned day of attendance; a half day is one day towards the threshold.",
    mistakes: [
      "The series is cut by month: absences across the turn of the month are then lost. Give the whole series, with price 0 for days outside the month.",
      'Blank cells in the attendance become 0 in Excel and count as absence. Write the guard =IF(SUMPRODUCT((plan<>0)*(attendance=""))>0,NA(),KOLL.KARENS(…)).',
      'The rule is worded in two ways: ten working days or ten days of planned attendance. Choose with count which one applies; "arbetsdagar" requires that every row is a working day.',
    ],
  },
} as const;
