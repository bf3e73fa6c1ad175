import type { Language } from "../../texts/language";
import type { WorkbenchTexts } from "../../texts/workbench";
import { intersect } from "../../workbook/address";
import { cellText } from "./grid/cellText";
import type { WorkbookSession } from "./session";

/** What is going on, and the selected numbers' mean, count and sum. */
export function StatusBar({
  session,
  language,
  texts,
}: {
  session: WorkbookSession;
  language: Language;
  texts: WorkbenchTexts;
}) {
  const { count, numbers, sum, format } = summary(session);
  const print = (value: number) => cellText(value, format, language).text;
  return (
    <footer className="status-bar">
      <span role="status">{session.calculating ? texts.calculating : texts.ready}</span>
      {session.kept.length > 0 && <span>{texts.kept(session.kept.length)}</span>}
      <span className="spacer" />
      {count > 1 && (
        <>
          {numbers > 0 && (
            <span>
              {texts.mean}: {print(sum / numbers)}
            </span>
          )}
          <span>
            {texts.count}: {count}
          </span>
          {numbers > 0 && (
            <span>
              {texts.sum}: {print(sum)}
            </span>
          )}
        </>
      )}
    </footer>
  );
}

function summary({ sheet, workbook, activeCell }: WorkbookSession) {
  let [count, numbers, sum] = [0, 0, 0];
  const used = sheet.usedArea(true);
  const area = used && intersect(sheet.selection, used);
  if (area) {
    for (let row = area.row; row < area.row + area.rowCount; row++) {
      for (let column = area.column; column < area.column + area.columnCount; column++) {
        const value = sheet.value(row, column);
        if (value === null) continue;
        count++;
        if (typeof value === "number") {
          numbers++;
          sum += value;
        }
      }
    }
  }
  const format = workbook.styles.get(sheet.styleId(activeCell.row, activeCell.column)).numberFormat;
  return { count, numbers, sum, format };
}
