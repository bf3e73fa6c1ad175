import { mergeClasses } from "@fluentui/react-components";
import { rapporterTexts } from "../../texts/taskpane/rapporter";
import { type CellValue, isCellError } from "../../workbook/cell";
import { formatDecimals, isPercentFormat } from "../../workbook/numberFormat";
import { isExpression, type PlanCell, type SheetPlan } from "../../workbook/plan";
import type { Language } from "../../texts/language";
import { useLanguage, useTexts } from "../language";
import { useStyles } from "./styles";

/** The sheet as it will be: the calculated figures in place of the formulas. Only what is printed is shown. */
export function PlanPreview({ plan }: { plan: SheetPlan }) {
  const texts = useTexts(rapporterTexts);
  const language = useLanguage();
  const styles = useStyles();
  const header = plan.rows.findIndex(({ key }) => key === plan.headerRow);
  const last = plan.rows.findIndex(({ key }) => key === plan.lastPrintedRow);
  const [label, ...columns] = plan.columns;
  const text = (cell: PlanCell | undefined) => printed(cell, language);
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={`${texts.preview}: ${plan.sheet}`}>
      <table className={styles.table}>
        <thead>
          <tr>
            {plan.columns.map(({ key }) => (
              <th key={key} scope="col">
                {text(plan.rows[header].cells[key])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.rows.slice(header + 1, last + 1).map((row) => {
            if (row.kind === "tom" || row.kind === "kalla") return null;
            const strong = row.kind === "summa" || row.kind === "delsumma" || row.kind === "rubrik";
            return (
              <tr
                key={row.key}
                className={mergeClasses(strong && styles.strong, row.kind === "varav" && styles.part)}
              >
                <th scope="row" style={{ paddingInlineStart: `${8 + 10 * row.level}px` }}>
                  {text(row.cells[label.key])}
                </th>
                {columns.map(({ key }) => (
                  <td key={key}>{text(row.cells[key])}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function printed(cell: PlanCell | undefined, language: Language): string {
  if (!cell) return "";
  const value: CellValue = isExpression(cell.content) ? (cell.expected ?? null) : cell.content;
  if (value === null) return "";
  if (isCellError(value)) return value.fel;
  if (typeof value !== "number") return String(value);
  const format = cell.numberFormat ?? "General";
  const digits = formatDecimals(format) ?? undefined;
  const percent = isPercentFormat(format);
  const number = new Intl.NumberFormat(language === "sv" ? "sv-SE" : "en-GB", {
    style: percent ? "percent" : "decimal",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits ?? 2,
  }).format(value);
  return number.replace("\u2212", "-").replace(/^-(?=[0.,\s%]+$)/, "");
}
