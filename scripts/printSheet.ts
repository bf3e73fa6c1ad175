import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWorkbook, writeWorkbook } from "../src/workbench/xlsx";

/** LibreOffice prints in Swedish, and recalculates what it opens. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>sv-SE</value></prop></item><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** One sheet as it is printed, its first page as PNG. False where LibreOffice or poppler can't. */
export async function printSheet(file: string, sheet: string, picture: string, dpi = 110): Promise<boolean> {
  const [first] = await printPages(file, sheet, dpi);
  if (first) writeFileSync(picture, first);
  return first !== undefined;
}

/** One sheet's pages as they are printed, as PNG. None where LibreOffice or poppler can't. */
export async function printPages(file: string, sheet: string, dpi = 110): Promise<Uint8Array[]> {
  const folder = mkdtempSync(join(tmpdir(), "utskrift-"));
  try {
    const workbook = await readWorkbook(readFileSync(file));
    // The others stay for the formulas. LibreOffice prints hidden sheets that have a print area, and no others.
    for (const other of workbook.sheets) {
      if (other.name === sheet) continue;
      other.visibility = "hidden";
      other.pageLayout = { ...other.pageLayout, printArea: [] };
    }
    workbook.activeSheet = workbook.sheet(sheet)!;
    writeFileSync(join(folder, "bok.xlsx"), await writeWorkbook(workbook));
    const profile = join(folder, "profil");
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user/registrymodifications.xcu"), settings);
    const run = (command: string, args: string[]) =>
      spawnSync(command, args, { cwd: folder, timeout: 120_000 }).status === 0;
    const printed =
      run("soffice", [
        `-env:UserInstallation=file://${profile}`,
        "--headless",
        "--convert-to",
        "pdf",
        "bok.xlsx",
      ]) && run("pdftoppm", ["-r", String(dpi), "-png", "bok.pdf", "bild"]);
    const pages = readdirSync(folder).filter((name) => /^bild-\d+\.png$/.test(name));
    return printed ? pages.sort().map((name) => readFileSync(join(folder, name))) : [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
