import { planSharing, seEfter, share } from "../../src/actions/dela";
import { thaw } from "../../src/actions/tina";
import { openWorkbook } from "../../src/workbench/cli/workbookFile";
import { Workbook } from "../../src/workbench/model/workbook";
import { stopwatch } from "./stopwatch";

/** 50 000 KOLL cells: frozen in 5 s, thawed in 5 s, through Microsoft's client; syncs counted. */

const count = 50_000;
const workbook = new Workbook();
const sheet = workbook.addSheet("Uppföljning");
["Verksamhet", "Utfall", "Budget", "Avvikelse"].forEach((text, c) => sheet.setValue(0, c, text));
for (let row = 1; row <= count; row++) {
  sheet.setValue(row, 0, `Verksamhet ${row}`);
  sheet.setValue(row, 1, -100 - (row % 97));
  sheet.setValue(row, 2, -100);
  sheet.setFormula(row, 3, { text: `=KOLL.AVVIKELSE(B${row + 1},C${row + 1})`, kind: "cell" });
  sheet.setValue(row, 3, -(row % 97));
}
const file = await openWorkbook(workbook);
const prototype = (Excel.RequestContext as unknown as { prototype: { sync(): Promise<void> } }).prototype;
const sync = prototype.sync;
let syncs = 0;
prototype.sync = function (this: unknown, ...args: []) {
  syncs++;
  return sync.apply(this as never, args);
};

const patient = { giveUpAfter: 120_000 };
async function timed<T>(run: () => Promise<T>): Promise<{ seconds: number; syncs: number; result: T }> {
  const elapsed = stopwatch();
  const before = syncs;
  const result = await run();
  return { seconds: elapsed().seconds, syncs: syncs - before, result };
}

const looked = await timed(() => seEfter(patient));
const frozen = await timed(async () => share(await planSharing("varden", null, patient), patient));
const left = Array.from({ length: count }, (_, row) => sheet.formula(row + 1, 3)).filter(Boolean).length;
const thawed = await timed(() => thaw(patient));
const back = Array.from({ length: count }, (_, row) => sheet.formula(row + 1, 3)).filter(Boolean).length;
file.close();

const line = (name: string, { seconds, syncs: made }: { seconds: number; syncs: number }) =>
  console.log(`${name.padEnd(8)} ${seconds.toFixed(2)} s, ${made} syncs`);
console.log(`${count} KOLL cells`);
line("look", looked);
line("freeze", frozen);
line("thaw", thawed);
const right =
  looked.result.cells.length === count &&
  frozen.result.values === count &&
  left === 0 &&
  thawed.result.restored.length === count &&
  back === count;
const met = right && frozen.seconds <= 5 && thawed.seconds <= 5;
console.log(`target: 5 s each, every formula away and back: ${met ? "met" : "missed"}`);
process.exit(met ? 0 : 1);
