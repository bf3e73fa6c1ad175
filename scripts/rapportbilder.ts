// node scripts/run.mjs scripts/rapportbilder.ts [id …]: prints the sample workbook's reports to docs/rapporter, page by page.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareReports, writePrepared } from "../src/actions/report";
import { katalog } from "../src/reports/katalog";
import { openFile } from "../src/workbench/cli/workbookFile";
import { printPages } from "./printSheet";

const folder = "docs/rapporter";
const sample = "assets/exempelbok.xlsx";

/** Fewer colours: a printed table needs no more, and the pictures stay small. */
function shrink(picture: string): void {
  const { status } = spawnSync("convert", [
    picture,
    "-trim",
    "-bordercolor",
    "white",
    "-border",
    "24",
    "+dither",
    "-colors",
    "24",
    "-strip",
    `PNG8:${picture}`,
  ]);
  if (status !== 0) throw new Error(`ImageMagick can't shrink ${picture}.`);
}

/** A report's pages in order: `id.png`, `id-2.png`, … */
const pictures = (id: string) =>
  readdirSync(folder)
    .filter((name) => name === `${id}.png` || new RegExp(`^${id}-\\d+\\.png$`).test(name))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));

const temporary = mkdtempSync(join(tmpdir(), "rapportbilder-"));
try {
  const bok = join(temporary, "bok.xlsx");
  const file = await openFile(sample);
  const prepared = await prepareReports(["alla"], { profil: "orebro", period: "2023-08" });
  const written = await writePrepared(prepared);
  await file.save(bok);
  file.close();
  const asked = process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  const sections: string[] = [];
  for (const { id, titel } of katalog) {
    const made = written.find(({ report }) => report === id);
    const missing = prepared.leftOut.find((one) => one.id === id);
    if (made && (asked.length === 0 || asked.includes(id))) {
      for (const old of pictures(id)) rmSync(join(folder, old));
      const pages = await printPages(bok, made.sheet);
      if (pages.length === 0) throw new Error(`LibreOffice can't print ${made.sheet}.`);
      pages.forEach((page, index) => {
        const picture = join(folder, index === 0 ? `${id}.png` : `${id}-${index + 1}.png`);
        writeFileSync(picture, page);
        shrink(picture);
      });
      console.log(`${made.sheet}: ${pages.length}`);
    }
    sections.push(
      made
        ? [
            `## ${titel.sv}`,
            `\`koll rapport ${id}\``,
            ...pictures(id).map((name) => `![${titel.sv}](${name})`),
          ].join("\n\n")
        : `## ${titel.sv}\n\nGörs inte av exempelboken: ${missing!.why.text("sv")}`,
    );
  }
  writeFileSync(
    join(folder, "README.md"),
    [
      "# Standardrapporterna, utskrivna",
      "Varje utskriven sida av de rapporter som kan göras ur exempelboken till och med augusti 2023 med Örebros profil, så som den skrivs ut på liggande A4 (här av LibreOffice). `node scripts/run.mjs scripts/rapportbilder.ts` gör om bilderna.",
      ...sections,
    ].join("\n\n") + "\n",
  );
  for (const name of readdirSync(folder))
    if (name.endsWith(".png") && !written.some(({ report }) => pictures(report).includes(name)))
      rmSync(join(folder, name));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
