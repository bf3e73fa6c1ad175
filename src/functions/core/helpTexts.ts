/** Sentences that several functions' help share. */
export const shared = {
  sv: {
    tecken: 'Hur beloppen är skrivna: "netto" (standard) eller "kostnad".',
    ratio: "Svaret är en andel: 0,85 är 85 %. Formatera cellen som procent.",
    textTal: "Siffror som står som text ger #VÄRDEFEL!. Gör om dem till tal med KOLL.TOLKATAL.",
    manad: "Månad som heltal 0–12: hur många månader av året som har gått.",
    profil: "12 vikter, januari först, till exempel förra årets månader. Utelämnas den fördelas jämnt.",
  },
  en: {
    tecken: 'How the amounts are signed: "netto" (default) or "kostnad".',
    ratio: "The answer is a share: 0.85 is 85%. Format the cell as a percentage.",
    textTal: "Figures stored as text give #VALUE!. Turn them into numbers with KOLL.TOLKATAL.",
    manad: "Month as a whole number 0–12: how many months of the year have passed.",
    profil: "12 weights, January first, such as last year's months. Omitted, the year is spread evenly.",
  },
};
