import type { Bilingual } from "../language";

const sv = {
  title: "Inställningar",
  workbook: "För den här arbetsboken",
  profile: "Profil",
  profileHint: "Enhet, decimaler, tecken och kolumnrubriker i rapporterna. Sparas i arbetsboken.",
  ownProfile: "Som underlaget",
  workbooksProfile: "Arbetsbokens egen",
  saved: "Sparat i arbetsboken.",
  change: "Ändra enhet, tecken och mer",
  ownHint: "Utgår från profilen ovan och sparas som arbetsbokens egen. Bladen ändras när du uppdaterar dem.",
  own: {
    namn: "Profilens namn",
    enhet: "Enhet",
    decimaler: "Decimaler",
    tecken: "Tecken",
    sidhuvud: "Text överst på utskrivna sidor",
    malstatus: "Mål: status visas med",
  },
  values: {
    netto: "Intäkter plus, kostnader minus",
    kostnad: "Kostnader plus, intäkter minus",
    ord: "Ord",
    kryss: "Ord och kryss i kolumner",
  } as Record<string, string>,
  saveOwn: "Spara egen profil",
  savedOwn: "Den egna profilen är sparad och vald. Uppdatera rapporterna för att skriva om dem med den.",
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
    change: "Change unit, sign and more",
    ownHint:
      "Starts from the profile above and is saved as the workbook's own. Sheets change when you update them.",
    own: {
      namn: "Name of the profile",
      enhet: "Unit",
      decimaler: "Decimals",
      tecken: "Sign",
      sidhuvud: "Text at the top of printed pages",
      malstatus: "Goals: status shown with",
    },
    values: {
      netto: "Income plus, costs minus",
      kostnad: "Costs plus, income minus",
      ord: "Words",
      kryss: "Words, and crosses in columns",
    },
    saveOwn: "Save own profile",
    savedOwn: "Your own profile is saved and chosen. Update the reports to write them with it.",
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
