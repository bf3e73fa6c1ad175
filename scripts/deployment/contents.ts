import { sha256, type Files } from "./archive";

interface Component {
  name: string;
  version: string;
  licenses?: { license: { id?: string; name?: string }; expression?: string }[];
  [field: string]: unknown;
}

export interface Bom {
  serialNumber: string;
  metadata: { timestamp?: string; component?: Record<string, unknown>; [field: string]: unknown };
  components: Component[];
  [field: string]: unknown;
}

/**
 * What is part of the add-in, of npm's list of all packages. (npm's own --omit dev drops shipped packages that a tool also
 * asks for as a peer: React was missing.)
 */
export function shippedBom(bom: Bom): Bom {
  const development = (one: Component) =>
    (one.properties as { name: string; value: string }[] | undefined)?.some(
      ({ name, value }) => name === "cdx:npm:package:development" && value === "true",
    );
  const components = bom.components.filter((one) => !development(one));
  const dropped = new Set(bom.components.filter(development).map((one) => one["bom-ref"]));
  const dependencies = (bom.dependencies as { ref: string; dependsOn?: string[] }[] | undefined)
    ?.filter(({ ref }) => !dropped.has(ref))
    .map((one) => ({ ...one, dependsOn: one.dependsOn?.filter((ref) => !dropped.has(ref)) }));
  return { ...bom, components, dependencies };
}

/**
 * npm's CycloneDX list with what differs between two runs of npm taken out: the time, a number drawn by lot, and the
 * folder's name, which npm gives in place of the package's.
 */
export function reproducibleBom(bom: Bom, name: string): Bom {
  const metadata = { ...bom.metadata, component: { ...bom.metadata.component, type: "application", name } };
  delete metadata.timestamp;
  const rest = { ...bom, serialNumber: "", metadata };
  const hash = sha256(JSON.stringify(rest));
  const uuid = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  return { ...rest, serialNumber: `urn:uuid:${uuid}` };
}

/** One line per package that is part of the add-in: name, version, licence. */
export function licenceList({ components }: Bom): string {
  const lines = components.map(({ name, version, licenses = [] }) => {
    const ids = licenses.map((one) => one.expression ?? one.license.id ?? one.license.name);
    if (ids.length === 0 || ids.includes(undefined))
      throw new Error(`${name} ${version} anger ingen licens.`);
    return `${name} ${version}: ${ids.join(", ")}`;
  });
  return `${lines.sort().join("\n")}\n`;
}

/** The licences' own words, as they ask to go along; each text once, under the packages that have it. */
export function licenceTexts({ components }: Bom, textOf: (name: string) => string | null): string {
  const texts = new Map<string, string[]>();
  for (const { name, version } of components) {
    const text =
      textOf(name)?.replaceAll("\r\n", "\n").trim() ??
      "Paketet har ingen licenstext; licensen ovan är den det anger.";
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`]);
  }
  return [...texts]
    .map(([text, packages]) => `${packages.join(", ")}\n\n${text}\n`)
    .join(`\n${"-".repeat(80)}\n\n`);
}

/** What the changelog lacks for this version; null when it has a dated heading with something under it. */
export function changelogProblem(changelog: string, version: string): string | null {
  const escaped = version.replaceAll(".", "\\.");
  const heading = new RegExp(`^## \\[${escaped}\\] [-–] \\d{4}-\\d{2}-\\d{2}$`, "m").exec(changelog);
  if (!heading) return `CHANGELOG.md saknar rubriken ”## [${version}] - ÅÅÅÅ-MM-DD”.`;
  const [section] = changelog.slice(heading.index + heading[0].length).split(/^## /m);
  return /^- \S/m.test(section) ? null : `CHANGELOG.md säger inget om version ${version}.`;
}

/** Files in the release that are Microsoft's own: named as theirs, or with their library's words inside. */
export function microsoftFiles(files: Files): string[] {
  const named =
    /(^|\/)(office|excel-web|o15apptofilemappingtable|outlook|MicrosoftAjax|custom-functions-runtime)[^/]*\.js$/i;
  const inside =
    /OfficeExtension\.ClientRequestContext\s*=|Office\.?js\b.{0,80}Copyright \(c\) Microsoft|_doApiNotSupportedCheck\s*=/s;
  return [...files]
    .filter(
      ([path, bytes]) =>
        named.test(path) || (path.endsWith(".js") && inside.test(Buffer.from(bytes).toString("utf8"))),
    )
    .map(([path]) => path);
}

export interface Audit {
  vulnerabilities?: Record<string, { name: string; severity: string; range: string }>;
}

/** The policy: nothing known in what is shipped; among tools nothing high or critical. */
export function auditProblems({ shipped, tools }: { shipped: Audit; tools: Audit }): string[] {
  const list = (audit: Audit) => Object.values(audit.vulnerabilities ?? {});
  const grave = list(tools).filter(({ severity }) => severity === "high" || severity === "critical");
  const line = (kind: string) => (one: { name: string; severity: string; range: string }) =>
    `${kind} ${one.name} ${one.range}: ${one.severity}`;
  return [...list(shipped).map(line("ingår")), ...grave.map(line("verktyg"))];
}
