import { readdirSync, readFileSync } from "node:fs";
import { createHost } from "../../src/workbench/host";
import { openClient } from "../../src/workbench/host/node";
import { registry } from "../../src/workbench/host/registry";
import { Workbook } from "../../src/workbench/model/workbook";
import { hostTexts } from "../../src/texts/host";
import { neverRun } from "./neverRun";

const texts = hostTexts.sv;
type Tag = "docs" | "issue" | "assumed";

interface Contract {
  tag: Tag;
  members: string[];
  sentence: string;
  source: string;
  file: string;
}

/** The contract(…) calls of test/contract, as written. */
function contracts(): Contract[] {
  const text = `"((?:[^"\\\\]|\\\\.)*)"`;
  const call = new RegExp(`contract\\(\\s*${text},\\s*${text},\\s*${text},\\s*${text},`, "g");
  return readdirSync("test/contract")
    .filter((file) => file.endsWith(".test.ts"))
    .sort()
    .flatMap((file) => {
      const source = readFileSync(`test/contract/${file}`, "utf8").replace(
        /`\$\{(\w+)\}([^`]*)`/g,
        (_all, name: string, rest: string) => {
          const value = new RegExp(`const ${name} =\\s*["\`]([^"\`]*)["\`]`).exec(
            readFileSync(`test/contract/${file}`, "utf8"),
          );
          return JSON.stringify((value?.[1].replace("${api}", apiOf(file)) ?? "") + rest);
        },
      );
      const named = source.replace(/,\s*([a-z]\w*),\s*async/g, (_all, name: string) => {
        const value = new RegExp(`const ${name} =\\s*["\`]([^"\`]*)["\`]`).exec(source);
        return `, ${JSON.stringify(value?.[1] ?? "")}, async`;
      });
      return [...named.matchAll(call)].map(([, tag, members, sentence, cited]) => ({
        tag: tag as Tag,
        members: members.split(",").map((member) => member.trim()),
        sentence: sentence.replace(/\\(.)/g, "$1"),
        source: cited,
        file,
      }));
    });
}

function apiOf(file: string): string {
  return /const api = "([^"]*)"/.exec(readFileSync(`test/contract/${file}`, "utf8"))?.[1] ?? "";
}

const plumbing =
  /^(_|context$|constructor$|load$|retrieve$|toJSON$|setMockData$|ensureUnchanged$|set$|update$|track$|untrack$|isNull)/;

interface Declared {
  name: string;
  members: string[];
}

/** The types and members of Microsoft's client, read from its prototypes. */
function clientTypes(): Declared[] {
  const workbook = new Workbook();
  workbook.addSheet("Blad1");
  const { Excel } = openClient(createHost(workbook)) as unknown as { Excel: Record<string, unknown> };
  return Object.entries(Excel)
    .filter(
      ([name, type]) =>
        typeof type === "function" &&
        !name.startsWith("_") &&
        // Worksheet functions by the hundred are one thing: what the calculator knows.
        name !== "Functions" &&
        ("load" in ((type as { prototype?: object }).prototype ?? {}) || types[name]),
    )
    .map(([name, type]) => ({
      name,
      members: Object.getOwnPropertyNames((type as { prototype: object }).prototype)
        .filter((member) => !plumbing.test(member))
        .sort((a, b) => a.localeCompare(b)),
    }))
    .filter(({ members }) => members.length > 0)
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Classes that Microsoft's types promise, but that the client of that version doesn't have: notes are among them. */
function absentTypes(): string[] {
  const text = readFileSync("node_modules/@types/office-js/index.d.ts", "utf8");
  const excel = text.slice(text.indexOf("declare namespace Excel {"));
  const promised = [...excel.slice(0, excel.indexOf("\n}\n")).matchAll(/^ {4}class (\w+) extends/gm)];
  const { Excel } = openClient(createHost(new Workbook())) as unknown as { Excel: Record<string, unknown> };
  return promised
    .map(([, name]) => name)
    .filter((name) => !(name in Excel))
    .sort((a, b) => a.localeCompare(b));
}

const types = registry as unknown as Record<string, Record<string, object | undefined> | undefined>;

function isModelled(type: string, member: string): boolean {
  const known = types[type];
  if (!known) return false;
  if (["properties", "navigation", "methods"].some((kind) => member in (known[kind] ?? {}))) return true;
  if (["items", "getCount", "getItemAt"].includes(member) && known.items) return true;
  if (member === "getItem" && known.item) return true;
  if (/^on[A-Z]/.test(member)) {
    const event = member.slice(2);
    return Object.keys(known.events ?? {}).some(
      (name) => name.includes(event) || (event === "Changed" && name === "DataChangedEvent"),
    );
  }
  return member.endsWith("OrNullObject") && isModelled(type, member.slice(0, -"OrNullObject".length));
}

const isUnsaved = (type: string, member: string) =>
  (types[type]?.unsaved as readonly string[] | undefined)?.includes(member) ?? false;

const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name]));
const cell = (text: string) => text.replace(/\|/g, "\\|");

function hostPage(declared: Declared[], all: Contract[]): string {
  const proofs = new Map<string, Contract[]>();
  for (const one of all)
    for (const member of one.members) proofs.set(member, [...(proofs.get(member) ?? []), one]);
  const here = declared.filter(({ name }) => types[name]);
  const rows = here.flatMap(({ name, members }) =>
    members.map((member) => ({
      type: name,
      member,
      known: isModelled(name, member),
      unsaved: isUnsaved(name, member),
      proof: proofs.get(`${name}.${member}`) ?? [],
    })),
  );
  const version = (
    JSON.parse(readFileSync("node_modules/@microsoft/office-js/package.json", "utf8")) as { version: string }
  ).version;
  const lines = [
    `# ${texts.hostTitle}`,
    "",
    fill(texts.hostIntro, { version: `@microsoft/office-js ${version}` }),
    "",
    fill(texts.summary, {
      modelled: rows.filter(({ known }) => known).length,
      all: rows.length,
      types: here.length,
      proven: rows.filter(({ proof }) => proof.length > 0).length,
      tests: all.length,
    }),
    "",
    `## ${texts.byTag}`,
    "",
    `| ${texts.tag} | ${texts.count} |`,
    "| --- | ---: |",
    ...(["docs", "issue", "assumed"] as const).map(
      (tag) => `| [${tag}] ${texts[tag]} | ${all.filter((one) => one.tag === tag).length} |`,
    ),
  ];
  for (const { name } of here) {
    lines.push(
      "",
      `## ${name}`,
      "",
      `| ${texts.member} | ${texts.state} | ${texts.evidence} |`,
      "| --- | --- | --- |",
    );
    for (const { member, known, unsaved, proof } of rows.filter(({ type }) => type === name)) {
      const evidence = proof.map(({ sentence, tag }) => `${cell(sentence)} [${tag}]`).join("; ");
      lines.push(
        `| ${member} | ${known ? (unsaved ? texts.unsaved : texts.modelled) : texts.missing} | ${evidence} |`,
      );
    }
  }
  const others = declared.filter(({ name }) => !types[name]).map(({ name }) => name);
  lines.push("", `## ${texts.otherTypes}`, "", `${others.join(", ")}.`);
  lines.push("", `## ${texts.absentTypes}`, "", `${absentTypes().join(", ")}.`, "");
  return lines.join("\n");
}

/** Assumptions that the source states where it acts on them. */
function assumptions(folder: string): { text: string; place: string }[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => /\.tsx?$/.test(file))
    .sort()
    .flatMap((file) => {
      const place = `${folder}/${file}`;
      return [
        ...readFileSync(place, "utf8").matchAll(
          /\/\*\*?((?:(?!\*\/)[\s\S])*?\[assumed\](?:(?!\*\/)[\s\S])*?)\*\/|\/\/([^\n]*\[assumed\][^\n]*)/g,
        ),
      ].map(([, block, line]) => ({
        text: (block ?? line)
          .replace(/\s*\n\s*\*\s?/g, " ")
          .replace("[assumed]", "")
          .replace(/\s+/g, " ")
          .trim(),
        place,
      }));
    });
}

function checklistPage(all: Contract[]): string {
  const assumed = all.filter(({ tag }) => tag === "assumed");
  return [
    `# ${texts.checklistTitle}`,
    "",
    texts.checklistIntro,
    "",
    ...Object.entries(neverRun).flatMap(([heading, rows]) => [
      `## ${heading}`,
      "",
      `| ${texts.todo} | ${texts.expected} | ${texts.result} |`,
      "| --- | --- | --- |",
      ...rows.map((row) => `| ${row.map(cell).join(" | ")} | |`),
      "",
    ]),
    `## ${texts.assumptions}`,
    "",
    texts.assumptionsIntro,
    "",
    `| ${texts.member} | ${texts.behaviour} | ${texts.test} | ${texts.result} |`,
    "| --- | --- | --- | --- |",
    ...assumed.map(
      ({ members, sentence, file }) =>
        `| ${members.join(", ")} | ${cell(sentence)} | test/contract/${file} | |`,
    ),
    ...assumptions("src").map(({ text, place }) => `| | ${cell(text)} | ${place} | |`),
    "",
  ].join("\n");
}

/** docs/host.md and docs/excel-checklist.md, by file: made from the client, the registry and the contract tests. */
export function hostPages(): Record<string, string> {
  const all = contracts();
  return {
    "docs/host.md": hostPage(clientTypes(), all),
    "docs/excel-checklist.md": checklistPage(all),
  };
}
