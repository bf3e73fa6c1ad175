// node scripts/run.mjs scripts/prognosbilder.ts: draws the pictures of docs/prognos.md from the measured figures.
import { mkdirSync, writeFileSync } from "node:fs";
import { arNekad, type Fraga, helarsprognos, type Intervall, type Metod } from "../src/domain/prognos";
import { m3Serier, type M3Serie } from "../test/helpers/m3";
import { plainTheta } from "../test/helpers/referensprognoser";

const farg = {
  text: "#333",
  svag: "#767676",
  linje: "#d1d1d1",
  prognos: "#0f6cbd",
  band: "#cfe4f5",
  ovrig: "#a3a3a3",
};
const [bredd, hojd] = [760, 360];
const ram = { vanster: 64, hoger: 20, topp: 56, botten: 44 };

const sum = (tal: readonly number[]) => tal.reduce((ack, varde) => ack + varde, 0);
const tal = (varde: number, decimaler = 0) =>
  varde
    .toFixed(decimaler)
    .replace(".", ",")
    .replace(/\B(?=(\d{3})+(?!\d))/g, "\u00a0");

function prognos(fraga: Fraga) {
  const svar = helarsprognos(fraga);
  if (arNekad(svar)) throw new Error(svar.nekad);
  return svar;
}

const text = (x: number, y: number, innehall: string, extra = "") =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${extra}>${innehall}</text>`;

function rita(namn: string, rubrik: string, under: string, delar: string[]) {
  mkdirSync("docs/bilder", { recursive: true });
  writeFileSync(
    `docs/bilder/${namn}.svg`,
    [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${bredd} ${hojd}" width="${bredd}" height="${hojd}" role="img" font-family="Segoe UI, Arial, sans-serif" font-size="13" fill="${farg.text}">`,
      `<title>${rubrik}</title><rect width="${bredd}" height="${hojd}" fill="#fff"/>`,
      text(ram.vanster, 24, rubrik, 'font-size="16" font-weight="600"'),
      text(ram.vanster, 43, under, `fill="${farg.svag}"`),
      ...delar,
      "</svg>\n",
    ].join("\n"),
  );
}

/** Scales with gridlines: x from 0 to `antal` − 1, y over the range in round steps. */
function axlar(antal: number, lagst: number, hogst: number) {
  const steg = [1, 2, 2.5, 5, 10]
    .map((faktor) => faktor * 10 ** Math.floor(Math.log10((hogst - lagst) / 4)))
    .find((ett) => (hogst - lagst) / ett <= 5)!;
  const [fran, till] = [Math.floor(lagst / steg) * steg, Math.ceil(hogst / steg) * steg];
  const x = (i: number) => ram.vanster + (i / (antal - 1)) * (bredd - ram.vanster - ram.hoger);
  const y = (varde: number) =>
    hojd - ram.botten - ((varde - fran) / (till - fran)) * (hojd - ram.topp - ram.botten);
  const natet: string[] = [];
  for (let varde = fran; varde <= till + steg / 2; varde += steg)
    natet.push(
      `<line x1="${ram.vanster}" x2="${bredd - ram.hoger}" y1="${y(varde)}" y2="${y(varde)}" stroke="${farg.linje}"/>`,
      text(
        ram.vanster - 8,
        y(varde) + 4,
        tal(varde, steg < 1 ? 1 : 0),
        `text-anchor="end" fill="${farg.svag}"`,
      ),
    );
  return { x, y, natet };
}

const linje = (punkter: [number, number][], stil: string) =>
  `<polyline points="${punkter.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")}" fill="none" ${stil}/>`;

/** How the forecast of one year's total tightens month by month. */
function tratt({ id, historik, ar }: M3Serie) {
  const facit = sum(ar);
  const svar = Array.from({ length: 13 }, (_, k) => {
    const ett = prognos({ utfall: ar, manad: k, historik });
    return { total: ett.total, ...(ett.intervall() as Intervall) };
  });
  const { x, y, natet } = axlar(
    13,
    Math.min(...svar.map(({ lag }) => lag)),
    Math.max(...svar.map(({ hog }) => hog)),
  );
  const kant = [
    ...svar.map(({ hog }, k) => [x(k), y(hog)]),
    ...svar.map(({ lag }, k) => [x(k), y(lag)]).reverse(),
  ];
  rita(
    "prognos-tratt",
    "Prognosen blir säkrare för varje bokförd månad",
    `Årets total för en verklig serie (${id}); bandet ska hålla utfallet åtta gånger av tio`,
    [
      ...natet,
      `<polygon points="${kant.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(" ")}" fill="${farg.band}"/>`,
      linje(
        [
          [x(0), y(facit)],
          [x(12), y(facit)],
        ],
        `stroke="${farg.text}" stroke-dasharray="5 4"`,
      ),
      linje(
        svar.map(({ total }, k) => [x(k), y(total)]),
        `stroke="${farg.prognos}" stroke-width="2.5"`,
      ),
      text(x(12), y(facit) - 8, "utfall", 'text-anchor="end"'),
      ...svar.map((_, k) => text(x(k), hojd - 24, String(k), `text-anchor="middle" fill="${farg.svag}"`)),
      text((x(0) + x(12)) / 2, hojd - 6, "bokförda månader", `text-anchor="middle" fill="${farg.svag}"`),
    ],
  );
}

/** Three years of history, eight booked months, and the four that were forecast beside what happened. */
function manader({ id, historik, ar }: M3Serie) {
  const k = 8;
  const svar = prognos({ utfall: ar.slice(0, k), historik });
  const visade = [...historik.slice(-36), ...ar];
  const { x, y, natet } = axlar(visade.length, Math.min(...visade), Math.max(...visade, ...svar.serie));
  const fran = 36 + k - 1;
  rita(
    "prognos-manader",
    `Åtta månader bokförda, fyra prognostiserade: totalen blev ${tal(100 * Math.abs(svar.total / sum(ar) - 1), 1)} % fel`,
    `Belopp per månad (${id}), metod ${svar.metod}, medelfel vid prövning bakåt ${tal(100 * svar.fel!, 1)} %`,
    [
      ...natet,
      `<line x1="${x(fran)}" x2="${x(fran)}" y1="${ram.topp}" y2="${hojd - ram.botten}" stroke="${farg.svag}" stroke-dasharray="2 3"/>`,
      linje(
        visade.map((varde, i) => [x(i), y(varde)]),
        `stroke="${farg.text}" stroke-width="1.5"`,
      ),
      linje(
        [visade[fran], ...svar.serie.slice(k)].map((varde, i) => [x(fran + i), y(varde)]),
        `stroke="${farg.prognos}" stroke-width="3"`,
      ),
      text(x(fran) - 6, ram.topp + 12, "bokfört", `text-anchor="end" fill="${farg.svag}"`),
      text(x(fran) + 6, ram.topp + 12, "prognos", `fill="${farg.prognos}" font-weight="600"`),
      ...[0, 1, 2, 3].map((ettAr) =>
        text(
          x(12 * ettAr + 5.5),
          hojd - 24,
          ettAr === 3 ? "i år" : `${3 - ettAr} år sedan`,
          `text-anchor="middle" fill="${farg.svag}"`,
        ),
      ),
    ],
  );
}

/** Mean absolute error of the year's total after eight months, method by method and by length of history. */
function traff(serier: M3Serie[]) {
  const metoder = ["rak", "aterstod", "profil", "Theta", "auto"];
  const langder = [12, 24, 36, Infinity];
  const fel = langder.map((n) =>
    metoder.map((metod) => {
      const avvikelser = serier.map(({ historik: alla, ar }) => {
        const [historik, utfall] = [n === Infinity ? alla : alla.slice(-n), ar.slice(0, 8)];
        const total =
          metod === "Theta"
            ? sum(utfall) + sum(plainTheta([...historik, ...utfall], 4))
            : prognos({ utfall, historik, metod: metod as Metod }).total;
        return Math.abs(total / sum(ar) - 1);
      });
      return (100 * sum(avvikelser)) / serier.length;
    }),
  );
  const { y, natet } = axlar(2, 0, Math.max(...fel.flat()));
  const grupp = (bredd - ram.vanster - ram.hoger) / langder.length;
  const stapel = (grupp - 28) / metoder.length;
  rita(
    "prognos-traffsakerhet",
    "Auto träffar närmare än reglerna för hand, också med ett enda års historik",
    `Medelfel för årets total i procent efter åtta månader, ${serier.length} verkliga serier (M3)`,
    [
      ...natet,
      ...fel.flatMap((rad, g) => [
        ...rad.flatMap((varde, m) => {
          const x = ram.vanster + g * grupp + 14 + m * stapel;
          const auto = metoder[m] === "auto";
          return [
            `<rect x="${x.toFixed(1)}" y="${y(varde).toFixed(1)}" width="${(stapel - 3).toFixed(1)}" height="${(hojd - ram.botten - y(varde)).toFixed(1)}" fill="${auto ? farg.prognos : farg.ovrig}"/>`,
            text(x + stapel / 2 - 1.5, y(varde) - 4, tal(varde, 1), 'text-anchor="middle" font-size="11"'),
            text(
              x + stapel / 2 - 1.5,
              hojd - ram.botten + 13,
              metoder[m],
              'text-anchor="middle" font-size="8.5"',
            ),
          ];
        }),
        text(
          ram.vanster + (g + 0.5) * grupp,
          hojd - 10,
          langder[g] === Infinity ? "all historik" : `${langder[g]} månader`,
          `text-anchor="middle" fill="${farg.svag}"`,
        ),
      ]),
    ],
  );
}

const serier = m3Serier();
const exempel = serier.find(({ id }) => id === (process.argv[2] ?? "N2512"))!;
tratt(exempel);
manader(exempel);
traff(serier);
