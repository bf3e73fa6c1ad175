import { type Area, areaAddress, parseArea } from "../../workbook/address";
import type { Table, TableColumn } from "../model/parts";
import type { Sheet } from "../model/sheet";
import { formulaFromFile, formulaToFile } from "./formulaText";
import type { Package } from "./package";
import { readXml } from "./package";
import { readFilter, writeFilter } from "./sheetParts";
import {
  changeElement,
  child,
  childrenOf,
  type Element,
  escapeText,
  excelAttribute,
  isTrue,
  mainNamespace,
  tag,
  unescapeExcel,
  withDefaultNamespace,
  xmlHeader,
} from "./xml";

const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

/** The sheet's table parts by their relationship, in the file's order. */
const tableParts = (pkg: Package, path: string) =>
  pkg
    .relationships(path)
    .filter(({ type, external, target }) => type === "table" && !external && pkg.has(target));

export function readTables(sheet: Sheet, pkg: Package, path: string): void {
  sheet.tables = tableParts(pkg, path).flatMap(({ target }) => {
    const text = pkg.text(target)!;
    const table = readTable(readXml(text), text);
    return table ? [{ ...table, origin: target }] : [];
  });
}

function readTable(root: Element, text: string): Table | null {
  const { attributes } = root;
  const area = parseArea(attributes.ref ?? "");
  const name = attributes.displayName ?? attributes.name;
  if (!area || !name) return null;
  const filter = child(root, "autoFilter");
  const read = readFilter(filter, text);
  const style = child(root, "tableStyleInfo")?.attributes ?? {};
  return {
    id: Number(attributes.id),
    name,
    area,
    showHeaders: attributes.headerRowCount !== "0",
    showTotals: Number(attributes.totalsRowCount ?? 0) > 0,
    columns: childrenOf(child(root, "tableColumns"), "tableColumn").map((column) => readColumn(column, name)),
    style: style.name ?? "",
    showBandedRows: isTrue(style.showRowStripes),
    showBandedColumns: isTrue(style.showColumnStripes),
    highlightFirstColumn: isTrue(style.showFirstColumn),
    highlightLastColumn: isTrue(style.showLastColumn),
    showFilterButton: filter !== undefined,
    filter: read && read.criteria.length > 0 ? read : null,
  };
}

function readColumn(column: Element, table: string): TableColumn {
  const { attributes } = column;
  const formula = (name: string) => {
    const text = child(column, name)?.text;
    return text ? formulaFromFile(text, table) : "";
  };
  return {
    id: Number(attributes.id),
    name: unescapeExcel(attributes.name ?? ""),
    calculatedFormula: formula("calculatedColumnFormula"),
    totalsLabel: unescapeExcel(attributes.totalsRowLabel ?? ""),
    totalsFunction: attributes.totalsRowFunction ?? "none",
    totalsFormula: formula("totalsRowFormula"),
  };
}

const content = ({ origin: _origin, ...table }: Table) => JSON.stringify(table);

/** Writes the table parts that have changed; gives the sheet's tableParts element, null when it stands as it was. */
export function writeTables(pkg: Package, path: string, was: Table[], now: Table[]): string | null {
  const parts = tableParts(pkg, path);
  const before = new Map(was.map((table, index) => [table.id, { table, part: parts[index] }]));
  const ids = now.map((table) => {
    const known = before.get(table.id);
    before.delete(table.id);
    if (known && content(known.table) === content(table)) return known.part.id;
    const target = known?.part.target ?? pkg.newPath("xl/tables/table#.xml");
    pkg.set(target, tableXml(table, known ? pkg.text(target)! : null));
    if (known) return known.part.id;
    pkg.declare(target, contentType);
    return pkg.relate(path, "table", target);
  });
  pkg.unrelate(
    path,
    [...before.values()].map(({ part }) => part.id),
  );
  if (was.length === now.length && before.size === 0) return null;
  if (ids.length === 0) return "";
  return tag("tableParts", { count: ids.length }, ids.map((id) => tag("tablePart", { "r:id": id })).join(""));
}

const tableOrder = ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"];

function tableXml(table: Table, existing: string | null): string {
  const text =
    existing === null
      ? xmlHeader +
        tag("table", { xmlns: mainNamespace, id: table.id, name: table.name, totalsRowShown: false })
      : withDefaultNamespace(existing);
  const root = readXml(text);
  const columns = new Map(
    childrenOf(child(root, "tableColumns"), "tableColumn").map((column) => [
      Number(column.attributes.id),
      column,
    ]),
  );
  const { area } = table;
  const filtered: Area = { ...area, rowCount: area.rowCount - (table.showTotals ? 1 : 0) };
  const filter =
    table.showFilterButton && table.showHeaders
      ? { area: filtered, criteria: table.filter?.criteria ?? [] }
      : null;
  const written = changeElement(
    text,
    root,
    "table",
    {
      id: table.id,
      name: root.attributes.displayName === table.name ? undefined : table.name,
      displayName: table.name,
      ref: areaAddress(area),
      headerRowCount: table.showHeaders ? null : 0,
      totalsRowCount: table.showTotals || null,
      totalsRowShown: table.showTotals ? null : undefined,
    },
    {
      autoFilter: writeFilter(filter, text, child(root, "autoFilter")),
      ...(root.attributes.ref !== areaAddress(area) && { sortState: "" }),
      tableColumns: tag(
        "tableColumns",
        { count: table.columns.length },
        table.columns.map((column) => columnXml(column, table.name, text, columns.get(column.id))).join(""),
      ),
      tableStyleInfo: changeElement(text, child(root, "tableStyleInfo"), "tableStyleInfo", {
        name: table.style || null,
        showFirstColumn: table.highlightFirstColumn,
        showLastColumn: table.highlightLastColumn,
        showRowStripes: table.showBandedRows,
        showColumnStripes: table.showBandedColumns,
      }),
    },
    tableOrder,
  );
  return text.slice(0, root.start) + written + text.slice(root.end);
}

function columnXml(column: TableColumn, table: string, text: string, element: Element | undefined): string {
  const formula = (name: string, shown: string) => {
    const existing = child(element, name);
    if (shown === "") return "";
    if (existing && formulaFromFile(existing.text, table) === shown)
      return text.slice(existing.start, existing.end);
    return tag(name, {}, escapeText(formulaToFile(shown, table)));
  };
  return changeElement(
    text,
    element,
    "tableColumn",
    {
      id: column.id,
      name: excelAttribute(column.name),
      totalsRowFunction: column.totalsFunction === "none" ? null : column.totalsFunction,
      totalsRowLabel: excelAttribute(column.totalsLabel) || null,
    },
    {
      calculatedColumnFormula: formula("calculatedColumnFormula", column.calculatedFormula),
      totalsRowFormula: formula("totalsRowFormula", column.totalsFormula),
    },
    ["calculatedColumnFormula", "totalsRowFormula", "xmlColumnPr", "extLst"],
  );
}
