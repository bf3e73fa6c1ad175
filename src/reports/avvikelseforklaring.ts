import { reportTexts } from "../texts/reports";
import { call, subtract, text } from "../workbook/expression";
import type { Beloppskolumn } from "./belopp";
import { beloppsrapport } from "./beloppsrapport";
import { kolumner } from "./kolumner";
import { lank } from "./lank";
import { utseende } from "./profil";
import type { Rapport } from "./rapport";
import { resultatVerksamhet, verksamhetsrader } from "./resultatVerksamhet";
import { manadAv } from "./underlag";

const id = "avvikelseforklaring";
const t = reportTexts.sv;

/** What a variance is made of, as the analysis tells it; the manager's own figures. */
const orsaker: [key: string, rubrik: string][] = [
  ["volym", "Volym"],
  ["pris", "Pris/nivå"],
  ["index", "Index"],
  ["engangs", "Engångs"],
  ["atgarder", "Åtgärder"],
];

/** Avvikelseförklaring: each verksamhet's variance, the causes that the manager puts figures on, and what is left unexplained. */
export const avvikelseforklaring: Rapport = {
  id,
  titel: { sv: "Avvikelseförklaring", en: "Variance explained" },
  kraver: [{ slag: "ekonomi", falt: ["verksamhet", "utfall", "budget|periodbudget"] }],
  // Variances throughout, hers too: plus is better whatever sign amounts have.
  tecken: "netto",
  foljer: [resultatVerksamhet.id],
  sist: 1,
  plan(indata) {
    const ekonomi = indata.underlag.get("ekonomi")!;
    const look = utseende(indata.profil, id, this.tecken);
    const bygg = kolumner(ekonomi, look, indata.period);
    const main = indata.andra.find(({ report }) => report === resultatVerksamhet.id)!;
    const arsslut = manadAv(indata.period) === 12;
    const columns: Beloppskolumn[] = [
      lank(
        "avvikelse",
        bygg.rubrik("avvikelse", arsslut ? "Avvikelse {ar}" : "Avvikelse helår {ar}"),
        main,
        arsslut ? "avvikelse" : "avvikelse_helar",
        { profil: indata.profil, till: id },
      ),
      ...orsaker.map(([key, rubrik]): Beloppskolumn => ({
        key,
        rubrik,
        slag: "egen",
        summeras: true,
        kanSaknas: true,
      })),
      {
        key: "oforklarat",
        rubrik: t.oforklarat,
        slag: "summerad",
        kanSaknas: true,
        formel: (kolumn) =>
          call(
            "IF",
            call("ISNUMBER", kolumn("avvikelse")),
            orsaker.map(([key]) => call("N", kolumn(key))).reduce(subtract, kolumn("avvikelse")),
            text(""),
          ),
        varde: (las) =>
          typeof las("avvikelse") === "number"
            ? orsaker.reduce((rest, [key]) => rest - tal(las(key)), tal(las("avvikelse")))
            : "",
      },
    ];
    return beloppsrapport({
      rapport: this,
      indata,
      utseende: look,
      underlag: ekonomi,
      etikett: t.verksamhet,
      rader: verksamhetsrader(ekonomi),
      kolumner: columns,
      total: "netto",
      anmarkningar: [t.oforklaratRegel],
      kommentar: true,
    });
  },
};

const tal = (value: unknown) => (typeof value === "number" ? value : 0);
