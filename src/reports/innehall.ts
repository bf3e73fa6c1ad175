import { reportTexts } from "../texts/reports";
import { call, text } from "../workbook/expression";
import { rowByKey, type SheetPlan } from "../workbook/plan";
import { reportName } from "../workbook/stored";
import { ark, fyll, periodord } from "./ram";
import type { Rapport } from "./rapport";
import { arAv, manadskod } from "./underlag";

const t = reportTexts.sv;

/** Contents of a set: a link to each sheet in order, what it is about, and the reports that could not be made. */
export const innehall: Rapport = {
  id: "innehall",
  titel: { sv: "Innehåll", en: "Contents" },
  kraver: [],
  sist: 3,
  plan(indata) {
    const titel = this.titel.sv;
    const period = periodord(manadskod(arAv(indata.period), 1), indata.period, "sv");
    const ord = (plan: SheetPlan, rad: string) =>
      String(rowByKey(plan, rad).cells[plan.columns[0].key]?.content ?? "");
    return ark({
      rapport: this.id,
      blad: titel,
      titel,
      underrubrik: [indata.namnd, period].filter(Boolean).join(" · "),
      kolumner: [
        { key: "etikett", rubrik: t.rapport, width: 46, owner: "report", align: "left" },
        { key: "avser", rubrik: t.avser, width: 90, owner: "report", align: "left" },
      ],
      rader: [
        ...indata.andra.map((plan) => ({
          key: `rapport:${plan.report}`,
          kind: "post" as const,
          level: 0,
          cells: {
            etikett: {
              content: call("HYPERLINK", text(`#${reportName(plan.report)}`), text(ord(plan, "titel"))),
              expected: ord(plan, "titel"),
              align: "left" as const,
            },
            avser: { content: ord(plan, "underrubrik"), align: "left" as const },
          },
        })),
        ...(indata.utelamnade.length > 0
          ? [
              {
                key: "utelamnade",
                kind: "rubrik" as const,
                level: 0,
                cells: { etikett: { content: t.inteGjorda } },
              },
            ]
          : []),
        ...indata.utelamnade.map(({ id, titel: namn, skal }) => ({
          key: `utelamnad:${id}`,
          kind: "varav" as const,
          level: 1,
          cells: { etikett: { content: namn }, avser: { content: skal, align: "left" as const } },
        })),
      ],
      kallor: [],
      avstamning: [],
      decimaler: 0,
      sidfot: fyll(t.sidfot, { titel, period }),
    });
  },
};
