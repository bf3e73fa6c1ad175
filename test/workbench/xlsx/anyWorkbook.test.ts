/** Whatever the model holds is written and read back as it was left. */
import fc from "fast-check";
import type { Area } from "../../../src/workbook/address";
import { errorCodes, type CellValue } from "../../../src/workbook/cell";
import { defaultPageLayout, type Validation } from "../../../src/workbench/model/parts";
import type { Sheet } from "../../../src/workbench/model/sheet";
import { type Color, defaultStyle, type Style } from "../../../src/workbench/model/styles";
import { Workbook } from "../../../src/workbench/model/workbook";
import { readWorkbook, writeWorkbook } from "../../../src/workbench/xlsx";
import { faults } from "./checkPackage";
import { held } from "./held";
import { differences } from "./zipParts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    " blank ",
    "rad\nrad",
    "vagn\r\nretur",
    "_x000D_",
    "<&>\"'",
    "åäö €",
    "=1+1",
    "𝒳",
    "\u0001",
    "'",
  ),
);
const words = text.filter((one) => one !== "");
const value: fc.Arbitrary<CellValue> = fc.oneof(
  {
    arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => (one === 0 ? 0 : one)),
    weight: 3,
  },
  { arbitrary: fc.integer(), weight: 3 },
  { arbitrary: words, weight: 4 },
  fc.boolean(),
  fc.constantFrom(...errorCodes).map((fel) => ({ fel })),
);
const rgb = fc
  .integer({ min: 0, max: 0xffffff })
  .map((one) => `#${one.toString(16).toUpperCase().padStart(6, "0")}`);
const color: fc.Arbitrary<Color> = fc.oneof(
  rgb.map((one) => ({ rgb: one })),
  fc.constant({ rgb: "#4472C4", theme: 4 }),
);
const side = fc.record({ style: fc.constantFrom("thin", "medium", "double", "dashDot"), color });
const style: fc.Arbitrary<Style> = fc.record({
  numberFormat: fc.constantFrom("General", "0.00", "# ##0", '0.0" tkr"', "yyyy-mm-dd", '"<&>"0', "[Red]-0;@"),
  font: fc.record({
    name: fc.constantFrom("Calibri", "Arial & co"),
    size: fc.constantFrom(8, 10.5, 11, 24),
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.constantFrom("None", "Single", "Double", "SingleAccountant", "DoubleAccountant"),
    strikethrough: fc.boolean(),
    vertical: fc.constantFrom("baseline", "superscript", "subscript"),
    color,
  }),
  fill: fc.oneof(
    fc.constant(defaultStyle.fill),
    fc.record({
      pattern: fc.constant("solid"),
      color,
      patternColor: fc.constant({ rgb: "#000000", indexed: 64 }),
    }),
    fc.record({ pattern: fc.constantFrom("gray125", "darkGrid"), color, patternColor: color }),
  ),
  border: fc.record(
    { left: side, top: side, bottom: side, diagonal: side, diagonalUp: fc.constant(true) },
    { requiredKeys: [] },
  ),
  alignment: fc.record({
    horizontal: fc.constantFrom("general", "left", "centerContinuous", "distributed"),
    vertical: fc.constantFrom("top", "center", "bottom"),
    indent: fc.constantFrom(0, 3),
    wrap: fc.boolean(),
    shrink: fc.boolean(),
    rotation: fc.constantFrom(0, 45, 180, 255),
    readingOrder: fc.constantFrom(0, 1, 2),
  }),
  protection: fc.record({ locked: fc.boolean(), hidden: fc.boolean() }),
  cellStyle: fc.constant("Normal"),
  quotePrefix: fc.boolean(),
});
const area: fc.Arbitrary<Area> = fc.record({
  row: fc.nat(30),
  column: fc.nat(20),
  rowCount: fc.integer({ min: 1, max: 5 }),
  columnCount: fc.integer({ min: 1, max: 5 }),
});
const areas = fc.array(area, { minLength: 1, maxLength: 3 });
const formula = fc.constantFrom(
  "SUM(A1:B2)",
  "'Blad & ö'!$A$1*2%",
  'IF(A1<>"&","<",TRUE)',
  "XLOOKUP(1,A:A,B:B)",
  "LET(x,1,x+A1)",
  "Moms",
);
const validation: fc.Arbitrary<Validation> = fc.record({
  ranges: areas,
  type: fc.constantFrom("whole", "decimal", "list", "date", "custom", "textLength"),
  operator: fc.constantFrom("between", "greaterThan", "notEqual"),
  formula1: fc.constantFrom("1", '"a,b"', "$A$1:$A$9", "SUM(A1:A3)>1"),
  formula2: fc.constantFrom("", "9"),
  allowBlank: fc.boolean(),
  showDropdown: fc.boolean(),
  errorStyle: fc.constantFrom("stop", "warning", "information"),
  showError: fc.boolean(),
  errorTitle: text,
  error: text,
  showPrompt: fc.boolean(),
  promptTitle: text,
  prompt: text,
});
const threshold = fc.constantFrom(
  { type: "min" },
  { type: "max" },
  { type: "num", value: "3" },
  { type: "percent", value: "50" },
);
/** What differs from a new bar; a border below zero is only told where there is one above. */
const barLook = fc
  .record(
    {
      gradient: fc.constant(false),
      minLength: fc.constant(10),
      maxLength: fc.constant(90),
      axisColor: fc.constantFrom("", "#123456"),
      negativeFill: fc.constant("#654321"),
      borderColor: rgb,
      negativeBorder: rgb,
      direction: fc.constantFrom("LeftToRight", "RightToLeft"),
      axisFormat: fc.constantFrom("None", "CellMidPoint"),
    },
    { requiredKeys: ["maxLength"] },
  )
  .map(({ negativeBorder, ...look }) =>
    look.borderColor !== undefined && negativeBorder !== undefined ? { ...look, negativeBorder } : look,
  );
const conditional = fc.record({
  ranges: areas,
  stopIfTrue: fc.boolean(),
  kind: fc.oneof(
    fc.record({
      type: fc.constant("cellIs"),
      operator: fc.constantFrom("lessThan", "between"),
      formulas: fc.constantFrom<string[]>(["1", "2"], ["$A$1", 'IF(A1="<",1,2)']),
      style: fc.record({
        font: fc.record({ bold: fc.boolean(), color }),
        fill: fc.record({ pattern: fc.constant("solid"), color }),
      }),
    }),
    fc.record({
      type: fc.constant("expression"),
      formulas: formula.map((one) => [one]),
      style: fc.record({ numberFormat: fc.constantFrom("0.00", '"<"0'), border: fc.record({ left: side }) }),
    }),
    fc.record({
      type: fc.constant("colorScale"),
      formulas: fc.constant<string[]>([]),
      colorScale: fc.record({
        thresholds: fc.tuple(threshold, threshold, threshold),
        colors: fc.tuple(rgb, rgb, rgb),
      }),
    }),
    fc.record({
      type: fc.constant("iconSet"),
      formulas: fc.constant<string[]>([]),
      iconSet: fc.record({
        set: fc.constantFrom("3Arrows", "3Symbols", "3Stars"),
        showValue: fc.boolean(),
        reverse: fc.boolean(),
        thresholds: fc.tuple(threshold, threshold, threshold),
      }),
    }),
    fc.record({
      type: fc.constant("dataBar"),
      formulas: fc.constant<string[]>([]),
      dataBar: fc.record(
        {
          color: rgb,
          showValue: fc.boolean(),
          min: fc.oneof(threshold, fc.constant({ type: "autoMin" })),
          max: fc.oneof(threshold, fc.constant({ type: "autoMax" })),
          look: barLook,
        },
        { requiredKeys: ["color", "showValue", "min", "max"] },
      ),
    }),
  ),
});
const section = text.filter((one) => !/&|\r/.test(one));
const header = fc.record({ left: section, center: section, right: section });
const quarter = fc.constantFrom(0.25, 0.5, 1, 1.75);
const layout = fc.record({
  orientation: fc.constantFrom("portrait", "landscape"),
  paperSize: fc.constantFrom(1, 8, 9),
  scale: fc.integer({ min: 10, max: 400 }),
  margins: fc.record({
    left: quarter,
    right: quarter,
    top: quarter,
    bottom: quarter,
    header: quarter,
    footer: quarter,
  }),
  centerHorizontally: fc.boolean(),
  centerVertically: fc.boolean(),
  printGridlines: fc.boolean(),
  printHeadings: fc.boolean(),
  blackAndWhite: fc.boolean(),
  draft: fc.boolean(),
  firstPage: fc.option(fc.integer({ min: 1, max: 99 })),
  order: fc.constantFrom("downThenOver", "overThenDown"),
  errors: fc.constantFrom("displayed", "blank", "dash", "NA"),
  comments: fc.constantFrom("none", "atEnd", "asDisplayed"),
  header,
  footer: header,
  first: fc.record({ different: fc.constant(true), header, footer: header }),
  even: fc.record({ different: fc.constant(true), header, footer: header }),
  headersAlign: fc.boolean(),
  headersScale: fc.boolean(),
  printArea: fc.array(area, { maxLength: 2 }),
  titleRows: fc.option(fc.constant({ first: 1, last: 3 })),
  titleColumns: fc.option(fc.constant({ first: 0, last: 2 })),
  rowBreaks: fc.constantFrom<number[]>([], [4, 9]),
  columnBreaks: fc.constantFrom<number[]>([], [2]),
});
const sheetContent = fc.record({
  cells: fc.array(
    fc.record({
      row: fc.oneof({ arbitrary: fc.nat(12), weight: 9 }, fc.constant(200)),
      column: fc.oneof({ arbitrary: fc.nat(9), weight: 9 }, fc.constant(60)),
      value: fc.option(value),
      style: fc.option(fc.nat(3)),
      formula: fc.option(formula, { freq: 4 }),
    }),
    { maxLength: 40 },
  ),
  lines: fc.array(
    fc.record({
      at: fc.nat(15),
      height: fc.constantFrom(6, 12.75, 30),
      hidden: fc.boolean(),
      outlineLevel: fc.constantFrom(0, 1, 7),
    }),
    { maxLength: 3 },
  ),
  columns: fc.array(
    fc.record({
      at: fc.nat(12),
      width: fc.constantFrom(2.5, 9.140625, 40),
      hidden: fc.boolean(),
      outlineLevel: fc.constantFrom(0, 2),
    }),
    { maxLength: 4 },
  ),
  merges: fc.uniqueArray(fc.nat(6), { maxLength: 3 }),
  validations: fc.array(validation, { maxLength: 3 }),
  conditional: fc.array(conditional, { maxLength: 4 }),
  links: fc.array(
    fc.record({
      area,
      address: fc.constantFrom("", "https://example.se/?a=1&b=å_x0041_", "mailto:a@example.se"),
      documentReference: fc.constantFrom("'Blad & ö'!A1", "Moms"),
      screenTip: text,
    }),
    { maxLength: 3 },
  ),
  properties: fc.dictionary(fc.constantFrom("koll", "Å & ö", "tom"), text, { maxKeys: 2 }),
  notes: fc.uniqueArray(
    fc.record({ row: fc.nat(9), column: fc.nat(5), text: words, author: words, visible: fc.boolean() }),
    {
      maxLength: 3,
      selector: ({ row, column }) => row * 100 + column,
    },
  ),
  layout,
  freeze: fc.option(fc.record({ rows: fc.integer({ min: 1, max: 4 }), columns: fc.nat(3) })),
  tabColor: fc.oneof(fc.constant(""), rgb),
  zoom: fc.integer({ min: 10, max: 400 }),
  showGridlines: fc.boolean(),
  showHeadings: fc.boolean(),
  hidden: fc.boolean(),
  selection: area,
  protected: fc.boolean(),
  filter: fc.option(area),
});
type Content = typeof sheetContent extends fc.Arbitrary<infer T> ? T : never;

function fill(sheet: Sheet, content: Content, styles: number[]): void {
  for (const { row, column, value: one, style: number, formula: words } of content.cells) {
    if (one !== null) sheet.setValue(row, column, one);
    if (number !== null) sheet.setStyle(row, column, styles[number]);
    sheet.setFormula(row, column, words === null ? undefined : { text: `=${words}`, kind: "cell" });
  }
  for (const { at, ...line } of content.lines) Object.assign(sheet.ensureRow(at), line);
  for (const { at, ...column } of content.columns) sheet.columns[at] = column;
  sheet.merges = content.merges.map((at) => ({ row: at * 3, column: 2, rowCount: 2, columnCount: 3 }));
  sheet.validations = content.validations;
  sheet.conditionalFormats = content.conditional.map(({ kind, ...rest }, index) => ({
    id: `{00000000-0000-4000-8000-00000000000${index}}`,
    priority: index + 1,
    ...rest,
    ...kind,
  }));
  sheet.hyperlinks = content.links;
  sheet.notes = content.notes;
  sheet.customProperties = new Map(Object.entries(content.properties));
  sheet.pageLayout = { ...defaultPageLayout(), ...content.layout };
  sheet.freeze = content.freeze;
  sheet.tabColor = content.tabColor;
  sheet.zoom = content.zoom;
  sheet.showGridlines = content.showGridlines;
  sheet.showHeadings = content.showHeadings;
  sheet.selection = content.selection;
  if (content.hidden) sheet.visibility = "hidden";
  if (content.filter) sheet.filter = { area: content.filter, criteria: [] };
}

const book = fc
  .record({
    sheets: fc.array(sheetContent, { minLength: 1, maxLength: 3 }),
    styles: fc.tuple(style, style, style, style),
    title: words,
    custom: fc.dictionary(
      fc.constantFrom("Antal", "Å & ö"),
      fc.oneof(words, fc.double({ noNaN: true, noDefaultInfinity: true, min: 1, max: 9 }), fc.boolean()),
    ),
    setting: fc.jsonValue({ maxDepth: 2 }),
    date1904: fc.boolean(),
  })
  .map(({ sheets, styles, title, custom, setting, date1904 }) => {
    const workbook = new Workbook();
    const numbers = styles.map((one) => workbook.styles.add(one));
    workbook.addSheet("Först");
    sheets.forEach((content, index) => {
      fill(workbook.addSheet(index === 0 ? "Blad & ö" : `Blad '${index}' x`), content, numbers);
    });
    workbook.names.push({
      name: "Moms",
      sheet: null,
      formula: "='Blad & ö'!$A$1",
      visible: true,
      comment: title,
    });
    workbook.properties.title = title;
    for (const [name, one] of Object.entries(custom)) workbook.properties.custom.set(name, one);
    workbook.settings.set("koll", setting);
    workbook.customXmlParts.push({ id: "{4B4F4C4C-0000-4000-8000-000000000001}", xml: "<a>å&amp;</a>" });
    workbook.date1904 = date1904;
    return workbook;
  });

test("any workbook made from nothing, written and read, is the same; and comes out as it came", async () => {
  await fc.assert(
    fc.asyncProperty(book, async (workbook) => {
      const saved = await writeWorkbook(workbook);
      expect(faults(saved)).toEqual([]);
      const again = await readWorkbook(saved);
      expect(held(again)).toEqual(held(workbook));
      expect(again.date1904).toBe(workbook.date1904);
      expect(differences(saved, await writeWorkbook(again))).toEqual([]);
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 60_000);

test("any workbook read from a file and changed into any other is that other when read again", async () => {
  await fc.assert(
    fc.asyncProperty(
      book,
      sheetContent,
      fc.tuple(style, style, style, style),
      async (workbook, content, styles) => {
        const read = await readWorkbook(await writeWorkbook(workbook));
        fill(
          read.sheets[1],
          content,
          styles.map((one) => read.styles.add(one)),
        );
        const saved = await writeWorkbook(read);
        expect(faults(saved)).toEqual([]);
        expect(held(await readWorkbook(saved))).toEqual(held(read));
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
}, 60_000);
