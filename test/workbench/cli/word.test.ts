import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { main } from "../../../src/workbench/cli/main";

const folder = mkdtempSync(join(tmpdir(), "koll-word-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

async function koll(...args: string[]) {
  const [out, error]: string[][] = [[], []];
  const code = await main(args, { out: (text) => out.push(text), error: (text) => error.push(text) });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

const texts = (xml: string) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text);
/** Cell texts by row. */
const rows = (table: string) =>
  table
    .split(/<w:tr>|<w:tr /)
    .slice(1)
    .map((row) =>
      row
        .split("<w:tc>")
        .slice(1)
        .map((cell) => texts(cell).join("")),
    );

describe("koll rapport --docx", () => {
  test("writes each report of the set as a heading and a real table, figures printed as on the sheet", async () => {
    const { code, out } = await koll(
      ...["rapport", "delarsrapport", "--bok", "assets/exempelbok.xlsx", "--ut", at("ut.xlsx")],
      ...["--docx", at("ut.docx"), "--profil", "orebro", "--period", "2023-12"],
    );
    expect(code).toBe(0);
    expect(out).toContain(at("ut.docx"));
    const xml = strFromU8(unzipSync(readFileSync(at("ut.docx")))["word/document.xml"]);
    const headings = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*w:val="Heading1"(?:(?!<\/w:p>).)*<\/w:p>/gs)];
    expect(headings.map(([heading]) => texts(heading).join(""))).toEqual(
      expect.arrayContaining(["Resultat per verksamhet", "Driftredovisning"]),
    );
    const tables = xml
      .split("<w:tbl>")
      .slice(1)
      .map((part) => part.split("</w:tbl>")[0]);
    expect(tables).toHaveLength(headings.length);
    // Örebro, Resultat per verksamhet, Jan-dec 2023.
    const [result] = tables.map(rows);
    expect(result[0][0]).toBe("Verksamhet");
    expect(result.find(([label]) => label === "Nettokostnad")!.slice(0, 2)).toEqual([
      "Nettokostnad",
      "-1\u00a0269,7",
    ]);
    expect(tables[0]).toContain("<w:tblHeader");
    expect(xml).not.toContain("Avstämning mot hela underlaget");
  });

  test("leaves out the columns that only lead to the forecast", async () => {
    await koll(
      ...["rapport", "resultat-verksamhet", "--bok", "assets/exempelbok.xlsx", "--ut", at("aug.xlsx")],
      ...["--docx", at("aug.docx"), "--period", "2023-08"],
    );
    const xml = strFromU8(unzipSync(readFileSync(at("aug.docx")))["word/document.xml"]);
    const header = rows(xml.split("<w:tbl>")[1])[0];
    expect(header.some((caption) => caption.startsWith("Prognos"))).toBe(true);
    expect(header.filter((caption) => /Förslag|Egen prognos/.test(caption))).toEqual([]);
    expect(texts(xml).filter((text) => text.startsWith("Förslag"))).toEqual([]);
  });

  test("refuses another kind of file before anything is written", async () => {
    const { code, error } = await koll(
      ...["rapport", "resultat-verksamhet", "--bok", "assets/exempelbok.xlsx", "--ut", at("inte.xlsx")],
      ...["--docx", at("ut.pdf")],
    );
    expect(code).toBe(2);
    expect(error).toMatch(/\.docx/);
    expect(existsSync(at("inte.xlsx"))).toBe(false);
  });
});
