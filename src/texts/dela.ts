import type { Bilingual } from "./language";

const sv = {
  logg: {
    blad: "Nämndkoll logg",
    tid: "Tid",
    vad: "Vad",
    celler: "Celler",
    handelser: {
      frys: "Frys",
      fristaende: "Gör fristående",
      tina: "Tina upp",
      lak: "Läk",
      kansligt: "Känsligt",
      lasarrad: "Läsarrad",
    },
  },
};

/** What sharing writes into the workbook, and what pane and command line say of it. */
export const delaTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    logg: {
      blad: "Nämndkoll log",
      tid: "Time",
      vad: "What",
      celler: "Cells",
      handelser: {
        frys: "Freeze",
        fristaende: "Make free-standing",
        tina: "Thaw",
        lak: "Heal",
        kansligt: "Sensitive",
        lasarrad: "Reader's line",
      },
    },
  },
};
