import { reportTexts } from "../texts/reports";
import type { Beloppskolumn } from "./belopp";
import { kolumner } from "./kolumner";
import { utseende } from "./profil";
import { type Ordkolumn, radrapport } from "./radrapport";
import { enRad } from "./ram";
import type { Indata, Rapport } from "./rapport";
import { arAv, manadskod, type Underlag } from "./underlag";

const id = "atgardsplan";
const t = reportTexts.sv;

/**
 * Åtgärdsplan: measures by area with effect a year. What is not calculated is "-", which is not 0; measures without approval stand
 * below the sum, and what is part of another measure is shown but not added again.
 */
export const atgardsplan: Rapport = {
  id,
  titel: { sv: "Åtgärdsplan", en: "Action plan" },
  kraver: [{ slag: "atgarder", falt: ["atgard"] }],
  plan(indata) {
    const underlag = indata.underlag.get("atgarder")!;
    const look = utseende(indata.profil, id);
    return radrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag,
      namn: "atgard",
      etikett: t.atgard,
      grupp: "omrade",
      kolumner: [
        ...ord(underlag, "ansvarig", "Ansvarig", 20),
        ...ord(underlag, "diarienummer", "Beslut/diarienr", 16),
        ...ord(underlag, "forvantad", "Förväntad effekt", 36),
        ...effekter(underlag, indata),
        ...ord(underlag, "status", "Status", 14),
      ],
      summa: t.summaOrd,
      raknas: (i) =>
        ja(underlag, "forankrad", i) === false ? "utanfor" : ingarI(underlag, i) ? "visas" : "med",
      utanfor: { rubrik: t.ejForankrade, summa: t.summaEjForankrade },
      kommentar: true,
      anmarkningar: anmarkningar(underlag),
      underrubrik: enRad(indata, look),
    });
  },
};

const ord = (underlag: Underlag, falt: string, rubrik: string, width: number): Ordkolumn[] =>
  underlag.text(falt) ? [{ key: falt, rubrik, slag: "ord", falt, width }] : [];

/** The effect of each year that the source has, then the whole year's and what has been reached. */
function effekter(underlag: Underlag, { profil, period }: Indata): Beloppskolumn[] {
  const bygg = kolumner(underlag, utseende(profil, id), manadskod(arAv(period), 12));
  const ar = Array.from({ length: 9 }, (_, i) => arAv(period) - 3 + i);
  const effekt = (falt: string, rubrik: string): Beloppskolumn[] =>
    underlag.matt(falt) ? [{ ...bygg.helar(falt, rubrik, falt), avvikelse: true, kanSaknas: "-" }] : [];
  return [
    ...effekt("effekt", "Effekt"),
    ...ar.flatMap((one) => effekt(`effekt:${one}`, `Effekt ${one}`)),
    ...effekt("helarseffekt", "Helårseffekt"),
    ...effekt("uppnadd", "Uppnådd effekt"),
  ];
}

/** What a yes/no column says of a source row; null where it says nothing. */
function ja(underlag: Underlag, falt: string, i: number): boolean | null {
  const word = String(underlag.text(falt)?.varden[i] ?? "").trim();
  return word === "" ? null : /^(?:ja|j|yes|x|1|sant|true)$/i.test(word);
}

const ingarI = (underlag: Underlag, i: number) =>
  String(underlag.text("ingar_i")?.varden[i] ?? "").trim() !== "";

/** Measures that are part of others, and once-only effects that stand in a later year as well. */
function anmarkningar(underlag: Underlag): string[] {
  const namn = underlag.text("atgard")!.varden.map((value) => String(value ?? ""));
  const delar = namn.filter((_, i) => ingarI(underlag, i));
  const forda = namn.filter((_, i) => ja(underlag, "engangs", i) === true && arMedEffekt(underlag, i) > 1);
  return [
    t.ejBeraknad,
    ...(delar.length > 0 ? [`${t.ingarI}${delar.join(", ")}.`] : []),
    ...(forda.length > 0 ? [`${t.engangsForda}${forda.join(", ")}.`] : []),
  ];
}

function arMedEffekt(underlag: Underlag, i: number): number {
  let count = 0;
  for (let ar = 2000; ar < 2100; ar++) {
    const amount = underlag.matt(`effekt:${ar}`)?.varden[i] ?? NaN;
    if (!Number.isNaN(amount) && amount !== 0) count++;
  }
  return count;
}
