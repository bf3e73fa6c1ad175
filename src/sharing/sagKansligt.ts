import { delaTexts } from "../texts/dela";
import type { Language } from "../texts/language";
import type { KansligtFynd } from "./kansligt";

/** A finding in a sentence: what it is, and what to do where no button can. */
export function kansligtText(fynd: KansligtFynd, language: Language): string {
  const words = delaTexts[language].kansligt;
  const { slag, antal, om, egenskap, mening } = fynd;
  switch (slag) {
    case "personuppgift":
    case "liten-grupp":
      return mening![language];
    case "kommentar":
    case "dolda-rader":
    case "dolda-kolumner":
      return words[slag](antal);
    case "extern-lank":
      return words[slag](antal, om);
    case "egenskap":
      return words.egenskap[egenskap!](om);
    case "pivot":
      return words.pivot(om);
    default:
      return words[slag];
  }
}
