import { reportTexts } from "../texts/reports";
import { type Beloppskolumn } from "./belopp";
import { kolumner } from "./kolumner";
import { utseende } from "./profil";
import { type Ordkolumn, radrapport } from "./radrapport";
import { enRad } from "./ram";
import type { Indata, Rapport } from "./rapport";
import { arAv, manadskod, type Underlag } from "./underlag";

const t = reportTexts.sv;

/** A report that shows a source's own list: which amounts and words, in which order. */
interface Lista {
  id: string;
  titel: Rapport["titel"];
  slag: string;
  namn: string;
  etikett: string;
  grupp?: string;
  belopp: [falt: string, rubrik: string][];
  /** A share of two of the amounts, after the whole: as the source has it where it lacks the whole. */
  andel?: { key: string; rubrik: string; del: string; helhet: string };
  ord: [falt: string, rubrik: string, width: number][];
  summa?: string;
  kommentar?: boolean;
  /** Amounts and words the source must have beside the name. */
  falt?: string[];
}

function lista(uppgift: Lista): Rapport {
  return {
    id: uppgift.id,
    titel: uppgift.titel,
    kraver: [{ slag: uppgift.slag, falt: [uppgift.namn, ...(uppgift.falt ?? [])] }],
    plan(indata: Indata) {
      const underlag = indata.underlag.get(uppgift.slag)!;
      const look = utseende(indata.profil, uppgift.id);
      return radrapport({
        rapport: this,
        indata,
        utseende: look,
        underlag,
        namn: uppgift.namn,
        etikett: uppgift.etikett,
        grupp: uppgift.grupp,
        kolumner: [...beloppen(underlag, uppgift, indata), ...orden(underlag, uppgift)],
        summa: uppgift.summa,
        kommentar: uppgift.kommentar,
        underrubrik: enRad(indata, underlag.enhet === null ? {} : look),
      });
    },
  };
}

function beloppen(underlag: Underlag, uppgift: Lista, { profil, period }: Indata): Beloppskolumn[] {
  const { id, belopp, andel } = uppgift;
  const bygg = kolumner(underlag, utseende(profil, id), manadskod(arAv(period), 12));
  const amounts = belopp
    .filter(([falt]) => underlag.matt(falt))
    .map(([falt, rubrik]) => bygg.helar(falt, rubrik, falt));
  if (!andel || !raknas(underlag, andel)) return amounts;
  const share = bygg.andelAvStorlek(andel.key, andel.rubrik, andel.del, andel.helhet);
  return amounts.flatMap((kolumn) => (kolumn.key === andel.helhet ? [kolumn, share] : [kolumn]));
}

const raknas = (underlag: Underlag, { del, helhet }: NonNullable<Lista["andel"]>) =>
  underlag.matt(del) !== null && underlag.matt(helhet) !== null;

function orden(underlag: Underlag, { ord, andel }: Lista): Ordkolumn[] {
  const egen: Lista["ord"] = andel && !raknas(underlag, andel) ? [[andel.key, andel.rubrik, 10]] : [];
  return [...egen, ...ord]
    .filter(([falt]) => underlag.text(falt))
    .map(([falt, rubrik, width]) => ({ key: falt, rubrik, slag: "ord", falt, width }));
}

/** Riktade statsbidrag: amounts, reporting, repayment and coming years. */
export const statsbidrag = lista({
  id: "statsbidrag",
  titel: { sv: "Riktade statsbidrag", en: "Targeted government grants" },
  slag: "statsbidrag",
  namn: "benamning",
  etikett: "Statsbidrag",
  belopp: [
    ["belopp", "Belopp"],
    ["aterbetalning", "Återbetalning"],
  ],
  ord: [
    ["aterrapportering", "Återrapportering", 24],
    ["kommande_ar", "Kommande år", 24],
  ],
  summa: t.summaOrd,
  falt: ["belopp"],
});

/** Budgetförändringar: the frame, its changes, and the new frame. */
export const budgetram = lista({
  id: "budgetram",
  titel: { sv: "Budgetförändringar", en: "Budget changes" },
  slag: "ramandringar",
  namn: "beskrivning",
  etikett: "Förändring",
  belopp: [["belopp", "Belopp"]],
  ord: [],
  summa: t.nyRam,
  falt: ["belopp"],
});

/** Behov kommande år: what the board will need, why, and when. */
export const budgetbehov = lista({
  id: "budgetbehov",
  titel: { sv: "Behov i driftbudgeten", en: "Needs in the operating budget" },
  slag: "behov",
  namn: "omrade",
  etikett: "Område",
  belopp: [["belopp", "Uppskattat belopp"]],
  ord: [
    ["prioriteringsgrund", "Prioriteringsgrund", 40],
    ["ar", "Aktuellt år", 14],
    ["ovrigt", "Övrigt", 40],
  ],
  summa: t.summaOrd,
  falt: ["belopp"],
});

/** Uppdrag: what the board was asked to do, and how it went. */
export const uppdrag = lista({
  id: "uppdrag",
  titel: { sv: "Uppdrag", en: "Assignments" },
  slag: "uppdrag",
  namn: "uppdrag",
  etikett: "Uppdrag",
  belopp: [],
  ord: [
    ["uppfoljning", "Uppföljning", 70],
    ["status", "Status", 16],
  ],
});

/** Effektiviseringskrav: base, share of it, amount, and what has been reached. */
export const effektivisering = lista({
  id: "effektivisering",
  titel: { sv: "Effektiviseringskrav", en: "Efficiency requirements" },
  slag: "effektiviseringskrav",
  namn: "verksamhet",
  etikett: t.verksamhet,
  belopp: [
    ["bas", "Bas"],
    ["belopp", "Belopp"],
    ["kvar", "Kvar sedan tidigare"],
    ["beraknad", "Beräknad effekt"],
    ["uppnadd", "Uppnådd effekt"],
    ["prognos", "Prognos"],
  ],
  andel: { key: "procent", rubrik: "Procent", del: "belopp", helhet: "bas" },
  ord: [["status", "Status", 16]],
  summa: "Totalt",
});
