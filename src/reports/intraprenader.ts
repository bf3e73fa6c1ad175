import { reportTexts } from "../texts/reports";
import { add, call, type Expression, subtract } from "../workbook/expression";
import type { Beloppskolumn } from "./belopp";
import { kolumner } from "./kolumner";
import { type Utseende, utseende } from "./profil";
import { radrapport } from "./radrapport";
import { enRad } from "./ram";
import type { Rapport } from "./rapport";
import { arAv, manadskod, type Underlag } from "./underlag";

const t = reportTexts.sv;

/** Intraprenader: each unit's forecast against budget, and how its accumulated result moves through the year. */
export const intraprenader: Rapport = {
  id: "intraprenader",
  titel: { sv: "Intraprenader", en: "Internal contractors" },
  kraver: [{ slag: "intraprenader", falt: ["enhet", "prognos", "budget"] }],
  plan(indata) {
    const underlag = medTecken(indata.underlag.get("intraprenader")!);
    const look = utseende(indata.profil, this.id);
    return radrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag,
      namn: "enhet",
      etikett: t.enhet,
      kolumner: kolumnerFor(underlag, look, manadskod(arAv(indata.period), 12)),
      summa: t.summaOrd,
      underrubrik: enRad(indata, look),
      anmarkningar: underlag.matt("ingaende") ? [t.intraprenadUtgaende] : [],
    });
  },
};

/** Where its sign is not known, most of the budget tells: costs that are minus are netto. */
export function medTecken(intraprenader: Underlag): Underlag {
  const budget = Array.from(intraprenader.matt("budget")?.varden ?? []).filter((tal) => !Number.isNaN(tal));
  const summa = budget.reduce((total, tal) => total + tal, 0);
  if (intraprenader.tecken !== null || summa === 0) return intraprenader;
  return { ...intraprenader, tecken: summa < 0 ? "netto" : "kostnad" };
}

function kolumnerFor(underlag: Underlag, look: Utseende, period: number): Beloppskolumn[] {
  const bygg = kolumner(underlag, look, period);
  const saldo = ["ingaende", "ianspraktaget", "nya_underskott", "nya_overskott"].filter((falt) =>
    underlag.matt(falt),
  );
  const rubriker: Record<string, string> = {
    ingaende: "Ingående ack. resultat",
    ianspraktaget: "Ianspråktaget",
    nya_underskott: "Nya underskott",
    nya_overskott: "Nya överskott",
  };
  return [
    bygg.helar("prognos", "Prognos", "prognos"),
    bygg.helar("budget", "Budget", "budget"),
    bygg.avvikelse("avvikelse", "Avvikelse", "prognos", "budget"),
    ...saldo.map((falt) => bygg.saldo(falt, rubriker[falt], falt)),
    ...(saldo.includes("ingaende") ? [utgaende(saldo)] : []),
  ];
}

/** What is used and new deficits lower the balance, new surpluses raise it, whichever sign they were typed with. */
function utgaende(saldo: string[]): Beloppskolumn {
  const [minus, plus] = [["ianspraktaget", "nya_underskott"], ["nya_overskott"]].map((list) =>
    list.filter((falt) => saldo.includes(falt)),
  );
  const magnitude = (kolumn: (key: string) => Expression) => (falt: string) => call("ABS", kolumn(falt));
  const tal = (value: unknown) => (typeof value === "number" ? value : 0);
  return {
    key: "utgaende",
    rubrik: "Utgående ack. resultat",
    slag: "summerad",
    formel: (kolumn) =>
      plus
        .map(magnitude(kolumn))
        .reduce(add, minus.map(magnitude(kolumn)).reduce(subtract, kolumn("ingaende"))),
    varde: (las) =>
      tal(las("ingaende")) -
      minus.reduce((sum, falt) => sum + Math.abs(tal(las(falt))), 0) +
      plus.reduce((sum, falt) => sum + Math.abs(tal(las(falt))), 0),
  };
}
