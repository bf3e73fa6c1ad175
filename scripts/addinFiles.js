const { createHash } = require("node:crypto");
const { readFileSync, readdirSync } = require("node:fs");
const Module = require("node:module");
const { build } = require("esbuild");
const { sources, Compilation } = require("webpack");
const { version } = require("../package.json");

const sourceUrl = "https://localhost:3000/";
/** The test environment is an add-in of its own, so that both can be installed side by side. */
const environments = {
  drift: { id: null, namespace: "KOLL", suffix: "" },
  test: { id: "79bd0140-b298-4881-9fe1-6c67e4916af9", namespace: "KOLLTEST", suffix: " (test)" },
};

/** Emits what the add-in consists of besides its bundles: icons, functions.json, help, shortcuts and the manifest. */
class AddinFiles {
  constructor({ url = sourceUrl, environment = "drift" }) {
    if (!(environment in environments)) {
      throw new Error(`Okänd miljö ”${environment}”. Välj ${Object.keys(environments).join(" eller ")}.`);
    }
    this.url = checkedUrl(url);
    this.environment = environments[environment];
  }

  apply(compiler) {
    const hashed = compiler.options.mode !== "development";
    compiler.hooks.thisCompilation.tap("AddinFiles", (compilation) => {
      compilation.fileDependencies.add(`${compiler.context}/manifest.xml`);
      const emit = (name, content) => compilation.emitAsset(name, new sources.RawSource(content));
      compilation.hooks.processAssets.tapPromise(
        { name: "AddinFiles", stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        async () => {
          const renamed = new Map();
          for (const file of readdirSync("assets/icons")) {
            const content = readFileSync(`assets/icons/${file}`);
            const name = hashed ? file.replace(/\.png$/, `.${contentHash(content)}.png`) : file;
            renamed.set(`icons/${file}`, `icons/${name}`);
            emit(`icons/${name}`, content);
          }
          const [script] = compilation.entrypoints.get("functions").getFiles();
          renamed.set("functions.js", script);
          const { functionsJson } = await load("src/functions/metadata.ts");
          const { functionGuide } = await load("src/actions/functionGuide.ts");
          const { htmlFiles } = await load("scripts/docs/pages.ts");
          const { shortcuts, shortcutResources } = await load("src/commands/shortcuts.ts");
          emit("functions.json", json(functionsJson("sv", this.url)));
          emit("functions.en-US.json", json(functionsJson("en", this.url)));
          for (const language of ["sv", "en"])
            emit(`funktioner.${language}.json`, JSON.stringify(functionGuide(language)));
          for (const { path, content } of htmlFiles()) emit(path, content);
          emit("exempel.csv", readFileSync("assets/exempel.csv"));
          emit("hjalp/hjalp.css", readFileSync("scripts/docs/hjalp.css"));
          emit("shortcuts.json", json(shortcuts));
          emit("shortcuts.resources.json", json(shortcutResources));
          emit("manifest.xml", this.manifest(readFileSync("manifest.xml", "utf8"), renamed));
        },
      );
    });
  }

  manifest(source, renamed) {
    const { id, namespace, suffix } = this.environment;
    let xml = source
      .replace(/<Version>[^<]*</, `<Version>${version}.0<`)
      .replace(
        /"https:\/\/localhost:3000\/([^"]*)"/g,
        (_, file) => `"${this.url}${renamed.get(file) ?? file}"`,
      )
      .replaceAll('DefaultValue="KOLL"', `DefaultValue="${namespace}"`)
      .replaceAll('Value="KOLL"', `Value="${namespace}"`);
    if (id) xml = xml.replace(/<Id>[^<]*</, `<Id>${id}<`);
    if (suffix) xml = xml.replaceAll('Value="Nämndkoll"', `Value="Nämndkoll${suffix}"`);
    return xml;
  }
}

/** Bundles one of the add-in's own modules and gives its exports. */
async function load(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    format: "cjs",
    write: false,
    logLevel: "error",
  });
  const module = new Module(entry);
  module._compile(outputFiles[0].text, entry);
  return module.exports;
}

function checkedUrl(url) {
  const address = new URL(url);
  if (address.protocol !== "https:") throw new Error(`Adressen måste börja med https://: ${url}`);
  return address.href.endsWith("/") ? address.href : `${address.href}/`;
}

const contentHash = (content) => createHash("sha256").update(content).digest("hex").slice(0, 8);
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

module.exports = { AddinFiles };
