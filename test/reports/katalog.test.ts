import { listReports, prepareReports, writePrepared } from "../../src/actions/report";
import { katalog } from "../../src/reports/katalog";
import { sourceTemplates } from "../../src/sources";
import type { CellValue } from "../../src/workbook/cell";
import { Workbook } from "../../src/workbench/model/workbook";
import { addTable, type OpenFile, openWorkbook } from "../helpers/openWorkbook";

/** One workbook that has what every report needs. */
function everything(): Workbook {
  const workbook = new Workbook();
  const add = (table: string, headers: string[], rows: CellValue[][]) =>
    addTable(workbook, headers, rows, table, `${table} tkr`);
  const konton: [string, number][] = [
    ["Intäkter", 40],
    ["Personalkostnader", -100],
    ["Lokalhyror", -20],
    ["Kapitalkostnader", -5],
    ["Övriga kostnader", -30],
  ];
  const verksamheter: [string, string, string][] = [
    ["Äldre", "510 Hemvård", "510"],
    ["Äldre", "511 Särskilt boende", "511"],
    ["Funktionsstöd", "520 Personlig assistans", "520"],
    ["Funktionsstöd", "522 LSS övrigt", "522"],
  ];
  add(
    "Ekonomi",
    [
      "Grupp",
      "Verksamhet",
      "RS-kod",
      "Kontogrupp",
      "Period",
      "Utfall",
      "Periodbudget",
      "Bokslut 2022",
      "Budget 2022",
      "Föregående prognos",
    ],
    verksamheter.flatMap(([grupp, verksamhet, rs], v) =>
      konton.flatMap(([konto, belopp]) =>
        Array.from({ length: 12 }, (_, month): CellValue[] => [
          grupp,
          verksamhet,
          rs,
          konto,
          202301 + month,
          belopp * (v + 1) - month,
          belopp * (v + 1),
          belopp * (v + 1) - 2,
          null,
          belopp * (v + 1) - 1,
        ]),
      ),
    ),
  );
  add(
    "Narvaro",
    ["Deltagare", "Datum", "Utförare", "Enhet", "Nivå", "Planerad", "Närvaro"],
    Array.from({ length: 40 }, (_, index): CellValue[] => [
      `D${index % 4}`,
      45139 + Math.floor(index / 4),
      index % 2 ? "intern" : "extern",
      "Ateljén",
      1 + (index % 2),
      1,
      index % 4 === 3 ? "nej" : "ja",
    ]),
  );
  add(
    "Prislista",
    ["Nivå", "Heldag", "Halvdag"],
    [
      [1, 0.3, 0.2],
      [2, 0.5, 0.3],
    ],
  );
  add(
    "Placeringar",
    ["Insats", "Period", "Dygn", "Kostnad", "Budgetvolym", "Budgetpris"],
    ["Institutionsvård", "Familjehem"].flatMap((insats, i) =>
      Array.from({ length: 24 }, (_, month): CellValue[] => [
        insats,
        202201 + month + (month >= 12 ? 88 : 0),
        200 - 50 * i + month,
        (200 - 50 * i + month) * (6 - 3 * i),
        210 - 50 * i,
        6 - 3 * i,
      ]),
    ),
  );
  add(
    "Inventarier",
    ["Projekt", "Område", "Budget", "Utfall", "Prognos", "Önskad överföring", "Till år", "Motivering"],
    [
      ["Sängar", "Boende", -500, -450, -500, 50, "2024", "Försenad leverans"],
      ["Larm", "Boende", -200, 0, -100, 100, "2024", ""],
      ["Buss", "Daglig verksamhet", -300, -310, -310, 0, "", ""],
    ],
  );
  add(
    "Krav",
    ["Verksamhet", "Bas", "Procent", "Belopp", "Beräknad effekt", "Uppnådd effekt", "Status"],
    [
      ["510 Hemvård", 10000, 0.01, 100, 80, 60, "Pågår"],
      ["522 LSS övrigt", 20000, 0.01, 200, 200, 200, "Klar"],
    ],
  );
  add(
    "Bidrag",
    ["Statsbidrag", "Belopp", "Återrapportering", "Återbetalning"],
    [["Äldreomsorgslyftet", 900, "2024-02-15", 100]],
  );
  add(
    "Ramar",
    ["Beskrivning", "Belopp"],
    [
      ["Ram 2023", 100000],
      ["Löneökning", 2500],
    ],
  );
  add("Behoven", ["Område", "Belopp", "Prioriteringsgrund", "År"], [["Hemvård", 1800, "Lagkrav", "2025"]]);
  add(
    "Effekterna",
    ["Benämning", "Verksamhet", "Mått", "Strukturell", "Belopp"],
    [
      ["covid", "510 Hemvård", "utfall", "nej", -30],
      ["covid", "510 Hemvård", "avvikelse", "nej", -30],
      ["volymökning", "520 Personlig assistans", "avvikelse", "ja", -55],
    ],
  );
  add(
    "Intraprenaderna",
    [
      "Enhet",
      "Prognos",
      "Budget",
      "Ingående ackumulerat resultat",
      "Ianspråktaget",
      "Nya underskott",
      "Nya överskott",
    ],
    [
      ["Intraprenaden Ekeby", -1180, -1200, 300, 100, null, 20],
      ["Intraprenaden Rosta", -900, -850, 150, null, 50, null],
    ],
  );
  add(
    "Atgarderna",
    [
      "Område",
      "Åtgärd",
      "Ansvarig",
      "Förankrad",
      "Ingår i (id)",
      "Effekt 2023",
      "Effekt 2024",
      "Uppnådd effekt",
      "Status",
    ],
    [
      ["Äldre", "Samordnad nattpatrull", "Chef", "ja", null, 70, 421, 20, "Pågår"],
      ["Funktionsstöd", "Färre hyrda lokaler", "Chef", "nej", null, null, 300, null, "Ej påbörjad"],
    ],
  );
  add(
    "Bemanning",
    [
      "Enhet",
      "Period",
      "Anställningsform",
      "Antal anställda",
      "Årsarbetare",
      "Ordinarie tid",
      "Sjuktid",
      "Övertid",
    ],
    [202307, 202308, 202312].flatMap((period) => [
      ["Hemvård", period, "Tillsvidare", 40, 36, 5000, 400, 30],
      ["Hemvård", period, "Timavlönad", 20, 8, 1000, 20, 5],
      ["Ledning", period, "Tillsvidare", 4, 4, 600, 10, 0],
      ["Boende", period, "Tillsvidare", 25, 22, 3000, 250, 12],
    ]),
  );
  add(
    "Malen",
    ["Mål", "Indikator", "Del", "Utfall 2022", "Utfall 2023", "Målvärde 2023", "Riktning", "Status"],
    [
      ["Attraktiv arbetsgivare", "Sjukfrånvaro %", "totalt", 10.8, 9.9, "Minska", "lägre", "Uppfylls"],
      ["Attraktiv arbetsgivare", "Sjukfrånvaro %", "kvinnor", 11.5, 10.1, "Minska", "lägre", "Uppfylls"],
      ["God service", "Nöjdhet", "totalt", "saknas", 79, "Minst 75", "högre", "Uppfylls ej"],
    ],
  );
  add(
    "Talen",
    ["Indikator", "Uppdelning", "2021", "2022", "2023", "Bedömning"],
    [
      ["Boendestöd, personer", "totalt", 683, 881, 697, "Nivå"],
      ["Boendestöd, personer", "kvinnor", 400, 500, 400, null],
      ["Boendestöd, personer", "män", 283, 381, 298, null],
    ],
  );
  add("Uppdragen", ["Uppdrag", "Uppföljning", "Status"], [["Se över scheman", "Klart i maj", "Klar"]]);
  return workbook;
}

describe("every report of the catalogue", () => {
  let file: OpenFile;
  const ids = katalog.map(({ id }) => id);
  beforeAll(async () => {
    file = await openWorkbook(everything());
  });
  afterAll(() => file.close());

  test("can be made from a workbook that has what it needs", async () => {
    expect((await listReports()).filter(({ saknar }) => saknar.length > 0)).toEqual([]);
  });

  test.each(["2023-08", "2023-12", "2023-08"])(
    "is made for %s, in place, with every figure calculated twice and equal",
    async (period) => {
      const prepared = await prepareReports(ids, { period, profil: "orebro" });
      const written = await writePrepared(prepared);
      const records = ["underlag-dagersattning"];
      expect(written.map(({ report }) => report)).toEqual([...records, ...ids]);
      expect(
        written.flatMap(({ report, disagreeing }) => disagreeing.map((one) => ({ report, ...one }))),
      ).toEqual([]);
      for (const { report, formulas, values } of written) {
        expect([report, formulas.flat().some((formula) => formula !== null)]).toEqual([
          report,
          !records.includes(report),
        ]);
        expect([
          report,
          values.flat().filter((value) => typeof value === "object" && value !== null),
        ]).toEqual([report, []]);
      }
    },
  );

  test("holds no KOLL function, so that readers without the add-in can recalculate it", async () => {
    for (const sheet of file.workbook.sheets.slice(7)) {
      for (const row of sheet.rows)
        for (const formula of row?.formulas ?? []) expect(formula?.text ?? "").not.toMatch(/KOLL\./);
    }
  });

  test("no source that Nämndkoll creates takes a report's sheet name", () => {
    const templates = new Set(sourceTemplates.map(({ sheet }) => sheet.toLowerCase()));
    expect(katalog.filter(({ titel }) => templates.has(titel.sv.toLowerCase()))).toEqual([]);
  });

  test("ids and sheet names are unique, and names fit on a tab", () => {
    expect(new Set(ids).size).toBe(ids.length);
    const names = katalog.map(({ titel }) => titel.sv);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 31 || /[\\/?*[\]:]/.test(name))).toEqual([]);
  });
});
