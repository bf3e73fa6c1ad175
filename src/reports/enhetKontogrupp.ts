import { reportTexts } from "../texts/reports";
import type { Beloppskolumn, Beloppsrad } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { kolumner } from "./kolumner";
import { kontogrupprader, varden } from "./kontogrupprader";
import { type Utseende, utseende } from "./profil";
import { fyll } from "./ram";
import type { Rapport } from "./rapport";
import { manadAv, type Underlag } from "./underlag";

const id = "enhet-kontogrupp";
const t = reportTexts.sv;

/** One block per enhet (verksamhet where the source has no enhet): its kontogrupper, their sum, a comment. */
export const enhetKontogrupp: Rapport = {
  id,
  titel: { sv: "Enheter per kontogrupp", en: "Units by account group" },
  kraver: [{ slag: "ekonomi", falt: ["kontogrupp", "utfall"] }],
  plan(indata) {
    const ekonomi = indata.underlag.get("ekonomi")!;
    const look = utseende(indata.profil, id);
    return beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag: ekonomi,
      etikett: t.enhet,
      rader: block(ekonomi),
      kolumner: kolumnerFor(ekonomi, look, indata.period),
      total: "netto",
      kommentar: true,
    });
  },
};

function block(ekonomi: Underlag): Beloppsrad[] {
  const falt = ekonomi.dimension("enhet") ? "enhet" : ekonomi.dimension("verksamhet") ? "verksamhet" : null;
  if (!falt) return medTotal(kontogrupprader(ekonomi, "konto:", [], 0), []);
  const summor: string[] = [];
  const rader = varden(ekonomi, falt).flatMap((namn): Beloppsrad[] => {
    const poster = kontogrupprader(ekonomi, `post:${namn}/`, [{ falt, varde: namn }], 1);
    summor.push(`summa:${namn}`);
    return [
      { key: `enhet:${namn}`, label: namn || t.utanEnhet, kind: "rubrik", level: 0 },
      ...poster,
      {
        key: `summa:${namn}`,
        label: fyll(t.summaEnhet, { namn: namn || t.utanEnhet }),
        kind: "delsumma",
        level: 0,
        delar: poster.map(({ key: rad }) => ({ rad, faktor: 1 })),
      },
    ];
  });
  return medTotal(rader, summor);
}

function medTotal(rader: Beloppsrad[], summor: string[]): Beloppsrad[] {
  const delar = summor.length > 0 ? summor : rader.map(({ key }) => key);
  return [
    ...rader,
    {
      key: "netto",
      label: t.nettokostnad,
      kind: "summa",
      level: 0,
      delar: delar.map((rad) => ({ rad, faktor: 1 })),
    },
  ];
}

function kolumnerFor(ekonomi: Underlag, look: Utseende, period: number): Beloppskolumn[] {
  const bygg = kolumner(ekonomi, look, period);
  const { arsbudget } = bygg;
  return [
    ...(ekonomi.matt("bokslut") ? [bygg.helar("bokslut", "Bokslut {fgar}", "bokslut")] : []),
    bygg.period("utfall", "Ack {till} Utfall", "utfall"),
    ...(arsbudget
      ? [
          bygg.periodbudget("periodbudget", "Ack {till} Budget", "helarsbudget"),
          bygg.avvikelse("avvikelse", "Ack {till} Avvikelse", "utfall", "periodbudget"),
          bygg.helar("helarsbudget", "Helår Budget", arsbudget),
        ]
      : []),
    ...(arsbudget && manadAv(period) < 12
      ? [
          ...bygg.prognos("utfall", "periodbudget", "helarsbudget"),
          bygg.avvikelse("avvikelse_helar", "Avvikelse helår", "prognos", "helarsbudget"),
        ]
      : []),
  ];
}
