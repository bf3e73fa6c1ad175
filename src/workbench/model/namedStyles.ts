import { ModelError } from "./errors";
import { defaultStyle, type Style } from "./styles";
import type { Workbook } from "./workbook";

/** Excel's own styles that change nothing but the number format. */
const numberStyles: Record<string, string> = {
  Comma: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
  "Comma [0]": '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
  Percent: "0%",
};

/**
 * A cell's style once a named style is applied: the workbook's own cells show how it looks; Normal, Comma and Percent
 * are known.
 * @throws ModelError UnsupportedOperation for a named style the workbook has no cell of.
 */
export function applyNamedStyle(workbook: Workbook, style: Style, name: string): Style {
  if (name === "Normal")
    return { ...workbook.styles.get(0), cellStyle: "Normal", quotePrefix: style.quotePrefix };
  const known = Object.keys(numberStyles).find((one) => one.toLowerCase() === name.toLowerCase());
  if (known) return { ...style, numberFormat: numberStyles[known], cellStyle: known };
  for (let id = 0; id < workbook.styles.count; id++) {
    const made = workbook.styles.get(id);
    if (made.cellStyle === name) return { ...defaultStyle, ...made, quotePrefix: style.quotePrefix };
  }
  throw new ModelError("UnsupportedOperation", `the style ${name} is not known here`);
}
