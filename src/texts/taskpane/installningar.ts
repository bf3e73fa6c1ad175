import type { Bilingual } from "../language";

const sv = {
  title: "Inställningar",
  workbook: "För den här arbetsboken",
  profile: "Profil",
  profileHint: "Enhet, decimaler, tecken och kolumnrubriker i rapporterna. Sparas i arbetsboken.",
  ownProfile: "Som underlaget",
  workbooksProfile: "Arbetsbokens egen",
  saved: "Sparat i arbetsboken.",
  you: "För dig på den här datorn",
  language: "Språk",
  languageHint: "Gäller panelen och felmeddelanden. Rapporter skrivs på svenska.",
  about: "Om Nämndkoll",
  version: (version: string) => `Version ${version}. Fri programvara under MIT-licensen.`,
  privacy: "Integritet",
  privacyText: [
    "Nämndkoll skickar inget ur arbetsboken någonstans. Allt räknas i Excel; det som hämtas är tilläggets egna filer.",
    "Det Nämndkoll kommer ihåg, som kolumnval och accepterade anmärkningar, sparas i arbetsboken. Skriv inga personuppgifter i skälen.",
    "Microsofts skript Office.js hämtas från Microsoft, som kan registrera att ett tillägg har startats.",
  ] as readonly string[],
};

export type InstallningarTexts = typeof sv;

export const installningarTexts: Bilingual<InstallningarTexts> = {
  sv,
  en: {
    title: "Settings",
    workbook: "For this workbook",
    profile: "Profile",
    profileHint: "Unit, decimals, sign and captions in the reports. Saved in the workbook.",
    ownProfile: "As the source",
    workbooksProfile: "The workbook's own",
    saved: "Saved in the workbook.",
    you: "For you on this computer",
    language: "Language",
    languageHint: "The pane and error messages. Reports are written in Swedish.",
    about: "About Nämndkoll",
    version: (version) => `Version ${version}. Free software under the MIT licence.`,
    privacy: "Privacy",
    privacyText: [
      "Nämndkoll sends nothing from the workbook anywhere. Everything is calculated in Excel; all it fetches is its own files.",
      "What Nämndkoll remembers, such as chosen columns and accepted remarks, is saved in the workbook. Write no personal data in the reasons.",
      "Microsoft's script Office.js comes from Microsoft, who may register that an add-in was started.",
    ],
  },
};
