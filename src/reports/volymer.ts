import { reportTexts } from "../texts/reports";
import {
  addAll,
  call,
  divide,
  equal,
  type Expression,
  multiply,
  number,
  subtract,
  sum,
  text,
} from "../workbook/expression";
import { amountFormat, percentFormat } from "../workbook/numberFormat";
import type { Beloppskolumn, Beloppsrad, Las, Villkor } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { gruppera } from "./gruppera";
import { type Utseende, utseende } from "./profil";
import { fyll, kolumnrubrik, type Ram } from "./ram";
import type { Rapport } from "./rapport";
import { arAv, manadAv, manadskod, type Underlag } from "./underlag";
import { type Volymtal, volymtal } from "./volymtal";

const id = "volymer";
const t = reportTexts.sv;

/** How a year's figure follows from its months: added, their mean, the last of them, or not at all (unique persons). */
type Summering = "summa" | "medel" | "sista" | "unik";

/** What is counted when a source doesn't say how: stocks have a mean, flows a sum. */
const matten: { matt: string; summering: Summering }[] = [
  { matt: "antal", summering: "medel" },
  { matt: "platser", summering: "medel" },
  { matt: "dygn", summering: "summa" },
  { matt: "timmar", summering: "summa" },
  { matt: "besok", summering: "summa" },
  { matt: "beviljade", summering: "summa" },
  { matt: "utforda", summering: "summa" },
];

interface Volymrad extends Beloppsrad {
  matt: string;
  summering: Summering;
  /** The twelve months up to each month, in place of the month itself. */
  rullande?: true;
}

/**
 * Volymer: what is given, month by month, the year so far beside last year and the budget, and the mean of the months both
 * unweighted and weighted by their days. The chart shows the months and their rolling twelve-month mean.
 */
export const volymer: Rapport = {
  id,
  titel: { sv: "Volymer och beläggning", en: "Volumes and occupancy" },
  kraver: [
    { slag: "volym", falt: ["insats|grupp|enhet", "antal|platser|dygn|timmar|besok|beviljade|utforda"] },
  ],
  plan(indata) {
    const underlag = indata.underlag.get("volym")!;
    const look = utseende(indata.profil, id);
    const tal = volymtal(underlag, look, new Set(), indata.somVarden !== null);
    const rader = volymrader(underlag, indata.period);
    const { kolumner, manader } = kolumnerFor(underlag, look, tal, rader, indata.period);
    return beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag,
      etikett: t.insats,
      rader,
      kolumner,
      total: "",
      avstams: manader.map((kolumn, index) => ({
        kolumn,
        formel: subtract(
          sum(rader.filter(({ kind }) => kind === "post").map(({ key: row }) => ({ row, column: kolumn }))),
          addAll(
            [...new Set(rader.map(({ matt }) => matt))].map((matt) => {
              const kod = manadskod(arAv(indata.period), index + 1);
              return tal.formel(matt, [[]], kod, kod);
            }),
          ),
        ),
      })),
      anmarkningar: [t.volymSummering, t.volymMedel],
      utanEnhet: true,
      diagram: diagram(rader, tal, manader, indata.period),
    });
  },
};

/** A block a measure and way of adding: its rows by group, their sum, and the rolling mean where the source goes back. */
function volymrader(underlag: Underlag, period: number): Volymrad[] {
  const falt = (["insats", "enhet", "grupp"] as const).find((one) => underlag.dimension(one))!;
  const namn = underlag.dimension(falt)!;
  const grupp = falt === "grupp" ? null : underlag.dimension("grupp");
  const satt = underlag.dimension("summering");
  const ordet = (dimension: typeof grupp, i: number) =>
    dimension && dimension.koder[i] >= 0 ? dimension.namn[dimension.koder[i]] : "";
  const januari = manadskod(arAv(period), 1);
  const gammal = (underlag.period?.forsta ?? januari) <= januari - 11;
  return matten.flatMap(({ matt, summering: vanlig }) => {
    const values = underlag.matt(matt)?.varden;
    if (!values) return [];
    const seen = new Map<string, { grupp: string; namn: string; summering: Summering }>();
    for (let i = 0; i < underlag.antal; i++) {
      if (Number.isNaN(values[i])) continue;
      const summering = sattAv(ordet(satt, i)) ?? vanlig;
      const row = { grupp: ordet(grupp, i), namn: ordet(namn, i), summering };
      const key = `${row.grupp}\n${row.namn}`;
      if (!seen.has(key)) seen.set(key, row);
    }
    /** Only a name that several groups have needs its group in the formula. */
    const delad = (name: string) => [...seen.values()].filter((row) => row.namn === name).length > 1;
    const block = gruppera([...seen.values()], ({ summering }) => summering);
    return [...block].flatMap(([summering, rows]) => {
      const key = (rest: string) => `${matt}:${summering}:${rest}`;
      const gemensam = { matt, summering: summering as Summering };
      const poster = [...gruppera(rows, (row) => row.grupp)].flatMap(([namnet, members]): Volymrad[] => [
        ...(namnet === ""
          ? []
          : [{ key: key(`grupp:${namnet}`), label: namnet, kind: "rubrik" as const, level: 0, ...gemensam }]),
        ...members.map((row): Volymrad => ({
          key: key(`${row.grupp}/${row.namn}`),
          label: row.namn || t.utanNamn,
          kind: "post",
          level: namnet === "" ? 0 : 1,
          urval: [
            [
              ...(delad(row.namn) ? [{ falt: "grupp", varde: row.grupp }] : []),
              { falt, varde: row.namn },
              ...(satt && seen.size > rows.length
                ? [{ falt: "summering", varde: ordAv(satt.namn, summering) }]
                : []),
            ],
          ],
          ...gemensam,
        })),
      ]);
      const lagda = poster.filter(({ kind }) => kind === "post");
      const rubrik = fyll(t.volymBlock, {
        matt: t.volymmatt[matt],
        satt: t.volymsatt[summering as Summering],
      });
      const summa: Volymrad[] =
        lagda.length > 1 && summering !== "unik"
          ? [
              {
                key: key("summa"),
                label: fyll(t.summa, { namn: t.volymmatt[matt] }),
                kind: "summa",
                level: 0,
                delar: lagda.map(({ key: rad }) => ({ rad, faktor: 1 })),
                ...gemensam,
              },
            ]
          : [];
      const rullande: Volymrad[] =
        gammal && summering !== "unik"
          ? [
              {
                key: key("rullande"),
                label: t.rullande,
                kind: "varav",
                level: 0,
                urval: lagda.flatMap(({ urval }) => urval!),
                rullande: true,
                ...gemensam,
              },
            ]
          : [];
      return [
        { key: key("rubrik"), label: rubrik, kind: "rubrik", level: 0, ...gemensam },
        ...poster,
        ...summa,
        ...rullande,
      ];
    });
  });
}

const sattAv = (word: string): Summering | null => {
  const known = word.trim().toLowerCase();
  return known === "summa" || known === "medel" || known === "sista" || known === "unik" ? known : null;
};

const ordAv = (words: string[], summering: string): string =>
  words.find((word) => sattAv(word) === summering) ?? summering;

function kolumnerFor(
  underlag: Underlag,
  look: Utseende,
  tal: Volymtal,
  rader: Volymrad[],
  period: number,
): { kolumner: Beloppskolumn[]; manader: string[] } {
  const byKey = new Map(rader.map((rad) => [rad.key, rad]));
  const ar = arAv(period);
  // A source by year has no months to show, and its figures are the year's already.
  const koder = underlag.period
    ? Array.from({ length: manadAv(period) }, (_, index) => manadskod(ar, index + 1))
    : [];
  const antal = Math.max(1, koder.length);
  const januari = manadskod(ar, 1);
  const heltal = rader.every((rad) => {
    const values = underlag.matt(rad.matt)?.varden;
    return !values || Array.from(values).every((value) => Number.isNaN(value) || Number.isInteger(value));
  });
  const format = amountFormat(heltal ? 0 : 1);
  const medelformat = amountFormat(1);
  const arsformat = rader.some(({ summering }) => summering === "medel") ? medelformat : format;
  const rubrik = (key: string, standard: string) => kolumnrubrik(look, key, standard, period, "sv");
  const kolumn = (
    key: string,
    standard: string,
    numberFormat: string,
    gor: (rad: Volymrad) => Led[] | "-",
    bredd = 12,
  ): Beloppskolumn => ({
    key,
    bredd,
    rubrik: rubrik(key, standard),
    slag: "summerad",
    format: numberFormat,
    formel: (_, key_) => formelAv(tal, byKey.get(key_)!, gor(byKey.get(key_)!)),
    varde: (_, key_) => vardeAv(tal, byKey.get(key_)!, gor(byKey.get(key_)!)),
  });
  const manader = koder.map((kod) => `m${manadAv(kod)}`);
  const manad = (kod: number) =>
    kolumn(
      `m${manadAv(kod)}`,
      t.manaderKort.split(",")[manadAv(kod) - 1],
      format,
      (rad) =>
        rad.rullande
          ? [{ matt: rad.matt, fran: kod - 11, till: kod, vikt: 1 / 12 }]
          : [{ matt: rad.matt, fran: kod, till: kod, vikt: 1 }],
      8,
    );
  /** The year so far in the row's own way. */
  const hittills =
    (matt: (rad: Volymrad) => string, tillbaka: number) =>
    (rad: Volymrad): Led[] | "-" => {
      const [fran, till] = [januari - tillbaka, (underlag.period ? period : manadskod(ar, 12)) - tillbaka];
      if (rad.rullande) return "-";
      switch (rad.summering) {
        case "summa":
          return [{ matt: matt(rad), fran, till, vikt: 1 }];
        case "medel":
          return [{ matt: matt(rad), fran, till, vikt: 1 / antal }];
        case "sista":
          return [{ matt: matt(rad), fran: till, till, vikt: 1 }];
        case "unik":
          return "-";
      }
    };
  const dagar = koder.map((kod) => new Date(arAv(kod), manadAv(kod), 0).getDate());
  const allaDagar = dagar.reduce((sum, one) => sum + one, 0);
  const medelAv =
    (vikt: (index: number) => number) =>
    (rad: Volymrad): Led[] | "-" =>
      rad.rullande || rad.summering === "unik"
        ? "-"
        : koder.map((kod, index) => ({ matt: rad.matt, fran: kod, till: kod, vikt: vikt(index) }));
  const harFgar = underlag.period
    ? underlag.period.forsta <= januari - 12
    : rader.some(({ matt }) =>
        underlag.matt(matt)?.delar.some(({ fran }) => fran !== null && fran < januari),
      );
  const budget = underlag.matt("budgetvolym") !== null;
  const kolumner: Beloppskolumn[] = [
    ...koder.map(manad),
    kolumn(
      "hittills",
      "Jan–{till} {ar}",
      arsformat,
      hittills(({ matt }) => matt, 0),
    ),
    ...(harFgar
      ? [
          kolumn(
            "hittills_fgar",
            "Jan–{till} {fgar}",
            arsformat,
            hittills(({ matt }) => matt, 12),
          ),
          forandring(rubrik("forandring", "Förändring")),
        ]
      : []),
    ...(budget
      ? [
          kolumn(
            "budget",
            "Budget jan–{till} {ar}",
            arsformat,
            hittills(() => "budgetvolym", 0),
          ),
          avvikelse(rubrik("avvikelse", "Avvikelse mot budget"), arsformat),
        ]
      : []),
    ...(koder.length === 0
      ? []
      : [
          kolumn(
            "medel",
            "Medel per månad",
            medelformat,
            medelAv(() => 1 / antal),
          ),
          kolumn(
            "medel_vagt",
            "Medel, vägt efter dagar",
            medelformat,
            medelAv((index) => dagar[index] / allaDagar),
          ),
        ]),
  ];
  return { kolumner, manader };
}

/** A part of a figure: a span of a measure, and what it is multiplied by. */
interface Led {
  matt: string;
  fran: number;
  till: number;
  vikt: number;
}

const urvalAv = (rad: Volymrad): Villkor[][] => rad.urval ?? [];

function formelAv(tal: Volymtal, rad: Volymrad, led: Led[] | "-"): Expression {
  if (led === "-") return text("-");
  return addAll(
    led.map(({ matt, fran, till, vikt }) => {
      const sum = tal.formel(matt, urvalAv(rad), fran, till);
      if (vikt === 1) return sum;
      return Number.isInteger(1 / vikt) ? divide(sum, number(1 / vikt)) : multiply(sum, number(vikt));
    }),
  );
}

function vardeAv(tal: Volymtal, rad: Volymrad, led: Led[] | "-"): number | "-" {
  if (led === "-") return "-";
  return led.reduce(
    (sum, { matt, fran, till, vikt }) => sum + tal.varde(matt, urvalAv(rad), fran, till) * vikt,
    0,
  );
}

const taletI = (las: Las, key: string): number | null => {
  const value = las(key);
  return typeof value === "number" ? value : null;
};

/** This year beside last, in percent of last; "-" where there was nothing, or a year has no figure of its own. */
function forandring(rubrik: string): Beloppskolumn {
  return {
    key: "forandring",
    rubrik,
    slag: "harledd",
    format: percentFormat(1),
    formel: (kolumn) =>
      call(
        "IF",
        call(
          "AND",
          call("ISNUMBER", kolumn("hittills")),
          call("ISNUMBER", kolumn("hittills_fgar")),
          call("NOT", equal(kolumn("hittills_fgar"), number(0))),
        ),
        divide(subtract(kolumn("hittills"), kolumn("hittills_fgar")), kolumn("hittills_fgar")),
        text("-"),
      ),
    varde: (las) => {
      const [nu, da] = [taletI(las, "hittills"), taletI(las, "hittills_fgar")];
      return nu === null || !da ? "-" : (nu - da) / da;
    },
  };
}

function avvikelse(rubrik: string, format: string): Beloppskolumn {
  return {
    key: "avvikelse",
    rubrik,
    slag: "harledd",
    format,
    formel: (kolumn) =>
      call(
        "IF",
        call("ISNUMBER", kolumn("hittills")),
        subtract(kolumn("hittills"), kolumn("budget")),
        text("-"),
      ),
    varde: (las) => {
      const [nu, budget] = [taletI(las, "hittills"), taletI(las, "budget")];
      return nu === null ? "-" : nu - (budget ?? 0);
    },
  };
}

/** The first block's months and their rolling mean; the title says where the mean is heading. */
function diagram(rader: Volymrad[], tal: Volymtal, manader: string[], period: number): Ram["diagram"] {
  const [forsta] = rader;
  const block = rader.filter((rad) => rad.matt === forsta.matt && rad.summering === forsta.summering);
  const rullande = block.find((rad) => rad.rullande);
  const helhet = block.find(({ kind }) => kind === "summa") ?? block.find(({ kind }) => kind === "post")!;
  if (manader.length < 2) return [];
  const snitt = (kod: number) =>
    rullande ? tal.varde(rullande.matt, urvalAv(rullande), kod - 11, kod) / 12 : null;
  const [da, nu] = [snitt(manadskod(arAv(period), 1)), snitt(period)];
  const andel = da && nu !== null ? (nu - da) / Math.abs(da) : 0;
  const title =
    da === null
      ? fyll(t.diagramVolym, { namn: t.volymmatt[forsta.matt] })
      : fyll(
          Math.abs(andel) < 0.005 ? t.diagramVolymLika : andel > 0 ? t.diagramVolymUpp : t.diagramVolymNer,
          {
            namn: t.volymmatt[forsta.matt],
            procent: `${Math.abs(andel * 100).toLocaleString("sv-SE", { maximumFractionDigits: 1 })} %`,
          },
        );
  return [
    {
      key: "volymer",
      type: "Line",
      title,
      rows: [helhet, ...(rullande ? [rullande] : [])].map(({ key }) => key),
      categories: "etikett",
      series: [],
      across: manader,
      heightRows: 16,
    },
  ];
}
