import { basename } from "node:path";
import { parseArgs } from "node:util";
import { explainTables } from "../../actions/explain";
import { type ImportedSource, importCsv, importSie } from "../../actions/importSource";
import { listSources, type SourceSummary, unknownTables } from "../../actions/sources";
import { intersect, parseArea } from "../../workbook/address";
import type { Command } from "./command";
import { checkOutput, checkSameType, inputStream, type Io, json, UsageError } from "./io";
import { openFile } from "./workbookFile";

export const underlag: Command = {
  name: "underlag",
  usage: "underlag --bok in.xlsx [--sie fil.se | --csv fil] [--ut ut.xlsx] [--json]",
  summary: "vilka underlag boken har, hur de lästes och varför; läser också in SIE- och textfiler",
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: {
        bok: { type: "string" },
        sie: { type: "string" },
        csv: { type: "string" },
        ut: { type: "string" },
        json: { type: "boolean" },
      },
    });
    const path = values.sie ?? values.csv;
    if (values.sie !== undefined && values.csv !== undefined)
      throw new UsageError("ange antingen --sie eller --csv, en fil i taget.");
    if (values.ut !== undefined && path === undefined)
      throw new UsageError("--ut sparar en inläst fil: ange också --sie eller --csv.");
    const target = values.ut === undefined ? null : checkOutput(values.ut, "--ut");
    if (target !== null) checkSameType(values.bok, target);
    const stream =
      path === undefined ? null : inputStream(path, values.sie === undefined ? "--csv" : "--sie");
    const file = await openFile(values.bok);
    try {
      const read = values.sie === undefined ? importCsv : importSie;
      const imported = stream && (await read({ namn: basename(path!), delar: stream }));
      const found = await listSources();
      if (target !== null) await file.save(target);
      if (values.json) io.out(json(found.map((source) => asJson(source, imported))));
      else {
        if (imported) describeImport(imported, path!, target, io);
        await describe(found, io);
        for (const { blad, adress, rubriker } of await unknownTables())
          io.out(`okänd tabell: ${blad}!${adress}, rubrikerna säger inte vad den är: ${rubriker.join(", ")}`);
      }
      return found.some(({ nekade }) => nekade.length > 0) || (imported && isDoubtful(imported)) ? 1 : 0;
    } finally {
      file.close();
    }
  },
};

const isDoubtful = ({ olastaAntal, avviker }: ImportedSource) => olastaAntal > 0 || avviker.length > 0;

/** The sources as they are promised (docs/koll.md); the imported one tells how its file was read. */
function asJson({ kolumner, fragor, ...source }: SourceSummary, imported: ImportedSource | null): object {
  const own = imported !== null && source.tabell === imported.table;
  return {
    ...source,
    fragor: fragor.map(({ text }) => text),
    oanvanda: kolumner.filter(({ falt }) => falt === null).map(({ rubrik }) => rubrik),
    ...(own && {
      import: {
        poster: imported.poster,
        summerad: imported.summerad,
        avstamning: imported.avstamning,
        olasta: imported.olasta,
        olastaAntal: imported.olastaAntal,
        utelamnade: imported.utelamnade,
      },
    }),
  };
}

const number = (value: number) => value.toLocaleString("sv-SE", { maximumFractionDigits: 2 });

function describeImport(imported: ImportedSource, path: string, target: string | null, io: Io): void {
  const { sheet, address, rader, poster, summerad, avstamning, avviker, olasta, olastaAntal, utelamnade } =
    imported;
  io.out(
    `Läste in ${path}: ${number(poster)} poster${summerad ? `, summerade per period och koddel till ${number(rader)} rader` : ""}, på bladet ${sheet} (${address})`,
  );
  if (utelamnade.length > 0) io.out(`  utelämnade när raderna summerades: ${utelamnade.join(", ")}`);
  if (avstamning.length > 0)
    io.out(`  ${avstamning.length - avviker.length} av ${avstamning.length} av filens egna summor stämmer`);
  for (const { what, file, calculated, difference } of avviker)
    io.out(
      `  ${what}: filen ${number(file)}, beräknat ${number(calculated)}, skillnad ${number(difference)}`,
    );
  for (const { rad, text } of olasta) io.out(`  oläst rad ${rad}: ${text}`);
  if (olastaAntal > olasta.length) io.out(`  och ${olastaAntal - olasta.length} olästa rader till`);
  io.out(target === null ? "  Inget sparades: ange --ut för att spara boken." : `Sparade ${target}`);
}

async function describe(found: SourceSummary[], io: Io): Promise<void> {
  if (found.length === 0) {
    io.out(
      "Inget underlag hittades. Ett underlag är en tabell med rubriker som Verksamhet, Period, Utfall och Budget.",
    );
    return;
  }
  const tables = await explainTables({
    inside: found.map(({ blad, adress }) => ({ blad, omrade: parseArea(adress)! })),
  });
  for (const source of found) {
    const {
      slag,
      blad,
      adress,
      kolumner,
      enhet,
      enhetSkal,
      tecken,
      teckenSkal,
      rader,
      nekade,
      noter,
      fragor,
    } = source;
    const because = (value: string | null, why: string, unknown: string) =>
      value === null ? unknown : why === "" ? value : `${value} (${why})`;
    io.out(
      `${slag}: ${blad}!${adress}, ${rader} rader, ${because(enhet, enhetSkal, "enhet okänd")}, ${because(tecken, teckenSkal, "tecken okänt")}${source.anvands ? "" : ", används inte"}`,
    );
    for (const { rubrik, cell, namn } of kolumner)
      io.out(`  ${cell} ”${rubrik}”: ${namn === "" ? "används inte" : namn}`);
    for (const { cell, namn } of source.summarader)
      io.out(`  summarad: ${cell}${namn === "" ? "" : ` ”${namn}”`} räknas inte en gång till`);
    for (const note of noter) io.out(`  ${note}`);
    for (const { text } of fragor) io.out(`  fråga: ${text}`);
    for (const { cell, skal } of nekade) io.out(`  nekad rad: ${cell}: ${skal}`);
    const own = tables.filter((table) => table.blad === blad && overlaps(table.adress, adress));
    for (const { rader: lines } of own)
      lines.forEach((line, index) => io.out(index === 0 ? `  tabellen: ${line}` : `  ${line}`));
  }
}

const overlaps = (one: string, other: string) => intersect(parseArea(one)!, parseArea(other)!) !== null;
