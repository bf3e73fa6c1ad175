import { reportTexts } from "../texts/reports";
import type { CellValue } from "../workbook/cell";
import {
  call,
  cell,
  divide,
  type Expression,
  multiply,
  number,
  subtract,
  text,
} from "../workbook/expression";
import { amountFormat } from "../workbook/numberFormat";
import { isExpression, type PlanCell, type PlanRow, rowByKey, type SheetPlan } from "../workbook/plan";
import { reportName } from "../workbook/stored";
import { omrakning, type Profil, type Utseende, utseende } from "./profil";
import { programomrade } from "./programomrade";
import { ark, fyll, periodord } from "./ram";
import type { Indata, Rapport } from "./rapport";
import { arAv, manadskod } from "./underlag";

const t = reportTexts.sv;

/**
 * Avstämning: every relation between the sheets of the run. Each sheet's total against its source, and the totals that
 * several sheets share against the first of them, in its unit and sign.
 */
export const avstamning: Rapport = {
  id: "avstamning",
  titel: { sv: "Avstämning", en: "Reconciliation" },
  kraver: [{ slag: "ekonomi", falt: ["utfall"] }],
  foljer: ["resultat-verksamhet"],
  sist: 2,
  plan(indata) {
    const titel = this.titel.sv;
    const period = periodord(manadskod(arAv(indata.period), 1), indata.period, "sv");
    const rader = [...motKallan(indata), ...mellanBlad(indata), ...mellanRader(indata)];
    return ark({
      rapport: this.id,
      blad: titel,
      titel,
      underrubrik: [indata.namnd, period].filter(Boolean).join(" · "),
      kolumner: [
        { key: "etikett", rubrik: t.blad, width: 40, owner: "report", align: "left" },
        { key: "regel", rubrik: t.regel, width: 92, owner: "report", align: "left" },
        { key: "tryckt", rubrik: t.tryckt, width: 16, owner: "report" },
        { key: "beraknat", rubrik: t.beraknat, width: 16, owner: "report" },
        { key: "skillnad", rubrik: t.skillnad, width: 16, owner: "report" },
      ],
      rader,
      kallor: [t.avstamningRegel, ...utanMotsvarighet(indata)],
      avstamning: [],
      decimaler: 0,
      sidfot: fyll(t.sidfot, { titel, period }),
      villkor: [
        {
          kind: "avstamning",
          decimals: 6,
          cells: rader.map(({ key }) => ({ row: key, column: "skillnad" })),
        },
      ],
    });
  },
};

/** What a sheet says of rows that one source has and another lacks. */
const utanMotsvarighet = ({ andra }: Indata): string[] =>
  andra.flatMap((plan) =>
    plan.rows.flatMap(({ kind, cells }) => {
      const content = cells[plan.columns[0].key]?.content;
      return kind === "kalla" && typeof content === "string" && content.startsWith(t.effektUtanRad)
        ? [`${plan.sheet}: ${content}`]
        : [];
    }),
  );

interface Relation {
  key: string;
  plan: SheetPlan;
  regel: string;
  tryckt: [Expression, CellValue];
  beraknat: [Expression, CellValue];
  look: Utseende;
}

function rad({ key, plan, regel, tryckt, beraknat, look }: Relation): PlanRow {
  const numberFormat = amountFormat(look.decimaler);
  const figure = ([content, expected]: [Expression, CellValue]): PlanCell => ({
    content,
    expected,
    numberFormat,
  });
  const titel = String(rowByKey(plan, "titel").cells[plan.columns[0].key]?.content ?? plan.sheet);
  const decimals = number(look.decimaler);
  const difference = subtract(call("ROUND", tryckt[0], decimals), call("ROUND", beraknat[0], decimals));
  return {
    key,
    kind: "post",
    level: 0,
    cells: {
      etikett: {
        content: call("HYPERLINK", text(`#${reportName(plan.report)}`), text(titel)),
        expected: titel,
      },
      regel: { content: regel, align: "left" },
      tryckt: figure(tryckt),
      beraknat: figure(beraknat),
      skillnad: { content: difference, numberFormat },
    },
  };
}

const vantat = (plan: SheetPlan, row: string, column: string): CellValue =>
  rowByKey(plan, row).cells[column]?.expected ?? null;

const rubrik = (plan: SheetPlan, column: string) =>
  String(rowByKey(plan, plan.headerRow).cells[column]?.content ?? column);

/** Each sheet's own reconciliation line: its total against everything in the source. */
function motKallan({ andra, profil }: Indata): PlanRow[] {
  return andra.flatMap((plan) => {
    const line = plan.rows.find(({ kind }) => kind === "avstamning");
    const total = totalrad(plan);
    if (!line || !total) return [];
    return plan.columns.flatMap(({ key }) => {
      const check = line.cells[key];
      if (!check || !isExpression(check.content)) return [];
      const sum = vantat(plan, total, key);
      const printed = cell(total, key, plan.report);
      return [
        rad({
          key: `kalla:${plan.report}/${key}`,
          plan,
          regel: fyll(t.regelKalla, { kolumn: rubrik(plan, key) }),
          tryckt: [printed, sum],
          beraknat: [subtract(printed, cell(line.key, key, plan.report)), sum],
          look: lookAv(profil, plan),
        }),
      ];
    });
  });
}

/** Columns that mean the same on every sheet that adds up all of the ledger. */
const gemensamma = [["utfall"], ["helarsbudget", "budget"], ["prognos"]];

function mellanBlad({ andra, profil }: Indata): PlanRow[] {
  const hela = andra.filter((plan) => plan.report !== "sarredovisning" && helaHuvudboken.has(plan.report));
  return gemensamma.flatMap((names) => {
    const with_ = hela.flatMap((plan) => {
      const column = names.find((name) => plan.columns.some(({ key }) => key === name));
      const total = totalrad(plan);
      return column && total ? [{ plan, column, total, look: lookAv(profil, plan) }] : [];
    });
    const [first, ...others] = with_;
    if (!first) return [];
    return others.map(({ plan, column, total, look }) =>
      lika(
        { plan, row: total, column, look },
        { plan: first.plan, row: first.total, column: first.column, look: first.look },
        `blad:${plan.report}/${column}`,
        rubrik(first.plan, first.column),
      ),
    );
  });
}

interface Stalle {
  plan: SheetPlan;
  row: string;
  column: string;
  look: Utseende;
}

/** One figure that should be another sheet's, in its own unit and sign. */
function lika(har: Stalle, dar: Stalle, key: string, mot: string): PlanRow {
  const factor = omrakning(dar.look, har.look);
  const there = cell(dar.row, dar.column, dar.plan.report);
  const value = vantat(dar.plan, dar.row, dar.column);
  const coarser = har.look.decimaler <= dar.look.decimaler || har.look.enhet !== dar.look.enhet;
  return rad({
    key,
    plan: har.plan,
    regel: fyll(t.regelBlad, { kolumn: rubrik(har.plan, har.column), blad: dar.plan.sheet, mot }),
    tryckt: [cell(har.row, har.column, har.plan.report), vantat(har.plan, har.row, har.column)],
    beraknat: [
      factor === 1
        ? there
        : Math.abs(factor) < 1
          ? divide(there, number(1 / factor))
          : multiply(there, number(factor)),
      typeof value === "number" ? value * factor : value,
    ],
    look: coarser ? har.look : dar.look,
  });
}

/** Rows that stand on two sheets: the separate accounts' parent, the bridge of intraprenader, appropriations carried over. */
function mellanRader({ andra, profil }: Indata): PlanRow[] {
  const plan = (id: string) => andra.find(({ report }) => report === id);
  const finns = (one: SheetPlan, row: string, column: string) =>
    one.rows.some(({ key, cells }) => key === row && cells[column] !== undefined);
  const par = (
    har: string,
    radHar: (plan: SheetPlan) => string | undefined,
    dar: string,
    radDar: (plan: SheetPlan, har: SheetPlan) => string | undefined,
    kolumnerna: [har: string, dar: string][],
  ): PlanRow[] => {
    const [here, there] = [plan(har), plan(dar)];
    const [row, wanted] = here && there ? [radHar(here), radDar(there, here)] : [];
    if (!here || !there || row === undefined || wanted === undefined) return [];
    return kolumnerna
      .filter(([own, other]) => finns(here, row, own) && finns(there, wanted, other))
      .map(([own, other]) =>
        lika(
          { plan: here, row, column: own, look: lookAv(profil, here) },
          { plan: there, row: wanted, column: other, look: lookAv(profil, there) },
          `rad:${har}/${own}`,
          `${rubrik(there, other)}, ${String(rowByKey(there, wanted).cells.etikett?.content ?? "")},`,
        ),
      );
  };
  return [
    ...par("sarredovisning", totalrad, "driftredovisning", foraldern, [
      ["utfall", "utfall"],
      ["prognos", "prognos"],
      ["helarsbudget", "helarsbudget"],
      ["budget", "budget"],
    ]),
    ...par(
      "programomrade",
      (one) => one.rows.find(({ key }) => key === "intraprenader")?.key,
      "intraprenader",
      totalrad,
      [
        ["prognos", "prognos"],
        ["budget", "budget"],
      ],
    ),
    ...par("investeringar-overforing", totalrad, "investeringar", totalrad, [
      ["anslag", "budget"],
      ["utfall", "utfall"],
    ]),
  ];
}

/** The row of the operating accounts that the separate accounts show in detail. */
function foraldern(drift: SheetPlan, sarredovisning: SheetPlan): string | undefined {
  const namn = sarredovisning.rows.flatMap(({ key }) => /^verksamhet:(.*)$/.exec(key)?.slice(1) ?? []);
  return drift.rows.find(({ key }) => {
    const kod = /^grupp:(.+)$/.exec(key)?.[1];
    return kod !== undefined && namn.every((one) => one.startsWith(kod));
  })?.key;
}

const lookAv = (profil: Profil, { report }: SheetPlan): Utseende =>
  utseende(profil, report, report === programomrade.id ? programomrade.tecken : undefined);

/** Reports whose total is all of the ledger. */
const helaHuvudboken = new Set([
  "resultat-verksamhet",
  "delarsresultat",
  "driftredovisning",
  "verksamhetsanalys",
  "enhet-kontogrupp",
  "kontogrupp-ar",
  "rs-kod",
  "programomrade",
]);

const totalrad = (plan: SheetPlan) => plan.rows.find(({ kind }) => kind === "summa")?.key;
