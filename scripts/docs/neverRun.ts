/** What has only been run in the workbench and can't be proved there: what to do in Excel, and what should come of it. */
export const neverRun: Record<string, [gor: string, ska: string][]> = {
  "Installera och starta": [
    [
      "Ladda upp manifest.xml i administrationscentret (Fixed) och starta om Excel",
      "manifestet godtas; fliken Nämndkoll visas i Excel för Windows, Mac och webben",
    ],
    [
      "Öppna en ny bok och skriv =KOLL. i en cell, utan att ha öppnat panelen",
      "Excel föreslår funktionerna med svensk hjälp; den delade körningen startar av sig själv",
    ],
    ["Installera drift och test samtidigt", "båda flikarna finns; KOLL. och KOLLTEST. räknar var för sig"],
    [
      "Höj version, lägg ut filerna, ladda upp manifestet och öppna Excel igen",
      "panelen säger den nya versionen; ingen tom panel under tiden",
    ],
    ["Öppna panelen utan nätverk", "boken går att öppna med sina värden; panelen säger vad som saknas"],
    [
      "Kör koll serva på en Windows-dator och svara ja när utfärdaren ska bli betrodd",
      "https://localhost:3000/taskpane.html visas utan varning och tillägget går att ladda sidledes",
    ],
    [
      "Öppna i Excel 2019 och i en volymlicensierad 2021",
      "panelen säger vilken version som behövs, eller visas inte",
    ],
  ],
  "Panel och menyflik": [
    ["Tryck på varje knapp i menyfliken, också med panelen stängd", "panelen öppnas på rätt sida"],
    ["Ctrl+Alt+N, R, P, K och F", "sidorna öppnas; frågar Excel om genvägen krockar sägs det en gång"],
    ["Byt Office-tema: färgrikt, mörkgrått, svart, vitt", "panelen följer med utan omladdning"],
    ["Slå på vart och ett av Windows fyra kontrastteman", "all text, fokusram och alla ikoner syns"],
    ["Byt visningsspråk till engelska och starta om", "menyflik, panel och funktionshjälp på engelska"],
    [
      "Gå igenom huvudjobbet med skärmläsare (Skärmläsaren, VoiceOver)",
      "rubriker, fält, fel och resultat läses upp",
    ],
    ["Zooma panelen till 200 % och gör den 320 px bred", "inget skärs av"],
    [
      "Redigera en cell och tryck Skapa i panelen",
      "Excel väntar; efter 10 s sägs det, efter 30 s ges det upp, inget är halvskrivet",
    ],
  ],
  Funktioner: [
    ["Skriv exemplet ur varje funktions hjälp", "samma svar som hjälpen säger, i svensk och engelsk Excel"],
    ["Ge en funktion en tom cell och ett tomt område", "0 på Windows, tomt på webben: samma svar i båda"],
    ["Skriv =KOLL.PROGNOSSERIE(…)", "svaret spiller; något i vägen ger #SPILL!"],
    ["Ändra en cell som 10 000 KOLL-formler bygger på", "alla räknas om; Excel svarar inom några sekunder"],
    ["Avbryt en lång beräkning med Esc", "inget #UPPTAGEN! blir kvar efter nästa F9"],
  ],
  Rapporter: [
    [
      "Skapa varje rapport ur exempelboken",
      "samma siffror som i docs/rapporter; avstämningen är 0; inget @ är inskjutet i formlerna",
    ],
    ["Uppdatera med egna kommentarer, kolumner, rader och bytt bladnamn", "allt eget står kvar"],
    [
      "Ångra i panelen, och Ctrl+Z efter en skrivning",
      "panelens Ångra tar tillbaka allt; Excels Ctrl+Z kan vara tom",
    ],
    ["Skriv ut varje rapportblad på A4", "en sida bred, rubrikraden upprepad, avstämningen utanför"],
    ["Se diagrammen i Excel", "serier, färger, rubrik och axelns talformat som i arbetsbänken"],
    ["Skapa på ett skyddat blad och i en skrivskyddad bok", "meddelande; inget ändrat"],
    [
      "Skapa alla rapporter i en bok med 300 blad, och ur 50 000 rader",
      "klart utan avbrott; Avbryt fungerar mellan bladen",
    ],
    ["Skriv delårsrapporten som Word (koll rapport --docx)", "öppnas i Word utan reparation"],
  ],
  "Underlag, prognos, åtgärder och kontroll": [
    ["Skapa underlag", "tabellen har lista i cellerna, och ett otillåtet värde stoppas med vår text"],
    [
      "Läs in en SIE-fil (CP437) och en textfil (Windows-1252)",
      "å, ä och ö rätt; summorna stämmer med filens",
    ],
    ["Skriv egen prognos på en rad och uppdatera rapporten", "siffran står kvar och avvikelsen följer"],
    [
      "Byt profil till Askersund på en rapport med egna prognoser, och tillbaka",
      "talen blir avvikelser mot budget och prognosen är densamma; tillbaka som förut",
    ],
    ["Välj nivå på Driftredovisning, uppdatera, stäng och öppna boken", "nivån ligger kvar"],
    [
      "Gå igenom panelen med bara tangentbordet, skärmläsaren på",
      "varje svar läses upp; fokus blir kvar vid det man gjorde",
    ],
    ["Lägg till en åtgärd", "raden hamnar i tabellen och tabellens formler fylls på"],
    [
      "Kontrollera en egen bok från vardagen",
      "fynden går till rätt cell; Åtgärda och Ångra gör vad de säger",
    ],
  ],
  "Dela och samarbeta": [
    ["Öppna en bok med KOLL-formler på en dator utan tillägget", "värdena syns; #NAMN? efter omräkning"],
    ["Spara i det läget, öppna med tillägget, tryck Läk", "alla formler räknar igen"],
    ["Gör fristående, frys, spara, öppna på webben, tina", "formlerna tillbaka där de stod"],
    ["Två personer i samma bok på webben: båda skapar, båda fryser", "ingen skriver över den andra"],
    [
      "Spara som .xlsx och .xlsm, stäng och öppna",
      "den anpassade XML-delen finns kvar: val, profil, frysta original",
    ],
    ["Granska dokumentet och ta bort anpassade XML-data", "panelen säger att val saknas; rapporterna räknar"],
  ],
  "Filer från arbetsbänken och koll": [
    [
      "Öppna varje fil som koll och arbetsbänken skriver",
      "ingen reparationsfråga; formler, format, diagram och villkor på plats",
    ],
    ["Tryck Ctrl+Alt+Shift+F9 i en sådan fil", "inga värden ändras, mer än KOLL-formler som räknas på nytt"],
  ],
};
