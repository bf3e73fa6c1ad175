import { areaAddress, parseArea } from "../../workbook/address";
import type { Table } from "../model/parts";
import { formulaFromFile, formulaToFile } from "./formulaText";
import { child, childrenOf, type Element, escapeText, isTrue, tag, xmlHeader } from "./xml";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A table part; null where its range can't be read. */
export function readTable(root: Element): Table | null {
  const { attributes } = root;
  const area = parseArea(attributes.ref ?? "");
  if (!area) return null;
  const style = child(root, "tableStyleInfo")?.attributes ?? {};
  const filter = child(root, "autoFilter");
  return {
    id: Number(attributes.id),
    name: attributes.displayName ?? attributes.name,
    area,
    showHeaders: attributes.headerRowCount !== "0",
    showTotals: Number(attributes.totalsRowCount ?? 0) > 0,
    columns: childrenOf(child(root, "tableColumns"), "tableColumn").map((column) => ({
      id: Number(column.attributes.id),
      name: column.attributes.name.replace(/_x000a_/gi, "\n"),
      calculatedFormula: formulaOf(child(column, "calculatedColumnFormula")),
      totalsLabel: column.attributes.totalsRowLabel ?? "",
      totalsFunction: column.attributes.totalsRowFunction ?? "none",
      totalsFormula: formulaOf(child(column, "totalsRowFormula")),
    })),
    style: style.name ?? "",
    showBandedRows: isTrue(style.showRowStripes),
    showBandedColumns: isTrue(style.showColumnStripes),
    highlightFirstColumn: isTrue(style.showFirstColumn),
    highlightLastColumn: isTrue(style.showLastColumn),
    showFilterButton: filter !== undefined,
    filter: null,
  };
}

const formulaOf = (element: Element | undefined) => (element ? formulaFromFile(element.text) : "");

/** The table as a part. */
export function writeTable(table: Table): string {
  const { area, showTotals, columns } = table;
  const filtered = { ...area, rowCount: area.rowCount - (showTotals ? 1 : 0) };
  const formula = (name: string, text: string) =>
    text === "" ? "" : tag(name, {}, escapeText(formulaToFile(text, { table: table.name })));
  return (
    xmlHeader +
    tag(
      "table",
      {
        xmlns: main,
        id: table.id,
        name: table.name,
        displayName: table.name,
        ref: areaAddress(area),
        headerRowCount: table.showHeaders ? null : 0,
        totalsRowCount: showTotals ? 1 : null,
        totalsRowShown: showTotals ? null : false,
      },
      (table.showHeaders && table.showFilterButton ? tag("autoFilter", { ref: areaAddress(filtered) }) : "") +
        tag(
          "tableColumns",
          { count: columns.length },
          columns
            .map((column) =>
              tag(
                "tableColumn",
                {
                  id: column.id,
                  name: column.name.replace(/\n/g, "_x000a_"),
                  totalsRowFunction: column.totalsFunction === "none" ? null : column.totalsFunction,
                  totalsRowLabel: column.totalsLabel || null,
                },
                formula("calculatedColumnFormula", column.calculatedFormula) +
                  formula("totalsRowFormula", column.totalsFormula),
              ),
            )
            .join(""),
        ) +
        (table.style === ""
          ? ""
          : tag("tableStyleInfo", {
              name: table.style,
              showFirstColumn: table.highlightFirstColumn,
              showLastColumn: table.highlightLastColumn,
              showRowStripes: table.showBandedRows,
              showColumnStripes: table.showBandedColumns,
            })),
    )
  );
}
