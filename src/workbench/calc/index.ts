import { callFunction, functions } from "../../functions";
import { calcTexts } from "../../texts/calc";
import type { Language } from "../../texts/language";
import type { CellMatrix } from "../../workbook/cell";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import type { BlankMode, CalculationReport, Calculator } from "./calculator";
import { Engine } from "./engine";
import { Unsupported } from "./lack";
import * as univer from "./univer";

export interface CalculatorOptions {
  /** How blank cells reach KOLL functions: 0 as on desktop (default), or null as on the web. */
  blank?: BlankMode;
  /** The language of messages. */
  language?: Language;
}

/** A calculator over the workbook. It calculates nothing until it is asked to. */
export async function createCalculator(
  workbook: Workbook,
  options: CalculatorOptions = {},
): Promise<Calculator> {
  const { blank = "zero", language = "sv" } = options;
  const ids = new Set(functions.map((definition) => definition.id));
  const engine = new Engine(
    workbook,
    {
      callCustom: (id, args) => (ids.has(id) ? callFunction(id, args, language) : null),
      engineHas: univer.hasFunction,
      engineCall: univer.callFunction,
    },
    blank,
  );
  const stop = workbook.onChange((change) => engine.note(change));
  const say = ({ lack, what }: Unsupported) => calcTexts[language][lack](what);

  function recalculate(all: boolean): CalculationReport {
    const { changed, kept, circular, calculated } = engine.recalculate(all);
    if (kept.length > 0) workbook.fullCalcOnLoad = true;
    for (const { sheet, area } of changed) workbook.changed({ kind: "cells", sheet, area, source: "calc" });
    return {
      changed,
      kept: kept.map(({ cell: { sheet, row, column, text }, lack }) => ({
        sheet,
        row,
        column,
        formula: text,
        reason: say(lack),
      })),
      circular: circular.map(({ sheet, row, column }) => ({ sheet, row, column })),
      calculated,
    };
  }

  return {
    recalculate: async () => recalculate(false),
    recalculateAll: async () => recalculate(true),
    async evaluate(formula: string, sheet: Sheet, row = 0, column = 0): Promise<CellMatrix> {
      try {
        const value = engine.evaluate(formula, sheet, row, column);
        return Array.isArray(value) ? value : [[value]];
      } catch (problem) {
        const text =
          problem instanceof Unsupported
            ? say(problem)
            : calcTexts[language].failure(problem instanceof Error ? problem.message : String(problem));
        return [[{ fel: "#NAME?", text }]];
      }
    },
    dispose: stop,
  };
}
