import { parseArgs } from "node:util";
import { arNekad, type Seriemetod, seriemetoder, serieprognos } from "../../domain/prognos";
import { prognosTexts } from "../../texts/prognos";
import type { Command } from "./command";
import { checkOutput, readInput, UsageError, writeOutput } from "./io";

interface Serierad {
  /** Line in the file, the header being 1. */
  rad: number;
  id: string;
  varden: number[];
}

/** Ten years: beyond that no monthly forecast says anything. */
const flestSteg = 120;

export const prognos: Command = {
  name: "prognos",
  usage: `prognos --serier in.csv --ut ut.csv --steg 18 [--metod ${seriemetoder.join("|")}]`,
  summary: "skriver fram månadsserier; in: id,start,varden (månader med blanksteg emellan), ut: id,v1,…",
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: {
        serier: { type: "string" },
        ut: { type: "string" },
        steg: { type: "string" },
        metod: { type: "string", default: "auto" },
      },
    });
    const mal = checkOutput(values.ut, "--ut");
    const steg = lasSteg(values.steg);
    const metod = lasMetod(values.metod);
    const serier = lasSerier(new TextDecoder().decode(readInput(values.serier, "--serier")));
    const rubrik = ["id", ...Array.from({ length: steg }, (_, i) => `v${i + 1}`)];
    const rader = serier.map(({ rad, id, varden }) => {
      const svar = serieprognos(varden, steg, metod);
      if (arNekad(svar)) throw new UsageError(`rad ${rad} (${id}): ${prognosTexts.sv[svar.nekad]}`);
      return [citera(id), ...svar.varden];
    });
    writeOutput(mal, [rubrik, ...rader].map((rad) => `${rad.join(",")}\n`).join(""));
    io.out(`${serier.length} serier × ${steg} månader sparade i ${mal}.`);
    return 0;
  },
};

function lasSteg(text: string | undefined): number {
  const steg = Number(text);
  if (text === undefined || !Number.isInteger(steg) || steg < 1 || steg > flestSteg)
    throw new UsageError(`--steg ska vara ett heltal från 1 till ${flestSteg}, till exempel --steg 18.`);
  return steg;
}

function lasMetod(text: string): Seriemetod {
  const metod = seriemetoder.find((namn) => namn === text.toLowerCase());
  if (!metod) throw new UsageError(`metoden ”${text}” finns inte. Välj ${seriemetoder.join(", ")}.`);
  return metod;
}

/** Every row is read, or the file is refused with its first fault. */
function lasSerier(text: string): Serierad[] {
  const rader = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const avgransare = rader[0].includes(";") ? ";" : ",";
  const rubriker = falt(rader[0], avgransare).map((namn) => namn.trim().toLowerCase());
  const plats = (namn: string) => {
    const kolumn = rubriker.indexOf(namn);
    if (kolumn === -1)
      throw new UsageError(`rad 1: kolumnen ”${namn}” saknas. Första raden ska vara id,start,varden.`);
    return kolumn;
  };
  const [id, start, varden] = [plats("id"), plats("start"), plats("varden")];
  const sedda = new Map<string, number>();
  const serier = rader.flatMap((innehall, i): Serierad[] => {
    const rad = i + 1;
    if (i === 0 || innehall.trim() === "") return [];
    const celler = falt(innehall, avgransare);
    if (celler.length !== rubriker.length)
      throw new UsageError(`rad ${rad}: ${celler.length} fält där rubrikraden har ${rubriker.length}.`);
    const namn = celler[id].trim();
    const tidigare = sedda.get(namn);
    if (namn === "") throw new UsageError(`rad ${rad}: id saknas.`);
    if (tidigare) throw new UsageError(`rad ${rad}: id ”${namn}” finns redan på rad ${tidigare}.`);
    sedda.set(namn, rad);
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(celler[start].trim()))
      throw new UsageError(
        `rad ${rad} (${namn}): start ”${celler[start]}” ska vara ÅÅÅÅ-MM, till exempel 2021-01.`,
      );
    return [{ rad, id: namn, varden: lasVarden(celler[varden], `rad ${rad} (${namn})`) }];
  });
  if (serier.length === 0) throw new UsageError("filen har inga serier under rubrikraden.");
  return serier;
}

function lasVarden(text: string, plats: string): number[] {
  const delar = text.split(/\s+/).filter((del) => del !== "");
  if (delar.length === 0) throw new UsageError(`${plats}: värden saknas.`);
  return delar.map((del, i) => {
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(del) || !Number.isFinite(Number(del)))
      throw new UsageError(`${plats}: värde ${i + 1}, ”${del}”, är inget tal. Skriv till exempel -1234.5.`);
    return Number(del);
  });
}

/** The fields of a line; a field in quotes may hold the delimiter, and "" for a quote. */
function falt(rad: string, avgransare: string): string[] {
  const celler: string[] = [];
  for (let i = 0; i <= rad.length;) {
    if (rad[i] === '"') {
      const slut = /^"((?:[^"]|"")*)"?/.exec(rad.slice(i))!;
      celler.push(slut[1].replaceAll('""', '"'));
      i += slut[0].length + 1;
    } else {
      const nasta = rad.indexOf(avgransare, i);
      const slut = nasta === -1 ? rad.length : nasta;
      celler.push(rad.slice(i, slut));
      i = slut + 1;
    }
  }
  return celler;
}

const citera = (id: string) => (/[",\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id);
