import { reportTexts } from "../texts/reports";
import {
  addAll,
  call,
  cell,
  count,
  divide,
  equal,
  type Expression,
  multiply,
  number,
  subtract,
  sum,
  text,
} from "../workbook/expression";
import { amountFormat } from "../workbook/numberFormat";
import type { Beloppskolumn, Beloppsrad, Las, Villkor } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { gruppera } from "./gruppera";
import { type Utseende, utseende } from "./profil";
import { fyll, kolumnrubrik, type Ram } from "./ram";
import type { Rapport } from "./rapport";
import { arAv, kronor, manadAv, manadskod, type Underlag } from "./underlag";
import { type Volymtal, volymtal } from "./volymtal";

const id = "dygnskostnad";
const t = reportTexts.sv;

/** What is paid for, the first that the source has. */
const enheter = ["dygn", "timmar", "utforda", "besok", "antal"] as const;
/** The level of reimbursement: a row of this name is the line in the chart, and no cost. */
const ersattning = /^(?:ersättning|ersättningsnivå|schablon|statsbidrag)/i;

interface Rad extends Beloppsrad {
  /** A sum row's posts: volumes and amounts are added from them, prices are not. */
  av?: string[];
}

/**
 * Cost per day (hour, visit, person) of services that are bought, by group: last year and this year side by side, weighted by
 * the volume and unweighted over the months, and the variance from the budget split in volume and price.
 */
export const dygnskostnad: Rapport = {
  id,
  titel: { sv: "Kostnad per dygn och insats", en: "Cost per day and service" },
  kraver: [{ slag: "volym", falt: ["insats|grupp|enhet", "dygn|timmar|utforda|besok|antal", "kostnad"] }],
  tecken: "kostnad",
  plan(indata) {
    const underlag = indata.underlag.get("volym")!;
    const look = utseende(indata.profil, id, "kostnad");
    const tal = volymtal(underlag, look, new Set(["kostnad", "budgetpris"]), indata.somVarden !== null);
    const matt = enheter.find((one) => underlag.matt(one))!;
    const { poster, rader, ersattningsrad } = raderAv(underlag);
    const { kolumner, ar } = kolumnerFor(underlag, look, tal, { rader, ersattningsrad }, matt, indata.period);
    const fran = manadskod(arAv(indata.period), 1);
    return beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag,
      etikett: t.insats,
      rader,
      kolumner,
      total: "",
      avstams: ["kostnad", matt].flatMap((one) => {
        const column = one === "kostnad" ? "kostnad" : "volym";
        return [
          {
            kolumn: column,
            formel: subtract(
              sum(poster.map(({ key }) => ({ row: key, column }))),
              tal.formel(one, alla(poster), fran, indata.period),
            ),
          },
        ];
      }),
      anmarkningar: [
        fyll(t.dygnsmedel, { enhet: t.dygnsenhet[matt] }),
        ...(ar.budget ? [t.dygnsavvikelse] : []),
        ...(ar.fgar ? [] : [t.dygnsUtanFgar]),
      ],
      kommentar: true,
      diagram: diagram(
        poster,
        tal,
        { fgar: ar.fgar, ersattning: ersattningsrad !== null },
        matt,
        indata.period,
      ),
    });
  },
};

/** Rows of the source that are costs: what the total is reconciled with. */
const alla = (poster: Rad[]) => poster.flatMap(({ urval }) => urval!);

/**
 * Every service as a row, then the groups' sums, the sum, and the level of reimbursement; services stand together so that the
 * chart has them beside each other. A name in several groups has its group with it.
 */
function raderAv(underlag: Underlag): { poster: Rad[]; rader: Rad[]; ersattningsrad: Rad | null } {
  const falt = (["insats", "enhet", "grupp"] as const).find((one) => underlag.dimension(one))!;
  const [namn, grupp] = [underlag.dimension(falt)!, falt === "grupp" ? null : underlag.dimension("grupp")];
  const ordet = (dimension: typeof grupp, i: number) =>
    dimension && dimension.koder[i] >= 0 ? dimension.namn[dimension.koder[i]] : "";
  const seen = new Map<string, { grupp: string; namn: string }>();
  for (let i = 0; i < underlag.antal; i++) {
    const row = { grupp: ordet(grupp, i), namn: ordet(namn, i) };
    seen.set(`${row.grupp}\n${row.namn}`, row);
  }
  const rows = [...seen.values()];
  const delad = (name: string) => rows.filter((row) => row.namn === name).length > 1;
  const all = rows.map((row) => ({
    grupp: row.grupp,
    ersattning: ersattning.test(row.namn),
    rad: {
      key: `rad:${row.grupp}/${row.namn}`,
      label: (delad(row.namn) && row.grupp ? `${row.namn}, ${row.grupp}` : row.namn) || t.utanNamn,
      kind: "post",
      level: 0,
      urval: [[...(delad(row.namn) ? [{ falt: "grupp", varde: row.grupp }] : []), { falt, varde: row.namn }]],
    } as Rad,
  }));
  const costs = all.filter((one) => !one.ersattning);
  const poster = costs.map(({ rad }) => rad);
  const summa = (key: string, label: string, kind: "summa" | "delsumma", parts: Rad[]): Rad => ({
    key,
    label,
    kind,
    level: 0,
    urval: alla(parts),
    av: parts.map((part) => part.key),
  });
  const grupper = [...gruppera(costs, (one) => one.grupp)].filter(([name]) => name !== "");
  const delsummor =
    grupper.length > 1
      ? grupper.map(([name, members]) =>
          summa(
            `summa:${name}`,
            fyll(t.summa, { namn: name }),
            "delsumma",
            members.map(({ rad }) => rad),
          ),
        )
      : [];
  const [niva] = all.filter((one) => one.ersattning);
  const ersattningsrad = niva ? { ...niva.rad, kind: "varav" as const } : null;
  return {
    poster,
    ersattningsrad,
    rader: [
      ...poster,
      ...delsummor,
      ...(poster.length > 1 ? [summa("summa", t.summaOrd, "summa", poster)] : []),
      ...(ersattningsrad ? [ersattningsrad] : []),
    ],
  };
}

function kolumnerFor(
  underlag: Underlag,
  look: Utseende,
  tal: Volymtal,
  { rader, ersattningsrad }: { rader: Rad[]; ersattningsrad: Rad | null },
  matt: string,
  period: number,
) {
  const byKey = new Map(rader.map((rad) => [rad.key, rad]));
  const januari = manadskod(arAv(period), 1);
  const harPris = (key: string) => underlag.matt(key) !== null;
  const ar = {
    fgar: (underlag.period?.forsta ?? period) <= januari - 12,
    budget: harPris("budgetvolym") && harPris("budgetpris"),
  };
  const rubrik = (key: string, standard: string) =>
    kolumnrubrik(
      look,
      key,
      standard.replace("{enhet}", t.dygnsenhet[matt]).replace("{Volym}", t.volymmatt[matt]),
      period,
      "sv",
    );
  const volymformat = amountFormat(0);
  const belopp = amountFormat(look.decimaler);
  const kolumn = (
    key: string,
    standard: string,
    format: string,
    measure: string,
    tillbaka: number,
  ): Beloppskolumn => {
    const [fran, till] = [januari - tillbaka, period - tillbaka];
    return {
      key,
      rubrik: rubrik(key, standard),
      slag: "summerad",
      format,
      bredd: 12,
      formel: (_, rad) =>
        delsumma(byKey.get(rad)!, key) ?? tal.formel(measure, byKey.get(rad)!.urval!, fran, till),
      varde: (_, rad) => tal.varde(measure, byKey.get(rad)!.urval!, fran, till),
    };
  };
  /** kr per unit, from the report's unit. */
  const kr = kronor[look.enhet];
  const pris = (key: string, standard: string, av: string, mot: string, skala: number): Beloppskolumn => ({
    key,
    rubrik: rubrik(key, standard),
    slag: "harledd",
    format: volymformat,
    bredd: 12,
    formel: (kol) =>
      call(
        "IF",
        equal(kol(mot), number(0)),
        text("-"),
        divide(skala === 1 ? kol(av) : multiply(kol(av), number(skala)), kol(mot)),
      ),
    varde: (las) => {
      const [amount, volume] = [taletI(las, av), taletI(las, mot)];
      return volume === 0 ? "-" : (amount * skala) / volume;
    },
  });
  /** The months' own prices, each as much worth; months without volume are passed by. Of a sum row: its rows' own. */
  const ovagt = (key: string, standard: string): Beloppskolumn => {
    const manader = underlag.period
      ? Array.from({ length: manadAv(period) }, (_, index) => januari + index)
      : [period];
    const priser = (urval: Villkor[][]) =>
      manader
        .map((kod) => ({
          kod,
          volym: tal.varde(matt, urval, kod, kod),
          kostnad: tal.varde("kostnad", urval, kod, kod),
        }))
        .filter(({ volym }) => volym !== 0);
    const medel = (urval: Villkor[][]): number | "-" => {
      const parts = priser(urval);
      if (parts.length === 0) return "-";
      return (parts.reduce((total, { kostnad, volym }) => total + kostnad / volym, 0) * kr) / parts.length;
    };
    return {
      key,
      rubrik: rubrik(key, standard),
      slag: "summerad",
      format: volymformat,
      bredd: 12,
      formel: (_, rad): Expression => {
        const { urval = [], av } = byKey.get(rad)!;
        if (av) {
          const refs = av.map((row) => ({ row, column: key }));
          return call("IF", equal(count(refs), number(0)), text("-"), divide(sum(refs), count(refs)));
        }
        const parts = priser(urval);
        if (parts.length === 0) return text("-");
        const quotients = parts.map(({ kod }) =>
          divide(tal.formel("kostnad", urval, kod, kod), tal.formel(matt, urval, kod, kod)),
        );
        return divide(multiply(addAll(quotients), number(kr)), number(parts.length));
      },
      varde: (_, rad) => {
        const { urval = [], av } = byKey.get(rad)!;
        if (!av) return medel(urval);
        const known = av.map((row) => medel(byKey.get(row)!.urval!)).filter((one) => one !== "-");
        return known.length === 0 ? "-" : known.reduce((total, one) => total + one, 0) / known.length;
      },
    };
  };
  const kolumner: Beloppskolumn[] = [
    ...(ar.fgar
      ? [
          kolumn("volym_fgar", "{Volym} jan–{till} {fgar}", volymformat, matt, 12),
          kolumn("kostnad_fgar", "Kostnad jan–{till} {fgar}", belopp, "kostnad", 12),
          pris("pris_fgar", "Kr per {enhet} {fgar}", "kostnad_fgar", "volym_fgar", kr),
        ]
      : []),
    kolumn("volym", "{Volym} jan–{till} {ar}", volymformat, matt, 0),
    kolumn("kostnad", "Kostnad jan–{till} {ar}", belopp, "kostnad", 0),
    pris("pris", "Kr per {enhet} {ar}, vägt", "kostnad", "volym", kr),
    ovagt("pris_ovagt", "Kr per {enhet} {ar}, ovägt"),
    ...(ersattningsrad
      ? [
          {
            key: "ersattning",
            rubrik: rubrik("ersattning", "Ersättning per {enhet}"),
            slag: "summerad" as const,
            format: volymformat,
            bredd: 12,
            formel: () => cell(ersattningsrad.key, "pris"),
            varde: () => {
              const [volym, kostnad] = [matt, "kostnad"].map((one) =>
                tal.varde(one, ersattningsrad.urval!, januari, period),
              );
              return volym === 0 ? "-" : (kostnad * kr) / volym;
            },
          },
        ]
      : []),
    ...(ar.budget
      ? [
          kolumn("budgetvolym", "Budget, {enhet}", volymformat, "budgetvolym", 0),
          budget(underlag, tal, byKey, januari, period, rubrik("budget", "Budget jan–{till}"), belopp),
          harledd(
            "avvikelse",
            rubrik("avvikelse", "Avvikelse"),
            belopp,
            (kol) => subtract(kol("budget"), kol("kostnad")),
            (las) => taletI(las, "budget") - taletI(las, "kostnad"),
          ),
          // (planned − actual volume) at the planned price; the rest is price.
          harledd(
            "varav_volym",
            rubrik("varav_volym", "varav volym"),
            belopp,
            (kol) =>
              call(
                "IF",
                equal(kol("budgetvolym"), number(0)),
                number(0),
                multiply(
                  subtract(kol("budgetvolym"), kol("volym")),
                  divide(kol("budget"), kol("budgetvolym")),
                ),
              ),
            (las) => volymdel(las),
          ),
          harledd(
            "varav_pris",
            rubrik("varav_pris", "varav pris"),
            belopp,
            (kol) => subtract(kol("avvikelse"), kol("varav_volym")),
            (las) => taletI(las, "budget") - taletI(las, "kostnad") - volymdel(las),
          ),
        ]
      : []),
  ];
  return { kolumner, ar };
}

const volymdel = (las: Las): number => {
  const planned = taletI(las, "budgetvolym");
  if (planned === 0) return 0;
  return ((planned - taletI(las, "volym")) * taletI(las, "budget")) / planned;
};

/** Planned volume × planned price, month by month: the price of a month is the mean of its rows. */
function budget(
  underlag: Underlag,
  tal: Volymtal,
  byKey: Map<string, Rad>,
  fran: number,
  till: number,
  rubrik: string,
  format: string,
): Beloppskolumn {
  const manader = underlag.period
    ? Array.from({ length: till - fran + 1 }, (_, index) => fran + index)
    : [till];
  /** A sum row is planned row by row, never at a mean of prices. */
  const led = (rad: string) =>
    byKey.get(rad)!.urval!.flatMap((villkor) =>
      manader
        .map((kod) => ({
          urval: [villkor],
          kod,
          volym: tal.varde("budgetvolym", [villkor], kod, kod),
          pris: tal.varde("budgetpris", [villkor], kod, kod),
          rader: rowsIn(underlag, villkor, kod),
        }))
        .filter(({ volym, rader }) => volym !== 0 && rader > 0),
    );
  return {
    key: "budget",
    rubrik,
    slag: "summerad",
    format,
    bredd: 12,
    formel: (_, rad) => {
      const added = delsumma(byKey.get(rad)!, "budget");
      if (added) return added;
      const parts = led(rad).map(({ urval, kod, rader }) => {
        const product = multiply(
          tal.formel("budgetvolym", urval, kod, kod),
          tal.formel("budgetpris", urval, kod, kod),
        );
        return rader === 1 ? product : divide(product, number(rader));
      });
      if (parts.length === 0) return number(0);
      return addAll(parts);
    },
    varde: (_, rad) => led(rad).reduce((total, { volym, pris, rader }) => total + (volym * pris) / rader, 0),
  };
}

const delsumma = ({ av }: Rad, column: string): Expression | null =>
  av ? sum(av.map((row) => ({ row, column }))) : null;

/** Source rows with a planned price in a month. */
function rowsIn(underlag: Underlag, villkor: Villkor[], kod: number): number {
  const prices = underlag.matt("budgetpris")!.varden;
  const wanted = villkor.map(({ falt, varde }) => {
    const { koder, namn } = underlag.dimension(falt)!;
    return { koder, kod: namn.findIndex((one) => one.toLowerCase() === varde.toLowerCase()) };
  });
  let rows = 0;
  for (let i = 0; i < underlag.antal; i++) {
    if (Number.isNaN(prices[i]) || (underlag.period && underlag.period.koder[i] !== kod)) continue;
    if (wanted.every((one) => one.koder[i] === one.kod)) rows++;
  }
  return rows;
}

const taletI = (las: Las, key: string): number => {
  const value = las(key);
  return typeof value === "number" ? value : 0;
};

const harledd = (
  key: string,
  rubrik: string,
  format: string,
  formel: (kolumn: (key: string) => Expression) => Expression,
  varde: (las: Las) => number,
): Beloppskolumn => ({ key, rubrik, slag: "harledd", format, formel, varde, bredd: 12 });

/** This year's price beside last year's; the title names what has become dearest. */
function diagram(
  poster: Rad[],
  tal: Volymtal,
  { fgar: harFgar, ersattning: medErsattning }: { fgar: boolean; ersattning: boolean },
  matt: string,
  period: number,
): Ram["diagram"] {
  if (poster.length < 2) return [];
  const januari = manadskod(arAv(period), 1);
  const priset = (rad: Rad, tillbaka: number) => {
    const volym = tal.varde(matt, rad.urval!, januari - tillbaka, period - tillbaka);
    return volym === 0
      ? null
      : tal.varde("kostnad", rad.urval!, januari - tillbaka, period - tillbaka) / volym;
  };
  const dearer = poster
    .map((rad) => ({ rad, nu: priset(rad, 0), da: harFgar ? priset(rad, 12) : null }))
    .filter((one): one is { rad: Rad; nu: number; da: number } => one.nu !== null && !!one.da)
    .map(({ rad, nu, da }) => ({ rad, andel: (nu - da) / da }))
    .sort((a, b) => b.andel - a.andel);
  const title =
    dearer.length > 0 && dearer[0].andel > 0
      ? fyll(t.diagramDygn, {
          namn: dearer[0].rad.label,
          enhet: t.dygnsenhet[matt],
          procent: `${(dearer[0].andel * 100).toLocaleString("sv-SE", { maximumFractionDigits: 1 })} %`,
        })
      : fyll(t.diagramDygnPris, { enhet: t.dygnsenhet[matt] });
  return [
    {
      key: "pris",
      type: "ColumnClustered",
      title,
      rows: poster.map(({ key }) => key),
      categories: "etikett",
      series: [
        ...(harFgar ? [{ column: "pris_fgar" }] : []),
        { column: "pris" },
        ...(medErsattning ? [{ column: "ersattning", type: "Line" as const }] : []),
      ],
      heightRows: 16,
    },
  ];
}
