import { audit, type Finding } from "../../../src/audit";
import type { CellValue } from "../../../src/workbook/cell";
import type { SheetSnapshot } from "../../../src/workbook/snapshot";
import { bookOf, sheetOf } from "../../helpers/workbooks";

const found = (...sheets: SheetSnapshot[]): Finding[] => audit(bookOf(...sheets));
const of = (regel: Finding["regel"], findings: Finding[]) =>
  findings.filter((finding) => finding.regel === regel);

type Row = CellValue[];
const amounts = (...rows: Row[]) =>
  sheetOf("Resultat", [
    ["Resultat per enhet"],
    ["Belopp i tkr"],
    ["", "Utfall jan-aug 2023", "Budget jan-aug 2023", "Avvikelse"],
    ...rows,
  ]);
const correct: Row[] = [
  ["Hemtjänst", -41672, -40506, -1166],
  ["Särskilt boende", -58661, -61983, 3322],
  ["Korttidsboende", -7165, -6928, -237],
  ["Rehabilitering", -4953, -4686, -267],
  ["Summa", -112451, -114103, 1652],
];
const withCell = (row: number, column: number, value: CellValue): Row[] =>
  correct.map((line, r) => (r === row ? line.map((cell, c) => (c === column ? value : cell)) : [...line]));

test("a correct table gives nothing", () => {
  expect(found(amounts(...correct))).toEqual([]);
});

describe("summa", () => {
  test("a sum that leaves a row out names the row", () => {
    const [finding] = found(amounts(...withCell(4, 1, -112451 + 7165)));
    expect(finding).toMatchObject({ regel: "summa", sakerhet: "säker", cell: "B8", beraknat: -112451 });
    expect(finding.text.sv).toContain("Summan saknar Korttidsboende");
    expect(finding.text.en).toContain("leaves out Korttidsboende");
  });

  test("a lost minus is called one", () => {
    const [finding] = found(amounts(...withCell(4, 1, 112451)));
    expect(finding.text.sv).toContain("Minustecknet");
  });

  test("rounding within (n + 1) × half a unit is no error; beyond three standard errors it is a notice", () => {
    // Five terms: the bound is 3 units, three standard errors are 3·√(6/12) ≈ 2.1 units.
    const rounded = (total: number) =>
      sheetOf("Blad", [
        ["", "Utfall (tkr)", "Budget (tkr)"],
        ...[1101, 1207, 1303, 1409, 1512].map((each, index) => [`Enhet ${index}`, each, each + 7]),
        ["Summa", total, 6567],
      ]);
    expect(found(rounded(6532 + 2))).toEqual([]);
    expect(found(rounded(6532 + 3))).toMatchObject([{ regel: "summa", sakerhet: "notis", cell: "B7" }]);
    expect(found(rounded(6532 + 4))).toMatchObject([{ regel: "summa", sakerhet: "säker", cell: "B7" }]);
  });

  test("a wrong subtotal isn't reported again in the total above it", () => {
    const rows: Row[] = [
      ["Norr 1", 1100, 1000],
      ["Norr 2", 2210, 2300],
      ["Summa norr", 3130, 3300],
      ["Söder 1", 4410, 4400],
      ["Söder 2", 5520, 5500],
      ["Summa söder", 9930, 9900],
      ["Summa", 13240, 13200],
    ];
    const sheet = sheetOf("Blad", [["", "Utfall (tkr)", "Budget (tkr)"], ...rows]);
    expect(found(sheet)).toMatchObject([{ regel: "summa", cell: "B4", beraknat: 3310 }]);
  });

  test("varav rows are not in the sum", () => {
    const rows = [...correct.slice(0, 1), ["- varav natt", -9100, -9000, -100], ...correct.slice(1)];
    expect(found(amounts(...rows))).toEqual([]);
  });
});

describe("one wrong figure is one finding, at its cell", () => {
  test("a post that breaks its variance and its column's sum", () => {
    const findings = found(amounts(...withCell(1, 1, -56861)));
    expect(findings).toMatchObject([
      { cell: "B5", beraknat: -58661, aven: [{ cell: "B8" }, { cell: "D5" }] },
    ]);
  });

  test("a lost minus in a post", () => {
    expect(found(amounts(...withCell(0, 2, 40506)))).toMatchObject([{ cell: "C4", beraknat: -40506 }]);
  });
});

test("avvikelse: a reversed sign stands out against the column's convention", () => {
  const [finding, ...rest] = found(amounts(...withCell(2, 3, 237)));
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({ cell: "D6", beraknat: -237, sakerhet: "säker" });
});

test("avvikelse: budget − outcome is as good a convention where the column keeps it", () => {
  const flipped = correct.map(([name, utfall, budget, avvikelse]) => [
    name,
    utfall,
    budget,
    -(avvikelse as number),
  ]);
  expect(found(amounts(...flipped))).toEqual([]);
});

describe("procent", () => {
  const percent = (...shares: number[]) =>
    sheetOf("Förbrukning", [
      ["", "Utfall 2023 (tkr)", "Budget 2023 (tkr)", "Förbrukning %"],
      ["Hemtjänst", 41672, 40506, shares[0]],
      ["Boende", 58661, 61983, shares[1]],
      ["Korttid", 7165, 6928, shares[2]],
      ["Rehab", 4953, 4686, shares[3]],
    ]);

  test("percentages that follow from the rounded figures give nothing", () => {
    expect(found(percent(103, 95, 103, 106))).toEqual([]);
  });

  test("one that doesn't is named", () => {
    expect(found(percent(103, 59, 103, 106))).toMatchObject([{ regel: "procent", cell: "D3" }]);
  });

  test("a column left from August is named cell by cell, and said to be from August", () => {
    const findings = of("procent", found(percent(69, 63, 69, 106)));
    expect(findings.map(({ cell }) => cell)).toEqual(["D2", "D3", "D4"]);
    expect(findings[0].text.sv).toContain("augusti");
  });
});

test("a wrong sum that is another table's total to the last digit is said to be copied from there", () => {
  const other = sheetOf("Förra året", [
    ["Resultat förra året"],
    ["Belopp i tkr"],
    ["", "Utfall 2022"],
    ["Vuxna", -70311],
    ["Barn", -28114],
    ["Summa", -98425],
  ]);
  const [finding, ...others] = found(amounts(...withCell(4, 1, -98425)), other);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ regel: "summa", cell: "B8", beraknat: -112451 });
  expect(finding.text.sv).toContain(
    "detsamma som Summa, Utfall 2022 i Resultat förra året: troligen kopierat",
  );
  expect(finding.aven).toContainEqual({ blad: "Förra året", cell: "B6" });
});

describe("enhet between tables", () => {
  const rows: [string, number][] = [
    ["Hemtjänst", 41672],
    ["Särskilt boende", 58661],
    ["Korttidsboende", 7165],
    ["Rehabilitering", 4953],
  ];
  const table = (name: string, unit: string, scale: number) =>
    sheetOf(name, [
      [name],
      [`Belopp i ${unit}`],
      ["", "Utfall 2023"],
      ...rows.map(([row, value]) => [row, Math.round(value * scale * 10) / 10]),
    ]);

  test("the same rows a thousand times larger: one finding, at the unit of the table that stands alone", () => {
    const findings = of(
      "enhet",
      found(table("Resultat", "tkr", 1), table("Översikt", "mnkr", 1), table("Bilaga", "tkr", 1)),
    );
    expect(findings).toMatchObject([
      { blad: "Översikt", cell: "A2", tryckt: "mnkr", beraknat: "tkr", sakerhet: "trolig" },
    ]);
    expect(findings[0].text.sv).toContain("säger att beloppen är i tkr");
  });

  test("units that are converted right, and two rows that happen to be a thousandth, say nothing", () => {
    expect(of("enhet", found(table("Resultat", "tkr", 1), table("Översikt", "mnkr", 0.001)))).toEqual([]);
    expect(of("enhet", found(table("Resultat", "tkr", 1), table("Annan nämnd", "mnkr", 0.77)))).toEqual([]);
  });
});

test("enhet: a header that says tkr over figures in mnkr, with the header's words as fix", () => {
  const sheet = sheetOf("Resultat", [
    ["Resultat per enhet"],
    ["Belopp i mnkr"],
    ["", "Utfall", "Budget", "Avv. i tkr"],
    ["A", -41.7, -40.5, -1.2],
    ["B", -58.7, -62, 3.3],
    ["Summa", -100.4, -102.5, 2.1],
  ]);
  const [finding, ...rest] = found(sheet);
  expect(rest).toEqual([]);
  expect(finding).toMatchObject({
    regel: "enhet",
    sakerhet: "säker",
    cell: "D3",
    tryckt: "Avv. i tkr",
    beraknat: "mnkr",
  });
  expect(finding.atgard?.andringar).toMatchObject([
    { kind: "value", row: 2, column: 3, after: "Avv. i mnkr" },
  ]);
});

describe("samma-post", () => {
  const child = (utfall: number) =>
    sheetOf("Hemtjänst", [
      ["Hemtjänst"],
      ["Belopp i kr"],
      ["", "Utfall jan-aug 2023", "Budget jan-aug 2023"],
      ["Personal", utfall + 2000000, -38000000],
      ["Övrigt", -2000000, -2506000],
      ["Summa", utfall, -40506000],
    ]);

  test("a child's total in kr agrees with the parent's row in tkr", () => {
    expect(found(amounts(...correct), child(-41672300))).toEqual([]);
  });

  test("when it doesn't, one finding names both cells", () => {
    const findings = found(amounts(...correct), child(-41792000));
    expect(findings).toMatchObject([{ regel: "samma-post" }]);
    const places = findings.flatMap(({ blad, cell, aven }) =>
      [{ blad, cell }, ...aven].map((each) => `${each.blad}!${each.cell}`),
    );
    expect(places.sort()).toEqual(["Hemtjänst!B6", "Resultat!B4"]);
  });

  test("tables that only share row names are not compared", () => {
    const other = sheetOf("Annat", [
      ["Antal brukare"],
      ["", "Utfall jan-aug 2023", "Budget jan-aug 2023"],
      ["Hemtjänst", 412, 400],
      ["Särskilt boende", 380, 390],
      ["Korttidsboende", 60, 55],
    ]);
    expect(found(amounts(...correct), other)).toEqual([]);
  });
});

describe("delar", () => {
  const shares = (women: number[]) =>
    sheetOf("Fem år", [
      ["", "Utfall 2021", "Utfall 2022", "Utfall 2023"],
      ["Antal personer med daglig verksamhet", 517, 516, 523],
      ["- varav män %", 52, 55, 55],
      ["- varav kvinnor %", ...women],
      ["Antal personer med boendestöd", 683, 681, 697],
      ["- varav män %", 52, 51, 51],
      ["- varav kvinnor %", 48, 49, 49],
    ]);

  test("shares that make 100 give nothing, those that make 101 are named", () => {
    expect(of("delar", found(shares([48, 45, 45])))).toEqual([]);
    expect(of("delar", found(shares([48, 46, 45])))).toMatchObject([{ cell: "C4", beraknat: 45 }]);
  });

  test("kvinnor + män against their row", () => {
    const sheet = sheetOf("Fem år", [
      ["", "Utfall 2021", "Utfall 2022", "Utfall 2023"],
      ["Antal visstidsanställda", 97, 67, 111],
      ["- män", 35, 24, 35],
      ["- kvinnor", 65, 43, 76],
    ]);
    expect(found(sheet)).toMatchObject([{ regel: "delar", cell: "B2", beraknat: 100 }]);
  });

  test("kvinnor + män as columns against the total beside them", () => {
    const sheet = sheetOf("Personal", [
      ["Antal årsarbetare", "Kvinnor", "Män", "Totalt"],
      ["Hemtjänst", 412, 98, 510],
      ["Boende", 380, 75, 465],
      ["Rehab", 60, 22, 82],
      ["Kansli", 41, 30, 71],
    ]);
    expect(found(sheet)).toMatchObject([{ regel: "delar", cell: "D3", beraknat: 455 }]);
  });

  test("a percentage for all outside those of its parts", () => {
    const sheet = sheetOf("Indikatorer", [
      ["", "Utfall 2022", "Utfall 2023"],
      ["Trygghet i barn- och ungdomsverksamheten", "Se nedan", "Se nedan"],
      ["- Kortis", "77 %", "81 %"],
      ["- Fritids", "79 %", "69 %"],
      ["- Totalt", "78 %", "97 %"],
    ]);
    expect(of("delar", found(sheet))).toMatchObject([{ cell: "C5", beraknat: null }]);
  });
});

test("saknad-rad: a row with figures that the other table of the same whole lacks", () => {
  const whole = amounts(...correct);
  const part = sheetOf("Analys", [
    ["Analys per enhet"],
    ["Belopp i tkr"],
    ["", "Budget jan-aug 2023", "Avvikelse"],
    ["Hemtjänst", -40506, -1166],
    ["Särskilt boende", -61983, 3322],
    ["Rehabilitering", -4686, -267],
  ]);
  expect(found(whole, part)).toMatchObject([
    { regel: "saknad-rad", blad: "Resultat", cell: "C6", aven: [{ cell: "D6" }, { blad: "Analys" }] },
  ]);
});

describe("prognos", () => {
  const forecast = (header: string, ...rows: Row[]) =>
    sheetOf("Prognos", [["", header, "Helårsprognos 2023", "Budget helår 2023"], ...rows]);
  const rows: Row[] = [
    ["Intäkter", 41252, 50528, 42857],
    ["Personalkostnader", -187372, -181992, -190525],
    ["Övriga kostnader", -1406, -2059, -2059],
  ];

  test("a cost's forecast below what is booked is likely wrong", () => {
    expect(of("prognos", found(forecast("Utfall jan-aug 2023", ...rows)))).toMatchObject([
      { sakerhet: "trolig", cell: "C3", aven: [{ cell: "B3" }] },
    ]);
  });

  test("an outcome of the whole year may be anything to the forecast", () => {
    expect(of("prognos", found(forecast("Utfall jan-dec 2023", ...rows)))).toEqual([]);
  });

  test("a net row that turns is a notice", () => {
    const net = forecast(
      "Utfall jan-aug 2023",
      ["Norra enheten", -543, 210, 757],
      ["Södra enheten", -800, -1200, -1100],
    );
    expect(of("prognos", found(net))).toMatchObject([{ sakerhet: "notis", cell: "C2" }]);
  });
});

describe("inaktuell", () => {
  const months = (ack: number[]) =>
    sheetOf("Volym", [
      ["Antal dygn", "jan", "feb", "mar", "apr", "maj", "Ack"],
      ["Boende A", 31, 28, 30, 29, 31, ack[0]],
      ["Boende B", 62, 56, 61, 58, 60, ack[1]],
      ["Boende C", 12, 15, 11, 17, 14, ack[2]],
    ]);

  test("an accumulated figure over all months is up to date", () => {
    expect(found(months([149, 297, 69]))).toEqual([]);
  });

  test("one that stops at an earlier month is named", () => {
    const findings = of("inaktuell", found(months([149, 237, 69])));
    expect(findings).toMatchObject([{ cell: "G3", beraknat: 297 }]);
    expect(findings[0].text.sv).toContain("de 4 första månaderna");
  });

  test("a header of an earlier period among later ones", () => {
    const sheet = sheetOf("Resultat", [
      ["", "Utfall jan-dec 2023", "Budget jan-aug 2023", "Avvikelse jan-dec 2023"],
      ["A", -41672, -40506, -1166],
      ["B", -58661, -61983, 3322],
    ]);
    const others = sheetOf("Resultat 2", [
      ["", "Utfall jan-dec 2023", "Budget jan-dec 2023", "Avvikelse jan-dec 2023"],
      ["C", -1672, -1506, -166],
      ["D", -8661, -8983, 322],
    ]);
    expect(of("inaktuell", found(sheet, others))).toMatchObject([
      { sakerhet: "trolig", blad: "Resultat", cell: "C1" },
    ]);
  });
});

describe("format", () => {
  test("a figure without the percent sign that its row and column have", () => {
    const sheet = sheetOf("Mål", [
      ["", "Mål 2024", "Utfall 2024", "Utfall 2023"],
      ["Sjukfrånvaro", "7 %", "10,8 %", "11,5 %"],
      ["Personalomsättning", 12, "8,7 %", "14 %"],
      ["HME, index", 75, 79, 75],
    ]);
    expect(of("format", found(sheet))).toMatchObject([{ sakerhet: "säker", cell: "B3" }]);
  });

  test("a placeholder left in, minus zero, and a footnote mark glued to a number", () => {
    const sheet = sheetOf("Blad", [
      ["", "Utfall 2023", "Utfall 2022"],
      ["Invånare", "159 050*", 158057],
      ["Klagomål", 0, -0.04],
      ["Beslut", "<ÅÅMMDD>", 12],
    ]);
    sheet.numberFormats[2][2] = "0.0";
    expect(of("format", found(sheet)).map(({ cell, sakerhet }) => [cell, sakerhet])).toEqual([
      ["B2", "notis"],
      ["C3", "notis"],
      ["B4", "säker"],
    ]);
  });
});

describe("tal-som-text", () => {
  test("a number as text among numbers is named with its number as fix; its text format goes too", () => {
    const sheet = amounts(...withCell(2, 1, "–7 165"));
    sheet.numberFormats[5][1] = "@";
    const [finding, ...rest] = found(sheet);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ regel: "tal-som-text", cell: "B6", tryckt: "–7 165", beraknat: -7165 });
    expect(finding.atgard?.andringar).toMatchObject([
      { kind: "numberFormat", before: "@", after: "#,##0" },
      { kind: "value", after: -7165 },
    ]);
  });

  test("a figure with its own unit, a dash and a word are no numbers stored as text", () => {
    const rows: Row[] = [
      ["A", "202 tkr", "-"],
      ["B", "531 tkr", "saknas"],
      ["C", "52 tkr", 12],
    ];
    expect(of("tal-som-text", found(sheetOf("Blad", [["", "Effekt", "Antal"], ...rows])))).toEqual([]);
  });
});

describe("liten-grupp", () => {
  const breakdown = (...counts: number[]) =>
    sheetOf("Volym", [
      ["Antal brukare per insats"],
      ["", "Antal personer 2023"],
      ["Boende", counts[0]],
      ["Stöd", counts[1]],
      ["Ledsagning", counts[2]],
      ["Totalt", counts[0] + counts[1] + counts[2]],
    ]);

  test("a count below five in a breakdown comes with a second cell to hide", () => {
    const [finding, ...rest] = of("liten-grupp", found(breakdown(41, 9, 3)));
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ sakerhet: "trolig", cell: "B5", tryckt: "3" });
    expect(finding.text.sv).toContain("B4");
    expect(finding.atgard?.andringar.map(({ row }) => row)).toEqual([4, 3]);
  });

  test("larger groups, and things that aren't persons, are shown", () => {
    expect(of("liten-grupp", found(breakdown(41, 9, 13)))).toEqual([]);
    const flats = sheetOf("Lägenheter", [
      ["", "Lediga lägenheter"],
      ["Norr", 4],
      ["Söder", 3],
      ["Totalt", 7],
    ]);
    expect(of("liten-grupp", found(flats))).toEqual([]);
  });

  test("sick leave for ten employees or fewer", () => {
    const sheet = sheetOf("Personal", [
      ["", "Antal anställda", "Sjukfrånvaro %"],
      ["Norr", 84, 7.1],
      ["Söder", 9, 12.4],
      ["Öster", 40, 6.5],
    ]);
    expect(of("liten-grupp", found(sheet))).toMatchObject([{ cell: "C3", aven: [{ cell: "B3" }] }]);
  });
});

describe("accepted findings", () => {
  const wrong = amounts(...withCell(4, 1, -105286));

  test("are remembered by content: the reason comes with the finding, wherever the table stands", () => {
    const [{ nyckel }] = found(wrong);
    const accepterade = { [nyckel]: "känt fel i källan" };
    expect(audit(bookOf(wrong), { accepterade })).toMatchObject([{ accepterad: "känt fel i källan" }]);
    const moved = { ...wrong, area: { ...wrong.area, row: 20 } };
    expect(audit(bookOf(moved), { accepterade })).toMatchObject([
      { cell: "B28", accepterad: "känt fel i källan" },
    ]);
  });

  test("come back when the figures change", () => {
    const [{ nyckel }] = found(wrong);
    const changed = amounts(...withCell(4, 1, -105280));
    const [finding] = audit(bookOf(changed), { accepterade: { [nyckel]: "känt fel" } });
    expect(finding.accepterad).toBeUndefined();
  });
});
