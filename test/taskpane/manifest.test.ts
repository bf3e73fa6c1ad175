import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const source = readFileSync("manifest.xml", "utf8");
const folder = mkdtempSync(join(tmpdir(), "manifest-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the check says about a manifest. */
function check(xml: string): { status: number | null; said: string } {
  const file = join(folder, "manifest.xml");
  writeFileSync(file, xml);
  const { status, stderr } = spawnSync(process.execPath, ["scripts/checkManifest.mjs", file], {
    encoding: "utf8",
  });
  return { status, said: stderr };
}

test("the manifest passes", () => {
  expect(check(source)).toEqual({ status: 0, said: "" });
});

test.each([
  [
    "elements in another order than Microsoft's schema",
    (xml: string) => xml.replace(/(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, "$2$1"),
    "Version står efter ProviderName",
  ],
  [
    "a resid that leads nowhere",
    (xml: string) => xml.replace('resid="Tab.Label"', 'resid="Tab.Lable"'),
    "Tab.Lable",
  ],
  [
    "a label longer than 125 characters",
    (xml: string) => xml.replace('DefaultValue="Underlag"', `DefaultValue="${"x".repeat(126)}"`),
    "längre än 125",
  ],
  [
    "a text without English",
    (xml: string) => xml.replace(/(<bt:String id="rapporter.Label"[^>]*>)\s*<bt:Override[^>]*>/, "$1"),
    "rapporter.Label ska ha en Override",
  ],
  [
    "a second page for the functions",
    (xml: string) =>
      xml.replace('<FunctionFile resid="Page.Url"', '<FunctionFile resid="Functions.Script.Url"'),
    "samma resid",
  ],
  [
    "a requirement that hides the add-in from an Excel that could explain itself",
    (xml: string) => xml.replace("</Sets>", '<Set Name="ExcelApi" MinVersion="1.13"/></Sets>'),
    "Requirements",
  ],
  [
    "an icon without its largest size",
    (xml: string) => xml.replace(/<bt:Image size="80"[^>]*>/, ""),
    "16 32 80",
  ],
])("the check fails on %s", (_, damage, expected) => {
  const damaged = damage(source);
  expect(damaged).not.toBe(source);
  const { status, said } = check(damaged);
  expect(status).toBe(1);
  expect(said).toContain(expected);
});
