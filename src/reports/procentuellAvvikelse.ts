import { reportTexts } from "../texts/reports";
import type { CellValue } from "../workbook/cell";
import { rowByKey } from "../workbook/plan";
import type { Beloppskolumn, Beloppsrad, Villkor } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { kolumner } from "./kolumner";
import { kontofalt, kontogrupper } from "./kontogrupprader";
import { lank } from "./lank";
import { utseende } from "./profil";
import { fyll } from "./ram";
import type { Rapport } from "./rapport";
import { resultatVerksamhet, verksamhetsrader } from "./resultatVerksamhet";
import { manadAv, type Underlag } from "./underlag";

const id = "procentuell-avvikelse";
const t = reportTexts.sv;

/**
 * Procentuell avvikelse: each verksamhet's variance as a share of its budgeted gross costs (or net budget, after the profile), as bars. The
 * board's own share stands on the same base, and the sheet says so.
 */
export const procentuellAvvikelse: Rapport = {
  id,
  titel: { sv: "Procentuell avvikelse", en: "Variance in percent" },
  kraver: [{ slag: "ekonomi", falt: ["verksamhet", "kontogrupp|konto", "utfall", "budget|periodbudget"] }],
  foljer: [resultatVerksamhet.id],
  sist: 1,
  plan(indata) {
    const ekonomi = indata.underlag.get("ekonomi")!;
    const look = utseende(indata.profil, id);
    const bygg = kolumner(ekonomi, look, indata.period);
    const main = indata.andra.find(({ report }) => report === resultatVerksamhet.id)!;
    const arsslut = manadAv(indata.period) === 12;
    const poster = verksamhetsrader(ekonomi).filter(({ kind }) => kind === "post");
    const netto: Beloppsrad = {
      key: "netto",
      label: t.namnden,
      kind: "summa",
      level: 0,
      delar: poster.map(({ key }) => ({ rad: key, faktor: 1 })),
    };
    const brutto = look.procentbas === "brutto";
    const columns: Beloppskolumn[] = [
      lank(
        "avvikelse",
        bygg.rubrik("avvikelse", "Avvikelse {ar}"),
        main,
        arsslut ? "avvikelse" : "avvikelse_helar",
        { profil: indata.profil, till: id },
      ),
      brutto
        ? bygg.helar("kostnader", "Budgeterade kostnader {ar}", bygg.arsbudget!, kostnadsurval(ekonomi))
        : bygg.helar("nettobudget", "Budget {ar}", bygg.arsbudget!),
      bygg.andelAvStorlek("procent", "Avvikelse %", "avvikelse", brutto ? "kostnader" : "nettobudget"),
    ];
    const plan = beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag: ekonomi,
      etikett: t.verksamhet,
      rader: [...poster.map((rad) => ({ ...rad, level: 0 })), netto],
      kolumner: columns,
      total: "netto",
      anmarkningar: [brutto ? t.procentBrutto : t.procentNetto],
      diagram: [
        {
          key: "procent",
          type: "BarClustered",
          title: "",
          rows: poster.map(({ key }) => key),
          categories: "etikett",
          series: [{ column: "procent" }],
          heightRows: Math.min(40, Math.max(14, poster.length + 4)),
        },
      ],
    });
    const andelar = poster.map(({ key, label }) => ({
      label,
      andel: rowByKey(plan, key).cells.procent.expected ?? null,
    }));
    return { ...plan, charts: plan.charts.map((chart) => ({ ...chart, title: budskap(andelar, brutto) })) };
  },
};

/** Each cost kontogrupp as a criterion of its own. */
function kostnadsurval(ekonomi: Underlag): Villkor[][] {
  const falt = kontofalt(ekonomi)!;
  return kontogrupper(ekonomi, [])
    .filter(({ slag }) => slag !== "intakt")
    .map(({ namn }) => [{ falt, varde: namn }]);
}

/** The title says which verksamhet lies farthest from its budget. */
function budskap(andelar: { label: string; andel: CellValue }[], brutto: boolean): string {
  const known = andelar.flatMap(({ label, andel }) => (typeof andel === "number" ? [{ label, andel }] : []));
  if (known.length === 0) return t.diagramProcentTom;
  const storst = known.reduce((a, b) => (Math.abs(b.andel) > Math.abs(a.andel) ? b : a));
  const procent = `${storst.andel < 0 ? "−" : ""}${(Math.abs(storst.andel) * 100).toFixed(1).replace(".", ",")} %`;
  return fyll(brutto ? t.diagramProcent : t.diagramProcentNetto, { namn: storst.label, procent });
}
