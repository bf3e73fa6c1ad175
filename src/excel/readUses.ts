import { type Area, parseArea, splitAddress } from "../workbook/address";

/** A formula that stands beside the cells. */
export interface FormulaUse {
  kind: "namn" | "villkorsstyrd" | "validering";
  /** The sheet it concerns; null for a name of the workbook. */
  sheet: string | null;
  /** The name, or the address it applies to. */
  place: string;
  formula: string;
}

/** The formulas of defined names, conditional formats and data validations. Four syncs. */
export async function readUses(
  context: Excel.RequestContext,
  names: readonly { name: string; sheet: string | null; formula: string }[],
): Promise<FormulaUse[]> {
  const worksheets = context.workbook.worksheets;
  worksheets.load("items/name");
  await context.sync();
  const read = worksheets.items.map((worksheet) => {
    const whole = worksheet.getRange();
    whole.conditionalFormats.load("items/type");
    const validated = whole.getSpecialCellsOrNullObject("DataValidations");
    validated.load("address");
    return { worksheet, formats: whole.conditionalFormats, validated };
  });
  await context.sync();
  const rules = read.flatMap(({ worksheet, formats }) =>
    formats.items
      .filter(({ type }) => type === "Custom" || type === "CellValue")
      .map((format) => {
        const range = format.getRanges();
        range.load("address");
        if (format.type === "Custom") format.custom.rule.load("formula");
        else format.cellValue.load("rule");
        return { sheet: worksheet.name, format, range };
      }),
  );
  const validations = read.flatMap(({ worksheet, validated }) =>
    validated.isNullObject
      ? []
      : areasOf(validated.address).map((area) => {
          const range = worksheet.getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount);
          range.dataValidation.load("rule");
          range.load("address");
          return { sheet: worksheet.name, range };
        }),
  );
  if (rules.length > 0 || validations.length > 0) await context.sync();
  return [
    ...names.map(({ name, sheet, formula }): FormulaUse => ({ kind: "namn", sheet, place: name, formula })),
    ...rules.flatMap(({ sheet, format, range }) =>
      (format.type === "Custom"
        ? [format.custom.rule.formula]
        : [format.cellValue.rule.formula1, format.cellValue.rule.formula2]
      ).flatMap((formula) =>
        typeof formula === "string" && formula.startsWith("=")
          ? [{ kind: "villkorsstyrd" as const, sheet, place: shortAddress(range.address), formula }]
          : [],
      ),
    ),
    ...validations.flatMap(({ sheet, range }) =>
      formulasOf(range.dataValidation.rule).map((formula) => ({
        kind: "validering" as const,
        sheet,
        place: shortAddress(range.address),
        formula,
      })),
    ),
  ];
}

const areasOf = (addresses: string): Area[] =>
  addresses
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .map((address) => parseArea(splitAddress(address).address))
    .filter((area) => area !== null);

const shortAddress = (addresses: string): string =>
  addresses
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .map((address) => splitAddress(address).address)
    .join(",");

/** Whatever texts in a rule begin with "=". */
function formulasOf(rule: unknown): string[] {
  if (typeof rule === "string") return rule.startsWith("=") ? [rule] : [];
  return typeof rule === "object" && rule !== null ? Object.values(rule).flatMap(formulasOf) : [];
}
