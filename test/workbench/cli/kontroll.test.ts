import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditWorkbook } from "../../../src/actions/kontroll";
import { regler } from "../../../src/audit";
import { main } from "../../../src/workbench/cli/main";
import { writeWorkbook } from "../../../src/workbench/xlsx";
import type { CellValue } from "../../../src/workbook/cell";
import { workbookWithTable } from "../../helpers/openWorkbook";

jest.mock("../../../src/actions/kontroll", () => {
  const real = jest.requireActual<typeof import("../../../src/actions/kontroll")>(
    "../../../src/actions/kontroll",
  );
  return { ...real, auditWorkbook: jest.fn(real.auditWorkbook) };
});

const folder = mkdtempSync(join(tmpdir(), "koll-kontroll-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function koll(...args: string[]) {
  const [out, error]: string[][] = [[], []];
  const code = await main(["kontroll", ...args], {
    out: (text) => out.push(text),
    error: (text) => error.push(text),
  });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

async function book(name: string, summa: number): Promise<string> {
  const rows: CellValue[][] = [
    ["Hemtjänst", -120, -118],
    ["Särskilt boende", -340, -333],
    ["Daglig verksamhet", -55, -57],
    ["Summa", summa, -508],
  ];
  const path = join(folder, name);
  writeFileSync(
    path,
    await writeWorkbook(workbookWithTable(["Verksamhet", "Utfall", "Budget"], rows, "Tabell", "Äldre & DV")),
  );
  return path;
}

describe("koll kontroll", () => {
  test("without findings: exit 0, and --json is an empty list", async () => {
    const path = await book("ren.xlsx", -515);
    expect(await koll("--bok", path, "--json")).toEqual({ code: 0, out: "[]", error: "" });
    expect((await koll("--bok", path)).code).toBe(0);
  });

  test("with findings: exit 1, JSON alone on stdout in the form of spec/cli, and the file left as it was", async () => {
    const path = await book("fel.xlsx", -551);
    const before = readFileSync(path);
    const { code, out, error } = await koll("--bok", path, "--json");
    expect([code, error]).toEqual([1, ""]);
    const findings = JSON.parse(out) as Record<string, unknown>[];
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      const { atgard, ...rest } = finding;
      expect(Object.keys(rest)).toEqual([
        "regel",
        "sakerhet",
        "blad",
        "cell",
        "aven",
        "tryckt",
        "beraknat",
        "text",
      ]);
      expect(regler).toContain(finding.regel);
      expect(["säker", "trolig", "notis"]).toContain(finding.sakerhet);
      expect(finding.blad).toBe("Äldre & DV");
      expect(finding.cell).toMatch(/^[A-Z]{1,3}[1-9]\d*$/);
      for (const other of finding.aven as object[])
        expect(other).toEqual({
          blad: expect.any(String),
          cell: expect.stringMatching(/^[A-Z]{1,3}[1-9]\d*$/),
        });
      expect(finding.text).toEqual(expect.any(String));
      if (atgard !== undefined)
        expect(atgard).toEqual({ text: expect.any(String), andringar: expect.any(Array) });
    }
    expect(findings).toContainEqual(
      expect.objectContaining({
        regel: "summa",
        sakerhet: "säker",
        cell: "B5",
        tryckt: "-551",
        beraknat: -515,
      }),
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test("in words: the sheet, the cell, the rule and what it should be", async () => {
    const { code, out } = await koll("--bok", await book("ord.xlsx", -551));
    expect(code).toBe(1);
    expect(out).toMatch(/Äldre & DV\n\s+B5\s+säker\s+summa: .*515/);
  });

  test.each([
    [[], /Flaggan --bok saknas/],
    [["--bok", join(folder, "finns-inte.xlsx")], /finns inte/],
    [["--bok", folder], /är en mapp/],
    [["--bok", "x.xlsx", "--gissa"], /flaggan --gissa finns inte/],
  ])("bad usage %#: exit 2 and one line that says what to do", async (args, message) => {
    const { code, out, error } = await koll(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(error).toMatch(message);
    expect(error).not.toContain("\n");
  });

  test("a file that is no workbook: exit 2", async () => {
    const path = join(folder, "text.xlsx");
    writeFileSync(path, "ingen arbetsbok");
    const { code, out, error } = await koll("--bok", path, "--json");
    expect([code, out]).toEqual([2, ""]);
    expect(error).not.toContain("\n");
  });

  test("a fault of our own: exit 3, said to be ours, nothing on stdout", async () => {
    jest.mocked(auditWorkbook).mockRejectedValueOnce(new Error("trasig regel"));
    const { code, out, error } = await koll("--bok", await book("var.xlsx", -515), "--json");
    expect([code, out]).toEqual([3, ""]);
    expect(error).toMatch(/ett fel i Nämndkoll, inte i dina uppgifter/);
  });
});
