// Reports measured: a plan of 480 sums over a million aggregated rows, requests of a written report, and the same sums
// as SUMIFS in the workbench's engine and in LibreOffice.
import { prepareReports, writePrepared } from "../../src/actions/report";
import { profilEfterUnderlag } from "../../src/reports/profil";
import { resultatVerksamhet } from "../../src/reports/resultatVerksamhet";
import { type Dimension, manadskod, type Underlag } from "../../src/reports/underlag";
import { createCalculator } from "../../src/workbench/calc";
import { createHost } from "../../src/workbench/host";
import { openClient } from "../../src/workbench/host/node";
import { readWorkbook, writeWorkbook } from "../../src/workbench/xlsx";
import type { CellValue } from "../../src/workbook/cell";
import type { SheetPlan } from "../../src/workbook/plan";
import { recalculatedByLibreOffice } from "../helpers/libreOffice";
import { workbookWithTable } from "../helpers/openWorkbook";
import { stopwatch } from "./stopwatch";

const matten = ["utfall", "periodbudget", "budget", "bokslut", "prognos"] as const;
const verksamheter = 96;
const period = manadskod(2023, 8);
let failed = false;
const check = (what: string, ok: boolean) => {
  if (!ok) failed = true;
  console.log(`${ok ? "  ok  " : "  MISS"} ${what}`);
};
const ms = (seconds: number) => `${(seconds * 1000).toFixed(1)} ms`;

/** A ledger as reports see it: coded names, a month and five amounts a row. */
function huvudbok(rader: number): Underlag {
  const coded = (antal: number, namn: string, code: (i: number) => number): Dimension => ({
    kolumn: { key: namn, reference: `Ekonomi[${namn}]` },
    namn: Array.from({ length: antal }, (_, i) => `${namn} ${i + 1}`),
    koder: Int32Array.from({ length: rader }, (_, i) => code(i)),
  });
  const dimensioner: Record<string, Dimension> = {
    verksamhet: coded(verksamheter, "Verksamhet", (i) => (i * 31) % verksamheter),
    grupp: coded(4, "Grupp", (i) => ((i * 31) % verksamheter) % 4),
    kontogrupp: coded(4, "Kontogrupp", (i) => i % 4),
  };
  const belopp = new Map(
    matten.map((matt, m) => [
      matt as string,
      {
        delar: [
          { kolumn: { key: matt, reference: `Ekonomi[${matt}]` }, villkor: [], fran: null, till: null },
        ],
        varden: Float64Array.from({ length: rader }, (_, i) => ((i * 7919 + m) % 100_000) - 70_000),
      },
    ]),
  );
  return {
    slag: "ekonomi",
    namn: "tabellen Ekonomi",
    enhet: "tkr",
    tecken: "netto",
    anmarkningar: [],
    antal: rader,
    dimension: (falt) => dimensioner[falt] ?? null,
    matt: (matt) => belopp.get(matt) ?? null,
    text: () => null,
    cell: () => null,
    period: {
      koder: Int32Array.from({ length: rader }, (_, i) => manadskod(2023, (i % 12) + 1)),
      forsta: manadskod(2023, 1),
      sista: manadskod(2023, 12),
      villkor: () => [],
    },
    utelamnade: null,
    celler: () => undefined,
  };
}

function planera(ekonomi: Underlag): SheetPlan {
  return resultatVerksamhet.plan({
    underlag: new Map([["ekonomi", ekonomi]]),
    profil: profilEfterUnderlag(ekonomi),
    andra: [],
    utelamnade: [],
    period,
    namnd: "",
    sparad: null,
    somVarden: "2023-09-01 08:00",
    egna: () => null,
  });
}

const fast = (plan: SheetPlan) =>
  plan.rows
    .filter(({ kind }) => kind === "post")
    .flatMap(({ cells }) => Object.values(cells))
    .filter(({ content }) => typeof content === "number").length;

console.log("A plan over a million aggregated rows");
planera(huvudbok(20_000));
const varv = Array.from({ length: 5 }, () => {
  const ekonomi = huvudbok(1_000_000);
  globalThis.gc?.();
  const time = stopwatch();
  const plan = planera(ekonomi);
  return { seconds: time().seconds, plan };
}).sort((a, b) => a.seconds - b.seconds);
const mitten = varv[2];
check(
  `${fast(mitten.plan)} sums over 1 000 000 rows planned in ${ms(mitten.seconds)} (median of five; at most 50 ms)`,
  fast(mitten.plan) === 480 && mitten.seconds <= 0.05,
);

console.log("\nA written report: syncs of the client, and the payload it sends");
await skrivna("480 sums live over 20 000 rows", 20_000, verksamheter);
await skrivna("4 800 sums live over 2 000 rows", 2_000, 960);

console.log("\nThe same 480 sums over 20 000 rows: planned, and as SUMIFS");
{
  const file = await oppna(20_000, verksamheter);
  const prepared = await prepareReports(["resultat-verksamhet"], { period: "2023-08" });
  await writePrepared(prepared);
  const ekonomi = prepared.underlag.get("ekonomi")!;
  const plan = stopwatch();
  planera({ ...ekonomi });
  const planned = plan().seconds;
  const bytes = await writeWorkbook(file.workbook);
  const own = await readWorkbook(bytes);
  const sheet = own.sheet("Resultat per verksamhet")!;
  // What the file holds is taken away, so that it is the engine's own figures that are compared.
  for (const row of sheet.rows) row?.formulas?.forEach((formula, c) => formula && (row.values[c] = 0));
  const calculator = await createCalculator(own);
  const counting = stopwatch();
  const { calculated } = await calculator.recalculateAll();
  const engine = counting().seconds;
  file.close();
  const [withSums, without] = [bytes, await utanSummor(bytes)].map((book) => {
    const start = performance.now();
    const back = recalculatedByLibreOffice(book);
    return { seconds: (performance.now() - start) / 1000, back };
  });
  const libreOffice = Math.max(0.001, withSums.seconds - without.seconds);
  const theirs = (await readWorkbook(withSums.back)).sheet("Resultat per verksamhet")!;
  const rows = prepared.placements[0].plan.rows.length;
  let compared = 0;
  let different = 0;
  for (let r = 0; r < rows; r++) {
    for (let c = 1; c < 10; c++) {
      const value = sheet.value(r, c);
      if (typeof value !== "number") continue;
      compared++;
      if (Math.abs(value - Number(theirs.value(r, c))) > 1e-6) different++;
    }
  }
  console.log(
    `       plan ${ms(planned)}, SUMIFS in the workbench's engine ${ms(engine)} (${calculated} formulas), in LibreOffice ${ms(libreOffice)} (with sums − without)`,
  );
  console.log(
    `       ratio: the engine ${(engine / planned).toFixed(0)}, LibreOffice ${(libreOffice / planned).toFixed(0)} times the plan`,
  );
  check(`${compared} figures equal in both`, compared > 480 && different === 0);
}
process.exit(failed ? 1 : 0);

function bok(rader: number, antal: number) {
  const rows = Array.from({ length: rader }, (_, i): CellValue[] => [
    `Grupp ${((i * 31) % antal) % 4}`,
    `Verksamhet ${(i * 31) % antal}`,
    i % 4 === 0 ? "Intäkter" : "Personalkostnader",
    202301 + (i % 12),
    ...[1, 2, 3, 4].map((m) => (i % 4 === 0 ? 1 : -1) * (((i * 7919 + m) % 100_000) + 1)),
  ]);
  return workbookWithTable(
    ["Grupp", "Verksamhet", "Kontogrupp", "Period", "Utfall", "Periodbudget", "Bokslut 2022", "Prognos"],
    rows,
  );
}

/** The workbook opened over Microsoft's client, its requests counted. */
async function oppna(rader: number, antal: number) {
  const workbook = bok(rader, antal);
  const calculator = await createCalculator(workbook);
  const client = await openClient(createHost(workbook, { calculator }));
  (globalThis as { Excel?: unknown }).Excel = client.Excel;
  return { workbook, close: () => calculator.dispose() };
}

async function skrivna(what: string, rader: number, antal: number): Promise<void> {
  const file = await oppna(rader, antal);
  const prepared = await prepareReports(["resultat-verksamhet"], { period: "2023-08" });
  const { sync } = Excel.RequestContext.prototype;
  let syncs = 0;
  Excel.RequestContext.prototype.sync = function (passThroughValue) {
    syncs++;
    return sync.call(this, passThroughValue) as never;
  };
  const [written] = await writePrepared(prepared);
  Excel.RequestContext.prototype.sync = sync;
  file.close();
  const megabytes = JSON.stringify([written.formulas, written.values]).length / 1e6;
  const most = 4 + Math.floor(megabytes / 5);
  check(
    `${what}: ${syncs} syncs for ${megabytes.toFixed(2)} MB of formulas and values (at most ${most})`,
    syncs <= most && written.disagreeing.length === 0,
  );
}

/** The same book with the report's figures as values: what opening and saving alone takes. */
async function utanSummor(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = await readWorkbook(bytes);
  const sheet = workbook.sheet("Resultat per verksamhet")!;
  sheet.rows.forEach((row, r) =>
    row?.formulas?.forEach((formula, c) => formula && sheet.setValue(r, c, sheet.value(r, c))),
  );
  return writeWorkbook(workbook);
}
