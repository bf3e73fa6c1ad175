import type { Workbook } from "../../src/workbench/model/workbook";
import { tableSheet } from "./sheets";

const amount = "#,##0";

/** The short lists beside the ledger that some reports are made from. All invented, but for the total of intraprenader. */
export function listor(workbook: Workbook): void {
  tableSheet(
    workbook,
    {
      name: "Intraprenadenheter",
      table: "Intraprenader",
      title: "Intraprenader 2023",
      note: "Belopp i tkr. Intäkter plus, kostnader minus. Påhittade enheter; årets resultat är tillsammans det publicerade.",
    },
    [
      { name: "Enhet", width: 30 },
      { name: "Prognos", width: 12, format: amount },
      { name: "Budget", width: 12, format: amount },
      { name: "Ingående ackumulerat resultat", width: 18, format: amount },
      { name: "Ianspråktaget", width: 14, format: amount },
      { name: "Nya underskott", width: 14, format: amount },
      { name: "Nya överskott", width: 14, format: amount },
    ],
    [
      ["Gruppbostäder norr", -8150, -9350, 1400, 200, 0, 1200],
      ["Gruppbostäder väster", -7600, -7300, 650, 0, 300, 0],
    ],
  );
  tableSheet(
    workbook,
    {
      name: "Bidrag",
      table: "Statsbidrag",
      title: "Riktade statsbidrag 2023",
      note: "Belopp i tkr. Påhittat.",
    },
    [
      { name: "Statsbidrag", width: 44 },
      { name: "Belopp", width: 12, format: amount },
      { name: "Återrapportering", width: 18 },
      { name: "Återbetalning", width: 14, format: amount },
      { name: "Kommande år", width: 30 },
    ],
    [
      ["Habiliteringsersättning", 4200, "senast 1 mars 2024", 0, "Söks på nytt"],
      ["Subventionerad familjehemsvård", 900, "senast 1 februari 2024", 150, "Upphör"],
    ],
  );
  tableSheet(
    workbook,
    {
      name: "Ramar",
      table: "Ramandringar",
      title: "Från ram till ny ram",
      note: "Belopp i tkr. Påhittat.",
    },
    [
      { name: "Beskrivning", width: 44 },
      { name: "Belopp", width: 12, format: amount },
    ],
    [
      ["Kommunbidrag 2023", 1183800],
      ["Pris- och löneuppräkning", 47400],
      ["Volym, nya gruppbostäder", 21000],
      ["Effektiviseringskrav", -10700],
    ],
  );
  tableSheet(
    workbook,
    {
      name: "Behov",
      table: "Behov",
      title: "Behov kommande år",
      note: "Belopp i tkr. Påhittat.",
    },
    [
      { name: "Område", width: 40 },
      { name: "Belopp", width: 12, format: amount },
      { name: "Prioriteringsgrund", width: 24 },
      { name: "År", width: 8 },
    ],
    [
      ["Ny gruppbostad, drift", 9200, "Lagkrav", 2025],
      ["Fler platser i daglig verksamhet", 3800, "Volym", 2024],
      ["Välfärdsteknik på natten", 1100, "Effektivisering", 2024],
    ],
  );
  tableSheet(
    workbook,
    {
      name: "Nämndens uppdrag",
      table: "Uppdrag",
      title: "Uppdrag från fullmäktige och nämnd",
      note: "Påhittat.",
    },
    [
      { name: "Uppdrag", width: 50 },
      { name: "Uppföljning", width: 60 },
      { name: "Status", width: 14 },
    ],
    [
      ["Se över köpen av externa platser", "Sex avtal har sagts upp; hemtagning pågår.", "Pågår"],
      ["Gör en plan för heltid", "Planen beslutades i september.", "Klar"],
    ],
  );
}
