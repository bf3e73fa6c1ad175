// node scripts/run.mjs scripts/rapportbilder.ts [id …]: prints the sample workbook's reports to docs/rapporter, page by page.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { prepareReports, writePrepared } from "../src/actions/report";
import { katalog } from "../src/reports/katalog";
import { openFile } from "../src/workbench/cli/workbookFile";
import { printSheet } from "./printSheet";

const folder = "docs/rapporter";
const sample = "assets/exempelbok.xlsx";

/** Fewer colours: a printed table needs no more, and the pictures stay small. */
function shrink(picture: string): void {
  const { status } = spawnSync("convert", [picture, "-trim", "-bordercolor", "white", "-border", "24", "+dither", "-colors", "24", "-strip", `PNG8:${picture}`]);
  if (status !== 0) throw new Error(`ImageMagick can't shrink ${picture}.`);
}

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
    const picture = join(folder, `${id}.png`);
    if (made && (asked.length === 0 || asked.includes(id))) {
      if (!(await printSheet(bok, made.sheet, picture))) throw new Error(`LibreOffice can't print ${made.sheet}.`);
      shrink(picture);
      console.log(picture);
    }
    sections.push(
      made
        ? `## ${titel.sv}\n\n\`koll rapport ${id}\`\n\n![${titel.sv}](${basename(picture)})`
        : `## ${titel.sv}\n\nGörs inte av exempelboken: ${missing!.why.text("sv")}`,
    );
  }
  writeFileSync(
    join(folder, "README.md"),
    [
      "# Standardrapporterna, utskrivna",
      "Första sidan av varje rapport ur exempelboken till och med augusti 2023 med Örebros profil, så som den skrivs ut på liggande A4 (här av LibreOffice). `node scripts/run.mjs scripts/rapportbilder.ts` gör om bilderna.",
      ...sections,
    ].join("\n\n") + "\n",
  );
  for (const name of readdirSync(folder))
    if (name.endsWith(".png") && !written.some(({ report }) => `${report}.png` === name)) rmSync(join(folder, name));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
