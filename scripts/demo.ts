import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { prepareReports, writePrepared } from "../src/actions/report";
import { listSources } from "../src/actions/sources";
import { isCellError } from "../src/workbook/cell";
import { textTable } from "../src/workbench/cli/io";
import { openFile } from "../src/workbench/cli/workbookFile";
import { printSheet } from "./printSheet";

// npm run demo: the main job on the sample workbook, without Excel and without a browser.

const sample = "assets/exempelbok.xlsx";
const folder = "build/demo";
const target = `${folder}/resultat-per-verksamhet.xlsx`;
mkdirSync(folder, { recursive: true });
const swedish = new Intl.NumberFormat("sv-SE", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

console.log(
  `\nNämndkoll: huvudjobbet på exempelboken (${sample}, ${Math.round(readFileSync(sample).length / 1024)} kB)\n`,
);
const file = await openFile(sample);

console.log("1. Underlag som hittades i boken");
for (const { slag, blad, adress, rader, enhet, tecken, nekade } of await listSources()) {
  const facts = [
    `${rader} rader`,
    enhet,
    tecken,
    nekade.length > 0 ? `${nekade.length} nekade` : null,
  ].filter(Boolean);
  console.log(`   ${slag.padEnd(10)} ${blad}!${adress}: ${facts.join(", ")}`);
}

console.log("\n2. KOLL-funktioner i celler på bladet Funktioner, räknade om");
await file.calculator.recalculateAll();
const functionsSheet = file.workbook.sheet("Funktioner")!;
for (let row = 3; functionsSheet.value(row, 0) !== null; row++) {
  const value = functionsSheet.value(row, 1);
  const shown =
    typeof value === "number"
      ? swedish.format(Math.abs(value) < 2 ? value * 100 : value)
      : isCellError(value)
        ? value.fel
        : value;
  const unit = typeof value === "number" && Math.abs(value) < 2 ? " %" : "";
  console.log(`   ${String(functionsSheet.value(row, 0)).padEnd(68)} ${String(shown).padStart(12)}${unit}`);
}

console.log("\n3. Rapporten ”Resultat per verksamhet”, skapad på plats med levande formler (mnkr)\n");
const prepared = await prepareReports(["resultat-verksamhet"], { profil: "orebro", period: "2023-12" });
const [written] = await writePrepared(prepared);
const [{ plan }] = prepared.placements;
const lines = plan.rows.flatMap((row, index) => {
  if (["tom", "kalla", "titel", "underrubrik"].includes(row.kind)) return [];
  const [label, ...cells] = written.values[index];
  return [
    [
      `   ${"  ".repeat(row.level)}${String(label ?? "")}`,
      ...cells.map((cell) =>
        typeof cell === "number" ? swedish.format(Math.round(cell * 10) / 10 + 0) : String(cell ?? ""),
      ),
    ],
  ];
});
console.log(textTable(lines));
const formulas = written.formulas.flat().filter((formula) => formula !== null);
console.log(
  `\n   ${formulas.length} formler, varje siffra räknad två gånger och lika. En av dem:\n   ${formulas[0]}`,
);

rmSync(target, { force: true });
const { kept } = await file.save(target);
file.close();
if (kept.length > 0)
  console.log(`   ${kept.length} formler kunde inte räknas här och behåller filens värde.`);
console.log(`\n4. Sparat: ${resolve(target)}`);

const picture = `${folder}/resultat-per-verksamhet.png`;
const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;
if (hasLibreOffice && (await printSheet(target, written.sheet, picture)) && existsSync(picture)) {
  console.log(`   Som den skrivs ut: ${resolve(picture)}`);
} else {
  console.log("   (Installera LibreOffice och poppler-utils för en bild av det utskrivna bladet.)");
}
console.log("\nNästa steg: npm start öppnar arbetsbänken i webbläsaren, koll --help visar kommandona.\n");
