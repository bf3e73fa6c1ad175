import {
  accessSync,
  constants,
  createReadStream,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, join } from "node:path";

/** What the user can set right about the call or its files: one line on stderr, exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/** Exit codes (docs/koll.md): 0 done, 1 done with findings or refused rows, 2 bad usage or unreadable input, 3 our own fault. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Io {
  out(text: string): void;
  error(text: string): void;
}

export const processIo: Io = {
  out: (text) => void process.stdout.write(`${text}\n`),
  error: (text) => void process.stderr.write(`${text}\n`),
};

export function readInput(path: string | undefined, option: string): Uint8Array {
  if (path === undefined)
    throw new UsageError(`Flaggan ${option} saknas. Ange en fil, till exempel ${option} bok.xlsx.`);
  checkInput(path, option);
  try {
    return readFileSync(path);
  } catch {
    throw unreadable(path);
  }
}

function checkInput(path: string, option: string): void {
  if (!existsSync(path)) throw new UsageError(`Filen ${path} finns inte. Kontrollera sökvägen i ${option}.`);
  if (statSync(path).isDirectory())
    throw new UsageError(`${path} är en mapp, inte en fil. Ange en fil i ${option}.`);
}

const unreadable = (path: string) =>
  new UsageError(
    `Filen ${path} kan inte läsas. Kontrollera behörigheten, och att inget annat program låser den.`,
  );

/** A file piece by piece, never whole in memory. */
export function inputStream(path: string, option: string): AsyncIterable<Uint8Array> {
  checkInput(path, option);
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw unreadable(path);
  }
  return createReadStream(path, { highWaterMark: 1024 * 1024 });
}

/** Refuses a place that can't be written before any work is done. */
export function checkOutput(path: string | undefined, option: string): string {
  if (path === undefined)
    throw new UsageError(
      `Flaggan ${option} saknas. Ange var resultatet ska sparas, till exempel ${option} ut.xlsx.`,
    );
  const folder = dirname(path);
  if (!existsSync(folder))
    throw new UsageError(`Mappen ${folder} finns inte. Skapa den eller ange en annan plats i ${option}.`);
  if (existsSync(path) && statSync(path).isDirectory())
    throw new UsageError(`${path} är en mapp. Ange ett filnamn i ${option}.`);
  try {
    accessSync(folder, constants.W_OK);
    if (existsSync(path)) accessSync(path, constants.W_OK);
  } catch {
    throw new UsageError(`${path} går inte att skriva till (skrivskyddad). Ange en annan plats i ${option}.`);
  }
  return path;
}

/** A workbook keeps its type: Excel won't open one whose name says another type than its content. */
export function checkSameType(input: string | undefined, output: string): void {
  const from = extname(input ?? "").toLowerCase();
  if (from === "" || extname(output).toLowerCase() === from) return;
  throw new UsageError(
    `${output} ska sluta på ${from}, som ${input}: bokens typ och makron följer med. Ändra namnet i --ut.`,
  );
}

/** Writes beside the target and renames, so that a file is never half written. */
export function writeOutput(path: string, content: Uint8Array | string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
    throw new UsageError(
      `${path} går inte att skriva till. Kontrollera utrymme och behörighet, eller ange en annan plats.`,
    );
  }
}

export async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** Numbers unrounded, JSON alone. */
export const json = (value: unknown) => JSON.stringify(value, null, 2);

/** Texts in columns; the first left-aligned, numbers right-aligned. */
export function textTable(rows: string[][], numericFrom = 1): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(widest[column] ?? 0, cell.length)),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column < numericFrom ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
