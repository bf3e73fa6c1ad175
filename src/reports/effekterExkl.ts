import { reportTexts } from "../texts/reports";
import type { Beloppskolumn, Beloppsrad, Villkor } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { kolumner } from "./kolumner";
import { varden } from "./kontogrupprader";
import { type Utseende, utseende } from "./profil";
import type { Rapport } from "./rapport";
import { manadAv, type Underlag } from "./underlag";

const id = "effekter-exkl";
const t = reportTexts.sv;

/**
 * Resultat in- och exklusive effekter: each verksamhet's (or nämnd's) variance, what of it is structural and what is other
 * effects, and the variance without them.
 */
export const effekterExkl: Rapport = {
  id,
  titel: { sv: "Resultat exkl. effekter", en: "Result excluding effects" },
  kraver: [
    { slag: "ekonomi", falt: ["verksamhet|enhet", "utfall", "budget|periodbudget"] },
    { slag: "effekter", falt: ["benamning", "matt", "belopp"] },
  ],
  plan(indata) {
    const ekonomi = indata.underlag.get("ekonomi")!;
    const effekter = indata.underlag.get("effekter")!;
    const look = utseende(indata.profil, id);
    const falt = (["verksamhet", "enhet"] as const).find(
      (one) => ekonomi.dimension(one) && effekter.dimension(one),
    );
    const egna = falt ? varden(effekter, falt) : [];
    const alla = falt ? varden(ekonomi, falt) : [];
    const rader: Beloppsrad[] = falt
      ? alla.map((varde) => ({
          key: `rad:${varde}`,
          label: varde || t.utanVerksamhet,
          kind: "post",
          level: 0,
          urval: [[{ falt, varde }]],
        }))
      : [{ key: "rad:alla", label: t.namnden, kind: "post", level: 0, urval: [[]] }];
    // An effect on something that the ledger does not have is still shown, and in the total.
    const utan = egna.filter((varde) => !alla.some((one) => one.toLowerCase() === varde.toLowerCase()));
    return beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag: ekonomi,
      etikett: falt === "enhet" ? t.enhet : t.verksamhet,
      rader: [
        ...rader,
        ...utan.map((varde): Beloppsrad => ({
          key: `rad:${varde}`,
          label: varde || t.utanVerksamhet,
          kind: "post",
          level: 0,
          urval: [[{ falt: falt!, varde }]],
        })),
        {
          key: "summa",
          label: t.summaOrd,
          kind: "summa",
          level: 0,
          delar: [...rader.map(({ key }) => key), ...utan.map((varde) => `rad:${varde}`)].map((rad) => ({
            rad,
            faktor: 1,
          })),
        },
      ],
      kolumner: kolumnerFor(ekonomi, effekter, look, indata.period),
      total: "summa",
      anmarkningar: utan.length > 0 ? [`${t.effektUtanRad}${utan.join(", ")}.`] : [],
    });
  },
};

function kolumnerFor(ekonomi: Underlag, effekter: Underlag, look: Utseende, period: number): Beloppskolumn[] {
  const bygg = kolumner(ekonomi, look, period);
  const egna = kolumner(effekter, look, period);
  const arsslut = manadAv(period) === 12;
  const budget = bygg.arsbudget!;
  const matt = effekter.dimension("matt")!.namn.find((namn) => namn.toLowerCase() === "avvikelse");
  const struktur = effekter.dimension("strukturell")?.namn ?? [];
  const ja = (namn: string) => /^(?:ja|j|yes|x|1|sant)$/i.test(namn);
  const slag = (val: boolean): Villkor[] =>
    struktur.filter((namn) => ja(namn) === val).map((varde) => ({ falt: "strukturell", varde }));
  const effekt = (key: string, rubrik: string, val: boolean): Beloppskolumn => ({
    ...egna.helar(key, rubrik, "belopp"),
    avvikelse: true,
    underlag: effekter,
    bara: (struktur.length > 0 ? slag(val).map((one) => [one]) : val ? [] : [[]]).map((villkor) => [
      ...villkor,
      ...(matt === undefined ? [] : [{ falt: "matt", varde: matt }]),
    ]),
  });
  return [
    ...(arsslut
      ? [
          bygg.period("utfall", "Utfall {ar}", "utfall"),
          bygg.helar("budget", "Budget {ar}", budget),
          bygg.avvikelse("avvikelse", "Avvikelse {ar}", "utfall", "budget"),
        ]
      : [
          bygg.period("utfall", "Utfall t.o.m. {till} {ar}", "utfall"),
          ...(ekonomi.matt("prognos")
            ? []
            : [bygg.periodbudget("periodbudget", "Budget t.o.m. {till}", "budget")]),
          bygg.helar("budget", "Budget {ar}", budget),
          ...bygg.prognos("utfall", "periodbudget", "budget"),
          bygg.avvikelse("avvikelse", "Avvikelse helår {ar}", "prognos", "budget"),
        ]),
    effekt("strukturell", "varav strukturell effekt", true),
    effekt("ovrigt", "varav övriga effekter", false),
    bygg.minus("exklusive", "Avvikelse exkl. effekter", "avvikelse", ["strukturell", "ovrigt"]),
  ];
}
