import type { Table } from "../../model/parts";

/** Office's own accent colours 1–6; table styles number 1, 8, 15 … have none. */
const accents = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];
const ink = "#000000";

export interface TableCellLook {
  fill?: string;
  color?: string;
  bold?: boolean;
  top?: string;
  bottom?: string;
}

/** How a table's style draws one of its cells, approximately: header, bands and totals of the Light and Medium styles. */
export function tableCellLook(table: Table, row: number, column: number): TableCellLook {
  const match = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(table.style);
  if (!match) return {};
  const [, family, number] = match;
  const index = (Number(number) - 1) % 7;
  const accent = index === 0 ? "#595959" : accents[index - 1];
  const first = table.area.row;
  const last = first + table.area.rowCount - 1;
  const header = table.showHeaders && row === first;
  const total = table.showTotals && row === last;
  const inBand = (row - first - (table.showHeaders ? 1 : 0)) % 2 === 0;
  const outerColumn =
    (table.highlightFirstColumn && column === table.area.column) ||
    (table.highlightLastColumn && column === table.area.column + table.area.columnCount - 1);
  const light = family === "Light";
  if (header)
    return light
      ? { bold: true, color: ink, bottom: accent, top: accent }
      : { bold: true, color: "#FFFFFF", fill: accent };
  if (total) return { bold: true, top: accent, bottom: light ? accent : undefined };
  return {
    fill: table.showBandedRows && inBand ? tint(accent, light ? 0.85 : 0.8) : undefined,
    bottom: row === last ? accent : undefined,
    bold: outerColumn,
  };
}

/** Mixes a colour with white. */
export function tint(color: string, share: number): string {
  const channels = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return `#${channels
    .map((channel) =>
      Math.round(channel + (255 - channel) * share)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
