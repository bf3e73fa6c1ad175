import { monthCode, readSource, recogniseSources, sumWhere } from "../../../src/sources";
import { type Chunks, importedSheet, importSie as read } from "../../../src/sources/import";
import { tokens } from "../../../src/sources/import/sie";
import { book } from "../fixtures/sheets";

const importSie = (chunks: Chunks) => read(chunks, { name: "utdrag.se" });
const cp437: Record<string, number> = { å: 0x86, ä: 0x84, ö: 0x94, Å: 0x8f, Ä: 0x8e, Ö: 0x99 };
const asPc8 = (text: string) => Uint8Array.from([...text].map((c) => cp437[c] ?? c.charCodeAt(0)));

const file = `#FLAGGA 0
#FORMAT PC8
#SIETYP 4
#PROGRAM "Ekonomisystem" 1.0
#GEN 20230901
#FNAMN "Vård- och omsorgsnämnden"
#RAR 0 20230101 20231231
#RAR -1 20220101 20221231
#KPTYP "KommunBas"
#KONTO 1910 "Kassa"
#KONTO 3110 "Avgifter"
#KONTO 5010 "Löner"
#DIM 1 "Ansvar"
#DIM 6 "Verksamhet"
#OBJEKT 1 "100" "Stab ""
#OBJEKT 1 "200" "Hemtjänst \\"Norr\\""
#OBJEKT 6 "510" "Hemvård"
#IB 0 1910 1000.00
#UB 0 1910 -1500.50
#RES 0 5010 2600.50
#RES 0 3110 -100.00
#RES -1 5010 2000.00
#PBUDGET 0 202301 5010 {1 "200" 6 "510"} 1250.00
#PSALDO 0 202301 5010 {} 1100.25
#VER A 1 20230115 "Lön januari"
{
  #TRANS 5010 {1 "200" 6 "510"} 1100.25
  #TRANS 1910 {} -1100.25
}
#VER A 2 20230215 "Lön, med {klammer} och \\"citat\\""
{
  #TRANS 5010 {1 "200" 6 "510"} 1500.25 20230228 "rättad"
  #RTRANS 5010 {} 5
  #TRANS 3110 {1 "200"} -100
  #TRANS 1910 {} -1400.25
}
#OKÄND 1 2
trasig rad
#TRANS 5010 {} 1
`;

describe("a SIE 4 file", () => {
  test.each([
    ["PC8 (CP437)", asPc8(file)],
    ["UTF-8", new TextEncoder().encode(file)],
    ["Windows-1252", Uint8Array.from(Buffer.from(file, "latin1"))],
  ])("in %s becomes an ekonomi source: months, accounts, objects", async (_, bytes) => {
    const imported = await importSie([bytes.subarray(0, 333), bytes.subarray(333)]);
    expect(imported.name).toBe("Vård- och omsorgsnämnden");
    expect(imported.headers).toEqual([
      "Period",
      "Konto",
      "Ansvar",
      "Verksamhet",
      "Utfall",
      "Periodbudget",
      "Utfall föregående år",
    ]);
    const snapshot = book(importedSheet(imported));
    const [source] = recogniseSources(snapshot);
    const data = readSource(snapshot, source);
    expect(data).toMatchObject({ unit: "kr", sign: "kostnad", refused: [] });
    expect(data.dimensions.get("enhet")!.names).toContain('200 Hemtjänst "Norr"');
    expect(sumWhere(data, "utfall")).toBe(2500.5);
    expect(
      sumWhere(data, "utfall", { dimensions: { verksamhet: "510 Hemvård" }, to: monthCode(2023, 1) }),
    ).toBe(1100.25);
    expect(sumWhere(data, "periodbudget")).toBe(1250);
    expect(sumWhere(data, "utfall_foregaende")).toBe(2000);
  });

  test("is held against its own balances", async () => {
    const { reconciliation } = await importSie([asPc8(file)]);
    expect(reconciliation).toEqual([
      { what: "#RES 5010", file: 2600.5, calculated: 2600.5, difference: 0 },
      { what: "#RES 3110", file: -100, calculated: -100, difference: 0 },
      { what: "#UB 1910", file: -1500.5, calculated: -1500.5, difference: 0 },
    ]);
    const wrong = await importSie([asPc8(file.replace("#RES 0 5010 2600.50", "#RES 0 5010 2600.00"))]);
    expect(wrong.reconciliation[0].difference).toBe(0.5);
  });

  test("names the lines it could not read by number", async () => {
    const { unread, unreadCount } = await importSie([asPc8(file)]);
    expect(unread.map(({ line }) => line)).toEqual([15, 37, 38, 39]);
    expect(unreadCount).toBe(4);
  });

  test("without vouchers takes month balances, and without those the year's result", async () => {
    const months = `#FNAMN "N"\n#RAR 0 20230101 20231231\n#PSALDO 0 202301 5010 {} 10\n#PSALDO 0 202301 5010 {1 "1"} 10\n#PSALDO 0 202302 5010 {} 20\n`;
    expect((await importSie([asPc8(months)])).rows).toEqual([
      [202301, "5010", "1", 10],
      [202302, "5010", null, 20],
    ]);
    const year = `#FNAMN "N"\n#RAR 0 20230101 20231231\n#RES 0 5010 10\n`;
    expect((await importSie([asPc8(year)])).rows).toEqual([[202312, "5010", 10]]);
  });

  test("splits quoted strings and object lists, and refuses what isn't closed", () => {
    expect(tokens('#TRANS 5010 {1 "a b" 6 "c\\"d"} -10 "" "x"')).toEqual([
      "#TRANS",
      "5010",
      ["1", "a b", "6", 'c"d'],
      "-10",
      "",
      "x",
    ]);
    expect(tokens('#KONTO 1 "öppen')).toBeNull();
    expect(tokens("#TRANS 1 {1 2")).toBeNull();
  });
});
