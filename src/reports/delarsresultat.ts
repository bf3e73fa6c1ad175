import { kontoslag } from "../domain/kontoslag";
import { reportTexts } from "../texts/reports";
import type { Beloppsrad, Villkor } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { kontofalt, kontogrupper } from "./kontogrupprader";
import { prognoskolumner } from "./prognoskolumner";
import { utseende } from "./profil";
import type { Rapport } from "./rapport";
import type { Underlag } from "./underlag";

const id = "delarsresultat";
const t = reportTexts.sv;

/** Delårsresultat och prognos: income, costs, of which personnel and capital, and the result. */
export const delarsresultat: Rapport = {
  id,
  titel: { sv: "Delårsresultat och prognos", en: "Interim result and forecast" },
  kraver: [{ slag: "ekonomi", falt: ["kontogrupp", "utfall"] }],
  plan(indata) {
    const ekonomi = indata.underlag.get("ekonomi")!;
    const look = utseende(indata.profil, id);
    return beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag: ekonomi,
      etikett: "",
      rader: rader(ekonomi),
      kolumner: prognoskolumner(ekonomi, look, indata.period),
      total: "resultat",
    });
  },
};

function rader(ekonomi: Underlag): Beloppsrad[] {
  const falt = kontofalt(ekonomi)!;
  const alla = kontogrupper(ekonomi, []).map(({ namn }) => namn);
  const av = (test: (namn: string) => boolean): Villkor[][] =>
    alla.filter(test).map((namn) => [{ falt, varde: namn }]);
  const rad = (key: string, label: string, kind: Beloppsrad["kind"], urval: Villkor[][]): Beloppsrad[] =>
    urval.length === 0 ? [] : [{ key, label, kind, level: kind === "varav" ? 1 : 0, urval }];
  const intakter = rad(
    "intakter",
    t.intakter,
    "post",
    av((namn) => kontoslag(namn) === "intakt"),
  );
  const kostnader = rad(
    "kostnader",
    t.kostnader,
    "post",
    av((namn) => kontoslag(namn) !== "intakt"),
  );
  return [
    ...intakter,
    ...kostnader,
    ...rad(
      "personal",
      t.varavPersonal,
      "varav",
      av((namn) => kontoslag(namn) === "personal"),
    ),
    ...rad(
      "kapital",
      t.varavKapital,
      "varav",
      av((namn) => kontoslag(namn) === "kapital"),
    ),
    {
      key: "resultat",
      label: t.resultat,
      kind: "summa",
      level: 0,
      delar: [...intakter, ...kostnader].map(({ key }) => ({ rad: key, faktor: 1 })),
    },
  ];
}
