// npm run bench -- prognos: accuracy on the M3 competition's monthly series (test/golden/m3), coverage and speed.
// Prints the reference methods from the same run and ends with 1 if a target of docs/prognos.md is missed.
import { arNekad, type Fraga, helarsprognos, seriemetoder, serieprognos } from "../../src/domain/prognos";
import { m3Serier, smape as smapeAv } from "../helpers/m3";
import { naive2, plainTheta } from "../helpers/referensprognoser";

const sum = (tal: readonly number[]) => tal.reduce((ack, varde) => ack + varde, 0);
const mean = (tal: readonly number[]) => sum(tal) / tal.length;

const serier = m3Serier();

/** Half of the series were looked at while the method was designed; the other half only measures it. */
const halva = (id: string) => {
  let spridd = 2166136261;
  for (const tecken of id) spridd = Math.imul(spridd ^ tecken.charCodeAt(0), 16777619);
  return (spridd >>> 9) & 1;
};
const urval = [
  { namn: "hela filen", serier },
  { namn: "provhalvan", serier: serier.filter(({ id }) => halva(id) === 1) },
];

const missade: string[] = [];
function krav(text: string, uppfyllt: boolean) {
  console.log(`  ${uppfyllt ? "klarat" : "MISSAT"}  ${text}`);
  if (!uppfyllt) missade.push(text);
}
const rad = (namn: string, tal: (number | null)[], decimaler = 2) =>
  console.log(
    `  ${namn.padEnd(22)}${tal.map((varde) => (varde === null ? "–" : varde.toFixed(decimaler)).padStart(8)).join("")}`,
  );

function varden(serie: readonly number[], metod: Parameters<typeof serieprognos>[2]): number[] {
  const svar = serieprognos(serie, 18, metod);
  if (arNekad(svar)) throw new Error(svar.nekad);
  return svar.varden;
}

type Framskrivning = (serie: number[], steg: number) => number[];

const framskrivningar: Record<string, Framskrivning> = {
  Naive2: naive2,
  "Theta (vanlig)": plainTheta,
  ...Object.fromEntries(
    seriemetoder.map((metod): [string, Framskrivning] => [metod, (serie) => varden(serie, metod)]),
  ),
};

function arton() {
  console.log(
    "\n18 månader framåt: sMAPE % (hela filen, provhalvan), MASE (samma), sMAPE mot Naive2 och mot vanlig Theta",
  );
  const smape: Record<string, number[]> = {};
  for (const [namn, metod] of Object.entries(framskrivningar)) {
    const matt = urval.map(({ serier: valda }) => {
      const fel = valda.map(({ varden: hela }) => {
        const kand = hela.slice(0, -18);
        const facit = hela.slice(-18);
        const svar = metod(kand, 18);
        const absolut = svar.map((varde, i) => Math.abs(varde - facit[i]));
        return {
          smape: smapeAv(svar, facit),
          mase: mean(absolut) / mean(kand.slice(12).map((varde, i) => Math.abs(varde - kand[i]))),
        };
      });
      return { smape: mean(fel.map((ett) => ett.smape)), mase: mean(fel.map((ett) => ett.mase)) };
    });
    smape[namn] = matt.map((ett) => ett.smape);
    const kvoter = ["Naive2", "Theta (vanlig)"].map((mot) =>
      smape[mot] ? smape[namn][0] / smape[mot][0] : null,
    );
    rad(namn, [...matt.map((ett) => ett.smape), ...matt.map((ett) => ett.mase), ...kvoter], 3);
  }
  krav(`sMAPE ${smape.auto[0].toFixed(3)} ≤ 13,35 på filen`, smape.auto[0] <= 13.35);
}

const langder = [
  { namn: "all historik", manader: 0, mal: 2.2 },
  { namn: "36 månader", manader: 36, mal: 2.6 },
  { namn: "24 månader", manader: 24, mal: 2.65 },
  { namn: "12 månader", manader: 12, mal: 2.85 },
];
const bokade = [3, 4, 6, 8, 10];

const enkla = ["rak", "aterstod", "profil"] as const;

function prognos(fraga: Fraga) {
  const svar = helarsprognos(fraga);
  if (arNekad(svar)) throw new Error(`${fraga.metod ?? "auto"}: ${svar.nekad}`);
  return svar;
}

function artotal() {
  const tackning: { cell: string; inne: boolean; prov: boolean }[] = [];
  for (const { namn, manader, mal } of langder) {
    console.log(`\nÅrets total, medelfel i procent, ${namn}; kända månader:`);
    rad("", bokade, 0);
    const fel: Record<string, number[][]> = {};
    for (const k of bokade)
      for (const { id, historik: alla, ar } of serier) {
        const historik = alla.slice(-manader || undefined);
        const utfall = ar.slice(0, k);
        const facit = sum(ar);
        const auto = prognos({ utfall, historik });
        const { lag, hog } = auto.intervall(0.8) as { lag: number; hog: number };
        tackning.push({ cell: `${namn} k=${k}`, inne: lag <= facit && facit <= hog, prov: halva(id) === 1 });
        const totaler: Record<string, number> = {
          ...Object.fromEntries(enkla.map((metod) => [metod, prognos({ utfall, historik, metod }).total])),
          "Theta (vanlig)": sum(utfall) + sum(plainTheta([...historik, ...utfall], 12 - k)),
          auto: auto.total,
        };
        for (const [metod, total] of Object.entries(totaler))
          ((fel[metod] ??= [])[bokade.indexOf(k)] ??= []).push(
            (100 * Math.abs(total - facit)) / Math.abs(facit),
          );
      }
    const prov = serier.map(({ id }) => halva(id) === 1);
    for (const [metod, perK] of Object.entries(fel)) rad(metod, perK.map(mean));
    rad(
      "auto, provhalvan",
      fel.auto.map((alla) => mean(alla.filter((_, i) => prov[i]))),
    );
    const basta = bokade.map((_, i) => Math.min(...enkla.map((metod) => mean(fel[metod][i]))));
    const kvoter = bokade.map((_, i) => mean(fel.auto[i]) / basta[i]);
    rad("auto / bästa enkla", kvoter);
    rad(
      "auto / vanlig Theta",
      bokade.map((_, i) => mean(fel.auto[i]) / mean(fel["Theta (vanlig)"][i])),
    );
    krav(`${namn}, 8 månader: ${mean(fel.auto[3]).toFixed(2)} ≤ ${mal}`, mean(fel.auto[3]) <= mal);
    krav(`${namn}: högst 1 % sämre än bästa enkla regel`, Math.max(...kvoter) <= 1.01);
  }
  console.log("\n80-procentsintervallets täckning, procent; kända månader:");
  rad("", bokade, 0);
  const andel = (delar: typeof tackning) => (100 * delar.filter(({ inne }) => inne).length) / delar.length;
  for (const { namn } of langder)
    rad(
      namn,
      bokade.map((k) => andel(tackning.filter(({ cell }) => cell === `${namn} k=${k}`))),
      1,
    );
  rad("alla; provhalvan", [andel(tackning), andel(tackning.filter(({ prov }) => prov))], 1);
  krav(`täckning ${andel(tackning).toFixed(1)} inom 77–85 %`, andel(tackning) >= 77 && andel(tackning) <= 85);
}

function fart() {
  console.log("\nFart");
  const langa = serier.filter(({ historik }) => historik.length >= 112).slice(0, 100);
  const tider = langa.map(({ historik, ar }) =>
    // The best of three: other work on the machine isn't ours.
    Math.min(
      ...[1, 2, 3].map(() => {
        const borjan = performance.now();
        const svar = prognos({ utfall: ar.slice(0, 8), historik: historik.slice(-108) });
        if (svar.fel === null || arNekad(svar.intervall())) throw new Error("ingen backtest");
        return performance.now() - borjan;
      }),
    ),
  );
  const ordnade = tider.sort((a, b) => a - b);
  const median = ordnade[Math.floor(ordnade.length / 2)];
  rad("median, 95:e, ms", [median, ordnade[Math.floor(ordnade.length * 0.95)]], 1);
  krav(`auto med backtest på 116 månader: ${median.toFixed(1)} ms ≤ 15`, median <= 15);
  const borjan = performance.now();
  for (let i = 0; i < 1000; i++) varden(serier[i % serier.length].varden, "auto");
  const sekunder = (performance.now() - borjan) / 1000;
  krav(`1 000 serier × 18 steg: ${sekunder.toFixed(1)} s ≤ 20`, sekunder <= 20);
}

arton();
artotal();
fart();
if (missade.length > 0) {
  console.error(`\n${missade.length} mål missade:\n${missade.join("\n")}`);
  process.exit(1);
}
