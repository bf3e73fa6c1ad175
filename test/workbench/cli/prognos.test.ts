import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seriemetoder } from "../../../src/domain/prognos";
import { UsageError } from "../../../src/workbench/cli/io";
import { prognos } from "../../../src/workbench/cli/prognos";

const mapp = mkdtempSync(join(tmpdir(), "koll-prognos-"));
afterAll(() => rmSync(mapp, { recursive: true }));

async function kor(innehall: string, ...flaggor: string[]): Promise<{ ut: string; sagt: string[] }> {
  const [inn, ut] = [join(mapp, "in.csv"), join(mapp, "ut.csv")];
  rmSync(ut, { force: true });
  writeFileSync(inn, innehall);
  const sagt: string[] = [];
  const io = { out: (text: string) => void sagt.push(text), error: (text: string) => void sagt.push(text) };
  expect(await prognos.run(["--serier", inn, "--ut", ut, "--steg", "3", ...flaggor], io)).toBe(0);
  return { ut: readFileSync(ut, "utf8"), sagt };
}

async function fel(innehall: string, ...flaggor: string[]): Promise<string> {
  const svar = await kor(innehall, ...flaggor).catch((orsak: unknown) => orsak);
  expect(svar).toBeInstanceOf(UsageError);
  expect(existsSync(join(mapp, "ut.csv"))).toBe(false);
  return (svar as UsageError).message;
}

const ar = Array.from({ length: 24 }, (_, i) => 100 + (i % 12)).join(" ");

describe("koll prognos", () => {
  test("writes id,v1,…,vN, a row for each series in its order, numbers unrounded", async () => {
    const { ut, sagt } = await kor(`id,start,varden\nB,2020-01,${ar}\nA,2021-05,1 2\n`);
    const rader = ut.split("\n");
    expect(rader[0]).toBe("id,v1,v2,v3");
    expect(rader[1].split(",").map(Number).slice(1)).toEqual(
      [100, 101, 102].map((tal) => expect.closeTo(tal, -0.5)),
    );
    expect(rader.slice(2)).toEqual(["A,1.5,1.5,1.5", ""]);
    expect(sagt).toEqual([expect.stringContaining("2 serier × 3 månader")]);
  });
  test("takes a method", async () => {
    const { ut } = await kor(`id,start,varden\nA,2020-01,${ar}\n`, "--metod", "aterstod");
    expect(ut).toBe("id,v1,v2,v3\nA,100,101,102\n");
  });
  test("every method on offer gives its own answer", async () => {
    const vaxande = Array.from({ length: 48 }, (_, i) => 100 + i * i * 0.1 + 9 * Math.sin(i * 1.7)).join(" ");
    const svar = new Set<string>();
    const metoder = seriemetoder.filter((metod) => metod !== "auto");
    for (const metod of metoder)
      svar.add((await kor(`id,start,varden\nA,2020-01,${vaxande}\n`, "--metod", metod)).ut);
    expect(svar.size).toBe(metoder.length);
  });
  test("reads what Excel saves: byte order mark, semicolons, CRLF, quotes, further columns, empty last lines", async () => {
    const { ut } = await kor(
      `\uFEFFid;kommun;start;varden\r\n"A, ""ett""";Örebro;2020-01;${ar}\r\n\r\n`,
      "--metod",
      "aterstod",
    );
    expect(ut).toBe('id,v1,v2,v3\n"A, ""ett""",100,101,102\n');
  });

  const rubrik = "id,start,varden\n";
  test.each([
    ["id,start\nA,2020-01\n", /rad 1: kolumnen ”varden” saknas/],
    [rubrik, /inga serier/],
    [`${rubrik}A,2020-13,1 2 3\n`, /rad 2 \(A\): start ”2020-13” ska vara ÅÅÅÅ-MM/],
    [`${rubrik}A,2020-01,1 tre 3\n`, /rad 2 \(A\): värde 2, ”tre”, är inget tal/],
    [`${rubrik}A,2020-01,1 Infinity\n`, /”Infinity”, är inget tal/],
    [`${rubrik}A,2020-01,1 1e999\n`, /”1e999”, är inget tal/],
    [`${rubrik}A,2020-01,\n`, /rad 2 \(A\): värden saknas/],
    [`${rubrik}A,2020-01,1,5 2\n`, /rad 2: 4 fält där rubrikraden har 3/],
    [`${rubrik}A,2020-01,1\nA,2020-01,1\n`, /rad 3: id ”A” finns redan på rad 2/],
    [`${rubrik},2020-01,1\n`, /rad 2: id saknas/],
  ])("refuses %j, naming the row, and saves nothing", async (innehall, text) => {
    expect(await fel(innehall)).toMatch(text);
  });
  test("refuses a method or a number of steps that isn't there", async () => {
    const god = `${rubrik}A,2020-01,1 2 3\n`;
    expect(await fel(god, "--metod", "gissa")).toMatch(
      /Välj auto, aterstod, theta, otm, dotm, ets, holt, kombination, median, viktad/,
    );
    expect(await fel(god, "--steg", "0")).toMatch(/--steg ska vara ett heltal från 1 till 120/);
    expect(await fel(god, "--metod", "aterstod")).toMatch(/rad 2 \(A\): .*helt års historik/);
  });
});
