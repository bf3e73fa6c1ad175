import type { MeasureColumn } from "../../src/actions/atgarder";
import { entryText, monthOf, readEntry } from "../../src/taskpane/atgarder/entry";

const column = (field: string, kind: MeasureColumn["kind"]): MeasureColumn => ({
  key: field,
  field,
  year: null,
  header: field,
  column: 0,
  kind,
  choices: [],
});

describe("a measure's fields", () => {
  test.each([
    [202304, 202304],
    ["2023-04", 202304],
    ["2023-04-15", 202304],
    [45017, 202304],
    ["2023-13", null],
    [17, null],
    ["snart", null],
    [null, null],
  ])("a start of %p is the month %p", (value, expected) => {
    expect(monthOf(value)).toBe(expected);
  });

  test("a start month is shown as a month and written as the number the column holds", () => {
    const start = column("startmanad", "month");
    expect(entryText(202304, start, "sv")).toBe("2023-04");
    expect(readEntry("2023-04", start, "tkr")).toEqual({ value: 202304 });
    expect(readEntry("202304", start, "tkr")).toEqual({ value: 202304 });
    expect(readEntry("april", start, "tkr")).toEqual({ unread: "badMonth" });
  });

  test("an effect keeps its decimals, may be '-' for not calculated, and is refused when it can't be read", () => {
    const effect = column("effekt", "amount");
    expect(entryText(202.5, effect, "sv")).toBe("202,5");
    expect(readEntry("202,5", effect, "tkr")).toEqual({ value: 202.5 });
    expect(readEntry("–", effect, "tkr")).toEqual({ value: "-" });
    expect(readEntry("", effect, "tkr")).toEqual({ value: null });
    expect(readEntry("cirka 200", effect, "tkr")).toEqual({ unread: "unreadable" });
  });

  test("a date of decision is shown and read as a date", () => {
    const decided = column("beslutsdatum", "text");
    expect(entryText(44927, decided, "sv")).toBe("2023-01-01");
    expect(readEntry("2023-01-01", decided, "tkr")).toEqual({ value: 44927 });
    expect(readEntry("2023-02-31", decided, "tkr")).toEqual({ unread: "badDate" });
    expect(readEntry("nämnden i mars", decided, "tkr")).toEqual({ value: "nämnden i mars" });
  });
});
