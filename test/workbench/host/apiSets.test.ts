import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { createHost } from "../../../src/workbench/host";
import { openClient } from "../../../src/workbench/host/node";
import { registry } from "../../../src/workbench/host/registry";
import { Workbook } from "../../../src/workbench/model/workbook";

/** The newest set the add-in asks for at start. */
const asked = 1.13;

/** Every member of the Excel namespace that the add-in's source uses, with the place it is used first. */
function membersUsed(): Map<string, string> {
  const folder = join(process.cwd(), "src/excel");
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ["office-js"],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  const used = new Map<string, string>();
  const note = (symbol: ts.Symbol | undefined, node: ts.Node) => {
    const declaration = symbol?.declarations?.[0];
    const owner = declaration?.parent;
    if (!declaration || !owner || !ts.isClassDeclaration(owner) || !owner.name) return;
    if (!declaration.getSourceFile().fileName.includes("@types/office-js")) return;
    const namespace = owner.parent.parent as ts.ModuleDeclaration;
    if (namespace.name?.text !== "Excel") return;
    const file = node.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    const member = `${owner.name.text}.${symbol.name}`;
    if (!used.has(member)) used.set(member, `${file.fileName.split("/src/")[1]}:${line + 1}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name), node);
    if (ts.isBindingElement(node)) {
      const type = checker.getTypeAtLocation(node.parent);
      const name = (node.propertyName ?? node.name).getText();
      note(type.getProperty(name), node);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (file.fileName.includes("/src/excel/")) visit(file);
  return used;
}

/** The set a member came with, from the remark its declaration carries. */
function apiSets(): Map<string, number> {
  const file = join(process.cwd(), "node_modules/@types/office-js/index.d.ts");
  const source = ts.createSourceFile(file, ts.sys.readFile(file)!, ts.ScriptTarget.ES2022, true);
  const sets = new Map<string, number>();
  source.forEachChild((node) => {
    if (
      !ts.isModuleDeclaration(node) ||
      node.name.text !== "Excel" ||
      !node.body ||
      !ts.isModuleBlock(node.body)
    )
      return;
    for (const statement of node.body.statements) {
      if (!ts.isClassDeclaration(statement) || !statement.name) continue;
      for (const member of statement.members) {
        const remark = /\[Api set: ExcelApi (\d+\.\d+)/.exec(member.getFullText(source));
        const name = member.name?.getText(source);
        if (remark && name)
          sets.set(`${statement.name.text}.${name}`, Number(remark[1].replace(/^1\.(\d)$/, "1.0$1")));
      }
    }
  });
  return sets;
}

describe("the add-in's calls of Excel", () => {
  const used = membersUsed();
  const workbook = new Workbook();
  workbook.addSheet("Blad1");
  const client = openClient(createHost(workbook)).Excel as unknown as Record<string, { prototype: object }>;
  const members = [...used].filter(
    ([member]) => !/\.(context|toJSON|isNullObject|load|track|untrack|set)$/.test(member),
  );

  test("are found in its source", () => {
    expect(used.size).toBeGreaterThan(40);
    expect([...used.keys()]).toContain("Range.values");
  });

  test("all exist in Microsoft's client, which the types reach beyond", () => {
    const missing = members.filter(([member]) => {
      const [type, name] = member.split(".");
      return !client[type] || !(name in client[type].prototype);
    });
    expect(missing).toEqual([]);
  });

  test("all lie within the requirement set asked for at start", () => {
    const sets = apiSets();
    const newer = members.filter(([member]) => (sets.get(member) ?? 0) > asked);
    expect(newer).toEqual([]);
    expect(sets.get("Range.values")).toBe(1.01);
  });

  test("are all modelled by the host", () => {
    const types = registry as unknown as Record<string, Record<string, object | undefined> | undefined>;
    const derived = new Set(["items", "getItem", "getItemAt", "getCount"]);
    const has = (type: string, name: string): boolean =>
      ["properties", "navigation", "methods"].some((kind) => name in (types[type]?.[kind] ?? {})) ||
      derived.has(name) ||
      (name.endsWith("OrNullObject") && has(type, name.slice(0, -"OrNullObject".length))) ||
      (/^on[A-Z]/.test(name) && types[type]?.events !== undefined);
    const context = new Set(["RequestContext", "Interfaces"]);
    const missing = members.filter(([member]) => {
      const [type, name] = member.split(".");
      return !context.has(type) && !has(type, name);
    });
    expect(missing).toEqual([]);
  });
});
