import { reportTexts } from "../texts/reports";
import { call, divide, equal, type Expression, number, text } from "../workbook/expression";
import { amountFormat, percentFormat } from "../workbook/numberFormat";
import type { CellValue } from "../workbook/cell";
import type { PlanRow } from "../workbook/plan";
import type { Beloppskolumn, Beloppsrad, Villkor } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { litenGrupp } from "./personal";
import { utseende } from "./profil";
import { fyll, kolumnrubrik, type Ram } from "./ram";
import type { Rapport } from "./rapport";
import { arAv, manadAv, manadskod, type Underlag } from "./underlag";
import { type Volymtal, volymtal } from "./volymtal";

const id = "personal-manad";
const t = reportTexts.sv;
/** Years beside each other that a chart in greyscale can carry. */
const flestAr = 3;
const manader = Array.from({ length: 12 }, (_, index) => `m${index + 1}`);

/** What is followed: an amount, or a share of another. */
interface Serie {
  key: string;
  namn: string;
  matt: string;
  urval: Villkor[][];
  av?: string;
}

interface Manadsrad extends Beloppsrad {
  serie: Serie;
  ar: number;
}

/**
 * Personal månad för månad: sick leave, the share paid by the hour, and overtime, a row a year and a chart each. The whole
 * board alone: a unit's month could say something of a person.
 */
export const personalManad: Rapport = {
  id,
  titel: { sv: "Personal månad för månad", en: "Staff month by month" },
  kraver: [{ slag: "personal", falt: ["period", "arsarbetare|sjuktid|overtid"] }],
  plan(indata) {
    const underlag = indata.underlag.get("personal")!;
    const look = { ...utseende(indata.profil, id), decimaler: 1 };
    const tal = volymtal(underlag, look, new Set(), indata.somVarden !== null);
    const rader = serier(underlag, tal, indata.period).flatMap((serie) =>
      block(serie, underlag, indata.period),
    );
    const poster = rader.filter((rad): rad is Manadsrad => "serie" in rad);
    const plan = beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag,
      etikett: t.personalSerie,
      rader,
      kolumner: kolumnerFor(
        tal,
        new Map(poster.map((rad) => [rad.key, rad])),
        indata.period,
        (key, standard) => kolumnrubrik(look, key, standard, indata.period, "sv"),
      ),
      total: "",
      anmarkningar: [t.personalHelaNamnden],
      utanEnhet: true,
      diagram: diagram(poster, tal, indata.period),
    });
    const byKey = new Map(poster.map((rad) => [rad.key, rad]));
    return { ...plan, rows: plan.rows.map((row) => utskriven(row, byKey.get(row.key), indata.period)) };
  },
};

/** Shares as percent, and months to come as empty cells: a chart draws "" as 0. */
function utskriven(row: PlanRow, rad: Manadsrad | undefined, period: number): PlanRow {
  if (!rad) return row;
  const { av, matt } = rad.serie;
  const numberFormat = av ? percentFormat(1) : amountFormat(matt === "arsarbetare" ? 1 : 0);
  const senare = rad.ar === arAv(period) ? manader.slice(manadAv(period)) : [];
  return {
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([column, cell]) => [
        column,
        column === "etikett" ? cell : senare.includes(column) ? { content: null } : { ...cell, numberFormat },
      ]),
    ),
  };
}

function serier(underlag: Underlag, tal: Volymtal, period: number): Serie[] {
  const har = (matt: string) => underlag.matt(matt) !== null;
  const tim = underlag.dimension("anstallningsform")?.namn.filter((namn) => /tim/i.test(namn)) ?? [];
  const storlek = tal.varde(har("antal") ? "antal" : "arsarbetare", [[]], period, period);
  return [
    ...(har("sjuktid") && har("ordinarie") && storlek > litenGrupp
      ? [{ key: "sjukfranvaro", namn: t.sjukfranvaro, matt: "sjuktid", urval: [[]], av: "ordinarie" }]
      : []),
    ...(har("arsarbetare") && tim.length > 0
      ? [
          {
            key: "timavlonade",
            namn: t.andelTimavlonade,
            matt: "arsarbetare",
            urval: tim.map((varde) => [{ falt: "anstallningsform", varde }]),
            av: "arsarbetare",
          },
        ]
      : []),
    ...(har("overtid") ? [{ key: "overtid", namn: t.overtidTimmar, matt: "overtid", urval: [[]] }] : []),
    ...(har("arsarbetare")
      ? [{ key: "arsarbetare", namn: t.arsarbetare, matt: "arsarbetare", urval: [[]] }]
      : []),
  ];
}

function block(serie: Serie, underlag: Underlag, period: number): (Beloppsrad | Manadsrad)[] {
  const sista = arAv(period);
  const forsta = Math.max(arAv(underlag.period!.forsta), sista - flestAr + 1);
  const years = Array.from({ length: sista - forsta + 1 }, (_, index) => forsta + index);
  return [
    { key: `rubrik:${serie.key}`, label: serie.namn, kind: "rubrik", level: 0 },
    ...years.map((ar): Manadsrad => ({
      key: `${serie.key}:${ar}`,
      label: String(ar),
      kind: "post",
      level: 1,
      urval: [[]],
      serie,
      ar,
    })),
  ];
}

function kolumnerFor(
  tal: Volymtal,
  rader: Map<string, Manadsrad>,
  period: number,
  rubrik: (key: string, standard: string) => string,
): Beloppskolumn[] {
  const korta = t.manaderKort.split(",");
  const kolumn = (key: string, standard: string, fran: number, till: number): Beloppskolumn => {
    const span = (ar: number): [number, number] => [manadskod(ar, fran), manadskod(ar, till)];
    return {
      key,
      rubrik: rubrik(key, standard),
      slag: "summerad",
      bredd: 9,
      formel: (_, rad): Expression => {
        const { serie, ar } = rader.get(rad)!;
        const del = tal.formel(serie.matt, serie.urval, ...span(ar));
        if (!serie.av) return serie.matt === "arsarbetare" ? divide(del, number(till - fran + 1)) : del;
        const hela = tal.formel(serie.av, [[]], ...span(ar));
        return call("IF", equal(hela, number(0)), text(""), divide(del, hela));
      },
      varde: (_, rad) => varde(tal, rader.get(rad)!, fran, till),
    };
  };
  return [
    ...manader.map((key, index) => kolumn(key, korta[index], index + 1, index + 1)),
    kolumn("hittills", "Jan–{till}", 1, manadAv(period)),
  ];
}

/** A month's or span's figure: a share, a sum of hours, or the mean of the months' årsarbetare. */
function varde(tal: Volymtal, { serie, ar }: Manadsrad, fran: number, till: number): CellValue {
  const span: [number, number] = [manadskod(ar, fran), manadskod(ar, till)];
  const del = tal.varde(serie.matt, serie.urval, ...span);
  if (!serie.av) return serie.matt === "arsarbetare" ? del / (till - fran + 1) : del;
  const hela = tal.varde(serie.av, [[]], ...span);
  return hela === 0 ? "" : del / hela;
}

/** A chart a series, a line a year; the title says which way it has gone. */
function diagram(poster: Manadsrad[], tal: Volymtal, period: number): Ram["diagram"] {
  const serier = [...new Set(poster.map(({ serie }) => serie))];
  return serier.map((serie) => {
    const rows = poster.filter((rad) => rad.serie === serie);
    const [nu, fore] = [rows.at(-1), rows.at(-2)].map((rad) =>
      rad ? varde(tal, rad, 1, manadAv(period)) : null,
    );
    return {
      key: serie.key,
      type: "Line" as const,
      title: budskap(serie, nu, fore),
      // This year first: the darkest line.
      rows: rows.map(({ key }) => key).reverse(),
      categories: "etikett",
      series: [],
      across: manader,
      heightRows: 16,
    };
  });
}

function budskap({ namn, av }: Serie, nu: CellValue, fore: CellValue): string {
  const skriv = (value: number) =>
    av
      ? `${(value * 100).toLocaleString("sv-SE", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`
      : value.toLocaleString("sv-SE", { maximumFractionDigits: 0 });
  if (typeof nu !== "number" || typeof fore !== "number") return fyll(t.diagramVolym, { namn });
  const [now, before] = [nu, fore].map(skriv);
  const mall = now === before ? t.personalLika : nu > fore ? t.personalUpp : t.personalNer;
  return fyll(mall, { namn, nu: now, fore: before });
}
