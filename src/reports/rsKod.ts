import { reportTexts } from "../texts/reports";
import type { Beloppskolumn, Beloppsrad } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { kolumner } from "./kolumner";
import { varden } from "./kontogrupprader";
import { type Utseende, utseende } from "./profil";
import type { Rapport } from "./rapport";
import { manadAv, type Underlag } from "./underlag";

const id = "rs-kod";
const t = reportTexts.sv;

/** Resultat per verksamhetsgrupp enligt SCB:s RS-kod, in the order of the codes. */
export const rsKod: Rapport = {
  id,
  titel: { sv: "Resultat per RS-kod", en: "Result by RS code" },
  kraver: [{ slag: "ekonomi", falt: ["rs_kod", "utfall"] }],
  plan(indata) {
    const ekonomi = indata.underlag.get("ekonomi")!;
    const look = utseende(indata.profil, id);
    const rader = varden(ekonomi, "rs_kod")
      .sort((a, b) => a.localeCompare(b, "sv", { numeric: true }))
      .map((varde): Beloppsrad => ({
        key: `rs:${varde}`,
        label: varde || t.utanRs,
        kind: "post",
        level: 0,
        urval: [[{ falt: "rs_kod", varde }]],
      }));
    return beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag: ekonomi,
      etikett: t.rsGrupp,
      rader: [
        ...rader,
        {
          key: "summa",
          label: t.summaOrd,
          kind: "summa",
          level: 0,
          delar: rader.map(({ key }) => ({ rad: key, faktor: 1 })),
        },
      ],
      kolumner: kolumnerFor(ekonomi, look, indata.period),
      total: "summa",
    });
  },
};

function kolumnerFor(ekonomi: Underlag, look: Utseende, period: number): Beloppskolumn[] {
  const bygg = kolumner(ekonomi, look, period);
  const { arsbudget } = bygg;
  const [bokslut, utfallFg, budgetFg] = ["bokslut", "utfall_foregaende", "budget_foregaende"].map(
    (matt) => ekonomi.matt(matt) !== null,
  );
  const delar = manadAv(period) < 12;
  return [
    ...(bokslut ? [bygg.helar("bokslut", "{fgar} Bokslut", "bokslut")] : []),
    ...(utfallFg && delar
      ? [
          bygg.period("utfall_foregaende", "{fgar} Ack {till} Utfall", "utfall_foregaende"),
          ...(budgetFg
            ? [
                bygg.helar("budget_foregaende", "{fgar} Budget", "budget_foregaende"),
                bygg.andel(
                  "forbrukning_foregaende",
                  "{fgar} Förb i %",
                  "utfall_foregaende",
                  "budget_foregaende",
                ),
              ]
            : []),
        ]
      : []),
    bygg.period("utfall", "Ack {till} Utfall", "utfall"),
    ...(arsbudget
      ? [
          bygg.periodbudget("periodbudget", "Ack {till} Budget", "helarsbudget"),
          bygg.avvikelse("avvikelse", "Ack {till} Avvikelse", "utfall", "periodbudget"),
          bygg.andel("forbrukning", "Ack {till} Förb i %", "utfall", "periodbudget"),
          bygg.helar("helarsbudget", "Helår Budget", arsbudget),
        ]
      : []),
    ...(ekonomi.matt("prognos_foregaende")
      ? [bygg.helar("prognos_foregaende", "Helår Föreg. progn", "prognos_foregaende")]
      : []),
    // The year's last forecast, beside its outcome.
    ...(!delar && ekonomi.matt("prognos") ? [bygg.helar("prognos", "Helår Innev. progn", "prognos")] : []),
    ...(arsbudget && delar
      ? [
          ...bygg.prognos("utfall", "periodbudget", "helarsbudget"),
          bygg.avvikelse("avvikelse_helar", "Avvikelse helår", "prognos", "helarsbudget"),
        ]
      : []),
    ...(bokslut
      ? [
          bygg.forandringProcent(
            "forandring_procent",
            "Förändring % {fgar} och {ar}",
            arsbudget && delar ? "prognos" : "utfall",
            "bokslut",
          ),
        ]
      : []),
  ];
}
