// npm run check:manifest [-- manifest.xml]: the manifest as written and as built (built first where there is no build),
// or the given one alone.
import { existsSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { SaxesParser } from "saxes";

const [given] = process.argv.slice(2);
const built = "dist/manifest.xml";
if (!given && !existsSync(built)) run("npx", ["webpack", "--mode", "production"]);

const problems = given
  ? checkManifest(given, null)
  : [...checkManifest("manifest.xml", null), ...checkManifest(built, "dist"), ...readable(built)];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log("Manifestet stämmer: ordning, resurser, längder, språk och adresser.");

/** Microsoft's own tool must be able to read it. */
function readable(file) {
  const { status, stdout, stderr } = spawnSync("npx", ["office-addin-manifest", "info", file], {
    encoding: "utf8",
  });
  return status === 0 && /Nämndkoll/.test(stdout)
    ? []
    : [`office-addin-manifest info kan inte läsa ${file}:\n${stdout}${stderr}`];
}

/** Checks one manifest; `folder` holds the files its addresses should lead to, null where they are not built. */
function checkManifest(file, folder) {
  const root = parse(readFileSync(file, "utf8"));
  const problems = [];
  const say = (text) => problems.push(`${file}: ${text}`);
  checkOrder(root, say);
  checkResources(root, say);
  checkLengths(root, say);
  checkLocales(root, say);
  checkValues(root, say);
  checkAddresses(root, folder, say);
  return problems;
}

/** Elements in the order of Microsoft's schemas; Excel refuses any other. */
function checkOrder(root, say) {
  const orders = {
    OfficeApp:
      "Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides ExtendedOverrides",
    VersionOverrides:
      "Description Requirements Hosts Resources WebApplicationInfo EquivalentAddins ExtendedPermissions",
    Host: "Runtimes AllFormFactors DesktopFormFactor",
    DesktopFormFactor: "GetStarted FunctionFile ExtensionPoint",
    GetStarted: "Title Description LearnMoreUrl",
    CustomFunctions: "Script Page Metadata Namespace",
    CustomTab: "Group OverriddenByRibbonApi Label InsertAfter InsertBefore",
    Group: "OverriddenByRibbonApi Label Icon Control",
    Control: "OverriddenByRibbonApi Enabled Label ToolTip Supertip Icon Action",
    Supertip: "Title Description",
    Resources: "Images Urls ShortStrings LongStrings",
  };
  for (const element of all(root)) {
    const type = element.name === "ExtensionPoint" ? element.attributes["xsi:type"] : element.name;
    const order = orders[type]?.split(" ");
    if (!order) continue;
    let last = 0;
    for (const { name } of element.children) {
      const at = order.indexOf(name);
      if (at < 0) say(`${type} får inte innehålla ${name}`);
      else if (at < last) say(`${name} står efter ${order[last]} i ${type}, men ska stå före`);
      else last = at;
    }
  }
}

function checkResources(root, say) {
  const kinds = { Image: "bild", Url: "adress", String: "text" };
  const defined = new Map();
  for (const { name, attributes } of all(root)) {
    if (!(name in kinds) || !attributes.id) continue;
    if (defined.has(attributes.id)) say(`resursen ${attributes.id} finns två gånger`);
    if (attributes.id.length > 32) say(`resursens namn är längre än 32 tecken: ${attributes.id}`);
    defined.set(attributes.id, name);
  }
  const used = new Set();
  const ids = new Set();
  for (const { name, attributes } of all(root)) {
    if (attributes.id && ["Group", "Control", "CustomTab"].includes(name)) {
      if (ids.has(attributes.id)) say(`${name} ${attributes.id} finns två gånger`);
      ids.add(attributes.id);
      if (attributes.id.length > 125) say(`${attributes.id} är längre än 125 tecken`);
    }
    const { resid } = attributes;
    if (!resid) continue;
    used.add(resid);
    if (!defined.has(resid)) say(`${name} pekar på resursen ${resid}, som inte finns`);
    const wanted =
      name === "Image" ? "Image" : /Url|SourceLocation|FunctionFile|Runtime/.test(name) ? "Url" : "String";
    if (defined.has(resid) && defined.get(resid) !== wanted)
      say(`${name} pekar på ${resid}, som är en ${kinds[defined.get(resid)]}`);
  }
  for (const id of defined.keys()) if (!used.has(id)) say(`resursen ${id} används inte`);
  const pages = ["FunctionFile", "Runtime"].flatMap((name) => all(root).filter((one) => one.name === name));
  const locations = all(root).filter(
    ({ name, parent }) => name === "SourceLocation" && ["Page", "Action"].includes(parent?.name),
  );
  const shared = new Set([...pages, ...locations].map(({ attributes }) => attributes.resid));
  if (shared.size !== 1)
    say(`FunctionFile, Runtime, Page och ShowTaskpane ska ha samma resid, inte ${[...shared].join(", ")}`);
}

function checkLengths(root, say) {
  const most = { DisplayName: 125, Description: 250, ProviderName: 125 };
  for (const child of root.children) {
    const limit = most[child.name];
    if (!limit) continue;
    for (const text of [child.text, ...values(child)]) {
      if (text.length > limit) say(`${child.name} är längre än ${limit} tecken: ${text}`);
    }
  }
  const lists = { ShortStrings: 125, LongStrings: 250, Urls: 2048, Images: 2048 };
  for (const list of all(root).filter(({ name }) => name in lists)) {
    for (const resource of list.children) {
      for (const text of values(resource)) {
        if (text.length > lists[list.name])
          say(`${resource.attributes.id} är längre än ${lists[list.name]} tecken: ${text}`);
        if (text.trim() === "") say(`${resource.attributes.id} är tom`);
      }
    }
  }
}

/** Every text and address in Swedish (default) and English. */
function checkLocales(root, say) {
  const [locale] = all(root).filter(({ name }) => name === "DefaultLocale");
  if (locale.text !== "sv-SE") say(`DefaultLocale är ${locale.text}, ska vara sv-SE`);
  for (const element of all(root)) {
    if (element.attributes.DefaultValue === undefined) continue;
    const overrides = element.children
      .filter(({ name }) => name === "Override")
      .map(({ attributes }) => attributes.Locale);
    if (overrides.length !== 1 || overrides[0] !== "en-US")
      say(
        `${element.attributes.id ?? element.name} ska ha en Override för en-US, har ${overrides.join(", ") || "ingen"}`,
      );
  }
}

function checkValues(root, say) {
  const texts = (name) => all(root).filter((one) => one.name === name);
  const [id] = texts("Id");
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id.text)) say(`Id är ingen GUID: ${id.text}`);
  const [version] = texts("Version");
  if (!/^\d{1,5}(\.\d{1,5}){3}$/.test(version.text)) say(`Version ska ha fyra tal: ${version.text}`);
  const [permissions] = texts("Permissions");
  if (permissions.text !== "ReadWriteDocument") say(`Permissions är ${permissions.text}`);
  const sets = texts("Set")
    .map(({ attributes }) => `${attributes.Name} ${attributes.MinVersion}`)
    .join(", ");
  if (sets !== "SharedRuntime 1.1, CustomFunctionsRuntime 1.1") say(`Requirements är ${sets}`);
  if (texts("Runtime")[0]?.attributes.lifetime !== "long") say("Runtime ska ha lifetime long");
  for (const name of ["AppDomains", "WebApplicationInfo"])
    if (texts(name).length > 0) say(`${name} ska inte finnas`);
  for (const icon of texts("Icon")) {
    const sizes = icon.children.map(({ attributes }) => attributes.size).join(" ");
    if (sizes !== "16 32 80") say(`en ikon har storlekarna ${sizes}, ska ha 16 32 80`);
  }
}

function checkAddresses(root, folder, say) {
  const page = all(root).find(({ attributes }) => attributes.id === "Page.Url").attributes.DefaultValue;
  const base = page.slice(0, page.lastIndexOf("/") + 1);
  const addresses = all(root).flatMap(({ attributes }) =>
    [attributes.DefaultValue, attributes.Value, attributes.Url, attributes.ResourcesUrl].filter((value) =>
      /^https?:/.test(value ?? ""),
    ),
  );
  for (const address of new Set(addresses)) {
    if (!address.startsWith("https://")) say(`adressen är inte https: ${address}`);
    else if (!address.startsWith(base)) say(`adressen ligger inte under ${base}: ${address}`);
    else if (folder && !existsSync(`${folder}/${address.slice(base.length)}`))
      say(`filen finns inte i bygget: ${address}`);
  }
}

function values(element) {
  return [
    element.attributes.DefaultValue,
    ...element.children.map(({ attributes }) => attributes.Value),
  ].filter((value) => value !== undefined);
}

function all(element) {
  return [element, ...element.children.flatMap(all)];
}

/** The elements without namespace prefixes. */
function parse(xml) {
  const parser = new SaxesParser();
  const stack = [];
  let root = null;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const parent = stack[stack.length - 1];
    const element = { name: name.replace(/^.*:/, ""), attributes, children: [], text: "", parent };
    if (parent) parent.children.push(element);
    else root = element;
    stack.push(element);
  });
  parser.on("text", (text) => {
    if (stack.length > 0) stack[stack.length - 1].text += text.trim();
  });
  parser.on("closetag", () => stack.pop());
  parser.write(xml).close();
  return root;
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
