const { gzipSync } = require("node:zlib");

/** Largest sizes, gzip bytes without Office.js. */
const limits = {
  functions: { most: 20 * 1024, label: "funktionerna" },
  first: { most: 120 * 1024, label: "första sidan" },
  page: { most: 250 * 1024, label: "största sidan, med allt den läser, räknar och skriver med" },
};

/** Prints the bundles' gzip sizes after a build, and fails the build that outgrows its limits. */
class SizeReport {
  /** `entries`: the entries of the HTML page; `first`: the chunk of the pane's first page. */
  constructor({ entries, first }) {
    this.entries = entries;
    this.first = first;
  }

  apply(compiler) {
    compiler.hooks.emit.tap("SizeReport", (compilation) => {
      const size = new Map(
        compilation
          .getAssets()
          .filter(({ name }) => name.endsWith(".js"))
          .map(({ name, source }) => [name, gzipSync(source.buffer(), { level: 9 }).length]),
      );
      const filesOf = (groups) =>
        new Set(groups.flatMap((group) => group.getFiles()).filter((file) => size.has(file)));
      const sum = (files) => [...files].reduce((total, file) => total + size.get(file), 0);
      const entries = this.entries.map((entry) => compilation.entrypoints.get(entry));
      const first = filesOf([...entries, compilation.namedChunkGroups.get(this.first)]);
      const rows = [...size].sort((a, b) => first.has(b[0]) - first.has(a[0]) || b[1] - a[1]);
      console.log("\nStorlek med gzip, utan Office.js (* laddas med första sidan):");
      for (const [name, bytes] of rows) console.log(`${kb(bytes)} ${first.has(name) ? "*" : " "} ${name}`);
      const pages = entries
        .flatMap((entry) => entry.getChildren())
        .map((page) => sum(filesOf([...entries, page, ...descendants(page)])));
      const totals = {
        functions: sum(filesOf([compilation.entrypoints.get("functions")])),
        first: sum(first),
        page: Math.max(...pages),
      };
      for (const [part, { most, label }] of Object.entries(limits)) {
        const line = `${kb(totals[part])}   ${label} (högst ${most / 1024} KB)`;
        console.log(line);
        if (totals[part] > most) compilation.errors.push(new Error(`För stort: ${line.trim()}`));
      }
      console.log(`${kb(sum(size.keys()))}   alla sidor tillsammans`);
    });
  }
}

/** What a chunk group may load later. */
function descendants(group, seen = new Set()) {
  for (const child of group.getChildren()) {
    if (seen.has(child)) continue;
    seen.add(child);
    descendants(child, seen);
  }
  return [...seen];
}

const kb = (bytes) => `${(bytes / 1024).toFixed(1).padStart(7)} KB`;

module.exports = { SizeReport };
