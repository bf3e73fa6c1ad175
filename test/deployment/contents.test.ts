import { archive } from "../../scripts/deployment/archive";
import {
  auditProblems,
  type Bom,
  changelogProblem,
  licenceList,
  licenceTexts,
  microsoftFiles,
  reproducibleBom,
} from "../../scripts/deployment/contents";

const bytes = (text: string) => new TextEncoder().encode(text);
const bom = (timestamp: string, serialNumber: string, folder = "main"): Bom => ({
  serialNumber,
  metadata: { timestamp, tools: [], component: { type: "library", name: folder, version: "1.0.0" } },
  components: [{ name: "react", version: "1.2.3", licenses: [{ license: { id: "MIT" } }] }],
});

test("the archive's bytes don't depend on the order files were found in", () => {
  const a = new Map([
    ["a", bytes("1")],
    ["b", bytes("2")],
  ]);
  const b = new Map([...a].reverse());
  expect(Buffer.from(archive(a)).equals(Buffer.from(archive(b)))).toBe(true);
});

test("the list of contents is the same in two runs of npm, and another when the contents are", () => {
  const first = reproducibleBom(bom("2026-01-01", "urn:uuid:1", "main"), "namndkoll");
  expect(reproducibleBom(bom("2026-02-02", "urn:uuid:2", "annan-mapp"), "namndkoll")).toEqual(first);
  expect(first.metadata.component).toEqual({ type: "application", name: "namndkoll", version: "1.0.0" });
  expect(first.serialNumber).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  const other = bom("2026-01-01", "urn:uuid:1");
  other.components[0].version = "1.2.4";
  expect(reproducibleBom(other, "namndkoll").serialNumber).not.toBe(first.serialNumber);
});

test("a package without a licence stops the list", () => {
  const without = bom("", "");
  expect(licenceList(without)).toBe("react 1.2.3: MIT\n");
  without.components[0].licenses = [];
  expect(() => licenceList(without)).toThrow("react 1.2.3 anger ingen licens.");
});

test("each licence text goes along once, under the packages that have it; a package without one is named", () => {
  const two = bom("", "");
  two.components.push({ name: "react-dom", version: "1.2.3" }, { name: "tyst", version: "1.0.0" });
  const texts = licenceTexts(two, (name) => (name === "tyst" ? null : "MIT License\r\n\r\nCopyright"));
  expect(texts.match(/MIT License/g)).toHaveLength(1);
  expect(texts).toContain("react 1.2.3, react-dom 1.2.3\n\nMIT License\n\nCopyright\n");
  expect(texts).toContain("tyst 1.0.0\n\nPaketet har ingen licenstext");
});

test.each([
  ["## [1.2.0] - 2026-01-31\n\n### Added\n- Something.\n", null],
  ["## [Unreleased]\n- Something.\n", "saknar rubriken"],
  ["## [1.2.0]\n- Something.\n", "saknar rubriken"],
  ["## [1a2b0] - 2026-01-31\n- Something.\n", "saknar rubriken"],
  ["## [1.2.0] - 2026-01-31\n\n## [1.1.0] - 2026-01-01\n- Something.\n", "säger inget"],
])("the changelog must tell about the version: %j", (changelog, problem) => {
  const found = changelogProblem(changelog, "1.2.0");
  if (problem === null) expect(found).toBeNull();
  else expect(found).toContain(problem);
});

test("nothing known may be shipped; tools may have what is not grave", () => {
  const one = (severity: string) => ({ vulnerabilities: { x: { name: "x", severity, range: "<1" } } });
  expect(auditProblems({ shipped: {}, tools: one("moderate") })).toEqual([]);
  expect(auditProblems({ shipped: one("low"), tools: {} })).toHaveLength(1);
  expect(auditProblems({ shipped: {}, tools: one("high") })).toHaveLength(1);
});

test("Microsoft's own files are found by name and by content", () => {
  const files = new Map([
    ["webb/office.js", bytes("")],
    ["webb/excel-web-16.00.js", bytes("")],
    ["webb/x.js", bytes("OfficeExtension.ClientRequestContext = function(){}")],
    ["webb/funktioner.js", bytes("Excel.run(e=>e.sync())")],
  ]);
  expect(microsoftFiles(files)).toEqual(["webb/office.js", "webb/excel-web-16.00.js", "webb/x.js"]);
});
