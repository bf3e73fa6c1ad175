import { arNekad, helarsprognos, type Metod } from "../../src/domain/prognos";
import { saveOwnProfile } from "../../src/actions/egenProfil";
import { prepareReports, writePrepared } from "../../src/actions/report";
import { forslagsmetoder } from "../../src/reports/profil";
import type { CellValue } from "../../src/workbook/cell";
import { type OpenFile, openWorkbook, workbookWithTable } from "../helpers/openWorkbook";

let file: OpenFile;
afterEach(() => file.close());

const konton = ["Intäkter", "Personalkostnader", "Lokalhyror"];
const storlek = [300, -1000, -80];
/** A month's amounts, with a season of their own each year. */
const utfall = (k: number, ar: number, month: number) =>
  storlek[k] * (1 + (ar - 2020) / 20) + ((month * 37 * (k + 1)) % 50) - (month === 11 ? 60 : 0);
const budget = (k: number, month: number) => storlek[k] + (month % 3) * 10;
const months = Array.from({ length: 12 }, (_, month) => month);

const ledger = (years: number[]): CellValue[][] =>
  years.flatMap((ar) =>
    konton.flatMap((konto, k) =>
      months.map((month): CellValue[] => [
        "Boende",
        konto,
        ar * 100 + month + 1,
        utfall(k, ar, month),
        ar === 2023 ? budget(k, month) : null,
      ]),
    ),
  );

async function make(id: string, prognosmetod: string, years = [2021, 2022, 2023]) {
  file = await openWorkbook(
    workbookWithTable(["Verksamhet", "Kontogrupp", "Period", "Utfall", "Periodbudget"], ledger(years)),
  );
  await saveOwnProfile(JSON.stringify({ enhet: "tkr", decimaler: 0, tecken: "netto", prognosmetod }));
  const prepared = await prepareReports([id], { period: "2023-08", profil: "egen" });
  const written = await writePrepared(prepared);
  const { values, formulas, disagreeing } = written.find(({ report }) => report === id)!;
  expect(disagreeing).toEqual([]);
  const column = values[3].findIndex((cell) => /^Förslag/.test(String(cell)));
  const at = (label: string) => values.findIndex(([name]) => name === label);
  return {
    forslag: (label: string) => values[at(label)][column] as number,
    formel: (label: string) => formulas[at(label)][column]!,
    text: values.flat().join("\n"),
  };
}

/** The forecasting engine's own answer for an account group. */
function motor(k: number, metod: Metod): number {
  const svar = helarsprognos({
    utfall: months.slice(0, 8).map((month) => utfall(k, 2023, month)),
    historik: [2021, 2022].flatMap((ar) => months.map((month) => utfall(k, ar, month))),
    budget: months.map((month) => budget(k, month)),
    manad: 8,
    metod,
  });
  if (arNekad(svar)) throw new Error(svar.nekad);
  return svar.total;
}

test.each(forslagsmetoder)(
  "%s gives on each kontogrupp what the forecasting engine gives, as a native formula, and the sum is theirs",
  async (metod) => {
    const { forslag, formel } = await make("enhet-kontogrupp", metod);
    for (const [k, konto] of konton.entries()) {
      expect(forslag(konto)).toBeCloseTo(motor(k, metod), 6);
      expect(formel(konto)).toMatch(/^=/);
    }
    const summa = konton.reduce((total, _, k) => total + motor(k, metod), 0);
    expect(forslag("Nettokostnad")).toBeCloseTo(summa, 6);
    expect(formel("Nettokostnad")).not.toMatch(/SUMIFS/);
  },
);

test.each(["rak", "aterstod", "restbudget"] as const)(
  "%s on a row of income and cost is its parts' proposals added together",
  async (metod) => {
    const { forslag } = await make("resultat-verksamhet", metod);
    expect(forslag("Boende")).toBeCloseTo(
      konton.reduce((total, _, k) => total + motor(k, metod), 0),
      6,
    );
  },
);

test.each(["budgetprofil", "profil"] as const)(
  "%s, which divides, is never used on a row of income and cost: it goes on as budgeted, and the sheet says so",
  async (metod) => {
    const { forslag, text } = await make("resultat-verksamhet", metod);
    const rest = konton.reduce((total, _, k) => total + motor(k, "restbudget"), 0);
    expect(forslag("Boende")).toBeCloseTo(rest, 6);
    expect(text).toMatch(/på rader av ett tecken, annars \+ återstående budget/);
  },
);

test("without earlier months the methods that need them go on as budgeted, and the sheet says why", async () => {
  const { forslag, text } = await make("enhet-kontogrupp", "aterstod", [2023]);
  expect(forslag("Lokalhyror")).toBeCloseTo(motor(2, "restbudget"), 6);
  expect(text).toMatch(/inga tidigare månader för profilens prognosmetod/);
});

test("a method without a native formula is refused in a profile, with those there are", async () => {
  await expect(make("enhet-kontogrupp", "theta")).rejects.toThrow(/prognosmetod.*"budgetprofil"/);
});
