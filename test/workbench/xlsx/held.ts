import type { Sheet } from "../../../src/workbench/model/sheet";
import type { Workbook } from "../../../src/workbench/model/workbook";

/** What the model holds of a workbook, without what belongs to the file. */
export function held(workbook: Workbook): unknown {
  const bare = (value: object) => ({ ...value, origin: undefined });
  const index = new Map(workbook.sheets.map((sheet, at) => [sheet.id, at]));
  return JSON.parse(
    JSON.stringify({
      sheets: workbook.sheets.map((sheet) => ({
        ...bare(sheet),
        id: undefined,
        arrayCells: undefined,
        rows: cells(workbook, sheet),
        charts: sheet.charts.map((chart) => ({
          ...bare(chart),
          id: undefined,
          series: chart.series.map((one) => ({ ...one, name: one.nameFormula ? "" : one.name })),
          ...Object.fromEntries(
            (["left", "top", "width", "height"] as const).map((key) => [key, Math.round(chart[key] * 10)]),
          ),
        })),
        tables: sheet.tables.map(bare),
        richText: [...sheet.richText].sort((a, b) => a.row - b.row || a.column - b.column),
        customProperties: [...sheet.customProperties].sort(),
        notes: [...sheet.notes].sort((a, b) => a.row - b.row || a.column - b.column),
        conditionalFormats: [...sheet.conditionalFormats]
          .sort((a, b) => a.priority - b.priority)
          .map((format) => ({ ...format, id: undefined })),
        protection: sheet.protection && {
          ...sheet.protection,
          attributes: Object.entries(sheet.protection.attributes ?? {})
            .map(([name, word]) => [name, word === "true" ? "1" : word === "false" ? "0" : word])
            .sort(),
        },
        columns: withoutTail(
          sheet.columns.map(
            (column) =>
              column && {
                width: column.width,
                hidden: column.hidden ?? false,
                outlineLevel: column.outlineLevel ?? 0,
                collapsed: column.collapsed ?? false,
              },
          ),
        ),
      })),
      names: workbook.names
        .map((name) => ({ ...name, sheet: name.sheet && index.get(name.sheet) }))
        .sort((a, b) => (`${a.name}${a.sheet}` < `${b.name}${b.sheet}` ? -1 : 1)),
      settings: [...workbook.settings],
      properties: [
        ...Object.entries({ ...workbook.properties, custom: [...workbook.properties.custom] }),
      ].sort(),
      xml: workbook.customXmlParts,
      active: workbook.activeSheet?.name,
    }),
  );
}

function cells(workbook: Workbook, sheet: Sheet): unknown {
  const lines = sheet.rows.map((row) => {
    if (!row) return null;
    const width = Math.max(row.values.length, row.styles?.length ?? 0, row.formulas?.length ?? 0);
    const line = Array.from({ length: width }, (_, c) => {
      const style = row.styles?.[c];
      return [
        row.values[c] ?? null,
        row.formulas?.[c] ?? null,
        style === undefined ? null : workbook.styles.get(style),
      ];
    });
    while (line.length > 0 && line[line.length - 1].every((one) => one === null)) line.pop();
    const rest = [row.height, row.hidden, row.outlineLevel, row.style && workbook.styles.get(row.style)].map(
      (one) => one || null,
    );
    return line.length === 0 && rest.every((one) => one === null) ? null : [line, ...rest];
  });
  return withoutTail(lines);
}

/** Holes become null; those at the end go. */
function withoutTail<T>(lines: (T | null | undefined)[]): (T | null)[] {
  const whole = Array.from(lines, (line) => line ?? null);
  while (whole.length > 0 && whole[whole.length - 1] === null) whole.pop();
  return whole;
}
