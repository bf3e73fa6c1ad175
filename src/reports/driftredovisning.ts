import { reportTexts } from "../texts/reports";
import type { Beloppsrad } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { kodgrupper, varden } from "./kontogrupprader";
import { prognoskolumner } from "./prognoskolumner";
import { utseende } from "./profil";
import type { Rapport } from "./rapport";
import type { Underlag } from "./underlag";

const t = reportTexts.sv;
/** Positions of the verksamhet code. */
const nivaer = [1, 2, 3, 4];

/** Driftredovisning: verksamheter at as many positions of their code as the profile says (at 2, 510 and 511 are part of 51), and the sum. */
export const driftredovisning: Rapport = {
  id: "driftredovisning",
  titel: { sv: "Driftredovisning", en: "Operating accounts" },
  kraver: [{ slag: "ekonomi", falt: ["verksamhet", "utfall"] }],
  nivaer,
  plan(indata) {
    const ekonomi = indata.underlag.get("ekonomi")!;
    const look = utseende(indata.profil, this.id);
    const grupper = kodgrupper(varden(ekonomi, "verksamhet"), look.positioner);
    const rader = [...grupper].map(([kod, namn]): Beloppsrad => ({
      key: `grupp:${kod}`,
      label: gruppnamn(ekonomi, kod, namn),
      kind: "post",
      level: 0,
      urval: namn.map((varde) => [{ falt: "verksamhet", varde }]),
    }));
    return beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag: ekonomi,
      etikett: t.verksamhet,
      rader: [...rader, total(rader)],
      kolumner: prognoskolumner(ekonomi, look, indata.period),
      total: "summa",
    });
  },
};

/** Särredovisning: the largest group of verksamheter in detail, tied to its row in the operating accounts. */
export const sarredovisning: Rapport = {
  id: "sarredovisning",
  titel: { sv: "Särredovisning", en: "Separate accounts" },
  kraver: [{ slag: "ekonomi", falt: ["verksamhet", "utfall"] }],
  nivaer,
  plan(indata) {
    const ekonomi = indata.underlag.get("ekonomi")!;
    const look = utseende(indata.profil, this.id);
    // The parent row's level, or the two would not tie.
    const { positioner } = utseende(indata.profil, driftredovisning.id);
    const [kod, namn] = storst(ekonomi, kodgrupper(varden(ekonomi, "verksamhet"), positioner));
    const rader = namn.map((varde): Beloppsrad => ({
      key: `verksamhet:${varde}`,
      label: varde || t.utanVerksamhet,
      kind: "post",
      level: 0,
      urval: [[{ falt: "verksamhet", varde }]],
    }));
    const plan = beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag: ekonomi,
      etikett: t.verksamhet,
      rader: [...rader, total(rader)],
      kolumner: prognoskolumner(ekonomi, look, indata.period),
      total: "summa",
      avUnderlaget: namn.map((varde) => [{ falt: "verksamhet", varde }]),
    });
    const [titel, ...rest] = plan.rows;
    const title = `${this.titel.sv} ${gruppnamn(ekonomi, kod, namn)}`;
    return { ...plan, rows: [{ ...titel, cells: { etikett: { content: title } } }, ...rest] };
  },
};

const total = (rader: Beloppsrad[]): Beloppsrad => ({
  key: "summa",
  label: t.summaOrd,
  kind: "summa",
  level: 0,
  delar: rader.map(({ key }) => ({ rad: key, faktor: 1 })),
});

/** The group a source gives the code's verksamheter, when it is one and the same; else the code. */
function gruppnamn(ekonomi: Underlag, kod: string, namn: string[]): string {
  if (namn.length === 1) return namn[0] || t.utanVerksamhet;
  const [verksamhet, grupp] = [ekonomi.dimension("verksamhet")!, ekonomi.dimension("grupp")];
  const koder = new Set(namn.map((one) => verksamhet.namn.indexOf(one)));
  const grupper = new Set<number>();
  for (let i = 0; grupp && i < ekonomi.antal; i++)
    if (koder.has(verksamhet.koder[i])) grupper.add(grupp.koder[i]);
  const [only] = grupper;
  return grupper.size === 1 && grupp && only >= 0 ? `${kod} ${grupp.namn[only].replace(/^\d+\s*/, "")}` : kod;
}

/** The group with the largest turnover (absolute amounts of outcome). */
function storst(ekonomi: Underlag, grupper: Map<string, string[]>): [string, string[]] {
  const { varden: belopp } = ekonomi.matt("utfall")!;
  const { koder, namn } = ekonomi.dimension("verksamhet")!;
  const omsattning = new Map<string, number>();
  for (let i = 0; i < ekonomi.antal; i++) {
    const key = namn[koder[i]] ?? "";
    omsattning.set(key, (omsattning.get(key) ?? 0) + Math.abs(belopp[i] || 0));
  }
  const of = (list: string[]) => list.reduce((sum, one) => sum + (omsattning.get(one) ?? 0), 0);
  // A group of one verksamhet has no parts to show, unless there is no other.
  const several = [...grupper].filter(([, list]) => list.length > 1);
  return (several.length > 0 ? several : [...grupper]).reduce((a, b) => (of(b[1]) > of(a[1]) ? b : a));
}
