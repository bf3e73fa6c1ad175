import { type Area, intersect } from "../../workbook/address";
import { contentOf, writeCells } from "../model/cells";
import { changeStyles } from "../model/formats";
import { printValue } from "../model/print";
import type { Sheet } from "../model/sheet";
import type { Batch } from "./batch";
import { optionalText } from "./definition";
import { invalidArgument } from "./errors";

/** The link of an area's first cell as the API gives it; null without one. */
export function linkOf(sheet: Sheet, area: Area): Record<string, string> | null {
  const link = sheet.hyperlinks.find((one) => intersect(one.area, area));
  if (!link) return null;
  const value = sheet.value(area.row, area.column);
  return {
    ...(link.address && { address: link.address }),
    ...(link.documentReference && { documentReference: link.documentReference }),
    screenTip: link.screenTip,
    textToDisplay: printValue(value, "General", "en-US"),
  };
}

export function setLink(batch: Batch, sheet: Sheet, area: Area, raw: unknown): void {
  const given = (raw ?? {}) as {
    address?: unknown;
    documentReference?: unknown;
    screenTip?: unknown;
    textToDisplay?: unknown;
  };
  const address = optionalText(given.address);
  const documentReference = optionalText(given.documentReference);
  sheet.hyperlinks = sheet.hyperlinks.filter((link) => !intersect(link.area, area));
  if (raw === null) return;
  if (!address && !documentReference) throw invalidArgument("a link needs an address or a place");
  sheet.hyperlinks.push({ area, address, documentReference, screenTip: optionalText(given.screenTip) });
  const { workbook, source } = batch;
  if (given.textToDisplay !== undefined || contentOf(sheet, area.row, area.column) === "") {
    const shown = optionalText(given.textToDisplay) || address || documentReference;
    writeCells(workbook, sheet, area, [[`'${shown}`]], source);
  }
  changeStyles(
    workbook,
    sheet,
    area,
    (style) => ({
      ...style,
      cellStyle: "Hyperlink",
      font: { ...style.font, underline: "Single", color: { rgb: "#0563C1", theme: 10 } },
    }),
    source,
  );
}
