import { reportTexts } from "../texts/reports";
import type { CellValue } from "../workbook/cell";
import {
  addAll,
  call,
  divide,
  equal,
  greater,
  less,
  type Expression,
  multiply,
  number,
  subtract,
  text,
} from "../workbook/expression";
import { percentFormat } from "../workbook/numberFormat";
import { type Beloppskolumn, beloppsformel, beloppsvarde, type Las, type Villkor } from "./belopp";
import { egenKolumn, totalAv } from "./egenPrognos";
import { forslag } from "./forslag";
import { gruppera } from "./gruppera";
import { kontofalt, varden } from "./kontogrupprader";
import type { Utseende } from "./profil";
import { fyll, kolumnrubrik } from "./ram";
import { arAv, kronor, manadAv, manadskod, type Underlag } from "./underlag";

const t = reportTexts.sv;

type Kolumn = (key: string) => Expression;

const summa = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
const tal = (value: CellValue) => (typeof value === "number" ? value : 0);

/** The columns that amount tables are made of, with captions after the profile. */
export function kolumner(ekonomi: Underlag, look: Utseende, period: number) {
  const ar = arAv(period);
  const [januari, december] = [manadskod(ar, 1), manadskod(ar, 12)];
  const rubrik = (key: string, standard: string) => kolumnrubrik(look, key, standard, period, "sv");
  const kostnad = look.tecken === "kostnad";
  const vikter = summa(look.periodprofil);
  const forbrukade = summa(look.periodprofil.slice(0, manadAv(period)));
  const arsbudget = ekonomi.matt("budget") ? "budget" : ekonomi.matt("periodbudget") ? "periodbudget" : null;

  const belopp = (
    key: string,
    standard: string,
    matt: string,
    till: number,
  ): Beloppskolumn & { slag: "belopp" } => ({
    key,
    rubrik: rubrik(key, standard),
    slag: "belopp",
    matt,
    fran: januari,
    till,
    ...(arPrognos(matt) ? { kanSaknas: true } : {}),
  });
  const kanSaknas = (key: string) =>
    arPrognos(key) && (ekonomi.matt("prognos") !== null || key.endsWith("_foregaende"));
  const harledd = (
    key: string,
    standard: string,
    formel: (kolumn: Kolumn) => Expression,
    varde: (las: Las) => CellValue,
    format?: string,
  ): Beloppskolumn => ({ key, rubrik: rubrik(key, standard), slag: "harledd", formel, varde, format });

  /** Plus − minus; "" where one of them is. Sum rows then add their rows' differences, or they would count what has no counterpart. */
  const skillnad = (key: string, standard: string, plus: string, minus: string): Beloppskolumn => {
    const varde = (las: Las) =>
      las(plus) === "" || las(minus) === "" ? "" : tal(las(plus)) - tal(las(minus));
    const osakra = [plus, minus].filter(kanSaknas);
    if (osakra.length === 0)
      return harledd(key, standard, (kolumn) => subtract(kolumn(plus), kolumn(minus)), varde);
    return {
      key,
      rubrik: rubrik(key, standard),
      slag: "summerad",
      kanSaknas: true,
      formel: (kolumn) => omFinns(osakra.map(kolumn), subtract(kolumn(plus), kolumn(minus))),
      varde,
    };
  };

  /** The chief's own number, in the column for what she types, and the forecast that takes it before the proposal. */
  const egenPrognos = (helarsbudget: string): Beloppskolumn[] => {
    const prognos = (
      key: string,
      total: Pick<Beloppskolumn & { slag: "harledd" }, "formel" | "varde">,
    ): Beloppskolumn => ({
      key: "prognos",
      rubrik: rubrik("prognos", "Prognos {ar}"),
      slag: "summerad",
      ...(kanSaknas("prognos") ? { kanSaknas: true } : {}),
      formel: (kolumn) => call("IF", call("ISNUMBER", kolumn(key)), total.formel(kolumn), kolumn("forslag")),
      varde: (las) => (typeof las(key) === "number" ? total.varde(las) : las("forslag")),
    });
    const { prognos: hela, avvikelse } = egenKolumn;
    if (look.egenPrognos === "prognos")
      return [
        { key: hela, rubrik: rubrik(hela, "Egen prognos {ar}"), slag: "egen", ersatter: avvikelse },
        prognos(hela, { formel: (kolumn) => kolumn(hela), varde: (las) => las(hela) }),
      ];
    return [
      { key: avvikelse, rubrik: rubrik(avvikelse, "Egen avvikelse {ar}"), slag: "egen", ersatter: hela },
      prognos(avvikelse, {
        formel: (kolumn) =>
          kostnad
            ? subtract(kolumn(helarsbudget), kolumn(avvikelse))
            : addAll([kolumn(helarsbudget), kolumn(avvikelse)]),
        varde: (las) => totalAv(tal(las(avvikelse)), tal(las(helarsbudget)), look.tecken),
      }),
    ];
  };

  return {
    rubrik,
    /** The period's amount, January to the report's month. */
    period: (key: string, standard: string, matt: string) => belopp(key, standard, matt, period),
    /** The year's amount. */
    helar: (
      key: string,
      standard: string,
      matt: string,
      bara?: Villkor[][],
    ): Beloppskolumn & { slag: "belopp" } => ({
      ...belopp(key, standard, matt, december),
      ...(bara ? { bara } : {}),
    }),
    arsbudget,
    /** Says how a period budget was made that the source lacks. */
    periodbudgetsats: (): string[] =>
      ekonomi.matt("periodbudget")
        ? []
        : look.grupprofiler.size > 0 && kontofalt(ekonomi)
          ? [t.periodbudgetPerGrupp]
          : [
              fyll(t.periodbudgetBeraknad, {
                del: forbrukade.toLocaleString("sv-SE"),
                hela: vikter.toLocaleString("sv-SE"),
              }),
            ],

    /** The source's period budget, else the year's × the profile's weights of the months, even without. */
    periodbudget: (key: string, standard: string, helar: string): Beloppskolumn =>
      ekonomi.matt("periodbudget")
        ? belopp(key, standard, "periodbudget", period)
        : look.grupprofiler.size > 0 && kontofalt(ekonomi)
          ? {
              key,
              rubrik: rubrik(key, standard),
              slag: "summerad",
              ...perGrupp(ekonomi, look, period, arsbudget!, helar),
            }
          : harledd(
              key,
              standard,
              (kolumn) => divide(multiply(kolumn(helar), number(forbrukade)), number(vikter)),
              (las) => (tal(las(helar)) * forbrukade) / vikter,
            ),

    /** Variance, plus = better than budget: outcome − budget in netto, budget − outcome in kostnad. */
    avvikelse: (key: string, standard: string, av: string, mot: string): Beloppskolumn =>
      kostnad ? skillnad(key, standard, mot, av) : skillnad(key, standard, av, mot),

    /** The variance that the former forecast showed: as the source has it, else against the year's budget. */
    avvikelseForra: (key: string, standard: string): Beloppskolumn => {
      const egen = ekonomi.matt("avvikelse_foregaende") !== null;
      const helar = { fran: januari, till: december };
      return {
        key,
        rubrik: rubrik(key, standard),
        slag: "belopp",
        matt: egen ? "avvikelse_foregaende" : "prognos_foregaende",
        ...helar,
        kanSaknas: true,
        ...(egen ? { avvikelse: true } : arsbudget ? { mot: { matt: arsbudget, ...helar } } : {}),
      };
    },

    /** Arrow up where the amount is above the threshold (mnkr), down below its negative. */
    pil: (key: string, standard: string, av: string, troskel: number): Beloppskolumn => {
      const grans = (troskel * kronor.mnkr) / kronor[look.enhet];
      return harledd(
        key,
        standard,
        (kolumn) =>
          omFinns(
            [kolumn(av)],
            call(
              "IF",
              greater(kolumn(av), number(grans)),
              text("↗"),
              call("IF", less(kolumn(av), number(-grans)), text("↘"), text("")),
            ),
          ),
        (las) => {
          const change = las(av);
          return typeof change !== "number" ? "" : change > grans ? "↗" : change < -grans ? "↘" : "";
        },
      );
    },

    /** What is left of an amount in its own sign: |amount| − |used|, summed. */
    kvar: (key: string, standard: string, av: string, anvant: string): Beloppskolumn => ({
      key,
      rubrik: rubrik(key, standard),
      slag: "summerad",
      ...(kanSaknas(anvant) ? { kanSaknas: true } : {}),
      formel: (kolumn) =>
        omFinns(
          [anvant].filter(kanSaknas).map(kolumn),
          subtract(call("ABS", kolumn(av)), call("ABS", kolumn(anvant))),
        ),
      varde: (las) => (las(anvant) === "" ? "" : Math.abs(tal(las(av))) - Math.abs(tal(las(anvant)))),
    }),

    /** Share; "-" where the whole prints as 0. */
    andel: (key: string, standard: string, del: string, helhet: string): Beloppskolumn =>
      harledd(
        key,
        standard,
        (kolumn) =>
          omFinns(
            [del].filter(kanSaknas).map(kolumn),
            utanNoll(look, kolumn(helhet), divide(kolumn(del), kolumn(helhet))),
          ),
        (las) =>
          las(del) === ""
            ? ""
            : trycksSomNoll(look, tal(las(helhet)))
              ? "-"
              : tal(las(del)) / tal(las(helhet)),
        percentFormat(0),
      ),

    /** Share of the whole's magnitude, with the part's own sign; "-" where the whole prints as 0. */
    andelAvStorlek: (key: string, standard: string, del: string, helhet: string): Beloppskolumn =>
      harledd(
        key,
        standard,
        (kolumn) =>
          omFinns(
            [kolumn(del)],
            utanNoll(look, kolumn(helhet), divide(kolumn(del), call("ABS", kolumn(helhet)))),
          ),
        (las) => {
          if (typeof las(del) !== "number") return "";
          return trycksSomNoll(look, tal(las(helhet))) ? "-" : tal(las(del)) / Math.abs(tal(las(helhet)));
        },
        percentFormat(1),
      ),

    /** A balance: its sign is the same in every report. */
    saldo: (key: string, standard: string, matt: string): Beloppskolumn => ({
      ...belopp(key, standard, matt, december),
      avvikelse: true,
    }),

    /** One column less others; "" where it is. */
    minus: (key: string, standard: string, av: string, minska: string[]): Beloppskolumn => ({
      key,
      rubrik: rubrik(key, standard),
      slag: "summerad",
      kanSaknas: true,
      formel: (kolumn) => omFinns([kolumn(av)], minska.map(kolumn).reduce<Expression>(subtract, kolumn(av))),
      varde: (las) =>
        typeof las(av) === "number" ? minska.reduce((rest, key) => rest - tal(las(key)), tal(las(av))) : "",
    }),

    /** New − old with sign; where the profile says so, |new| − |old|, dearer = positive. */
    forandring: (key: string, standard: string, ny: string, gammal: string): Beloppskolumn =>
      look.forandring === "netto"
        ? skillnad(key, standard, ny, gammal)
        : harledd(
            key,
            standard,
            (kolumn) =>
              omFinns(
                [ny, gammal].filter(kanSaknas).map(kolumn),
                subtract(call("ABS", kolumn(ny)), call("ABS", kolumn(gammal))),
              ),
            (las) =>
              las(ny) === "" || las(gammal) === "" ? "" : Math.abs(tal(las(ny))) - Math.abs(tal(las(gammal))),
          ),

    /** Change of the magnitude, dearer = positive, as the published tables print it; "-" where there was nothing. */
    forandringProcent: (key: string, standard: string, ny: string, gammal: string): Beloppskolumn =>
      harledd(
        key,
        standard,
        (kolumn) =>
          omFinns(
            [ny, gammal].filter(kanSaknas).map(kolumn),
            utanNoll(
              look,
              kolumn(gammal),
              divide(
                subtract(call("ABS", kolumn(ny)), call("ABS", kolumn(gammal))),
                call("ABS", kolumn(gammal)),
              ),
            ),
          ),
        (las) => {
          if (las(ny) === "" || las(gammal) === "") return "";
          const old = Math.abs(tal(las(gammal)));
          return trycksSomNoll(look, old) ? "-" : (Math.abs(tal(las(ny))) - old) / old;
        },
        percentFormat(0),
      ),

    /** Proposal, the chief's own number, and the forecast: her number where she has one. */
    prognos: (utfall: string, periodbudget: string, helarsbudget: string): Beloppskolumn[] => [
      ekonomi.matt("prognos")
        ? belopp("forslag", "Förslag {ar}", "prognos", december)
        : {
            key: "forslag",
            rubrik: rubrik("forslag", "Förslag {ar}"),
            slag: "summerad",
            ...forslag(ekonomi, look, period, { utfall, periodbudget, helarsbudget }),
          },
      ...egenPrognos(helarsbudget),
    ],
  };
}

/** The year's budget by kontogrupp, each × its own weights of the months to date. Rows of another source: the year's × the even ones. */
function perGrupp(
  ekonomi: Underlag,
  look: Utseende,
  period: number,
  matt: string,
  helar: string,
): Pick<Beloppskolumn & { slag: "summerad" }, "formel" | "varde"> {
  const falt = kontofalt(ekonomi)!;
  const grupper = varden(ekonomi, falt);
  const aret = [manadskod(arAv(period), 1), manadskod(arAv(period), 12)] as const;
  const andel = (vikter: number[]) => ({
    hittills: summa(vikter.slice(0, manadAv(period))),
    hela: summa(vikter),
  });
  const egna = (urval: Villkor[][]) =>
    urval.every((alla) => alla.length > 0 && alla.every((one) => ekonomi.dimension(one.falt)));
  /** The criteria by the weights that their kontogrupp has. */
  const delar = (urval: Villkor[][]) =>
    [
      ...gruppera(
        urval.flatMap((alla) =>
          alla.some((one) => one.falt === falt)
            ? [alla]
            : grupper.map((varde): Villkor[] => [...alla, { falt, varde }]),
        ),
        (alla) =>
          look.grupprofiler.get(alla.find((one) => one.falt === falt)!.varde.toLowerCase()) ??
          look.periodprofil,
      ),
    ].map(([vikter, mina]) => ({ ...andel(vikter), mina }));
  const jamn = andel(look.periodprofil);
  return {
    formel: (kolumn, _, urval) =>
      egna(urval)
        ? addAll(
            delar(urval).map(({ hittills, hela, mina }) => {
              const budget = beloppsformel(ekonomi, look, matt, mina, ...aret) ?? number(0);
              return divide(multiply(budget, number(hittills)), number(hela));
            }),
          )
        : divide(multiply(kolumn(helar), number(jamn.hittills)), number(jamn.hela)),
    varde: (las, _, urval) =>
      egna(urval)
        ? delar(urval).reduce(
            (total, { hittills, hela, mina }) =>
              total + (beloppsvarde(ekonomi, look, matt, mina, ...aret) * hittills) / hela,
            0,
          )
        : (tal(las(helar)) * jamn.hittills) / jamn.hela,
  };
}

/** Forecasts are blank where nobody has made one: an empty forecast is no forecast of 0. */
const arPrognos = (matt: string) =>
  matt === "forslag" || matt === "avvikelse_foregaende" || matt.startsWith("prognos");

const omFinns = (delar: Expression[], svar: Expression): Expression =>
  delar.reduceRight((inner, del) => call("IF", call("ISNUMBER", del), inner, text("")), svar);

/** "-" where the whole is printed as 0: a share of what nobody sees says nothing. */
const utanNoll = ({ decimaler }: Utseende, helhet: Expression, kvot: Expression): Expression =>
  call("IF", equal(call("ROUND", helhet, number(decimaler)), number(0)), text("-"), kvot);

const trycksSomNoll = ({ decimaler }: Utseende, value: number) =>
  Math.round(Math.abs(value) * 10 ** decimaler) === 0;
