import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { localizeFormula, localizeValue } from "../../scripts/docs/localize";
import { htmlFiles, markdownFiles } from "../../scripts/docs/pages";

describe("the help pages", () => {
  test("in docs/funktioner are what the registry says now (npm run docs)", () => {
    const files = markdownFiles();
    for (const { path, content } of files) expect(readFileSync(path, "utf8")).toBe(content);
    const there = readdirSync("docs/funktioner", { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(there.sort()).toEqual(files.map(({ path }) => path).sort());
  });

  test("link to each other and to nothing else", () => {
    const pages = new Map(htmlFiles().map(({ path, content }) => [path, content]));
    for (const [path, content] of pages) {
      for (const [, target] of content.matchAll(/href="([^"]+)"/g)) {
        const resolved = join(path, "..", target);
        expect(resolved === "hjalp/hjalp.css" || pages.has(resolved)).toBe(true);
      }
    }
  });

  test("hold no script and escape what they print", () => {
    for (const { content } of htmlFiles()) {
      expect(content).not.toMatch(/<script|javascript:|\son\w+=/);
      const text = content.replace(/<[^<>]+>/g, "");
      expect(text).not.toMatch(/[<>]/);
    }
  });
});

describe("formulas as Excel shows them in Swedish", () => {
  test.each([
    ['=KOLL.AVVIKELSE(-34.4,-4.7,"netto")', '=KOLL.AVVIKELSE(-34,4;-4,7;"netto")'],
    ["=KOLL.KARENS({1;0.5},{1,2;3,4},1000)", "=KOLL.KARENS({1;0,5};{1\\2;3\\4};1000)"],
    ['=KOLL.TOLKATAL("2,3 mnkr","tkr")', '=KOLL.TOLKATAL("2,3 mnkr";"tkr")'],
    ["IF(SUM(a)=0,NA(),ROUND(a,9))", "OM(SUMMA(a)=0;SAKNAS();AVRUNDA(a;9))"],
  ])("%s", (english, swedish) => {
    expect(localizeFormula(english, "sv")).toBe(swedish);
    expect(localizeFormula(english, "en")).toBe(english);
  });

  test("a function without a known Swedish name is refused", () => {
    expect(() => localizeFormula("=XLOOKUP(1,2,3)", "sv")).toThrow("XLOOKUP");
  });

  test("values", () => {
    expect(localizeValue(-29.7, "sv")).toBe("-29,7");
    expect(localizeValue("#N/A", "sv")).toBe("#SAKNAS!");
    expect(
      localizeValue(
        [
          [1.5, 2],
          [3, ""],
        ],
        "sv",
      ),
    ).toBe("{1,5\\2;3\\(tom text)}");
  });
});
