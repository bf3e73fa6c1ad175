import { reportTexts } from "../texts/reports";
import { call, cell, type Expression, number, notEqual, subtract, sum } from "../workbook/expression";
import type { PlanConditionalFormat, PlanRow } from "../workbook/plan";
import { kolumnar, ord, somIKallan } from "./kallrader";
import { utseende } from "./profil";
import { ark, enRad, fyll, kallrad } from "./ram";
import type { Rapport } from "./rapport";
import type { Underlag } from "./underlag";

const t = reportTexts.sv;
const antalAr = 5;

/** Fem år i sammandrag: indicators with their parts below; a total that its parts don't add up to is red. */
export const femAr: Rapport = {
  id: "fem-ar",
  titel: { sv: "Fem år i sammandrag", en: "Five years in summary" },
  kraver: [{ slag: "nyckeltal", falt: ["indikator"] }],
  plan(indata) {
    const underlag = indata.underlag.get("nyckeltal")!;
    const look = utseende(indata.profil, this.id);
    const titel = this.titel.sv;
    const ar = kolumnar(underlag, "varde").slice(-antalAr);
    const kolumner = [
      ...ar.map((one) => ({ key: `varde:${one}`, rubrik: String(one) })),
      ...(underlag.text("prognos") ? [{ key: "prognos", rubrik: t.prognosBedomning }] : []),
    ];
    const rader = Array.from({ length: underlag.antal }, (_, i) =>
      rad(
        underlag,
        i,
        kolumner.map(({ key }) => key),
      ),
    );
    const underrubrik = enRad(indata, look);
    return ark({
      rapport: this.id,
      blad: titel,
      titel,
      underrubrik,
      kolumner: [
        { key: "etikett", rubrik: t.indikator, width: 58, owner: "report", align: "left" },
        ...kolumner.map(({ key, rubrik }) => ({ key, rubrik, width: 14, owner: "report" as const })),
        { key: "kommentar", rubrik: t.kommentar, width: 40, owner: "user", align: "left" },
      ],
      rader,
      kallor: [kallrad(underlag, "sv"), ...underlag.anmarkningar, t.delarRoda],
      villkor: delvillkor(
        underlag,
        rader,
        kolumner.map(({ key }) => key),
      ),
      avstamning: [],
      decimaler: 0,
      sidfot: fyll(t.sidfot, { titel, period: underrubrik }),
    });
  },
};

const uppdelning = (underlag: Underlag, i: number) => {
  const word = ord(underlag, "uppdelning", i);
  return /^(?:|totalt?|alla|samtliga)$/i.test(word) ? "" : word;
};

function rad(underlag: Underlag, i: number, kolumner: string[]): PlanRow {
  const del = uppdelning(underlag, i);
  const namn = ord(underlag, "indikator", i);
  return {
    key: `rad:${namn}/${del}/${i}`,
    kind: del === "" ? "post" : "varav",
    level: del === "" ? 0 : 1,
    cells: {
      etikett:
        del === ""
          ? somIKallan(underlag, "indikator", i, "left")!
          : { content: fyll(t.varav, { namn: del }) },
      ...Object.fromEntries(
        kolumner.flatMap((key) => {
          const there = somIKallan(underlag, key, i);
          return there ? [[key, there]] : [];
        }),
      ),
    },
  };
}

/** Parts that make 100 in every year they stand in are shares, whatever the total. */
function iProcent(kon: PlanRow[], kolumner: string[]): boolean {
  const sums = kolumner.flatMap((column) => {
    const parts = kon.map(({ cells }) => cells[column]?.expected);
    return parts.every((part) => typeof part === "number") ? [parts.reduce((a, b) => a + b, 0)] : [];
  });
  return sums.length > 1 && sums.every((sum) => Math.abs(sum - 100) <= 1);
}

/** kvinnor + män against the total above them; parts in percent are shares, not parts of a sum. */
function delvillkor(underlag: Underlag, rader: PlanRow[], kolumner: string[]): PlanConditionalFormat[] {
  return rader.flatMap((total, i) => {
    if (total.kind !== "post") return [];
    const after = rader.slice(i + 1).findIndex(({ kind }) => kind !== "varav");
    const delar = rader.slice(i + 1, after < 0 ? rader.length : i + 1 + after);
    const kon = delar.filter((_, d) =>
      /^(?:kvinnor|man|män|flickor|pojkar)$/i.test(uppdelning(underlag, i + 1 + d)),
    );
    if (
      kon.length !== 2 ||
      /%|andel|procent/i.test(ord(underlag, "indikator", i) + ord(underlag, "enhet", i))
    )
      return [];
    if (iProcent(kon, kolumner)) return [];
    return kolumner.map((column): PlanConditionalFormat => {
      const parts = kon.map(({ key }) => ({ row: key, column }));
      const all: Expression[] = [{ row: total.key, column }, ...parts].map(({ row }) =>
        call("ISNUMBER", cell(row, column)),
      );
      const difference = call("ROUND", subtract(call("N", cell(total.key, column)), sum(parts)), number(6));
      return {
        kind: "avviker",
        cells: [{ row: total.key, column }],
        when: call("AND", ...all, notEqual(difference, number(0))),
      };
    });
  });
}
