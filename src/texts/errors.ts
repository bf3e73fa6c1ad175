import type { Bilingual } from "./language";

/** {names} are filled in by UserError. Each says what happened, where, and what to do next. */
const sv = {
  ingenKalla:
    "Arbetsboken har inget underlag som {rapport} kan räknas på. Rapporten behöver {kraver}. Gör om dina rader till en tabell med de kolumnerna, eller skapa ett tomt underlag under Underlag.",
  kallaSaknarFalt:
    "Underlaget {kalla} saknar {falt}, som {rapport} behöver. Lägg till kolumnen, eller välj under Underlag vilken kolumn det är.",
  fleraKallor:
    "Flera underlag passar: {kallor}. Ta bort eller döp om det som inte gäller, eller välj under Underlag vilket som ska användas.",
  tvetydigaRubriker:
    "I underlaget {kalla} kan flera kolumner vara {falt}: {kolumner}. Välj under Underlag vilken det är, eller gör rubrikerna tydligare.",
  periodUtanfor:
    "Perioden {period} finns inte i underlaget {kalla}, som har {forsta} till {sista}. Välj en period däremellan.",
  periodOtolkbar: "Perioden ”{period}” kan inte läsas. Skriv år och månad, till exempel 2023-08.",
  bladUpptaget:
    "Det finns redan ett blad som heter ”{blad}” och det är inte gjort av Nämndkoll. Byt namn på det bladet och skapa rapporten igen; inget har ändrats.",
  cellenAndrad:
    "Cellen {cell} på bladet ”{blad}” har ändrats sedan den lästes. Inget har skrivits. Läs av den igen och se vad som står där nu.",
  rapportBorta:
    "Rapportens blad finns inte längre i arbetsboken. Inget har skrivits. Skapa rapporten igen under Rapporter.",
  radenBorta:
    "Raden ”{rad}” finns inte på bladet ”{blad}” så som rapporten skrev den. Inget har skrivits. Uppdatera rapporten under Rapporter och försök igen.",
  ingenPrognosAttSpara:
    "Bladet ”{blad}” har ingen prognos för helåret att spara. Skapa rapporten för en månad före december och försök igen.",
  prognosEjGjord:
    "Det finns ingen prognos att spara: rapporten {rapport} är inte skapad i arbetsboken. Skapa den under Rapporter och försök igen.",
  borraUtanfor:
    "Cellen {cell} på bladet ”{blad}” hör inte till någon rapport. Markera en siffra på ett av rapportbladen och försök igen.",
  borraIngenSiffra:
    "Cellen {cell} på bladet ”{blad}” är ingen siffra. Markera ett belopp i rapporten och försök igen.",
  borraKvot:
    "Cellen {cell} är en andel eller ett mått, och läggs inte ihop av rader. Markera beloppet som den räknas på i stället.",
  borraIngaRader:
    "Bakom cellen {cell} på bladet ”{blad}” finns inga rader i underlaget: den är skriven för hand eller 0.",
  borraUtanRad:
    "Raden för cellen {cell} finns inte längre i underlaget. Uppdatera rapporten under Rapporter och försök igen.",
  bladetAndrat:
    "Någon har skrivit på bladet ”{blad}” sedan det skapades, så det tas inte bort. Inget har ändrats. Ta bort bladet själv om det inte behövs.",
  bladetBorta: "Bladet ”{blad}” finns inte längre i arbetsboken. Inget har ändrats. Se efter igen.",
  doltAndrat:
    "Det som var dolt på bladet ”{blad}” har ändrats sedan det lästes. Inget har skrivits. Se efter igen.",
  egenskapenAndrad: "Filens egenskap har ändrats sedan den lästes. Inget har skrivits. Se efter igen.",
  registretBorta:
    "Åtgärdsregistret finns inte längre i arbetsboken. Inget har skrivits. Läs om sidan och skapa det igen om det behövs.",
  radenUpptagen:
    "Raden under den sista åtgärden är upptagen ({cell} på bladet ”{blad}”). Inget har skrivits. Infoga en tom rad där, eller gör om området till en tabell (Infoga > Tabell).",
  bladSkyddat:
    "Bladet ”{blad}” är skyddat. Ta bort skyddet under Granska > Ta bort bladets skydd och försök igen; inget har ändrats.",
  bokSkyddad:
    "Arbetsbokens struktur är skyddad, så inget blad kan läggas till. Ta bort skyddet under Granska > Skydda arbetsbok och försök igen; inget har ändrats.",
  namnUpptaget:
    "Namnet ”{namn}” är redan definierat i arbetsboken för något annat än rapporten. Byt namn på det i Namnhanteraren och försök igen; inget har ändrats.",
  lagratSkadat:
    "Nämndkolls egna uppgifter i filen är skadade. Återställ en tidigare version av filen, eller ta bort den anpassade XML-delen ”urn:namndkoll:lagrat:1” så börjar Nämndkoll om; rapportbladen ligger kvar.",
  lagratNyare:
    "Filen har sparats av en nyare version av Nämndkoll än den här. Uppdatera tillägget och försök igen; inget har ändrats.",
  frystAnnanBok:
    "De frysta formlerna i filen hör till en annan arbetsbok och tinas inte upp här. Öppna den boken och tina upp där; inget har ändrats.",
  frystSkadat:
    "Uppgifterna om de frysta formlerna har ändrats för hand och kan inte läsas. Återställ en tidigare version av filen (Arkiv > Info > Versionshistorik); inget har ändrats.",
  inteLika:
    "Siffrorna går inte ihop: på raden ”{rad}”, kolumnen ”{kolumn}”, ger underlaget {forvantat} men formeln {formel}. Inget har skrivits. Kontrollera underlaget {kalla}.",
  okandRapport: "Det finns ingen rapport som heter ”{id}”. Det finns: {finns}.",
  okandProfil: "Det finns ingen profil som heter ”{profil}”. Det finns: {finns}.",
  egenFormelAnnanEnhet:
    "Cellen {cell} på bladet ”{blad}” har din egen formel i den enhet och med det tecken som bladet hade. Profilen byter enhet eller tecken. Skriv talet i stället för formeln, eller behåll profilen; inget har ändrats.",
  profilOlaslig:
    "Profilen kan inte läsas, eftersom den inte är ett JSON-objekt: {fel}. Rätta filen och försök igen; inget har sparats.",
  profilOgiltig:
    "I profilen kan {falt} inte vara {varde}. Det som går är: {tillatet}. Rätta filen och försök igen; inget har sparats.",
  excelSvararInte:
    "Excel svarade inte i tid. Inget bekräftades; det är säkert att försöka igen. Stäng en öppen cellredigering eller dialogruta i Excel först.",
  cellAndrad:
    "Cellen {blad}!{cell} har ändrats sedan kontrollen. Inget har skrivits. Kör kontrollen igen och välj åtgärden på nytt.",
  inteSie:
    "{fil} är ingen SIE-fil: ingen rad börjar med #KONTO, #RAR, #VER eller #PSALDO. Exportera från ekonomisystemet som SIE typ 4, eller importera filen som text om den har rubriker.",
  importTom: "{fil} har inga rader att importera. Kontrollera urvalet i systemet och exportera igen.",
  importForStor:
    "{fil} ger mer än {mest} rader även när den summeras per period och koddel, och fler ryms inte på ett blad. Exportera en kortare period eller färre koddelar.",
  allaRaderNekade:
    "Ingen rad i underlaget {kalla} kunde läsas. Första felet: {cell}: {skal}. Rätta underlaget och försök igen.",
};

export const errorTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    ingenKalla:
      "The workbook has no source that {rapport} can be calculated from. The report needs {kraver}. Turn your rows into a table with those columns, or create an empty source under Sources.",
    kallaSaknarFalt:
      "The source {kalla} lacks {falt}, which {rapport} needs. Add the column, or choose under Sources which column it is.",
    fleraKallor:
      "Several sources fit: {kallor}. Remove or rename the one that does not apply, or choose under Sources which one to use.",
    tvetydigaRubriker:
      "In the source {kalla} several columns may be {falt}: {kolumner}. Choose under Sources which one it is, or make the headers clearer.",
    periodUtanfor:
      "The period {period} is not in the source {kalla}, which holds {forsta} to {sista}. Choose a period in between.",
    periodOtolkbar: "The period “{period}” can't be read. Write year and month, for example 2023-08.",
    bladUpptaget:
      "There is already a sheet named “{blad}” that was not made by Nämndkoll. Rename that sheet and create the report again; nothing has been changed.",
    cellenAndrad:
      "The cell {cell} on the sheet “{blad}” has changed since it was read. Nothing has been written. Read it again and see what it holds now.",
    rapportBorta:
      "The report's sheet is no longer in the workbook. Nothing has been written. Create the report again under Reports.",
    radenBorta:
      "The row “{rad}” is not on the sheet “{blad}” as the report wrote it. Nothing has been written. Update the report under Reports and try again.",
    ingenPrognosAttSpara:
      "The sheet “{blad}” has no forecast of the year to save. Create the report for a month before December and try again.",
    prognosEjGjord:
      "There is no forecast to save: the report {rapport} has not been created in the workbook. Create it under Reports and try again.",
    borraUtanfor:
      "The cell {cell} on the sheet “{blad}” belongs to no report. Select a figure on one of the report sheets and try again.",
    borraIngenSiffra:
      "The cell {cell} on the sheet “{blad}” is no figure. Select an amount in the report and try again.",
    borraKvot:
      "The cell {cell} is a share or a measure and no sum of rows. Select the amount it is calculated from instead.",
    borraIngaRader:
      "There are no rows of the source behind the cell {cell} on the sheet “{blad}”: it is typed by hand or 0.",
    borraUtanRad:
      "The row of the cell {cell} is no longer in the source. Update the report under Reports and try again.",
    bladetAndrat:
      "Somebody has written on the sheet “{blad}” since it was created, so it is not taken away. Nothing has been changed. Delete the sheet yourself if it isn't needed.",
    bladetBorta: "The sheet “{blad}” is no longer in the workbook. Nothing has been changed. Look again.",
    doltAndrat:
      "What was hidden on the sheet “{blad}” has changed since it was read. Nothing has been written. Look again.",
    egenskapenAndrad:
      "The file's property has changed since it was read. Nothing has been written. Look again.",
    registretBorta:
      "The register of measures is no longer in the workbook. Nothing has been written. Read the page again and create it anew if needed.",
    radenUpptagen:
      "The row below the last measure is taken ({cell} on the sheet “{blad}”). Nothing has been written. Insert an empty row there, or turn the range into a table (Insert > Table).",
    bladSkyddat:
      "The sheet “{blad}” is protected. Unprotect it under Review > Unprotect Sheet and try again; nothing has been changed.",
    bokSkyddad:
      "The workbook's structure is protected, so no sheet can be added. Unprotect it under Review > Protect Workbook and try again; nothing has been changed.",
    namnUpptaget:
      "The name “{namn}” is already defined in the workbook for something other than the report. Rename it in the Name Manager and try again; nothing has been changed.",
    lagratSkadat:
      "Nämndkoll's own data in the file is damaged. Restore an earlier version of the file, or remove the custom XML part “urn:namndkoll:lagrat:1” and Nämndkoll starts anew; the report sheets stay.",
    lagratNyare:
      "The file was saved by a newer version of Nämndkoll than this one. Update the add-in and try again; nothing has been changed.",
    frystAnnanBok:
      "The frozen formulas in the file belong to another workbook and are not thawed here. Open that workbook and thaw there; nothing has been changed.",
    frystSkadat:
      "The record of the frozen formulas has been edited by hand and can't be read. Restore an earlier version of the file (File > Info > Version History); nothing has been changed.",
    inteLika:
      "The figures don't agree: in the row “{rad}”, column “{kolumn}”, the source gives {forvantat} but the formula {formel}. Nothing has been written. Check the source {kalla}.",
    okandRapport: "There is no report named “{id}”. There are: {finns}.",
    okandProfil: "There is no profile named “{profil}”. There are: {finns}.",
    egenFormelAnnanEnhet:
      "The cell {cell} on the sheet “{blad}” holds your own formula in the unit and sign that the sheet had. The profile changes unit or sign. Type the number instead of the formula, or keep the profile; nothing has been changed.",
    profilOlaslig:
      "The profile can't be read, since it is not a JSON object: {fel}. Correct the file and try again; nothing has been saved.",
    profilOgiltig:
      "In the profile {falt} can't be {varde}. What can be: {tillatet}. Correct the file and try again; nothing has been saved.",
    excelSvararInte:
      "Excel did not answer in time. Nothing was confirmed; it is safe to try again. Close an open cell edit or dialog in Excel first.",
    cellAndrad:
      "The cell {blad}!{cell} has changed since the audit. Nothing has been written. Run the audit again and choose the fix anew.",
    inteSie:
      "{fil} is no SIE file: no line begins with #KONTO, #RAR, #VER or #PSALDO. Export it from the ledger as SIE type 4, or import it as text if it has headers.",
    importTom: "{fil} has no rows to import. Check the selection in the system and export again.",
    importForStor:
      "{fil} gives more than {mest} rows even when added up per period and code, and a sheet has no room for more. Export a shorter period or fewer codes.",
    allaRaderNekade:
      "No row of the source {kalla} could be read. First error: {cell}: {skal}. Correct the source and try again.",
  },
};
