import { reportTexts } from "../texts/reports";
import type { Beloppskolumn } from "./belopp";
import { kolumner } from "./kolumner";
import { utseende } from "./profil";
import { radrapport } from "./radrapport";
import { enRad } from "./ram";
import type { Rapport } from "./rapport";
import { manadskod, arAv, type Underlag } from "./underlag";

const t = reportTexts.sv;

/** Investeringar: projects with budget, outcome, forecast, variance, share used and a comment. */
export const investeringar: Rapport = {
  id: "investeringar",
  titel: { sv: "Investeringar", en: "Investments" },
  kraver: [{ slag: "investeringar", falt: ["projekt", "budget"] }],
  plan(indata) {
    const underlag = indata.underlag.get("investeringar")!;
    const look = utseende(indata.profil, this.id);
    const bygg = kolumner(underlag, look, manadskod(arAv(indata.period), 12));
    const har = (matt: string) => underlag.matt(matt) !== null;
    const jamfors = har("prognos") ? "prognos" : "utfall";
    const columns: Beloppskolumn[] = [
      bygg.helar("budget", "Budget", "budget"),
      ...(har("utfall") ? [bygg.helar("utfall", "Utfall", "utfall")] : []),
      ...(har("prognos") ? [bygg.helar("prognos", "Prognos", "prognos")] : []),
      ...(har(jamfors) ? [bygg.kvar("avvikelse", "Avvikelse", "budget", jamfors)] : []),
      ...(har("utfall") ? [bygg.andel("forbrukat", "Förbrukat %", "utfall", "budget")] : []),
    ];
    return radrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag,
      namn: "projekt",
      etikett: t.projekt,
      grupp: "omrade",
      kolumner: columns,
      summa: t.summaOrd,
      kommentar: true,
      underrubrik: enRad(indata, look),
    });
  },
};

/** Begäran om överföring av investeringsanslag: what is left of each appropriation and what is asked to be carried over. */
export const investeringsoverforing: Rapport = {
  id: "investeringar-overforing",
  titel: { sv: "Överföring av investeringar", en: "Carry-over of investment appropriations" },
  kraver: [{ slag: "investeringar", falt: ["projekt", "budget", "utfall", "onskad_overforing"] }],
  plan(indata) {
    const underlag = indata.underlag.get("investeringar")!;
    const look = utseende(indata.profil, this.id);
    const bygg = kolumner(underlag, look, manadskod(arAv(indata.period), 12));
    return radrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag,
      namn: "projekt",
      etikett: t.projekt,
      kolumner: [
        bygg.helar("anslag", "Anslag", "budget"),
        bygg.helar("utfall", "Utfall", "utfall"),
        bygg.kvar("kvar", "Kvar av anslag", "anslag", "utfall"),
        bygg.helar("overforing", "Önskas överfört", "onskad_overforing"),
        ...ord(underlag, "till_ar", "Till år", 10),
        ...ord(underlag, "motivering", "Motivering", 50),
      ],
      summa: t.summaOrd,
      underrubrik: enRad(indata, look),
    });
  },
};

const ord = (underlag: Underlag, falt: string, rubrik: string, width: number) =>
  underlag.text(falt) ? [{ key: falt, rubrik, slag: "ord" as const, falt, width }] : [];
