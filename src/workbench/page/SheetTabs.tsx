import { useEffect } from "react";
import type { WorkbenchTexts } from "../../texts/workbench";
import type { WorkbookSession } from "./session";

/** The sheets' tabs; hidden sheets are not among them. */
export function SheetTabs({ session, texts }: { session: WorkbookSession; texts: WorkbenchTexts }) {
  const { workbook, sheet: shown } = session;
  const visible = workbook.sheets.filter(({ visibility }) => visibility === "visible");
  useEffect(() => {
    document.getElementById(`tab-${shown.id}`)?.scrollIntoView({ inline: "nearest", block: "nearest" });
  }, [shown, visible.length]);
  const add = () => {
    let number = workbook.sheets.length + 1;
    while (workbook.sheet(texts.sheetName(number))) number++;
    session.show(workbook.addSheet(texts.sheetName(number), workbook.sheets.indexOf(shown) + 1));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = visible[visible.indexOf(shown) + step];
    if (!step || !next) return;
    event.preventDefault();
    session.show(next);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div className="sheet-tabs">
      <div role="tablist" aria-label={texts.sheetTabs} onKeyDown={onKeyDown}>
        {visible.map((sheet) => (
          <button
            key={sheet.id}
            id={`tab-${sheet.id}`}
            type="button"
            role="tab"
            aria-selected={sheet === shown}
            tabIndex={sheet === shown ? 0 : -1}
            style={sheet.tabColor ? { boxShadow: `inset 0 3px ${sheet.tabColor}` } : undefined}
            onClick={() => session.show(sheet)}
          >
            {sheet.name}
          </button>
        ))}
      </div>
      <button
        type="button"
        className="add-sheet"
        aria-label={texts.newSheet}
        title={texts.newSheet}
        onClick={add}
      >
        +
      </button>
    </div>
  );
}
