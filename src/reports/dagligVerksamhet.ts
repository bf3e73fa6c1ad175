import type { Karensregel } from "../domain/karens";
import { reportTexts } from "../texts/reports";
import {
  addAll,
  call,
  cell,
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
import type { CellValue } from "../workbook/cell";
import { type Beloppskolumn, beloppsformel, type Beloppsrad, beloppsvarde, type Villkor } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { dagersattningar, type Dagersattning } from "./dagersattning";
import { gruppera } from "./gruppera";
import { kontofalt, kontogrupper } from "./kontogrupprader";
import { type Profil, type Utseende, utseende } from "./profil";
import { fyll, kolumnrubrik } from "./ram";
import type { Rapport } from "./rapport";
import { arAv, manadskod, type Underlag } from "./underlag";
import { underlagsblad } from "./underlagsblad";
import { type Volymtal, volymtal } from "./volymtal";

const id = "daglig-verksamhet";
const detaljslag = "dagersattning";
const t = reportTexts.sv;

/** Where the profile has no rule of its own: ten planned days of absence, deducted from the first. */
const standardregel: Karensregel = { troskel: 10, frandag: 1, rakna: "planerade" };

const regelAv = ({ karensregel }: Profil): Karensregel => karensregel ?? standardregel;

const iOrd = ({ troskel, frandag, rakna }: Karensregel): string =>
  fyll(t.dvRegel, {
    troskel: String(troskel),
    dagar: rakna === "planerade" ? t.dvPlaneradeDagar : t.dvArbetsdagar,
    fran: frandag === 1 ? t.dvFranForsta : fyll(t.dvFranDag, { dag: String(frandag) }),
  });

const pengar = ["heldagsersattning", "halvdagsersattning", "forraPris", "karens", "rattelse"] as const;
const antal = ["antal", "heldagar", "halvdagar"] as const;

/**
 * Payment for daily activities by provider, unit and level, and what is withheld for long absences. What each participant's
 * absence costs stands as values on a sheet of its own, with rule and time; this one adds it up. With the year before in the
 * source the change is told in steps.
 */
export const dagligVerksamhet: Rapport = {
  id,
  titel: { sv: "DV-ersättning och karensavdrag", en: "Day activities, absences" },
  kraver: [
    { slag: "narvaro", falt: ["deltagare", "datum"] },
    { slag: "prislista", falt: ["niva", "heldag"] },
  ],
  nytta: ["ekonomi"],
  tecken: "kostnad",
  detalj: {
    slag: detaljslag,
    gor({ underlag, profil, tid }) {
      const regel = regelAv(profil);
      const narvaro = underlag.get("narvaro")!;
      const beraknat = dagersattningar(narvaro, underlag.get("prislista")!, regel);
      const { rader } = beraknat;
      const anmarkningar = [
        ...(beraknat.orapporterade > 0
          ? [fyll(t.dvOrapporterade, { antal: String(beraknat.orapporterade) })]
          : []),
        ...beraknat.utanPris.map(({ niva, dagar }) =>
          fyll(t.dvUtanPris, { niva: niva || t.dvIngenNiva, antal: String(dagar) }),
        ),
        ...beraknat.olasta.map(({ ord, antal: count }) => fyll(t.dvOlast, { ord, antal: String(count) })),
      ];
      return underlagsblad(
        detaljunderlag(rader, narvaro.namn, anmarkningar),
        {
          dimensions: new Map(
            ["deltagare", "utforare", "enhet", "niva", "franvaro"].map((falt) => [falt, null]),
          ),
          texts: new Map(),
          measures: new Map([...antal, ...pengar].map((falt) => [falt, null])),
        },
        fyll(t.dvDetalj, { regel: iOrd(regel), tid }),
      );
    },
  },
  plan(indata) {
    const dv = indata.underlag.get(detaljslag)!;
    const look = utseende(indata.profil, id, "kostnad");
    const tal = volymtal(dv, look, new Set(pengar), indata.somVarden !== null);
    const januari = manadskod(arAv(indata.period), 1);
    // The year before is compared with where it covers the months that this year has.
    const iAr = Array.from(dv.period!.koder).filter((kod) => kod >= januari && kod <= indata.period);
    const fgar = iAr.length > 0 && dv.period!.forsta <= Math.min(...iAr) - 12;
    const egna = raderAv(dv, januari, indata.period, fgar);
    const ekonomi = indata.underlag.get("ekonomi");
    const rader = [
      ...egna,
      ...(ekonomi && iAr.length > 0
        ? huvudboken(ekonomi, egna, look, Math.min(...iAr), indata.period, indata.somVarden !== null)
        : []),
    ];
    const byKey = new Map(rader.map((rad) => [rad.key, rad]));
    const kolumner = kolumnerFor(tal, byKey, januari, indata.period, look.decimaler, fgar, (key, standard) =>
      kolumnrubrik(look, key, standard, indata.period, "sv"),
    );
    const poster = rader.filter(({ kind }) => kind === "post");
    return beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag: dv,
      etikett: t.dvRad,
      rader,
      kolumner,
      total: "",
      avstams: [
        {
          kolumn: "karens",
          formel: subtract(
            sum(poster.map(({ key: row }) => ({ row, column: "karens" }))),
            tal.formel("karens", [[]], januari, indata.period),
          ),
        },
      ],
      anmarkningar: [
        iOrd(regelAv(indata.profil)),
        t.dvDeltagare,
        ...(fgar ? [t.dvBrygga] : []),
        ...(iAr.length === 0 ? [t.dvIngaDagar] : []),
      ],
    });
  },
};

/** The calculated rows as a source; they get their columns when the sheet is planned. */
function detaljunderlag(rader: Dagersattning[], namn: string, anmarkningar: string[]): Underlag {
  const dimension = (falt: "deltagare" | "utforare" | "enhet" | "niva" | "franvaro") => {
    const names: string[] = [];
    const codes = new Map<string, number>();
    const koder = rader.map((rad) => {
      const value = rad[falt];
      if (value === "") return -1;
      if (!codes.has(value)) codes.set(value, names.push(value) - 1);
      return codes.get(value)!;
    });
    return { kolumn: null, koder, namn: names };
  };
  const known = new Map<string, Underlag["dimension"] extends (falt: string) => infer R ? R : never>(
    (["deltagare", "utforare", "enhet", "niva", "franvaro"] as const).map((falt) => [falt, dimension(falt)]),
  );
  const periods = rader.map(({ period }) => period);
  return {
    slag: detaljslag,
    namn,
    enhet: "kr",
    tecken: "kostnad",
    anmarkningar,
    antal: rader.length,
    dimension: (falt) => known.get(falt) ?? null,
    matt: (falt) =>
      ([...antal, ...pengar] as string[]).includes(falt)
        ? { delar: [], varden: rader.map((rad) => rad[falt as (typeof antal)[number]]) }
        : null,
    text: () => null,
    cell: () => null,
    period: {
      koder: periods,
      forsta: Math.min(...periods),
      sista: Math.max(...periods),
      villkor: () => null,
    },
    utelamnade: null,
    celler: () => undefined,
  };
}

interface Rad extends Beloppsrad {
  /** A sum row's posts. */
  av?: string[];
  /** Months back that the row is of. */
  tillbaka?: number;
  /** A row of one figure: what is withheld afterwards, or a step from last year. */
  ensam?: {
    kolumn: "karens" | "netto";
    formel: (tal: Volymtal) => Expression;
    varde: (tal: Volymtal) => number;
  };
}

function raderAv(dv: Underlag, januari: number, period: number, fgar: boolean): Rad[] {
  const [utforare, enhet, niva] = ["utforare", "enhet", "niva"].map((falt) => dv.dimension(falt)!);
  const ordet = ({ koder, namn }: typeof utforare, i: number) => (koder[i] < 0 ? "" : namn[koder[i]]);
  const seen = new Map<string, { utforare: string; enhet: string; niva: string }>();
  for (let i = 0; i < dv.antal; i++) {
    const kod = dv.period!.koder[i];
    if (kod < januari || kod > period) continue;
    const row = { utforare: ordet(utforare, i), enhet: ordet(enhet, i), niva: ordet(niva, i) };
    seen.set(Object.values(row).join("\n"), row);
  }
  const villkor = (row: { utforare: string; enhet: string; niva: string }): Villkor[] =>
    (["utforare", "enhet", "niva"] as const).flatMap((falt) =>
      row[falt] === "" ? [] : [{ falt, varde: row[falt] }],
    );
  const sorted = [...seen.values()].sort(
    (a, b) =>
      b.utforare.localeCompare(a.utforare, "sv") ||
      a.enhet.localeCompare(b.enhet, "sv") ||
      Number(a.niva) - Number(b.niva),
  );
  const poster: Rad[] = [];
  const rader = [...gruppera(sorted, (row) => row.utforare)].flatMap(([namnet, members]): Rad[] => {
    const own = [...gruppera(members, (row) => row.enhet)].flatMap(([plats, rows]): Rad[] => {
      const levels = rows.map((row): Rad => ({
        key: `rad:${row.utforare}/${row.enhet}/${row.niva}`,
        label: fyll(t.dvNiva, { niva: row.niva || t.dvIngenNiva }),
        kind: "post",
        level: 1,
        urval: [villkor(row)],
      }));
      poster.push(...levels);
      return [
        { key: `enhet:${namnet}/${plats}`, label: plats || t.utanEnhet, kind: "rubrik", level: 0 },
        ...levels,
      ];
    });
    const parts = own.filter(({ kind }) => kind === "post");
    return [
      ...own,
      summa(`summa:${namnet}`, fyll(t.summa, { namn: namnet || t.dvUtanUtforare }), "delsumma", parts),
    ];
  });
  const helhet = summa("summa", t.summaOrd, "summa", poster);
  return [
    ...rader,
    helhet,
    {
      key: "rattelse",
      label: t.dvRattelse,
      kind: "varav",
      level: 0,
      urval: [[]],
      ensam: {
        kolumn: "karens",
        formel: (tal) => tal.formel("rattelse", [[]], januari, period),
        varde: (tal) => tal.varde("rattelse", [[]], januari, period),
      },
    },
    ...(fgar
      ? [
          {
            key: "fgar",
            label: t.dvFgar,
            kind: "varav" as const,
            level: 0,
            urval: [[]],
            tillbaka: 12,
          },
          ...brygga(januari, period),
        ]
      : []),
  ];
}

const summa = (key: string, label: string, kind: "summa" | "delsumma", parts: Rad[]): Rad => ({
  key,
  label,
  kind,
  level: 0,
  urval: parts.flatMap(({ urval }) => urval!),
  av: parts.map((part) => part.key),
});

/** From last year's net to this year's: each step with what comes before it at this year's value. */
function brygga(januari: number, period: number): Rad[] {
  const ar = ["summa", "fgar"] as const;
  const [nu, da] = ar.map((row) => (column: string) => cell(row, column));
  const half = (of: typeof nu) => subtract(of("planerade"), of("heldagar"));
  const kvot = (part: Expression, whole: Expression) =>
    call("IF", equal(whole, number(0)), number(0), divide(part, whole));
  /** Last year's payment a day at this year's share of whole days. */
  const blandat = addAll([
    multiply(kvot(nu("heldagar"), nu("planerade")), kvot(da("heldag_kr"), da("heldagar"))),
    multiply(kvot(half(nu), nu("planerade")), kvot(da("halvdag_kr"), half(da))),
  ]);
  const forra = kvot(da("brutto"), da("planerade"));
  const steg: [string, string, Expression, (av: Summor, fore: Summor) => number][] = [
    [
      "volym",
      t.dvStegVolym,
      multiply(subtract(nu("planerade"), da("planerade")), forra),
      (av, fore) => (dagarI(av) - dagarI(fore)) * delat(bruttoI(fore), dagarI(fore)),
    ],
    [
      "heldag",
      t.dvStegHeldag,
      multiply(nu("planerade"), subtract(blandat, forra)),
      (av, fore) => dagarI(av) * (blandI(av, fore) - delat(bruttoI(fore), dagarI(fore))),
    ],
    [
      "niva",
      t.dvStegNiva,
      subtract(nu("forra_pris"), multiply(nu("planerade"), blandat)),
      (av, fore) => av.forraPris - dagarI(av) * blandI(av, fore),
    ],
    ["pris", t.dvStegPris, subtract(nu("brutto"), nu("forra_pris")), (av) => bruttoI(av) - av.forraPris],
    ["karens", t.dvStegKarens, subtract(da("karens"), nu("karens")), (av, fore) => fore.karens - av.karens],
  ];
  return steg.map(([key, label, formel, varde]) => ({
    key: `steg:${key}`,
    label,
    kind: "varav",
    level: 1,
    urval: [[]],
    ensam: {
      kolumn: "netto",
      formel: () => formel,
      varde: (tal) => varde(summor(tal, januari, period), summor(tal, januari - 12, period - 12)),
    },
  }));
}

/** What the ledger has for the same units and months, where it names them, and the rest that the attendance doesn't explain. */
function huvudboken(
  ekonomi: Underlag,
  rader: Rad[],
  look: Utseende,
  fran: number,
  till: number,
  somVarden: boolean,
): Rad[] {
  const poster = rader.filter(({ kind }) => kind === "post");
  const enhet = (rad: Rad) => rad.urval![0].find(({ falt }) => falt === "enhet")?.varde.toLowerCase();
  for (const falt of ["motpart", "enhet", "verksamhet"]) {
    const namn = (ekonomi.dimension(falt)?.namn ?? []).filter((one) =>
      poster.some((rad) => enhet(rad) === one.toLowerCase()),
    );
    if (namn.length === 0) continue;
    const grupp = kontofalt(ekonomi);
    const urval = namn.flatMap((varde): Villkor[][] =>
      grupp === null
        ? [[{ falt, varde }]]
        : kontogrupper(ekonomi, [{ falt, varde }])
            .filter(({ slag }) => slag !== "intakt")
            .map((one) => [
              { falt, varde },
              { falt: grupp, varde: one.namn },
            ]),
    );
    const bokfort = beloppsvarde(ekonomi, look, "utfall", urval, fran, till);
    const egna = poster.filter((rad) => namn.some((one) => one.toLowerCase() === enhet(rad)));
    const rad = (key: string, label: string, ensam: Rad["ensam"]): Rad => ({
      key,
      label,
      kind: "varav",
      level: 0,
      urval: [[]],
      ensam,
    });
    return [
      rad("huvudbok", fyll(t.dvHuvudbok, { namn: namn.join(", ") }), {
        kolumn: "netto",
        formel: () =>
          (somVarden ? null : beloppsformel(ekonomi, look, "utfall", urval, fran, till)) ?? number(bokfort),
        varde: () => bokfort,
      }),
      rad("rest", t.dvRest, {
        kolumn: "netto",
        formel: () =>
          subtract(cell("huvudbok", "netto"), sum(egna.map(({ key: row }) => ({ row, column: "netto" })))),
        varde: (tal) =>
          bokfort -
          egna.reduce(
            (all, { urval: own }) =>
              all +
              bruttofalt.reduce((part, one) => part + tal.varde(one, own!, fran, till), 0) -
              tal.varde("karens", own!, fran, till),
            0,
          ),
      }),
    ];
  }
  return [];
}

const bruttofalt = ["heldagsersattning", "halvdagsersattning"] as const;

type Summor = Record<(typeof antal)[number] | (typeof pengar)[number], number>;

const summor = (tal: Volymtal, fran: number, till: number): Summor =>
  Object.fromEntries(
    [...antal, ...pengar].map((falt) => [falt, tal.varde(falt, [[]], fran, till)]),
  ) as Summor;
const dagarI = ({ heldagar, halvdagar }: Summor) => heldagar + halvdagar;
const bruttoI = ({ heldagsersattning, halvdagsersattning }: Summor) => heldagsersattning + halvdagsersattning;
const delat = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const blandI = (av: Summor, fore: Summor) =>
  delat(av.heldagar, dagarI(av)) * delat(fore.heldagsersattning, fore.heldagar) +
  delat(av.halvdagar, dagarI(av)) * delat(fore.halvdagsersattning, fore.halvdagar);

function kolumnerFor(
  tal: Volymtal,
  byKey: Map<string, Rad>,
  januari: number,
  period: number,
  decimaler: number,
  fgar: boolean,
  rubrik: (key: string, standard: string) => string,
): Beloppskolumn[] {
  const belopp = amountFormat(decimaler);
  const kolumn = (key: string, standard: string, format: string, falt: string[]): Beloppskolumn => {
    const av = (key_: string) => {
      const rad = byKey.get(key_)!;
      const [fran, till] = [januari, period].map((kod) => kod - (rad.tillbaka ?? 0));
      return { rad, fran, till };
    };
    return {
      key,
      rubrik: rubrik(key, standard),
      slag: "summerad",
      format,
      bredd: 12,
      formel: (_, key_): Expression => {
        const { rad, fran, till } = av(key_);
        if (rad.ensam) return rad.ensam.kolumn === key ? rad.ensam.formel(tal) : text("");
        if (rad.av) return sum(rad.av.map((row) => ({ row, column: key })));
        return addAll(falt.map((one) => tal.formel(one, rad.urval!, fran, till)));
      },
      varde: (_, key_): CellValue => {
        const { rad, fran, till } = av(key_);
        if (rad.ensam) return rad.ensam.kolumn === key ? rad.ensam.varde(tal) : "";
        return falt.reduce((total, one) => total + tal.varde(one, rad.urval!, fran, till), 0);
      },
    };
  };
  const andel: Beloppskolumn = {
    key: "heldagsandel",
    rubrik: rubrik("heldagsandel", "Heldagsandel"),
    slag: "summerad",
    format: percentFormat(1),
    bredd: 12,
    formel: (kol, key_) =>
      byKey.get(key_)!.ensam
        ? text("")
        : call(
            "IF",
            equal(kol("planerade"), number(0)),
            text("-"),
            divide(kol("heldagar"), kol("planerade")),
          ),
    varde: (las, key_) => {
      if (byKey.get(key_)!.ensam) return "";
      const [hel, alla] = [Number(las("heldagar")), Number(las("planerade"))];
      return alla === 0 ? "-" : hel / alla;
    },
  };
  const netto: Beloppskolumn = {
    key: "netto",
    rubrik: rubrik("netto", "Ersättning netto"),
    slag: "summerad",
    format: belopp,
    bredd: 12,
    formel: (kol, key_) => {
      const { ensam } = byKey.get(key_)!;
      if (ensam) return ensam.kolumn === "netto" ? ensam.formel(tal) : text("");
      return subtract(kol("brutto"), kol("karens"));
    },
    varde: (las, key_) => {
      const { ensam } = byKey.get(key_)!;
      if (ensam) return ensam.kolumn === "netto" ? ensam.varde(tal) : "";
      return Number(las("brutto")) - Number(las("karens"));
    },
  };
  return [
    kolumn("deltagare", "Deltagare", amountFormat(0), ["antal"]),
    kolumn("planerade", "Planerade dagar", amountFormat(0), ["heldagar", "halvdagar"]),
    kolumn("heldagar", "varav heldagar", amountFormat(0), ["heldagar"]),
    andel,
    kolumn("brutto", "Ersättning brutto", belopp, [...bruttofalt]),
    kolumn("karens", "Karensavdrag", belopp, ["karens"]),
    netto,
    ...(fgar
      ? [
          kolumn("heldag_kr", "varav heldagar", belopp, ["heldagsersattning"]),
          kolumn("halvdag_kr", "varav halvdagar", belopp, ["halvdagsersattning"]),
          kolumn("forra_pris", "Till förra årets pris", belopp, ["forraPris"]),
        ]
      : []),
  ];
}
