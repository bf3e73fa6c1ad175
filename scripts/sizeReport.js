const { gzipSync } = require("node:zlib");

/** Largest sizes, gzip bytes without Office.js: what the first page loads, and everything. */
const limits = { first: 120 * 1024, all: 250 * 1024, functions: 20 * 1024 };

/** Prints the bundles' gzip sizes after a build, and fails the build that outgrows its limits. */
class SizeReport {
  constructor({ page }) {
    this.page = page;
  }

  apply(compiler) {
    compiler.hooks.emit.tap("SizeReport", (compilation) => {
      const size = new Map(
        compilation
          .getAssets()
          .filter(({ name }) => name.endsWith(".js"))
          .map(({ name, source }) => [name, gzipSync(source.buffer()).length]),
      );
      const first = new Set(
        this.page
          .flatMap((entry) => compilation.entrypoints.get(entry).getFiles())
          .filter((file) => size.has(file)),
      );
      const sum = (files) => [...files].reduce((total, file) => total + size.get(file), 0);
      const rows = [...size].sort((a, b) => first.has(b[0]) - first.has(a[0]) || b[1] - a[1]);
      const kb = (bytes) => `${(bytes / 1024).toFixed(1).padStart(7)} KB`;
      console.log("\nStorlek med gzip, utan Office.js (* laddas med första sidan):");
      for (const [name, bytes] of rows) console.log(`${kb(bytes)} ${first.has(name) ? "*" : " "} ${name}`);
      const totals = {
        functions: sum(compilation.entrypoints.get("functions").getFiles()),
        first: sum(first),
        all: sum(size.keys()),
      };
      const labels = { functions: "funktionerna", first: "första sidan", all: "allt" };
      for (const [part, bytes] of Object.entries(totals)) {
        console.log(`${kb(bytes)}   ${labels[part]} (högst ${limits[part] / 1024} KB)`);
        if (bytes > limits[part]) {
          compilation.errors.push(
            new Error(
              `${labels[part]} är ${(bytes / 1024).toFixed(1)} KB med gzip, högst ${limits[part] / 1024} KB.`,
            ),
          );
        }
      }
    });
  }
}

module.exports = { SizeReport };
