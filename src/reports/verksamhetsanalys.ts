import { kontoslag } from "../domain/kontoslag";
import { reportTexts } from "../texts/reports";
import type { Beloppsrad, Villkor } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { kontofalt, kontogrupper, varden } from "./kontogrupprader";
import { prognoskolumner } from "./prognoskolumner";
import { utseende } from "./profil";
import type { Rapport } from "./rapport";
import type { Underlag } from "./underlag";

const id = "verksamhetsanalys";
const t = reportTexts.sv;

/** Verksamhetsanalys: every verksamhet with figures, its income and costs, the net variance and a comment. */
export const verksamhetsanalys: Rapport = {
  id,
  titel: { sv: "Verksamhetsanalys", en: "Analysis by service" },
  kraver: [{ slag: "ekonomi", falt: ["verksamhet", "kontogrupp", "utfall"] }],
  plan(indata) {
    const ekonomi = indata.underlag.get("ekonomi")!;
    const look = utseende(indata.profil, id);
    return beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag: ekonomi,
      etikett: t.verksamhet,
      rader: rader(ekonomi),
      kolumner: prognoskolumner(ekonomi, look, indata.period),
      total: "netto",
      kommentar: true,
    });
  },
};

function rader(ekonomi: Underlag): Beloppsrad[] {
  const falt = kontofalt(ekonomi)!;
  const netton: string[] = [];
  const list = varden(ekonomi, "verksamhet").flatMap((namn): Beloppsrad[] => {
    const verksamhet: Villkor = { falt: "verksamhet", varde: namn };
    const grupper = kontogrupper(ekonomi, [verksamhet]);
    const rad = (key: string, label: string, intakt: boolean): Beloppsrad[] => {
      const mine = grupper.filter(({ namn: grupp }) => (kontoslag(grupp) === "intakt") === intakt);
      if (mine.length === 0) return [];
      const urval = mine.map(({ namn: grupp }) => [verksamhet, { falt, varde: grupp }]);
      return [{ key: `${key}:${namn}`, label, kind: "post", level: 1, urval }];
    };
    const delar = [...rad("intakt", t.intakt, true), ...rad("kostnad", t.kostnad, false)];
    netton.push(`netto:${namn}`);
    return [
      ...delar,
      {
        key: `netto:${namn}`,
        label: namn || t.utanVerksamhet,
        kind: "delsumma",
        level: 0,
        delar: delar.map(({ key }) => ({ rad: key, faktor: 1 })),
      },
    ];
  });
  return [
    ...list,
    {
      key: "netto",
      label: t.nettokostnad,
      kind: "summa",
      level: 0,
      delar: netton.map((rad) => ({ rad, faktor: 1 })),
    },
  ];
}
