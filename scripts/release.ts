// npm run release [-- --url https://… --miljo test --ut build/release --krav-audit]
// One archive with the built add-in, server configuration, list of contents and licences; SHA256SUMS beside it.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { archive, checksums, type Files } from "./deployment/archive";
import {
  type Audit,
  auditProblems,
  type Bom,
  changelogProblem,
  licenceList,
  licenceTexts,
  microsoftFiles,
  reproducibleBom,
  shippedBom,
} from "./deployment/contents";
import { nginxConfiguration } from "./deployment/nginx";
import { outboundCalls } from "./deployment/outbound";

const { values } = parseArgs({
  options: {
    url: { type: "string", default: "https://localhost:3000/" },
    miljo: { type: "string", default: "drift" },
    ut: { type: "string", default: "build/release" },
    byggd: { type: "string" },
    "krav-audit": { type: "boolean" },
  },
});
const url = values.url.endsWith("/") ? values.url : `${values.url}/`;
const { name: product, version } = JSON.parse(readFileSync("package.json", "utf8")) as {
  name: string;
  version: string;
};
const name = `${product}-${version}${values.miljo === "drift" ? "" : `-${values.miljo}`}`;

const changelog = changelogProblem(readFileSync("CHANGELOG.md", "utf8"), version);
if (changelog) stop(changelog);
audit();

const built = values.byggd ?? build();
const files = new Map<string, Uint8Array>();
for (const [path, bytes] of readFolder(built)) files.set(`webb/${path}`, bytes);
if (!values.byggd) rmSync(built, { recursive: true });
checkContents(files);

const bom = reproducibleBom(
  shippedBom(npm(["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]) as Bom),
  product,
);
files.set("manifest.xml", files.get("webb/manifest.xml")!);
files.set(
  "nginx/namndkoll.conf",
  text(
    nginxConfiguration({
      url,
      root: "/srv/namndkoll",
      certificate: "/etc/ssl/namndkoll/fullchain.pem",
      key: "/etc/ssl/namndkoll/privkey.pem",
    }),
  ),
);
files.set("innehall.cdx.json", text(`${JSON.stringify(bom, null, 2)}\n`));
files.set("licenser.txt", text(`${licenceList(bom)}\n${licenceTexts(bom, licenceText)}`));
for (const file of ["LICENSE", "CHANGELOG.md", "docs/driftsattning.md", "docs/excel-checklist.md"])
  files.set(file.replace("docs/", ""), readFileSync(file));
files.set("SHA256SUMS", text(checksums(files)));

mkdirSync(values.ut, { recursive: true });
const bytes = archive(new Map([...files].map(([path, content]) => [`${name}/${path}`, content])));
writeFileSync(join(values.ut, `${name}.zip`), bytes);
writeFileSync(join(values.ut, "SHA256SUMS"), checksums(new Map([[`${name}.zip`, bytes]])));
console.log(
  `${join(values.ut, `${name}.zip`)}: ${files.size} filer, ${Math.round(bytes.length / 1024)} KB, för ${url}`,
);

function build(): string {
  const folder = mkdtempSync(join(tmpdir(), "namndkoll-"));
  const args = ["scripts/build.mjs", "--url", url, "--miljo", values.miljo, "--ut", folder];
  if (spawnSync(process.execPath, args, { stdio: "inherit" }).status !== 0) stop("Bygget misslyckades.");
  return folder;
}

function checkContents(release: Files): void {
  const microsoft = microsoftFiles(release);
  if (microsoft.length > 0) stop(`Microsofts filer får inte ingå: ${microsoft.join(", ")}`);
  const calls = outboundCalls(release);
  if (calls.length > 0)
    stop(
      `Bygget kan skicka något vidare:\n${calls.map((call) => `  ${call.file}: ${call.what}`).join("\n")}`,
    );
}

/** Without an answer from the registry nothing is known: said, and an error where an answer is demanded. */
function audit(): void {
  try {
    const problems = auditProblems({
      shipped: npm(["audit", "--json", "--omit", "dev"]) as Audit,
      tools: npm(["audit", "--json"]) as Audit,
    });
    if (problems.length > 0) stop(`Kända sårbarheter:\n  ${problems.join("\n  ")}`);
    console.log("npm audit: inga kända sårbarheter i det som ingår, inga allvarliga i verktygen.");
  } catch (error) {
    const message = `npm audit fick inget svar (${(error as Error).message}); sårbarheter är inte granskade.`;
    if (values["krav-audit"]) stop(message);
    console.warn(`Varning: ${message}`);
  }
}

/** What npm prints as JSON; its exit code says what it found, not whether it worked. */
function npm(args: string[]): unknown {
  const { stdout, error } = spawnSync("npm", args, {
    encoding: "utf8",
    timeout: 120_000,
    maxBuffer: 1 << 26,
  });
  if (error) throw error;
  const answer = JSON.parse(stdout) as { error?: { summary: string }; message?: string };
  if (answer.error || answer.message) throw new Error(answer.error?.summary || answer.message);
  return answer;
}

function licenceText(dependency: string): string | null {
  const folder = join("node_modules", dependency);
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)(\.|$)/i.test(one));
  return file ? readFileSync(join(folder, file), "utf8") : null;
}

function readFolder(folder: string): Files {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path))]),
  );
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
