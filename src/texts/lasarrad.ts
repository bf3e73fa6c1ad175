import type { Bilingual, Language } from "./language";

type Words = (version: string, time: string) => string;

const texts: Bilingual<{ rad: Words }> = {
  sv: {
    rad: (version, time) =>
      `Beräknat med Nämndkoll ${version}, senast ${time}. Utan tillägget visas värdena som de var då; #NAMN? betyder att Excel har räknat om: ångra, eller be avsändaren om en fristående kopia.`,
  },
  en: {
    rad: (version, time) =>
      `Calculated with Nämndkoll ${version}, last ${time}. Without the add-in the values are shown as they were then; #NAME? means that Excel has recalculated: undo, or ask the sender for a free-standing copy.`,
  },
};

/** The line for readers, in the workbook itself. Local time. */
export const lasarradText = (language: Language, now: Date): string =>
  texts[language].rad(process.env.NAMNDKOLL_VERSION!, now.toLocaleString("sv-SE").slice(0, 16));
