import { codeOf, open } from "../workbench/host/open";
import { contract } from "./contract";

/** The calls that Microsoft's own worksheet samples make, with figures of ours. */
const samples = "github.com/OfficeDev/office-js-snippets/tree/main/samples/excel/54-worksheet";

const fresh = (context: Excel.RequestContext, name: string) => {
  context.workbook.worksheets.getItemOrNullObject(name).delete();
  const sheet = context.workbook.worksheets.add(name);
  sheet.activate();
  return sheet;
};

contract(
  "docs",
  "PageLayout.setPrintArea, PageLayout.setPrintTitleRows, PageLayout.orientation, PageLayout.zoom, PageLayout.blackAndWhite, PageBreakCollection.add, PageLayout.centerHorizontally",
  "what is printed, how, and where pages break",
  `${samples}/worksheet-page-layout.yaml`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = fresh(context, "Utskrift");
      sheet.getRange("A1:E41").values = Array.from({ length: 41 }, (_, r) => [r, r, r, r, r]);
      sheet.horizontalPageBreaks.add("A21:E21");
      const layout = sheet.pageLayout;
      layout.centerHorizontally = true;
      layout.blackAndWhite = true;
      layout.setPrintTitleRows("$1:$1");
      layout.setPrintArea("A1:D41");
      layout.orientation = "Landscape";
      layout.zoom = { scale: 200 };
      layout.load("centerHorizontally,blackAndWhite,orientation,zoom");
      const titles = layout.getPrintTitleRows().load("address");
      const area = layout.getPrintArea().load("address");
      const columns = layout.getPrintTitleColumnsOrNullObject();
      const cell = sheet.horizontalPageBreaks.getItem(0).getCellAfterBreak().load("address");
      await context.sync();
      expect(layout.toJSON()).toMatchObject({
        centerHorizontally: true,
        blackAndWhite: true,
        orientation: "Landscape",
      });
      expect(layout.zoom).toMatchObject({ scale: 200 });
      expect([titles.address, area.address, cell.address, columns.isNullObject]).toEqual([
        "Utskrift!1:1",
        "Utskrift!A1:D41",
        "Utskrift!A21",
        true,
      ]);
    });
  },
);

contract(
  "docs",
  "HeaderFooterGroup.state, HeaderFooterGroup.firstPage, HeaderFooterGroup.evenPages, HeaderFooterGroup.oddPages, HeaderFooterGroup.useSheetMargins, PageLayout.printErrors, PageLayout.printComments",
  "headers of the first page, odd pages and even pages; errors and comments in print",
  "learn.microsoft.com/javascript/api/excel/excel.headerfootergroup",
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      const { pageLayout } = context.workbook.worksheets.getItem("Blad1");
      const { headersFooters } = pageLayout;
      headersFooters.state = "FirstOddAndEven";
      headersFooters.firstPage.centerHeader = "Socialnämnden";
      headersFooters.evenPages.leftFooter = "&P";
      headersFooters.oddPages.rightFooter = "&P (&N)";
      headersFooters.useSheetMargins = false;
      pageLayout.printErrors = "Dash";
      pageLayout.printComments = "EndSheet";
      headersFooters.load("state,useSheetMargins,useSheetScale");
      headersFooters.defaultForAllPages.load("rightFooter");
      pageLayout.load("printErrors,printComments");
      await context.sync();
      expect(headersFooters.toJSON()).toMatchObject({
        state: "FirstOddAndEven",
        useSheetMargins: false,
        useSheetScale: true,
      });
      expect(headersFooters.defaultForAllPages.rightFooter).toBe("&P (&N)");
      expect([pageLayout.printErrors, pageLayout.printComments]).toEqual(["Dash", "EndSheet"]);
    });
    expect(workbook.sheets[0].pageLayout.first.header.center).toBe("Socialnämnden");
  },
);

contract(
  "docs",
  "AutoFilter.apply, AutoFilter.reapply, AutoFilter.clearCriteria, AutoFilter.remove, AutoFilter.getRangeOrNullObject",
  "a share, an ending, again after a change, and away",
  `${samples}/worksheet-auto-filter.yaml`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = fresh(context, "Filter");
      sheet.getRange("A1:C5").values = [
        ["Enhet", "Slag", "Belopp"],
        ["Natt", "Resor", 2000],
        ["Dag", "Placering", 1800],
        ["Kväll", "Telefoni", 500],
        ["Natt", "Resurs", 3000],
      ];
      const used = sheet.getUsedRange();
      sheet.autoFilter.apply(used, 2, { criterion1: "50", filterOn: "TopPercent" });
      const view = used.getVisibleView().load("values");
      sheet.autoFilter.load("enabled,isDataFiltered,criteria");
      await context.sync();
      expect(view.values.map((row: unknown[]) => row[2])).toEqual(["Belopp", 2000, 3000]);
      expect([sheet.autoFilter.enabled, sheet.autoFilter.isDataFiltered]).toEqual([true, true]);
      sheet.autoFilter.clearCriteria();
      sheet.autoFilter.apply(used, 1, { criterion1: "=*r", filterOn: "Custom" });
      sheet.getRange("B3").values = [["Hyror"]];
      sheet.autoFilter.reapply();
      const again = used.getVisibleView().load("values");
      await context.sync();
      expect(again.values.map((row: unknown[]) => row[1])).toEqual(["Slag", "Resor", "Hyror"]);
      sheet.autoFilter.remove();
      const none = sheet.autoFilter.getRangeOrNullObject();
      const all = used.getVisibleView().load("rowCount");
      await context.sync();
      expect([none.isNullObject, all.rowCount]).toEqual([true, 5]);
    });
  },
);

contract(
  "docs",
  "Worksheet.copy, WorksheetCollection.getFirst, WorksheetCollection.getLast, Worksheet.getNext, Worksheet.getPrevious, WorksheetCollection.getCount, Worksheet.position",
  "copied and placed; neighbours, first and last, hidden ones or not",
  `${samples}/reference-worksheets-by-relative-position.yaml`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheets = context.workbook.worksheets;
      fresh(context, "Skatt 2023");
      fresh(context, "Skatt 2024");
      const copy = sheets.getItem("Blad1").copy("After", sheets.getItem("Skatt 2023"));
      copy.name = "Kopian";
      copy.showGridlines = false;
      sheets.getItem("Skatt 2024").visibility = "Hidden";
      sheets.load("items/name,items/position");
      const [first, last, lastVisible] = [sheets.getFirst(), sheets.getLast(), sheets.getLast(true)];
      const next = sheets.getFirst().getNext().load("name");
      const previous = sheets.getLast().getPrevious().load("name");
      const none = sheets.getLast().getNextOrNullObject();
      [first, last, lastVisible, copy].forEach((sheet) => sheet.load("name,showGridlines,tabColor"));
      const counts = [sheets.getCount(), sheets.getCount(true)];
      await context.sync();
      expect(sheets.items.map(({ name }) => name)).toEqual(["Blad1", "Skatt 2023", "Kopian", "Skatt 2024"]);
      expect([first.name, last.name, lastVisible.name, next.name, previous.name]).toEqual([
        "Blad1",
        "Skatt 2024",
        "Kopian",
        "Skatt 2023",
        "Kopian",
      ]);
      expect([none.isNullObject, copy.showGridlines, counts.map(({ value }) => value)]).toEqual([
        true,
        false,
        [4, 3],
      ]);
    });
  },
);

contract(
  "docs",
  "WorksheetFreezePanes.freezeAt, WorksheetFreezePanes.freezeRows, WorksheetFreezePanes.freezeColumns, WorksheetFreezePanes.unfreeze, WorksheetFreezePanes.getLocationOrNullObject",
  "rows, columns or a corner stand still; the place is told",
  `${samples}/worksheet-freeze-panes.yaml`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = fresh(context, "Fryst");
      const place = async () => {
        const found = sheet.freezePanes.getLocationOrNullObject().load("address");
        await context.sync();
        return found.isNullObject ? null : found.address;
      };
      sheet.freezePanes.freezeRows(2);
      expect(await place()).toBe("Fryst!1:2");
      sheet.freezePanes.freezeColumns(3);
      expect(await place()).toBe("Fryst!A:C");
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B1"));
      expect(await place()).toBe("Fryst!A1:B1");
      sheet.freezePanes.unfreeze();
      expect(await place()).toBeNull();
    });
  },
);

contract(
  "docs",
  "Worksheet.getCell, Worksheet.getRange, Worksheet.getRangeByIndexes, Range.getCell, Range.getOffsetRange, Range.getResizedRange, Range.getIntersection, Range.getBoundingRect, Range.getEntireColumn",
  "cells and ranges found from a sheet and from each other",
  `${samples}/worksheet-range-cell.yaml`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = fresh(context, "Adresser");
      const found = {
        cell: sheet.getCell(1, 2),
        range: sheet.getRange("B2:C3"),
        whole: sheet.getRange(),
        indexes: sheet.getRangeByIndexes(1, 1, 2, 3),
        offset: sheet.getRange("B2:C3").getOffsetRange(-1, 1),
        resized: sheet.getRange("B2:C3").getResizedRange(1, -1),
        common: sheet.getRange("B2:C3").getIntersection("C3:D4"),
        around: sheet.getRange("B2").getBoundingRect("D5"),
        column: sheet.getRange("B2:C3").getEntireColumn(),
        after: sheet.getRange("B2:C3").getColumnsAfter(2),
        below: sheet.getRange("B2:C3").getRowsBelow(),
      };
      for (const range of Object.values(found)) range.load("address");
      await context.sync();
      expect(Object.fromEntries(Object.entries(found).map(([name, { address }]) => [name, address]))).toEqual(
        {
          cell: "Adresser!C2",
          range: "Adresser!B2:C3",
          whole: "Adresser!1:1048576",
          indexes: "Adresser!B2:D3",
          offset: "Adresser!C1:D2",
          resized: "Adresser!B2:B4",
          common: "Adresser!C3",
          around: "Adresser!B2:D5",
          column: "Adresser!B:C",
          after: "Adresser!D2:E3",
          below: "Adresser!B4:C4",
        },
      );
    });
  },
);

contract(
  "docs",
  "Worksheet.tabColor, Worksheet.visibility, Worksheet.showGridlines, Worksheet.showHeadings, WorksheetCollection.getActiveWorksheet, Worksheet.activate",
  "tabs coloured and hidden, gridlines off, one sheet active",
  `${samples}/tab-color.yaml`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = fresh(context, "Flik");
      sheet.tabColor = "#FF0000";
      sheet.showGridlines = false;
      sheet.showHeadings = false;
      context.workbook.worksheets.getItem("Blad1").visibility = "VeryHidden";
      const active = context.workbook.worksheets
        .getActiveWorksheet()
        .load("name,tabColor,showGridlines,showHeadings");
      await context.sync();
      expect(active.toJSON()).toMatchObject({
        name: "Flik",
        tabColor: "#FF0000",
        showGridlines: false,
        showHeadings: false,
      });
    });
    expect(
      await codeOf(run, (context) => {
        context.workbook.worksheets.getItem("Flik").visibility = "Hidden";
      }),
    ).toBe("InvalidOperation");
  },
);

contract(
  "docs",
  "Worksheet.customProperties, WorksheetCustomPropertyCollection.add, WorksheetCustomPropertyCollection.getItemOrNullObject, WorksheetCustomProperty.value, WorksheetCustomProperty.delete",
  "an add-in's own properties of a sheet, keys without regard to case",
  "github.com/OfficeDev/office-js-snippets/tree/main/samples/excel/26-document/custom-properties.yaml",
  async () => {
    const { run } = open();
    await run(async (context) => {
      const { customProperties } = context.workbook.worksheets.getItem("Blad1");
      customProperties.add("Profil", "sv");
      customProperties.add("profil", "sv-SE");
      const found = customProperties.getItemOrNullObject("PROFIL").load("key,value");
      const none = customProperties.getItemOrNullObject("Saknas");
      const count = customProperties.getCount();
      await context.sync();
      expect([found.key, found.value, none.isNullObject, count.value]).toEqual(["Profil", "sv-SE", true, 1]);
      found.delete();
      const left = customProperties.getCount();
      await context.sync();
      expect(left.value).toBe(0);
    });
  },
);
