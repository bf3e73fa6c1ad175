import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** LibreOffice recalculates an opened workbook only when told to. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The workbook as LibreOffice saves it after recalculating every formula. */
export function recalculatedByLibreOffice(workbook: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "libreoffice-"));
  try {
    const user = join(folder, "profile", "user");
    mkdirSync(user, { recursive: true });
    writeFileSync(join(user, "registrymodifications.xcu"), settings);
    writeFileSync(join(folder, "in.xlsx"), workbook);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const out = join(folder, "out");
    execFileSync(
      "soffice",
      [profile, "--headless", "--convert-to", "xlsx", "--outdir", out, join(folder, "in.xlsx")],
      {
        stdio: "pipe",
      },
    );
    return readFileSync(join(out, "in.xlsx"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
