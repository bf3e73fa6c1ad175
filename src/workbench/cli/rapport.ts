import { parseArgs } from "node:util";
import { type PreparedReports, prepareReports, writePrepared } from "../../actions/report";
import { type SavedForecast, saveForecast } from "../../actions/sparaPrognos";
import { saveOwnProfile } from "../../actions/egenProfil";
import { innehall } from "../../reports/innehall";
import { katalog } from "../../reports/katalog";
import { uppsattningar } from "../../reports/uppsattningar";
import { type CellValue, isCellError } from "../../workbook/cell";
import { areaAddress } from "../../workbook/address";
import type { WrittenReport } from "../../excel/reportSheet";
import { noticeText } from "../../sources";
import type { Command } from "./command";
import {
  checkOutput,
  checkSameType,
  type ExitCode,
  type Io,
  json,
  readInput,
  textTable,
  UsageError,
  writeOutput,
} from "./io";
import { arManga, rapportFlera } from "./rapportFlera";
import { wordDocument, type WordReport } from "./word";
import { openFile } from "./workbookFile";

export const rapporter: Command = {
  name: "rapporter",
  usage: "rapporter [--json]",
  summary: "standardrapporterna och vad var och en behöver",
  async run(args, io) {
    const { values } = parseArgs({ args, options: { json: { type: "boolean" } } });
    const list = katalog.map(({ id, titel, kraver }) => ({
      id,
      titel: titel.sv,
      kraver: kraver.map(({ slag }) => slag),
    }));
    if (values.json) io.out(json(list));
    else {
      const rows = list.map(({ id, titel, kraver }) => [id, titel, `behöver: ${kraver.join(", ")}`]);
      const sets = uppsattningar.map(({ id, titel, rapporter: ids }) => [id, titel.sv, ids.join(", ")]);
      io.out(textTable(rows, 3));
      io.out(`\nUppsättningar, gjorda i ett svep med innehållsblad:\n${textTable(sets, 3)}`);
    }
    return 0;
  },
};

export const rapport: Command = {
  name: "rapport",
  usage:
    "rapport <id…|uppsättning|alla> --bok in.xlsx|mapp --ut ut.xlsx|mapp [--profil orebro|askersund|huddinge|egen|min.json] [--period 2023-12] [--docx ut.docx] [--spara-prognos] [--json]",
  summary: "skapar rapportbladen i boken och sparar den",
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        bok: { type: "string", multiple: true },
        ut: { type: "string" },
        profil: { type: "string" },
        period: { type: "string" },
        docx: { type: "string" },
        "spara-prognos": { type: "boolean" },
        json: { type: "boolean" },
      },
    });
    if (positionals.length === 0) {
      throw new UsageError("ange vilken rapport, eller ”alla”. koll rapporter listar dem.");
    }
    const [bok] = values.bok ?? [];
    if (arManga(values.bok ?? [])) return flera(positionals, values, io);
    const target = checkOutput(values.ut, "--ut");
    checkSameType(bok, target);
    const document = values.docx === undefined ? null : checkOutput(values.docx, "--docx");
    if (document !== null && !/\.docx$/i.test(document))
      throw new UsageError(`--docx skriver ett Worddokument: låt ${document} sluta på .docx.`);
    const file = await openFile(bok);
    try {
      const { period } = values;
      const profil = await chosenProfile(values.profil);
      const prepared = await prepareReports(positionals, { profil, period });
      const written = await writePrepared(prepared);
      const saved = values["spara-prognos"] ? await saveForecast() : null;
      const { kept } = await file.save(target);
      if (document !== null) writeOutput(document, await wordDocument(wordReports(prepared, written)));
      if (values.json) io.out(json(written.map(asJson)));
      else {
        if (saved) io.out(savedText(saved));
        describe(prepared, written, kept.length, [target, ...(document === null ? [] : [document])], io);
      }
      return exitCode(prepared, written);
    } finally {
      file.close();
    }
  },
};

const savedText = ({ period, rows, replaced }: SavedForecast) =>
  `Sparade prognosen till och med ${period} för ${rows} rader${replaced === null ? "" : `, i stället för den från ${replaced}`}. Prognosjämförelse visar den som föregående prognos.`;

interface Flaggor {
  bok?: string[];
  ut?: string;
  profil?: string;
  period?: string;
  docx?: string;
  "spara-prognos"?: boolean;
  json?: boolean;
}

function flera(rapporter: string[], { bok = [], docx, json: asJson = false, ...rest }: Flaggor, io: Io) {
  if (docx !== undefined) throw new UsageError("--docx skriver en bok i taget: ange en enda --bok.");
  if (rest.profil?.toLowerCase().endsWith(".json"))
    throw new UsageError("En egen profil sparas i en bok i taget. Ange dess namn (egen) för flera böcker.");
  if (rest["spara-prognos"]) throw new UsageError("--spara-prognos gäller en bok: ange en enda --bok.");
  const { ut, profil, period } = rest;
  return rapportFlera({ rapporter, bocker: bok, ut, profil, period, json: asJson }, io);
}

/** A profile of the user's own, as a file, is saved in the workbook; then it is its "egen". */
async function chosenProfile(profil: string | undefined): Promise<string | undefined> {
  if (!profil?.toLowerCase().endsWith(".json")) return profil;
  return (await saveOwnProfile(new TextDecoder().decode(readInput(profil, "--profil")))).id;
}

const exitCode = ({ refused }: PreparedReports, written: WrittenReport[]): ExitCode =>
  refused.length > 0 || written.some(({ disagreeing }) => disagreeing.length > 0) ? 1 : 0;

/** The reports themselves, without sheets of records and of contents. */
function wordReports({ placements }: PreparedReports, written: WrittenReport[]): WordReport[] {
  return written.flatMap(({ report, values }) => {
    const { plan } = placements.find((placement) => placement.plan.report === report)!;
    return plan.records || report === innehall.id ? [] : [{ plan, values }];
  });
}

/** Blank is null, an error {"fel"}, an empty text "". */
function asJson({ report, sheet, address, values, formulas }: WrittenReport) {
  const plain = (value: CellValue) => (isCellError(value) ? { fel: value.fel } : value);
  return {
    id: report,
    blad: sheet,
    adress: address,
    rader: values.map((row) => row.map(plain)),
    formler: formulas,
  };
}

function describe(
  prepared: PreparedReports,
  written: WrittenReport[],
  kept: number,
  targets: string[],
  io: Io,
): void {
  for (const { source, rowsRead, tableRows, unit, sign, sumRows, notices } of prepared.sources) {
    io.out(
      `Läste ${source.kind}: ${source.sheet}!${areaAddress(source.area)}, ${rowsRead} av ${tableRows} rader` +
        `${sumRows.length > 0 ? ` (${sumRows.length} summarader utelämnade)` : ""}, ${unit ?? "enhet okänd"}, ${sign ?? "tecken okänt"}`,
    );
    for (const notice of notices) io.out(`  ${noticeText(notice, "sv")}`);
  }
  for (const { blad, cell, skal } of prepared.refused) io.out(`  nekad rad: ${blad}!${cell}: ${skal}`);
  for (const { sheet, address, created, formulas, overwritten, orphans, disagreeing } of written) {
    const live = formulas.flat().filter((formula) => formula !== null).length;
    io.out(`${created ? "Skapade" : "Uppdaterade"} ${sheet} (${address}), ${live} formler`);
    for (const { cell, was } of overwritten)
      io.out(`  formeln i ${cell} var överskriven med ${String(was)} och är återställd`);
    for (const { label, text } of orphans)
      io.out(`  raden ”${label}” finns inte längre; det du skrivit ligger under rapporten: ${text}`);
    for (const { cell, expected, value } of disagreeing)
      io.out(`  ${cell} visar ${String(value)} men ska vara ${String(expected)}`);
  }
  for (const { titel, why } of prepared.leftOut) io.out(`Inte skapad: ${titel.sv}. ${why.text("sv")}`);
  if (kept > 0)
    io.out(`${kept} formler i boken kan inte räknas här och behåller filens värde; Excel räknar om dem.`);
  io.out(`Sparade ${targets.join(" och ")}`);
}
