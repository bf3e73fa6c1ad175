import { reportTexts } from "../texts/reports";
import { columnLetters, quoteSheet } from "../workbook/address";
import type { CellValue } from "../workbook/cell";
import type { SourceColumn } from "../workbook/expression";
import { amountFormat } from "../workbook/numberFormat";
import type { SheetPlan } from "../workbook/plan";
import { ark, fyll, kallrad } from "./ram";
import { arAv, manadAv, type Underlag, underlagsbladId } from "./underlag";

const t = reportTexts.sv;

/**
 * What SUMIFS can't add as it stands (text numbers, sum rows between, months as words, a year's budget repeated on every
 * row) is written out as it was read: long form, one row a record, period as 202308. Reports then sum that sheet.
 */
export function underlagsblad(
  underlag: Underlag,
  data: { [K in "dimensions" | "texts" | "measures"]: ReadonlyMap<string, unknown> },
  underrubrik = t.underlagsbladNot,
): { plan: SheetPlan; underlag: Underlag } {
  const report = underlagsbladId(underlag.slag);
  const blad = fyll(t.underlagsblad, { slag: t.underlagsslag[underlag.slag] ?? underlag.slag });
  const dimensions = [...data.dimensions.keys()].filter((falt) => underlag.dimension(falt) && falt !== "typ");
  const texts = [...data.texts.keys()].filter((falt) => underlag.text(falt));
  const measures = [...data.measures.keys()].filter((falt) => underlag.matt(falt) && falt !== "belopp");
  const period = underlag.period;
  const keys = [...dimensions, ...texts, ...(period ? ["period"] : []), ...measures];
  const value = (key: string, i: number): CellValue => {
    if (key === "period") {
      const kod = period!.koder[i];
      return kod < 0 ? null : arAv(kod) * 100 + manadAv(kod);
    }
    const dimension = dimensions.includes(key) ? underlag.dimension(key) : null;
    if (dimension) return dimension.koder[i] < 0 ? null : dimension.namn[dimension.koder[i]];
    if (texts.includes(key)) return underlag.text(key)!.varden[i];
    const amount = underlag.matt(key)!.varden[i];
    return Number.isNaN(amount) ? null : amount;
  };
  const records = Array.from({ length: underlag.antal }, (_, i) =>
    Object.fromEntries(keys.map((key) => [key, value(key, i)])),
  );
  const plan: SheetPlan = {
    ...ark({
      rapport: report,
      blad,
      titel: blad,
      underrubrik,
      kolumner: keys.map((key) => ({
        key,
        rubrik: t.underlagsrubrik[key] ?? key,
        width: dimensions.includes(key) ? 30 : 14,
        owner: "report",
        align: dimensions.includes(key) ? "left" : "right",
      })),
      rader: records.map((record, i) => ({
        key: `rad-${i + 1}`,
        kind: "post",
        level: 0,
        cells: Object.fromEntries(
          keys.map((key) => [
            key,
            {
              content: record[key],
              numberFormat: measures.includes(key) ? amountFormat(2) : key === "period" ? "0" : undefined,
            },
          ]),
        ),
      })),
      kallor: [kallrad(underlag, "sv")],
      avstamning: [],
      decimaler: 2,
      sidfot: blad,
    }),
    records: true,
  };
  const column = (key: string): SourceColumn => {
    const letters = columnLetters(keys.indexOf(key));
    return { key: `${report}!${key}`, reference: `${quoteSheet(blad)}!$${letters}:$${letters}` };
  };
  return {
    plan,
    underlag: {
      ...underlag,
      utelamnade: null,
      namn: `${underlag.namn}, ${fyll(t.genomBlad, { blad })}`,
      dimension(falt) {
        const dimension = dimensions.includes(falt) ? underlag.dimension(falt) : null;
        return dimension && { ...dimension, kolumn: column(falt) };
      },
      text(falt) {
        const words = keys.includes(falt) ? underlag.text(falt) : null;
        return words && { ...words, kolumn: column(falt) };
      },
      matt(falt) {
        const matt = measures.includes(falt) ? underlag.matt(falt) : null;
        return (
          matt && {
            varden: matt.varden,
            delar: [{ kolumn: column(falt), villkor: [], fran: null, till: null }],
          }
        );
      },
      period: period && {
        ...period,
        villkor: (fran, till) =>
          ([fran, till] as const).map((kod, index) => ({
            column: column("period"),
            operator: index === 0 ? (">=" as const) : ("<=" as const),
            value: arAv(kod) * 100 + manadAv(kod),
          })),
      },
      celler(kolumn) {
        const key = keys.find((candidate) => column(candidate).key === kolumn.key);
        return key === undefined ? undefined : records.map((record) => record[key]);
      },
    },
  };
}
