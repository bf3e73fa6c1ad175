import { prepareReports, writePrepared } from "../../src/actions/report";
import { katalog } from "../../src/reports/katalog";
import type { CellValue } from "../../src/workbook/cell";
import { Workbook } from "../../src/workbench/model/workbook";
import { addTable, type OpenFile, openWorkbook } from "../helpers/openWorkbook";

/** What every report needs, small: a name that is changed stands in one cell. */
function everything(): Workbook {
  const workbook = new Workbook();
  const add = (table: string, headers: string[], rows: CellValue[][]) =>
    addTable(workbook, headers, rows, table, `${table} tkr`);
  add(
    "Ekonomi",
    [
      "Nämnd",
      "Verksamhet",
      "Kontogrupp",
      "RS-kod",
      "Utfall",
      "Budget",
      "Prognos",
      "Föregående prognos",
      "Bokslut 2022",
    ],
    [
      ["Vårdnämnden", "510 Hemvård", "Intäkter", "510 Hemvård", 200, 300, 310, 300, 290],
      ["Vårdnämnden", "510 Hemvård", "Personalkostnader", "510 Hemvård", -1000, -1500, -1700, -1600, -1400],
      ["Socialnämnden", "511 Boende", "Lokalhyror", "511 Boende", -500, -800, -790, -800, -700],
    ],
  );
  add(
    "Effekter",
    ["Benämning", "Verksamhet", "Mått", "Strukturell", "Belopp"],
    [["volym", "510 Hemvård", "avvikelse", "ja", -120]],
  );
  add(
    "Intraprenader",
    ["Enhet", "Prognos", "Budget", "Ingående ackumulerat resultat", "Nya överskott"],
    [
      ["Ekeby", -1180, -1200, 300, 20],
      ["Rosta", -900, -850, 150, null],
    ],
  );
  add(
    "Inventarier",
    ["Projekt", "Budget", "Utfall", "Prognos", "Önskad överföring", "Till år"],
    [
      ["Larm", -500, -450, -500, 50, 2024],
      ["Buss", -200, 0, -100, 100, 2024],
    ],
  );
  add(
    "Atgarderna",
    ["Åtgärd", "Ansvarig", "Förankrad", "Effekt 2023", "Effekt 2024", "Status"],
    [
      ["Nattpatrull", "Chef", "ja", 70, 421, "Pågår"],
      ["Lokaler", "Chef", "ja", 20, 300, "Klar"],
    ],
  );
  add(
    "Krav",
    ["Verksamhet", "Bas", "Procent", "Belopp", "Status"],
    [
      ["Hemvård", 10000, 0.01, 100, "Pågår"],
      ["Boende", 20000, 0.01, 200, "Klar"],
    ],
  );
  add(
    "Placeringar",
    ["Insats", "Period", "Dygn", "Kostnad", "Budgetvolym", "Budgetpris"],
    [
      ["Institutionsvård", 202307, 210, 1260, 200, 6],
      ["Institutionsvård", 202308, 205, 1250, 200, 6],
      ["Familjehem", 202308, 150, 450, 140, 3],
    ],
  );
  add(
    "Bemanning",
    ["Enhet", "Period", "Anställningsform", "Antal anställda", "Årsarbetare", "Ordinarie tid", "Sjuktid"],
    [
      ["Hemvård", 202308, "Tillsvidare", 40, 36, 5000, 400],
      ["Boende", 202308, "Tillsvidare", 25, 22, 3000, 250],
    ],
  );
  add(
    "Malen",
    ["Mål", "Indikator", "Utfall 2022", "Utfall 2023", "Målvärde 2023", "Riktning", "Status"],
    [
      ["God service", "Nöjdhet", 77, 79, "Minst 75", "högre", "Uppfylls"],
      ["God service", "Kontinuitet", 12, 14, "Minska", "lägre", "Uppfylls ej"],
    ],
  );
  add(
    "Talen",
    ["Indikator", "Uppdelning", "2021", "2022", "2023"],
    [
      ["Boendestöd", "totalt", 683, 881, 697],
      ["Kontaktpersoner", "totalt", 83, 81, 97],
    ],
  );
  add(
    "Bidrag",
    ["Statsbidrag", "Belopp", "Återrapportering", "Återbetalning"],
    [
      ["Äldreomsorgslyftet", 900, "2024-02-15", 100],
      ["God och nära vård", 300, "2024-03-01", 0],
    ],
  );
  add(
    "Ramar",
    ["Beskrivning", "Belopp"],
    [
      ["Ram 2023", 100000],
      ["Löneökning", 2500],
    ],
  );
  add(
    "Behoven",
    ["Område", "Belopp", "Prioriteringsgrund", "År"],
    [
      ["Hemvård", 1800, "Lagkrav", 2025],
      ["Boende", 700, "Volym", 2025],
    ],
  );
  add(
    "Uppdragen",
    ["Uppdrag", "Uppföljning", "Status"],
    [
      ["Se över scheman", "Klart i maj", "Klar"],
      ["Plan för heltid", "Beslutad", "Pågår"],
    ],
  );
  add(
    "Narvaro",
    ["Deltagare", "Datum", "Utförare", "Enhet", "Nivå", "Planerad", "Närvaro"],
    [
      ["D1", 45146, "intern", "Ateljén", 1, 1, "ja"],
      ["D2", 45146, "intern", "Bageriet", 2, 1, "ja"],
    ],
  );
  add(
    "Prislista",
    ["Nivå", "Heldag", "Halvdag", "Giltig från"],
    [1, 2].map((niva) => [niva, 310, 190, 44927]),
  );
  workbook.addSheet("Egna formler");
  return workbook;
}

let file: OpenFile;
beforeEach(async () => {
  file = await openWorkbook(everything());
});
afterEach(() => file.close());

async function make(id: string) {
  const written = await writePrepared(await prepareReports([id], { period: "2023-08" }));
  expect(written.flatMap(({ disagreeing }) => disagreeing)).toEqual([]);
  return written.find(({ report }) => report === id)!;
}

/** Title, subtitle and an empty row stand above the captions. */
const captionsOf = (values: CellValue[][]): string[] => values[3].map((cell) => String(cell ?? ""));

const verksamhet = ["Ekonomi tkr", 3, 1] as const;

/** A row that stays, one that goes, and the source cell that names what goes (sheet, row, column). */
const cases: Record<string, readonly [string, string, readonly [string, number, number]]> = {
  "resultat-verksamhet": ["510 Hemvård", "511 Boende", verksamhet],
  "kontogrupp-ar": ["Personalkostnader", "Lokalhyror", ["Ekonomi tkr", 3, 2]],
  "enhet-kontogrupp": ["Personalkostnader", "Lokalhyror", ["Ekonomi tkr", 3, 2]],
  prognosjamforelse: ["510 Hemvård", "511 Boende", verksamhet],
  "procentuell-avvikelse": ["510 Hemvård", "511 Boende", verksamhet],
  intraprenader: ["Ekeby", "Rosta", ["Intraprenader tkr", 2, 0]],
  "effekter-exkl": ["510 Hemvård", "511 Boende", verksamhet],
  programomrade: ["Vårdnämnden", "Socialnämnden", ["Ekonomi tkr", 3, 0]],
  avvikelseforklaring: ["510 Hemvård", "511 Boende", verksamhet],
  sarredovisning: ["510 Hemvård", "511 Boende", verksamhet],
  verksamhetsanalys: ["510 Hemvård", "511 Boende", verksamhet],
  "rs-kod": ["510 Hemvård", "511 Boende", ["Ekonomi tkr", 3, 3]],
  investeringar: ["Larm", "Buss", ["Inventarier tkr", 2, 0]],
  "investeringar-overforing": ["Larm", "Buss", ["Inventarier tkr", 2, 0]],
  atgardsplan: ["Nattpatrull", "Lokaler", ["Atgarderna tkr", 2, 0]],
  effektivisering: ["Hemvård", "Boende", ["Krav tkr", 2, 0]],
  volymer: ["Institutionsvård", "Familjehem", ["Placeringar tkr", 3, 0]],
  dygnskostnad: ["Institutionsvård", "Familjehem", ["Placeringar tkr", 3, 0]],
  "daglig-verksamhet": ["Summa intern:", "Bageriet", ["Narvaro tkr", 2, 3]],
  personal: ["Hemvård", "Boende", ["Bemanning tkr", 2, 0]],
  "mal-indikatorer": ["Nöjdhet", "Kontinuitet", ["Malen tkr", 2, 1]],
  "fem-ar": ["Boendestöd", "Kontaktpersoner", ["Talen tkr", 2, 0]],
  statsbidrag: ["Äldreomsorgslyftet", "God och nära vård", ["Bidrag tkr", 2, 0]],
  budgetram: ["Ram 2023", "Löneökning", ["Ramar tkr", 2, 0]],
  budgetbehov: ["Hemvård", "Boende", ["Behoven tkr", 2, 0]],
  uppdrag: ["Se över scheman", "Plan för heltid", ["Uppdragen tkr", 2, 0]],
};
/** Their rows follow no single name in a source: the same every time. */
const fixedRows: Record<string, string> = {
  delarsresultat: "Kostnader",
  driftredovisning: "51",
  "personal-manad": "2023",
  avstamning: "Resultat per verksamhet",
};

describe("every report of the catalogue, made again (spec/reports.md: Generated again in place)", () => {
  test("is in the list below", () => {
    expect(katalog.filter(({ id }) => !(id in cases) && !(id in fixedRows))).toEqual([]);
  });

  test.each(katalog.map(({ id }) => id))(
    "%s keeps her words, numbers, column and width, the sheet's name and place, and formulas that point in, as rows go and come",
    async (id) => {
      const [stays, goes, [source, row, column]] = cases[id] ?? [fixedRows[id], null, verksamhet];
      const first = await make(id);
      const at = first.values.findIndex(([label]) => label === stays);
      expect([id, at >= 0]).toEqual([id, true]);
      const figure = first.formulas[at].findIndex((formula, c) => c > 0 && formula !== null);
      expect([id, figure > 0]).toEqual([id, true]);
      const captions = captionsOf(first.values);
      const own = captions
        .map((caption, c) => ({ caption, c, typed: caption === "Kommentar" ? "hennes kommentar" : -4321 }))
        .filter(({ caption }) => caption === "Kommentar" || caption.startsWith("Egen prognos"));
      const gone = goes === null ? -1 : first.values.findIndex(([label]) => label === goes);
      const width = first.values[0].length;
      await Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const sheet = worksheets.getItem(first.sheet);
        sheet.name = "Omdöpt";
        sheet.position = 0;
        sheet.getRangeByIndexes(at, width, 1, 1).values = [["hennes ord"]];
        for (const { c, caption, typed } of own) {
          sheet.getRangeByIndexes(at, c, 1, 1).values = [[typed]];
          if (caption === "Kommentar" && gone >= 0)
            sheet.getRangeByIndexes(gone, c, 1, 1).values = [["om den borta"]];
        }
        sheet.getRangeByIndexes(0, 0, 1, 1).format.columnWidth = 222;
        const cell = sheet.getRangeByIndexes(at, figure, 1, 1);
        cell.load("address");
        await context.sync();
        worksheets.getItem("Egna formler").getRange("A1").formulas = [[`=${cell.address}`]];
        // Sorts last among names and codes alike.
        worksheets.getItem(source).getRangeByIndexes(row, column, 1, 1).values = [["519 Ny"]];
        await context.sync();
      });
      const again = await make(id);
      expect(again.sheet).toBe("Omdöpt");
      const labels = again.values.map(([label]) => label);
      if (goes !== null)
        expect([id, labels.includes(goes), labels.includes("519 Ny")]).toEqual([id, false, true]);
      await Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const sheet = worksheets.getItem("Omdöpt");
        sheet.load("position");
        const now = labels.indexOf(stays);
        const word = sheet.getRangeByIndexes(now, width, 1, 1);
        const outside = worksheets.getItem("Egna formler").getRange("A1");
        const corner = sheet.getRange("A1");
        const used = sheet.getUsedRange(true);
        used.load("values");
        word.load("values");
        outside.load("values");
        corner.load("format/columnWidth");
        await context.sync();
        expect(word.values[0][0]).toBe("hennes ord");
        const captionsNow = captionsOf(used.values);
        for (const { caption, typed } of own)
          expect([caption, used.values[now][captionsNow.indexOf(caption)]]).toEqual([caption, typed]);
        if (gone >= 0 && captions.includes("Kommentar")) {
          const list = used.values.findIndex(([label]) => String(label).startsWith("Skrivet på rader"));
          expect([id, list > now]).toEqual([id, true]);
          expect(used.values.slice(list).flat()).toContain("om den borta");
        }
        expect(outside.values[0][0]).toBe(again.values[now][figure]);
        expect(corner.format.columnWidth).toBeCloseTo(222, 0);
        expect(sheet.position).toBe(0);
      });
    },
  );

  test.each(katalog.map(({ id }) => id))(
    "%s is refused on its sheet when that is protected, and where the name is taken by a sheet that is not ours",
    async (id) => {
      const { titel } = katalog.find((rapport) => rapport.id === id)!;
      const { sheet } = await make(id);
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem(sheet).protection.protect();
        await context.sync();
      });
      await expect(make(id)).rejects.toThrow(`Bladet ”${sheet}” är skyddat`);
      file.close();
      file = await openWorkbook(everything());
      await Excel.run(async (context) => {
        context.workbook.worksheets.add(id === "sarredovisning" ? sheet : titel.sv);
        await context.sync();
      });
      await expect(make(id)).rejects.toThrow("inte gjort av Nämndkoll");
    },
  );
});
