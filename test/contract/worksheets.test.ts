import { codeOf, look, open } from "../workbench/host/open";
import { contract } from "./contract";

const api = "learn.microsoft.com/javascript/api/excel/excel";

contract(
  "docs",
  "WorksheetCollection.add",
  "a new sheet comes last and is not activated",
  `${api}.worksheetcollection`,
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      context.workbook.worksheets.add("Data");
      await context.sync();
    });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Blad1", "Data"]);
    expect(workbook.activeSheet?.name).toBe("Blad1");
  },
);

contract(
  "assumed",
  "WorksheetCollection.add",
  "without a name the first free Sheet1, Sheet2 … is taken",
  "",
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      context.workbook.worksheets.add();
      context.workbook.worksheets.add();
      await context.sync();
    });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Blad1", "Sheet1", "Sheet2"]);
  },
);

contract(
  "docs",
  "Worksheet.name",
  "the name of another sheet, in any case, is refused",
  `${api}.errorcodes`,
  async () => {
    const { run } = open();
    expect(await codeOf(run, (context) => void context.workbook.worksheets.add("BLAD1"))).toBe(
      "ItemAlreadyExists",
    );
  },
);

contract(
  "docs",
  "Worksheet.name",
  "1–31 characters, none of : \\ / ? * [ ], no apostrophe first or last, not History",
  "support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9",
  async () => {
    for (const name of [
      "",
      "a".repeat(32),
      "a:b",
      "a/b",
      "a\\b",
      "a?b",
      "a*b",
      "[a]",
      "'a",
      "a'",
      "History",
    ]) {
      const { run } = open();
      expect([
        name,
        await codeOf(run, (context) => void (context.workbook.worksheets.getItem("Blad1").name = name)),
      ]).toEqual([name, "InvalidArgument"]);
    }
    const { run } = open();
    expect(await codeOf(run, (context) => void context.workbook.worksheets.add("Å".repeat(31)))).toBe("");
  },
);

contract(
  "docs",
  "WorksheetCollection.getItem",
  "a sheet that isn't there gives ItemNotFound",
  `${api}.errorcodes`,
  async () => {
    const { run } = open();
    expect(
      await codeOf(run, (context) => void context.workbook.worksheets.getItem("Finns inte").load("name")),
    ).toBe("ItemNotFound");
  },
);

contract(
  "docs",
  "WorksheetCollection.getItemOrNullObject",
  "a sheet that isn't there gives a null object; calls on it do nothing and what hangs on it is null too",
  "learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#ornullobject-methods-and-properties",
  async () => {
    const { run } = open();
    await run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject("Finns inte");
      const range = missing.getUsedRangeOrNullObject();
      range.load("address");
      missing.delete();
      missing.name = "Något";
      await context.sync();
      expect([missing.isNullObject, range.isNullObject]).toEqual([true, true]);
    });
  },
);

contract("assumed", "Worksheet.delete", "the only visible sheet can't be deleted", "", async () => {
  const { run, workbook } = open();
  workbook.addSheet("Gömt").visibility = "hidden";
  expect(await codeOf(run, (context) => context.workbook.worksheets.getItem("Blad1").delete())).toBe(
    "InvalidOperation",
  );
});

contract(
  "docs",
  "Worksheet.delete",
  "a very hidden sheet can't be deleted",
  `${api}.worksheet#excel-excel-worksheet-delete-member(1)`,
  async () => {
    const { run, workbook } = open();
    workbook.addSheet("Gömt").visibility = "veryHidden";
    expect(await codeOf(run, (context) => context.workbook.worksheets.getItem("Gömt").delete())).toBe(
      "InvalidOperation",
    );
  },
);

contract(
  "assumed",
  "Worksheet.delete",
  "formulas that name the sheet show #REF! in its place, and its own names go",
  "",
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      const data = context.workbook.worksheets.add("Data");
      data.names.add("Lokalt", data.getRange("A1"));
      context.workbook.worksheets.getItem("Blad1").getRange("A1:A2").formulas = [
        ["=Data!B2*2"],
        ["=SUM(Data!A:A)"],
      ];
      data.delete();
      await context.sync();
    });
    expect(workbook.sheets[0].formula(0, 0)?.text).toBe("=#REF!B2*2");
    expect(workbook.names).toEqual([]);
  },
);

contract(
  "assumed",
  "Worksheet.name",
  "formulas, names, validations and charts follow a sheet's new name",
  "",
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      const sheets = context.workbook.worksheets;
      const blad = sheets.getItem("Blad1");
      const data = sheets.add("Data");
      blad.getRange("A1:A3").formulas = [["=Data!A1"], ["=SUM(Data:Slut!A1)"], ['="Data!A1"&Data!$B$2']];
      context.workbook.names.add("Område", data.getRange("A1:B2"));
      sheets.add("Slut");
      await context.sync();
      data.name = "Nya data";
      await context.sync();
    });
    const [blad] = workbook.sheets;
    expect([0, 1, 2].map((row) => blad.formula(row, 0)?.text)).toEqual([
      "='Nya data'!A1",
      "=SUM('Nya data:Slut'!A1)",
      "=\"Data!A1\"&'Nya data'!$B$2",
    ]);
    expect(workbook.names[0].formula).toBe("='Nya data'!$A$1:$B$2");
  },
);

contract(
  "docs",
  "Worksheet.position",
  "the zero-based place among the sheets, which moves the sheet when set",
  `${api}.worksheet#excel-excel-worksheet-position-member`,
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      context.workbook.worksheets.add("B");
      context.workbook.worksheets.add("C").position = 0;
      await context.sync();
    });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["C", "Blad1", "B"]);
    expect(await codeOf(run, (context) => void (context.workbook.worksheets.getItem("B").position = 9))).toBe(
      "InvalidArgument",
    );
  },
);

contract(
  "assumed",
  "Worksheet.visibility",
  "Visible, Hidden or VeryHidden; one sheet has to stay visible",
  "",
  async () => {
    const { run, workbook } = open();
    expect(
      await codeOf(
        run,
        (context) => void (context.workbook.worksheets.getItem("Blad1").visibility = "Hidden"),
      ),
    ).toBe("InvalidOperation");
    workbook.addSheet("Två");
    expect(
      await codeOf(
        run,
        (context) => void (context.workbook.worksheets.getItem("Blad1").visibility = "VeryHidden"),
      ),
    ).toBe("");
    expect(
      await look(run, (context) => context.workbook.worksheets.getItem("Blad1"), "visibility"),
    ).toMatchObject({
      visibility: "VeryHidden",
    });
  },
);

contract(
  "docs",
  "Worksheet.tabColor",
  "a colour as #RRGGBB, upper case, or empty for none",
  `${api}.worksheet#excel-excel-worksheet-tabcolor-member`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      context.workbook.worksheets.getItem("Blad1").tabColor = "#ffa500";
      await context.sync();
    });
    expect(
      await look(run, (context) => context.workbook.worksheets.getItem("Blad1"), "tabColor"),
    ).toMatchObject({ tabColor: "#FFA500" });
  },
);

contract(
  "docs",
  "Worksheet.getUsedRange",
  "a blank sheet gives its top left cell; the OrNullObject form a null object",
  `${api}.worksheet#excel-excel-worksheet-getusedrange-member(1)`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      const used = sheet.getUsedRange().load("address");
      const none = sheet.getUsedRangeOrNullObject();
      none.load("address");
      await context.sync();
      expect([used.address, none.isNullObject]).toEqual(["Blad1!A1", true]);
    });
  },
);

contract(
  "docs",
  "Worksheet.getUsedRange",
  "formatted cells count unless only values are asked for",
  `${api}.worksheet#excel-excel-worksheet-getusedrange-member(1)`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      sheet.getRange("B2").values = [[1]];
      sheet.getRange("D5").format.fill.color = "yellow";
      const [all, values] = [sheet.getUsedRange(), sheet.getUsedRange(true)];
      all.load("address");
      values.load("address");
      await context.sync();
      expect([all.address, values.address]).toEqual(["Blad1!B2:D5", "Blad1!B2"]);
    });
  },
);

contract(
  "docs",
  "WorksheetFreezePanes.freezeAt, WorksheetFreezePanes.getLocation",
  "freezes all above and left of the range's end; nothing frozen has no location",
  `${api}.worksheetfreezepanes`,
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      const before = sheet.freezePanes.getLocationOrNullObject();
      before.load("address");
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B4"));
      const after = sheet.freezePanes.getLocation().load("address");
      await context.sync();
      expect([before.isNullObject, after.address]).toEqual([true, "Blad1!A1:B4"]);
    });
    expect(workbook.sheets[0].freeze).toEqual({ rows: 4, columns: 2 });
  },
);

contract(
  "assumed",
  "Worksheet.copy",
  "copies contents, formats and tables, with names of their own",
  "",
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      sheet.getRange("A1:B2").values = [
        ["Post", "Utfall"],
        ["Hyra", 5],
      ];
      sheet.tables.add("A1:B2", true).name = "Utfall";
      sheet.getRange("D1").formulas = [["=Blad1!B2"]];
      sheet.copy("After", sheet);
      await context.sync();
    });
    const copy = workbook.sheets[1];
    expect(copy.name).toBe("Blad1 (2)");
    expect(copy.value(1, 1)).toBe(5);
    expect(copy.formula(0, 3)?.text).toBe("=B2");
    expect(copy.tables[0].name).not.toBe("Utfall");
  },
);

contract(
  "docs",
  "WorksheetProtection.protect, WorksheetProtection.unprotect",
  "protecting a protected sheet fails; locked cells refuse writing, unlocked don't",
  `${api}.worksheetprotection#excel-excel-worksheetprotection-protect-member(1)`,
  async () => {
    const { run } = open();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Blad1");
      sheet.getRange("B1").format.protection.locked = false;
      sheet.protection.protect({ allowFormatCells: false });
      await context.sync();
    });
    const sheet = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Blad1");
    expect(await codeOf(run, (context) => sheet(context).protection.protect())).toBe("AccessDenied");
    expect(await codeOf(run, (context) => void (sheet(context).getRange("A1").values = [[1]]))).toBe(
      "AccessDenied",
    );
    expect(await codeOf(run, (context) => void (sheet(context).getRange("B1").values = [[1]]))).toBe("");
    expect(await codeOf(run, (context) => void (sheet(context).getRange("B1").format.font.bold = true))).toBe(
      "AccessDenied",
    );
    expect(await codeOf(run, (context) => sheet(context).protection.unprotect())).toBe("");
    expect(await codeOf(run, (context) => void (sheet(context).getRange("A1").values = [[1]]))).toBe("");
  },
);

contract(
  "docs",
  "WorkbookProtection.protect",
  "a protected structure takes no new sheet, no new name and no deletion",
  "github.com/OfficeDev/office-js-snippets/tree/main/samples/excel/50-workbook/data-protection.yaml",
  async () => {
    const { run, workbook } = open();
    workbook.addSheet("Två");
    await run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
    expect(await codeOf(run, (context) => void context.workbook.worksheets.add("X"))).toBe("AccessDenied");
    expect(await codeOf(run, (context) => context.workbook.worksheets.getItem("Två").delete())).toBe(
      "AccessDenied",
    );
    expect(await codeOf(run, (context) => void (context.workbook.worksheets.getItem("Två").name = "Y"))).toBe(
      "AccessDenied",
    );
  },
);

contract(
  "docs",
  "PageLayout.zoom, PageLayout.setPrintTitleRows, PageLayout.setPrintArea, HeaderFooter.leftFooter",
  "what is set is what is read",
  `${api}.pagelayout`,
  async () => {
    const { run, workbook } = open();
    await run(async (context) => {
      const layout = context.workbook.worksheets.getItem("Blad1").pageLayout;
      layout.orientation = "Landscape";
      layout.paperSize = "A4";
      layout.zoom = { horizontalFitToPages: 1 };
      layout.leftMargin = 36;
      layout.setPrintArea("A1:D20");
      layout.setPrintTitleRows("$1:$3");
      layout.headersFooters.defaultForAllPages.leftFooter = "Sida &P";
      layout.load("orientation,paperSize,zoom,leftMargin");
      const area = layout.getPrintArea().load("address");
      const rows = layout.getPrintTitleRowsOrNullObject();
      rows.load("address");
      await context.sync();
      expect(layout.toJSON()).toMatchObject({ orientation: "Landscape", paperSize: "A4", leftMargin: 36 });
      expect([area.address, rows.address]).toEqual(["Blad1!A1:D20", "Blad1!1:3"]);
    });
    expect(workbook.sheets[0].pageLayout).toMatchObject({
      fit: { width: 1, height: 0 },
      footer: { left: "Sida &P" },
      margins: { left: 0.5 },
    });
  },
);
