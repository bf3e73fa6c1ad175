import type { Bilingual } from "./language";

/** Words of docs/host.md and docs/excel-checklist.md, which scripts/docs/host.ts writes. */
const sv = {
  hostTitle: "Vad arbetsbänken kan av Excels programmeringsgränssnitt",
  hostIntro:
    "Arbetsbänken svarar på anropen från Microsofts eget klientbibliotek ({version}, oförändrat) ur sin egen modell av arbetsboken. Tabellerna är gjorda ur klienten, värdens register och avtalsprovningarna i test/contract. Det som inte är modellerat svarar NotImplemented med typ och medlem; ingenting gissas. Inget av detta är kört i Excel.",
  summary:
    "{modelled} av {all} medlemmar är modellerade i de {types} typer som används här; {proven} medlemmar nämns i {tests} avtalsprovningar.",
  byTag: "Avtalsprovningar efter källa",
  tag: "Källa",
  count: "Antal",
  docs: "Microsofts dokumentation",
  issue: "Microsofts ärendelista",
  assumed: "antaget, ska provas i Excel",
  member: "Medlem",
  state: "Läge",
  evidence: "Belägg",
  modelled: "ja",
  unsaved: "ja, men sparas inte i filen",
  missing: "nej (NotImplemented)",
  otherTypes: "Typer som inte är modellerade",
  absentTypes: "Typer som står i Microsofts typfiler men som klienten inte har (anteckningar bland dem)",
  checklistTitle: "Att prova i Excel",
  checklistIntro:
    "Inget i projektet är kört i riktigt Excel. Först det en människa ska göra och se, sedan det vi antar om Excel utan källa. Prova i Excel för Windows, Mac och webben, på svenska och engelska, och skriv version och vad som hände.",
  todo: "Gör så",
  expected: "Då ska",
  assumptions: "Antaganden om Excel",
  assumptionsIntro:
    "Så här tror vi att Excel gör, utan att någon källa säger det. Ändra provningens märke till [docs] eller [issue] när en källa finns.",
  behaviour: "Beteende",
  test: "Provning",
  result: "Utfall i Excel",
};

export const hostTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    hostTitle: "What the workbench knows of Excel's programming interface",
    hostIntro:
      "The workbench answers the calls of Microsoft's own client library ({version}, unmodified) from its own model of the workbook. The tables are made from the client, the host's registry and the contract tests in test/contract. What is not modelled answers NotImplemented with type and member; nothing is guessed. None of this has been run in Excel.",
    summary:
      "{modelled} of {all} members are modelled in the {types} types used here; {proven} members are named in {tests} contract tests.",
    byTag: "Contract tests by source",
    tag: "Source",
    count: "Number",
    docs: "Microsoft's documentation",
    issue: "Microsoft's issue tracker",
    assumed: "assumed, to be tried in Excel",
    member: "Member",
    state: "State",
    evidence: "Evidence",
    modelled: "yes",
    unsaved: "yes, but not saved in the file",
    missing: "no (NotImplemented)",
    otherTypes: "Types that are not modelled",
    absentTypes: "Types that Microsoft's type files promise but the client doesn't have (notes among them)",
    checklistTitle: "To be tried in Excel",
    checklistIntro:
      "Nothing in the project has been run in real Excel. First what a person is to do and see, then what we assume of Excel without a source. Try in Excel for Windows, Mac and the web, in Swedish and English, and write the version and what happened.",
    todo: "Do this",
    expected: "Then",
    assumptions: "Assumptions about Excel",
    assumptionsIntro:
      "This is how we believe Excel behaves, without a source that says so. Change the test's tag to [docs] or [issue] when there is a source.",
    behaviour: "Behaviour",
    test: "Test",
    result: "Result in Excel",
  },
};
