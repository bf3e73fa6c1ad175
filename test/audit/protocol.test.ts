import { acceptera, type Finding, kontrollprotokoll, kvarstaende, regler } from "../../src/audit";
import { findingsAsJson, findingsAsLines } from "../../src/workbench/cli/kontroll";

const finding: Finding = {
  regel: "summa",
  sakerhet: "säker",
  blad: "Resultat 2023",
  cell: "C14",
  aven: [
    { blad: "Resultat 2023", cell: "C12" },
    { blad: "Annat blad", cell: "B2" },
  ],
  tryckt: "-134,4",
  beraknat: -138.4,
  text: { sv: "Summa: raderna ger -138,4.", en: "Sum: the rows make -138.4." },
  atgard: {
    text: { sv: "Skriv =SUM(C2:C13) i cellen.", en: "Write =SUM(C2:C13) in the cell." },
    andringar: [],
  },
  nyckel: "abc",
};
const accepted: Finding = { ...finding, cell: "D14", nyckel: "def", accepterad: "avrundning" };

test("the JSON has the fields of spec/cli.md, in one language, with unrounded numbers", () => {
  expect(findingsAsJson([finding])).toEqual([
    {
      regel: "summa",
      sakerhet: "säker",
      blad: "Resultat 2023",
      cell: "C14",
      aven: finding.aven,
      tryckt: "-134,4",
      beraknat: -138.4,
      text: "Summa: raderna ger -138,4.",
      atgard: { text: "Skriv =SUM(C2:C13) i cellen.", andringar: [] },
    },
  ]);
  expect(findingsAsJson([accepted], "en")).toMatchObject([
    { accepterad: "avrundning", text: finding.text.en },
  ]);
});

test("the lines name sheet, cell, certainty, rule and the cells concerned", () => {
  expect(findingsAsLines([finding, accepted])).toEqual([
    "2 fynd",
    "",
    "Resultat 2023",
    "  C14    säker   summa: Summa: raderna ger -138,4.",
    "         även C12, 'Annat blad'!B2",
    "         åtgärd: Skriv =SUM(C2:C13) i cellen.",
    "  D14    säker   summa: Summa: raderna ger -138,4. (godkänt: avrundning)",
    "         även C12, 'Annat blad'!B2",
    "         åtgärd: Skriv =SUM(C2:C13) i cellen.",
  ]);
  expect(findingsAsLines([])).toEqual(["Inga fynd."]);
  expect(findingsAsLines([], "en")).toEqual(["No findings."]);
});

test("accepting adds keys with a reason; what the workbook no longer has can be let go", () => {
  const all = acceptera({ old: "förra året" }, [finding], " avrundning ");
  expect(all).toEqual({ old: "förra året", abc: "avrundning" });
  expect(kvarstaende(all, [finding])).toEqual({ abc: "avrundning" });
});

test("the protocol has every rule with its result, then every finding with its status", () => {
  const rows = kontrollprotokoll([finding, accepted], "2023-12-31");
  expect(rows[0]).toEqual({ key: "titel", kind: "titel", cells: ["Kontrollprotokoll"] });
  expect(rows[1].cells).toEqual(["Datum", "2023-12-31"]);
  expect(rows.filter(({ key }) => key.startsWith("regel "))).toHaveLength(regler.length);
  expect(rows.find(({ key }) => key === "regel summa")?.cells).toEqual(["Summor", 1, 1, "1 öppet fynd"]);
  expect(rows.find(({ key }) => key === "regel fel")?.cells).toEqual(["Felvärden", 0, 0, "Utan anmärkning"]);
  expect(rows.find(({ key }) => key === "fynd def")?.cells).toEqual([
    "Resultat 2023",
    "D14",
    "Summor",
    "säker",
    "-134,4",
    -138.4,
    "Summa: raderna ger -138,4.",
    "Godkänt: avrundning",
  ]);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});

test("the protocol of a workbook without findings says so", () => {
  expect(kontrollprotokoll([], "2023-12-31").at(-1)?.cells).toEqual(["Inga fynd."]);
});
