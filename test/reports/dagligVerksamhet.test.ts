import { saveOwnProfile } from "../../src/actions/egenProfil";
import { prepareReports, writePrepared } from "../../src/actions/report";
import type { CellValue } from "../../src/workbook/cell";
import { addTable, type OpenFile, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";

let file: OpenFile;
afterEach(() => file.close());

/** Excel's number of a day. */
const day = (year: number, month: number, date: number) =>
  Date.UTC(year, month - 1, date) / 86_400_000 + 25569;
/** Working days from a date. */
function days(from: number, count: number): number[] {
  const found: number[] = [];
  for (let serial = from; found.length < count; serial++) if ((serial - 2) % 7 < 5) found.push(serial);
  return found;
}
type Attendance = (index: number) => CellValue;
const rows = (
  who: string,
  level: number,
  from: number,
  count: number,
  narvaro: Attendance,
  plan: Attendance = () => 1,
) =>
  days(from, count).map((serial, index): CellValue[] => [
    who,
    serial,
    "intern",
    "Ateljén",
    level,
    plan(index),
    narvaro(index),
  ]);
const prices: CellValue[][] = [
  [1, 300, 180, day(2022, 1, 1)],
  [2, 500, 300, day(2022, 1, 1)],
  [1, 330, 200, day(2023, 1, 1)],
  [2, 550, 330, day(2023, 1, 1)],
];

async function make(
  attendance: CellValue[][],
  period: string,
  more: Partial<{ profil: object; ledger: CellValue[][] }> = {},
) {
  const workbook = workbookWithTable(
    ["Deltagare", "Datum", "Utförare", "Enhet", "Nivå", "Planerad", "Närvaro"],
    attendance,
    "Narvaro",
    "Närvaro",
  );
  addTable(workbook, ["Nivå", "Heldag", "Halvdag", "Giltig från"], prices, "Prislista", "Prislista kr");
  if (more.ledger)
    addTable(workbook, ["Motpart", "Kontogrupp", "Period", "Utfall"], more.ledger, "Ekonomi", "Ekonomi kr");
  file = await openWorkbook(workbook);
  const profil = more.profil && (await saveOwnProfile(JSON.stringify(more.profil))).id;
  const written = await writePrepared(await prepareReports(["daglig-verksamhet"], { period, profil }));
  expect(written.flatMap(({ disagreeing }) => disagreeing)).toEqual([]);
  expect(written.map(({ sheet }) => sheet)).toEqual([
    "Underlag dagersättning",
    "DV-ersättning och karensavdrag",
  ]);
  const [detail, report] = written;
  const header = report.values.find(([label]) => label === "Utförare, enhet och nivå")!;
  const cell = (label: string, caption: string) =>
    report.values.find(([name]) => name === label)![header.indexOf(caption)];
  /** The report is in tkr. */
  const kr = (label: string, caption: string) => Number((Number(cell(label, caption)) * 1000).toFixed(6));
  return { detail, report, cell, kr };
}

describe("daglig-verksamhet", () => {
  test("planned days are paid by level and list; an absence of ten days is withheld from its first, over the month's end", async () => {
    // From 18 September 2023: absent days 3–14, that is 20 September – 5 October.
    const { cell, kr, detail } = await make(
      [
        ...rows("D1", 1, day(2023, 9, 18), 15, (index) => (index >= 2 && index < 14 ? "nej" : "ja")),
        ...rows(
          "D2",
          2,
          day(2023, 9, 18),
          15,
          (index) => (index < 9 ? 0 : 1),
          (index) => (index % 5 === 4 ? "halvdag" : "heldag"),
        ),
      ],
      "2023-10",
    );
    expect(cell("Nivå 1", "Deltagare")).toBe(1);
    expect(kr("Nivå 1", "Ersättning brutto")).toBe(15 * 330);
    expect(kr("Nivå 1", "Karensavdrag")).toBe(12 * 330);
    expect(kr("Nivå 1", "Ersättning netto")).toBe(3 * 330);
    // Nine planned days running are one too few.
    expect(kr("Nivå 2", "Karensavdrag")).toBe(0);
    expect(kr("Nivå 2", "Ersättning brutto")).toBe(12 * 550 + 3 * 330);
    expect(cell("Nivå 2", "Heldagsandel")).toBeCloseTo(12 / 15, 9);
    expect(kr("Summa", "Ersättning netto")).toBe(3 * 330 + 12 * 550 + 3 * 330);
    // The tenth day is 3 October: September was closed.
    expect(kr("varav i månader som var stängda när avdraget blev känt", "Karensavdrag")).toBe(8 * 330);
    expect(detail.values.flat()).toContain("2023-09-20–2023-10-05");
    expect(String(detail.values[1][0])).toMatch(/^Karensavdrag: .* Beräknat \d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
  });

  test("the steps from the year before add up to the change, and each is what its name says", async () => {
    const { kr } = await make(
      [
        ...rows("D1", 1, day(2022, 9, 1), 10, () => "ja"),
        ...rows(
          "D2",
          2,
          day(2022, 9, 1),
          10,
          () => "ja",
          (index) => (index < 5 ? 1 : 0.5),
        ),
        ...rows("D1", 2, day(2023, 9, 1), 12, () => "ja"),
        ...rows("D2", 2, day(2023, 9, 1), 12, (index) => (index < 10 ? "nej" : "ja")),
      ],
      "2023-09",
    );
    const [nu, da] = [
      kr("Summa", "Ersättning netto"),
      kr("Föregående år, samma månader", "Ersättning netto"),
    ].map(Number);
    expect(da).toBe(10 * 300 + 5 * 500 + 5 * 300);
    expect(nu).toBe(24 * 550 - 10 * 550);
    const step = (name: string) => kr(`Förändring: ${name}`, "Ersättning netto");
    expect(step("planerade dagar")).toBeCloseTo((4 * da) / 20, 6);
    expect(step("pris")).toBeCloseTo(24 * (550 - 500), 6);
    expect(step("karensavdrag")).toBeCloseTo(-10 * 550, 6);
    const all = ["planerade dagar", "heldagsandel", "nivå", "pris", "karensavdrag"].map(step);
    expect(all.reduce((sum, one) => sum + one, 0)).toBeCloseTo(nu - da, 6);
  });

  test("days without a report, levels without a price and words that can't be read are told, never guessed unseen", async () => {
    const { report, kr } = await make(
      [
        ...rows("D1", 9, day(2023, 9, 1), 2, () => "ja"),
        ...rows("D2", 1, day(2023, 9, 1), 3, (index) => (index === 0 ? null : index === 1 ? "kanske" : "ja")),
      ],
      "2023-09",
    );
    const words = report.values.flat();
    expect(words).toContain("Planerade dagar som inte är rapporterade, räknade som närvaro: 1.");
    expect(words).toContain("Prislistan saknar nivå 9; planerade dagar utan ersättning: 2.");
    expect(words).toContain("”kanske” kan inte läsas som planerad dag eller närvaro (antal: 1).");
    expect(kr("Nivå 9", "Ersättning brutto")).toBe(0);
  });

  test("the rest is what the ledger has for the same provider and months beyond the attendance", async () => {
    const attendance = rows("D1", 1, day(2023, 9, 1), 10, () => "ja");
    const { kr } = await make(attendance, "2023-09", {
      ledger: [
        ["Ateljén", "Köp av verksamhet", 202309, -4000],
        ["Ateljén", "Köp av verksamhet", 202308, -9000],
        ["Ateljén", "Intäkter", 202309, 500],
        ["Annan", "Köp av verksamhet", 202309, -700],
      ],
    });
    expect(kr("Summa", "Ersättning netto")).toBe(3300);
    expect(kr("Enligt huvudboken: Ateljén", "Ersättning netto")).toBe(4000);
    expect(kr("Rest: huvudboken − närvaron", "Ersättning netto")).toBe(700);
  });

  test("a ledger that names none of the providers leaves the rest out", async () => {
    const attendance = rows("D1", 1, day(2023, 9, 1), 10, () => "ja");
    const { report } = await make(attendance, "2023-09", { ledger: [["Annan", "Köp", 202309, -700]] });
    expect(report.values.some(([label]) => /huvudboken/.test(String(label)))).toBe(false);
  });

  test("the profile's rule decides what is withheld, and stands in words on the sheet", async () => {
    const attendance = rows("D1", 1, day(2023, 9, 1), 10, (index) => (index < 5 ? "nej" : "ja"));
    const { kr, report } = await make(attendance, "2023-09", {
      profil: {
        enhet: "tkr",
        decimaler: 0,
        tecken: "netto",
        karensregel: { troskel: 5, frandag: 3, rakna: "planerade" },
      },
    });
    expect(kr("Nivå 1", "Karensavdrag")).toBe(3 * 330);
    expect(report.values.flat()).toContainEqual(
      expect.stringMatching(/frånvarande 5 planerade dagar i följd hålls ersättningen inne från dag 3\./),
    );
  });

  test("made again in place: its own columns stay, and new days come along", async () => {
    const first = await make(
      rows("D1", 1, day(2023, 9, 1), 5, () => "ja"),
      "2023-09",
    );
    const at = first.report.values.findIndex(([label]) => label === "Nivå 1");
    const sheet = file.workbook.sheet("DV-ersättning och karensavdrag")!;
    sheet.setValue(at, 12, "hennes ord");
    file.workbook.sheet("Närvaro")!.setValue(1, 6, "nej");
    const again = await writePrepared(await prepareReports(["daglig-verksamhet"], { period: "2023-09" }));
    expect(again.map(({ created }) => created)).toEqual([false, false]);
    expect(
      sheet.value(
        again[1].values.findIndex(([label]) => label === "Nivå 1"),
        12,
      ),
    ).toBe("hennes ord");
  });
});
