import { importCsv, importSie } from "../../src/sources/import";
import { mostSheetRows } from "../../src/sources/import/imported";
import { stopwatch } from "./stopwatch";

/**
 * Files with more rows than a sheet has, made while they are read: they are added up per period and code on the way in, agree
 * with the file to the öre, and take memory by what is kept, never by what is read: the second file is the same, twice as
 * long, and may take at most 1.3 times the memory.
 */

const encoder = new TextEncoder();
const linesPerPiece = 10_000;

function* pieces(head: string, count: number, line: (row: number) => string): Generator<Uint8Array> {
  yield encoder.encode(head);
  for (let row = 0; row < count; row += linesPerPiece) {
    let text = "";
    for (let at = row; at < Math.min(count, row + linesPerPiece); at++) text += line(at);
    yield encoder.encode(text);
  }
}

const ore = (row: number) => ((row * 7919) % 1_000_003) - 400_000;
const period = (row: number) => 202301 + (row % 12);

const csv = (count: number) =>
  pieces(
    "Belopp i kr;;;;\nVerksamhet;Konto;Period;Verifikation;Utfall\n",
    count,
    (row) =>
      `${500 + (row % 60)} Verksamhet;${5010 + (row % 37)} Konto;${period(row)};V${row};${(ore(row) / 100).toFixed(2).replace(".", ",")}\n`,
  );
const sie = (count: number) =>
  pieces(
    '#FLAGGA 0\n#FNAMN "Stor"\n#RAR 0 20230101 20231231\n#DIM 1 "Ansvar"\n',
    count,
    (row) =>
      `#VER A ${row} ${period(row)}15 "text ${row}"\n{\n#TRANS ${5010 + (row % 37)} {1 "${600 + (row % 60)}"} ${(ore(row) / 100).toFixed(2)}\n}\n`,
  );

/** The most that is in memory while the pieces are read, above what was there before. */
function* watched(stream: Generator<Uint8Array>, seen: { most: number }): Generator<Uint8Array> {
  let piece = 0;
  for (const bytes of stream) {
    yield bytes;
    if (++piece % 10 === 0) {
      globalThis.gc?.();
      seen.most = Math.max(seen.most, process.memoryUsage().heapUsed);
    }
  }
}

async function measure(kind: "CSV" | "SIE", count: number): Promise<{ megabytes: number; right: boolean }> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const seen = { most: before };
  const elapsed = stopwatch();
  const imported =
    kind === "CSV"
      ? await importCsv(watched(csv(count), seen), { name: "stor.csv" })
      : await importSie(watched(sie(count), seen), { name: "stor.se" });
  const { seconds } = elapsed();
  const megabytes = (seen.most - before) / 2 ** 20;
  let expected = 0;
  for (let row = 0; row < count; row++) expected += ore(row);
  const total = imported.rows.reduce(
    (sum, row) => sum + Math.round((row[row.length - 1] as number) * 100),
    0,
  );
  const right =
    imported.recordsRead === count &&
    imported.aggregated &&
    imported.rows.length < mostSheetRows &&
    imported.reconciliation.every(({ difference }) => difference === 0) &&
    total === expected;
  console.log(
    `${kind}, ${count} rows: ${seconds.toFixed(1)} s, ${imported.rows.length} rows kept, ${megabytes.toFixed(0)} MB at most${right ? "" : ", WRONG TOTAL"}`,
  );
  return { megabytes, right };
}

let failed = false;
for (const kind of ["CSV", "SIE"] as const) {
  const once = await measure(kind, 1_200_000);
  const twice = await measure(kind, 2_400_000);
  const ratio = twice.megabytes / once.megabytes;
  console.log(`${kind}: twice the rows take ${ratio.toFixed(2)} times the memory (target 1.3)`);
  failed ||= !once.right || !twice.right || ratio > 1.3 || twice.megabytes > 1024;
}
process.exit(failed ? 1 : 0);
