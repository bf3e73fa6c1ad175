import type { Bilingual } from "./language";

/** Why a cell keeps the value it had: what the workbench's calculation lacks. */
export const calcTexts: Bilingual<
  Record<"function" | "name" | "link" | "reference" | "size" | "syntax" | "failure", (what: string) => string>
> = {
  sv: {
    function: (what) => `Funktionen ${what} finns inte i beräkningen. Räkna om i Excel.`,
    name: (what) => `Namnet ${what} har en formel som inte går att läsa. Rätta namnet i Namnhanteraren.`,
    link: (what) => `Formeln läser en annan arbetsbok (${what}). Räkna om i Excel med den boken öppen.`,
    reference: (what) => `Referensen ${what} går inte att tolka. Kontrollera formeln.`,
    size: (what) => `Området ${what} är för stort för att räknas på en gång. Minska området.`,
    syntax: (what) => `Formeln går inte att läsa (${what}). Kontrollera formeln.`,
    failure: (what) => `Beräkningen misslyckades (${what}). Räkna om i Excel.`,
  },
  en: {
    function: (what) => `The function ${what} is not part of the calculation. Recalculate in Excel.`,
    name: (what) => `The name ${what} has a formula that can't be read. Correct the name in Name Manager.`,
    link: (what) =>
      `The formula reads another workbook (${what}). Recalculate in Excel with that workbook open.`,
    reference: (what) => `The reference ${what} can't be understood. Check the formula.`,
    size: (what) => `The range ${what} is too large to be calculated at once. Make the range smaller.`,
    syntax: (what) => `The formula can't be read (${what}). Check the formula.`,
    failure: (what) => `The calculation failed (${what}). Recalculate in Excel.`,
  },
};
