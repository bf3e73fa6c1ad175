import { reportTexts } from "../texts/reports";
import { number } from "../workbook/expression";
import { type Beloppskolumn, beloppsformel, type Beloppsrad, beloppsvarde, type Villkor } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { medTecken } from "./intraprenader";
import { kolumner } from "./kolumner";
import { varden } from "./kontogrupprader";
import { type Utseende, utseende } from "./profil";
import type { Rapport } from "./rapport";
import { manadAv, type Underlag } from "./underlag";

const id = "programomrade";
const t = reportTexts.sv;

/**
 * Programområde: boards (or services) with costs positive, consumption of the period's and of the year's budget, the
 * structural part of the variance; below the net cost the bridge to the result without intraprenader.
 */
export const programomrade: Rapport = {
  id,
  titel: { sv: "Programområde", en: "Programme area" },
  tecken: "kostnad",
  kraver: [{ slag: "ekonomi", falt: ["enhet|verksamhet", "utfall", "budget|periodbudget"] }],
  nytta: ["effekter", "intraprenader"],
  plan(indata) {
    const ekonomi = indata.underlag.get("ekonomi")!;
    const effekter = indata.underlag.get("effekter");
    const enheter = indata.underlag.get("intraprenader");
    const intraprenader = enheter && medTecken(enheter);
    const look = utseende(indata.profil, id, this.tecken);
    const falt = ekonomi.dimension("enhet") ? "enhet" : "verksamhet";
    const alla = varden(ekonomi, falt);
    const utan = effekternasEgna(effekter, falt).filter(
      (varde) => !alla.some((one) => one.toLowerCase() === varde.toLowerCase()),
    );
    const poster = [...alla, ...utan].map((varde): Beloppsrad => ({
      key: `rad:${varde}`,
      label: varde || (falt === "enhet" ? t.utanEnhet : t.utanVerksamhet),
      kind: "post",
      level: 0,
      urval: [[{ falt, varde }]],
    }));
    const netto: Beloppsrad = {
      key: "netto",
      label: t.nettokostnad,
      kind: "summa",
      level: 0,
      delar: poster.map(({ key }) => ({ rad: key, faktor: 1 })),
    };
    return beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag: ekonomi,
      etikett: falt === "enhet" ? t.enhet : t.verksamhet,
      rader: [...poster, netto, ...brygga(intraprenader, manadAv(indata.period) < 12)],
      kolumner: medBrygga(
        kolumnerFor(ekonomi, falt, effekter, look, indata.period),
        intraprenader,
        look,
        indata.period,
      ),
      total: "netto",
      anmarkningar: [
        ...kolumner(ekonomi, look, indata.period).periodbudgetsats(),
        ...(utan.length > 0 ? [`${t.effektUtanRad}${utan.join(", ")}.`] : []),
      ],
    });
  },
};

/** The net cost without intraprenader: theirs are the units' rows, added. At year end their forecast is their result. */
function brygga(intraprenader: Underlag | undefined, delar: boolean): Beloppsrad[] {
  if (!intraprenader) return [];
  return [
    {
      key: "intraprenader",
      label: fyllVarav(t.intraprenad),
      kind: "varav",
      level: 1,
      underlag: {
        ...intraprenader,
        period: null,
        matt: (matt) => intraprenader.matt(bryggmatt(matt, delar)),
      },
      urval: [[]],
    },
    {
      key: "exklusive",
      label: `${t.nettokostnad} exkl. ${t.intraprenad}`,
      kind: "summa",
      level: 0,
      delar: [
        { rad: "netto", faktor: 1 },
        { rad: "intraprenader", faktor: -1 },
      ],
    },
  ];
}

/** The measure that their source has for the ledger's: its amounts are the year's. */
function bryggmatt(matt: string, delar: boolean): string {
  if (matt === "utfall" && !delar) return "prognos";
  return matt === "periodbudget" ? "budget" : matt;
}

/** Their source says nothing of the period, and its forecast stands whichever way the others' is proposed. */
function medBrygga(
  kolumnerna: Beloppskolumn[],
  intraprenader: Underlag | undefined,
  look: Utseende,
  period: number,
): Beloppskolumn[] {
  if (!intraprenader || manadAv(period) === 12) return kolumnerna;
  const tomma = new Set(["intraprenader", "exklusive"]);
  const source = { ...intraprenader, period: null };
  const formel = beloppsformel(source, look, "prognos", [[]], period, period) ?? number(0);
  const varde = beloppsvarde(source, look, "prognos", [[]], period, period);
  return kolumnerna.map((kolumn): Beloppskolumn => {
    if (["utfall", "periodbudget", "avvikelse", "forbrukning"].includes(kolumn.key))
      return { ...kolumn, dolda: tomma };
    if (kolumn.key !== "forslag" || kolumn.slag !== "summerad") return kolumn;
    return {
      ...kolumn,
      formel: (las, rad, urval) => (rad === "intraprenader" ? formel : kolumn.formel(las, rad, urval)),
      varde: (las, rad, urval) => (rad === "intraprenader" ? varde : kolumn.varde(las, rad, urval)),
    };
  });
}

const fyllVarav = (namn: string) => t.varav.replace("{namn}", namn);

function kolumnerFor(
  ekonomi: Underlag,
  falt: string,
  effekter: Underlag | undefined,
  look: Utseende,
  period: number,
): Beloppskolumn[] {
  const bygg = kolumner(ekonomi, look, period);
  const budget = bygg.arsbudget!;
  const delar = manadAv(period) < 12;
  return [
    bygg.period("utfall", "Utfall {till} {ar}", "utfall"),
    bygg.periodbudget("periodbudget", "Budget {till} {ar}", "budget"),
    bygg.avvikelse("avvikelse", "Budget − utfall", "utfall", "periodbudget"),
    bygg.andel("forbrukning", "Förbrukning %", "utfall", "periodbudget"),
    ...(delar ? bygg.prognos("utfall", "periodbudget", "budget") : []),
    bygg.helar("budget", "Budget helår {ar}", budget),
    ...(delar
      ? [
          bygg.avvikelse("avvikelse_helar", "Avvikelse helår", "prognos", "budget"),
          bygg.andel("forbrukning_helar", "Förbrukning helår %", "prognos", "budget"),
        ]
      : []),
    ...(effekter && effekternasEgna(effekter, falt).length > 0 ? [strukturell(effekter, look, period)] : []),
  ];
}

/** Boards (or services) that have effects of their own told as structural or not. */
const effekternasEgna = (effekter: Underlag | undefined, falt: string): string[] =>
  effekter?.dimension(falt) && effekter.dimension("strukturell") ? varden(effekter, falt) : [];

function strukturell(effekter: Underlag, look: Utseende, period: number): Beloppskolumn {
  const ja = effekter.dimension("strukturell")!.namn.filter((namn) => /^(?:ja|j|yes|x|1|sant)$/i.test(namn));
  const matt = effekter.dimension("matt")?.namn.find((namn) => namn.toLowerCase() === "avvikelse");
  return {
    ...kolumner(effekter, look, period).helar("strukturell", "varav strukturell effekt", "belopp"),
    avvikelse: true,
    underlag: effekter,
    bara: ja.map((varde): Villkor[] => [
      { falt: "strukturell", varde },
      ...(matt === undefined ? [] : [{ falt: "matt", varde: matt }]),
    ]),
  };
}
