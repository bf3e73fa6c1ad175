import { kontoslag } from "../domain/kontoslag";
import { reportTexts } from "../texts/reports";
import { rowByKey, type SheetPlan } from "../workbook/plan";
import type { Beloppskolumn, Beloppsrad } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { kolumner } from "./kolumner";
import { kontogrupprader } from "./kontogrupprader";
import { type Utseende, utseende } from "./profil";
import { fyll } from "./ram";
import type { Rapport } from "./rapport";
import { arAv, manadAv, type Underlag } from "./underlag";

const id = "kontogrupp-ar";
const t = reportTexts.sv;

/** Intäkts- och kostnadsutveckling: kontogrupper over two years, with consumption and change. */
export const kontogruppAr: Rapport = {
  id,
  titel: { sv: "Intäkts- och kostnadsutveckling", en: "Income and costs over two years" },
  kraver: [{ slag: "ekonomi", falt: ["kontogrupp", "utfall"] }],
  plan(indata) {
    const ekonomi = indata.underlag.get("ekonomi")!;
    const look = utseende(indata.profil, id);
    const rader = medSummor(kontogrupprader(ekonomi, "kontogrupp:", [], 0));
    const columns = kolumnerFor(ekonomi, look, indata.period);
    const has = (key: string) => columns.some((column) => column.key === key);
    const poster = rader.filter(({ kind }) => kind === "post").map(({ key }) => key);
    const plan = beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag: ekonomi,
      etikett: t.kontogrupp,
      rader,
      kolumner: columns,
      total: "netto",
      diagram: [
        {
          key: "utveckling",
          type: "ColumnClustered",
          title: t.diagramKontogrupp,
          rows: poster,
          categories: "etikett",
          series: ["bokslut", "budget", "utfall"].filter(has).map((column) => ({ column })),
          heightRows: 16,
        },
      ],
    });
    const title = has("forandring") ? budskap(plan, poster, look, indata.period) : t.diagramKontogrupp;
    return { ...plan, charts: plan.charts.map((chart) => ({ ...chart, title })) };
  },
};

/** The title says which kontogrupp has changed the most, in size. */
function budskap(plan: SheetPlan, poster: string[], { decimaler, enhet }: Utseende, period: number): string {
  const tal = (key: string, column: string) => Math.abs(Number(rowByKey(plan, key).cells[column].expected));
  const ny = rowByKey(plan, poster[0]).cells.prognos ? "prognos" : "utfall";
  const andrade = poster.map((key) => ({
    namn: String(rowByKey(plan, key).cells.etikett.content),
    andring: tal(key, ny) - tal(key, "bokslut"),
  }));
  const mest = andrade.reduce((a, b) => (Math.abs(b.andring) > Math.abs(a.andring) ? b : a));
  const belopp = Math.abs(mest.andring).toLocaleString("sv-SE", {
    minimumFractionDigits: decimaler,
    maximumFractionDigits: decimaler,
  });
  return fyll(mest.andring < 0 ? t.diagramKontogruppNer : t.diagramKontogruppUpp, {
    namn: mest.namn,
    belopp: `${belopp} ${enhet}`,
    fgar: String(arAv(period) - 1),
    ar: String(arAv(period)),
  });
}

/** "Summa intäkter" and "Summa kostnader" where there are several of them, and the net. */
function medSummor(rader: Beloppsrad[]): Beloppsrad[] {
  const parts = (income: boolean) => rader.filter(({ label }) => (kontoslag(label) === "intakt") === income);
  const withSum = (key: string, label: string, list: Beloppsrad[]): Beloppsrad[] => [
    ...list,
    ...(list.length > 1
      ? [
          {
            key,
            label,
            kind: "delsumma" as const,
            level: 0,
            delar: list.map(({ key: rad }) => ({ rad, faktor: 1 as const })),
          },
        ]
      : []),
  ];
  return [
    ...withSum("summa-intakter", t.summaIntakter, parts(true)),
    ...withSum("summa-kostnader", t.summaKostnader, parts(false)),
    {
      key: "netto",
      label: t.nettokostnad,
      kind: "summa",
      level: 0,
      delar: rader.map(({ key: rad }) => ({ rad, faktor: 1 })),
    },
  ];
}

function kolumnerFor(ekonomi: Underlag, look: Utseende, period: number): Beloppskolumn[] {
  const bygg = kolumner(ekonomi, look, period);
  const { arsbudget } = bygg;
  const [bokslut, budgetFg] = ["bokslut", "budget_foregaende"].map((matt) => ekonomi.matt(matt) !== null);
  const delar = manadAv(period) < 12;
  const utfallFg = delar && ekonomi.matt("utfall_foregaende") !== null;
  return [
    ...(bokslut ? [bygg.helar("bokslut", "{fgar} Bokslut", "bokslut")] : []),
    ...(utfallFg ? [bygg.period("utfall_foregaende", "{fgar} Ack utf {till}", "utfall_foregaende")] : []),
    ...(budgetFg ? [bygg.helar("budget_foregaende", "{fgar} Budget", "budget_foregaende")] : []),
    ...(budgetFg && (bokslut || utfallFg)
      ? [
          bygg.andel(
            "forbrukning_foregaende",
            "{fgar} Förbr%",
            utfallFg ? "utfall_foregaende" : "bokslut",
            "budget_foregaende",
          ),
        ]
      : []),
    ...(arsbudget ? [bygg.helar("budget", "{ar} Budget", arsbudget)] : []),
    bygg.period("utfall", "{ar} Ack utf {till}", "utfall"),
    ...(arsbudget ? [bygg.andel("forbrukning", "{ar} Förbr%", "utfall", "budget")] : []),
    ...(delar && arsbudget
      ? [
          bygg.periodbudget("periodbudget", "{ar} Budget jan–{till}", "budget"),
          ...bygg.prognos("utfall", "periodbudget", "budget"),
          bygg.avvikelse("avvikelse_helar", "Avvikelse helår {ar}", "prognos", "budget"),
        ]
      : []),
    ...(bokslut
      ? [
          bygg.forandring(
            "forandring",
            "Förändr {fgar}-{ar}",
            delar && arsbudget ? "prognos" : "utfall",
            "bokslut",
          ),
          bygg.forandringProcent(
            "forandring_procent",
            "Förändr % {fgar}-{ar}",
            delar && arsbudget ? "prognos" : "utfall",
            "bokslut",
          ),
        ]
      : []),
  ];
}
