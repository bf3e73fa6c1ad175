import { reportTexts } from "../texts/reports";
import type { Beloppskolumn } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { kolumner } from "./kolumner";
import { lank } from "./lank";
import { type Utseende, utseende } from "./profil";
import { fyll } from "./ram";
import type { Indata, Rapport } from "./rapport";
import { resultatVerksamhet, verksamhetsrader } from "./resultatVerksamhet";
import { sparadAvvikelse, sparadPrognos } from "./sparadPrognos";
import { manadAv, type Underlag } from "./underlag";

const id = "prognosjamforelse";
const t = reportTexts.sv;

/**
 * Forecast against the one before it, or at year end against the outcome: the former variance, an arrow where it has changed by
 * more than the threshold, the variance now and the change.
 */
export const prognosjamforelse: Rapport = {
  id,
  titel: { sv: "Prognosjämförelse", en: "Forecast comparison" },
  kraver: [
    {
      slag: "ekonomi",
      falt: ["verksamhet", "utfall", `prognos_foregaende|avvikelse_foregaende|${sparadPrognos}`],
    },
  ],
  foljer: [resultatVerksamhet.id],
  sist: 1,
  plan(indata) {
    const ekonomi = indata.underlag.get("ekonomi")!;
    const look = utseende(indata.profil, id);
    const rader = verksamhetsrader(ekonomi);
    return beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag: ekonomi,
      etikett: t.verksamhet,
      rader,
      kolumner: kolumnerFor(ekonomi, look, indata),
      total: "netto",
      anmarkningar: [t.pilregel, ...sparadrad(indata)],
      villkor: [{ kind: "pil", cells: rader.map(({ key }) => ({ row: key, column: "pil" })) }],
    });
  },
};

/** Says which saved forecast the former variances are. */
const sparadrad = ({ sparad }: Indata): string[] =>
  sparad ? [fyll(t.sparadPrognos, { period: sparad.period, tid: sparad.saved })] : [];

function kolumnerFor(
  ekonomi: Underlag,
  look: Utseende,
  { period, andra, profil, sparad }: Indata,
): Beloppskolumn[] {
  const bygg = kolumner(ekonomi, look, period);
  const nu = andra.find(({ report }) => report === resultatVerksamhet.id)!;
  return [
    sparad
      ? sparadAvvikelse(
          sparad,
          "avvikelse_foregaende",
          bygg.rubrik("avvikelse_foregaende", "Avvikelse föregående prognos"),
          look,
        )
      : bygg.avvikelseForra("avvikelse_foregaende", "Avvikelse föregående prognos"),
    bygg.pil("pil", "", "forandring", profil.piltroskel),
    lank(
      "avvikelse",
      bygg.rubrik("avvikelse", manadAv(period) === 12 ? "Avvikelse {ar}" : "Avvikelse prognos {till} {ar}"),
      nu,
      manadAv(period) === 12 ? "avvikelse" : "avvikelse_helar",
      { profil, till: id },
    ),
    bygg.forandring("forandring", "Förändring", "avvikelse", "avvikelse_foregaende"),
  ];
}
