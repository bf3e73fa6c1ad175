import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { type PreparedReports, prepareReports, writePrepared } from "../../actions/report";
import type { WrittenReport } from "../../excel/reportSheet";
import { utseende } from "../../reports/profil";
import { resultatVerksamhet } from "../../reports/resultatVerksamhet";
import {
  enhetensRader,
  type Enhetsuppgift,
  sammanfattningsrubriker,
  type Sammanfattningsrad,
  sammanstallning,
} from "../../reports/sammanstallning";
import { type Enhet, periodText } from "../../reports/underlag";
import { placeReport } from "../../workbook/placement";
import { UserError } from "../../workbook/userError";
import { Workbook } from "../model/workbook";
import { WorkbookFileError } from "../xlsx";
import { type ExitCode, type Io, json, UsageError } from "./io";
import { openFile, openWorkbook } from "./workbookFile";

export interface Manga {
  /** Files, or one folder of them. */
  bocker: string[];
  ut: string | undefined;
  rapporter: string[];
  profil: string | undefined;
  period: string | undefined;
  json: boolean;
}

/** Several books are asked for, or a folder of them. */
export const arManga = (bocker: string[]) =>
  bocker.length > 1 || (bocker.length === 1 && existsSync(bocker[0]) && statSync(bocker[0]).isDirectory());

const sammanstallningsfil = "Sammanställning.xlsx";

/** A book's answer: its reports, or why there are none. The others go on. */
type Svar = { bok: string; namn: string } & (
  | { fel: string }
  | {
      ut: string;
      blad: string[];
      nekade: number;
      oeniga: number;
      utelamnade: number;
      enhet: Enhetssiffror | null;
    }
);

interface Enhetssiffror {
  uppgift: Enhetsuppgift;
  enhet: Enhet;
  rader: (enhet: Enhet) => Sammanfattningsrad[];
}

/** Reports in each of many books, and a book that adds them up: the board from its units. */
export async function rapportFlera(uppgift: Manga, io: Io): Promise<ExitCode> {
  const mapp = utmapp(uppgift);
  const bocker = bockerna(uppgift.bocker, mapp);
  const svar: Svar[] = [];
  for (const bok of bocker) {
    const ett = await enBok(bok, mapp, uppgift);
    svar.push(ett);
    if (!uppgift.json) io.out(`${basename(bok)}: ${"fel" in ett ? `inget sparat. ${ett.fel}` : sagt(ett)}`);
  }
  const klara = svar.filter((ett) => !("fel" in ett));
  const summa = await sammanfatta(svar, join(mapp, sammanstallningsfil), uppgift);
  if (uppgift.json) io.out(json({ bocker: svar.map(somJson), sammanstallning: summa }));
  else {
    io.out(`${klara.length} av ${bocker.length} böcker klara i ${mapp}`);
    io.out("fel" in summa ? `Ingen sammanställning. ${summa.fel}` : sagtOmSumman(summa));
  }
  if (klara.length === 0) return 2;
  const brist = svar.some((ett) => "fel" in ett || ett.nekade > 0 || ett.oeniga > 0);
  return brist || "fel" in summa || summa.skillnader > 0 ? 1 : 0;
}

function utmapp({ ut, bocker }: Manga): string {
  if (ut === undefined)
    throw new UsageError(
      "Flaggan --ut saknas. Med flera böcker anger du en mapp, till exempel --ut rapporter.",
    );
  if (!existsSync(ut) || !statSync(ut).isDirectory())
    throw new UsageError(
      `Med flera böcker är --ut en mapp, och ${ut} är ingen. Skapa mappen eller ange en annan.`,
    );
  if (bocker.length === 1 && realpathSync(bocker[0]) === realpathSync(ut))
    throw new UsageError(
      `--ut är samma mapp som --bok, så böckerna skulle skrivas över. Ange en annan mapp i --ut.`,
    );
  return ut;
}

function bockerna(asked: string[], mapp: string): string[] {
  const folder = asked.length === 1 && statSync(asked[0]).isDirectory() ? asked[0] : null;
  const found = folder
    ? readdirSync(folder)
        .filter((name) => /\.xls[xm]$/i.test(name) && !name.startsWith("~$"))
        .sort((a, b) => a.localeCompare(b, "sv"))
        .map((name) => join(folder, name))
    : asked;
  if (found.length === 0) throw new UsageError(`Mappen ${folder} har inga arbetsböcker (.xlsx eller .xlsm).`);
  const seen = new Map<string, string>([[sammanstallningsfil.toLowerCase(), "sammanställningen"]]);
  for (const bok of found) {
    const name = basename(bok).toLowerCase();
    const other = seen.get(name);
    if (other !== undefined)
      throw new UsageError(`${bok} skulle sparas med samma namn som ${other}. Byt namn på en av dem.`);
    seen.set(name, bok);
    if (existsSync(bok) && realpathSync(bok) === finns(join(mapp, basename(bok))))
      throw new UsageError(`${bok} ligger i mappen --ut och skulle skrivas över. Ange en annan mapp i --ut.`);
  }
  return found;
}

const finns = (path: string) => (existsSync(path) ? realpathSync(path) : null);

async function enBok(bok: string, mapp: string, { rapporter, profil, period }: Manga): Promise<Svar> {
  const namn = basename(bok, extname(bok));
  try {
    const file = await openFile(bok);
    try {
      const prepared = await prepareReports(rapporter, { profil, period });
      const written = await writePrepared(prepared);
      const ut = join(mapp, basename(bok));
      await file.save(ut);
      return {
        bok,
        namn,
        ut,
        blad: written.map(({ sheet }) => sheet),
        nekade: prepared.refused.length,
        oeniga: written.reduce((sum, { disagreeing }) => sum + disagreeing.length, 0),
        utelamnade: prepared.leftOut.length,
        enhet: siffror(namn, prepared, written),
      };
    } finally {
      file.close();
    }
  } catch (error) {
    return { bok, namn, fel: felText(error) };
  }
}

/** What is wrong with one book is told and the others go on; a fault of our own stops nothing either. */
function felText(error: unknown): string {
  if (error instanceof UserError || error instanceof WorkbookFileError) return error.text("sv");
  if (error instanceof UsageError) return error.message;
  return `Ett fel i Nämndkoll, inte i boken: ${error instanceof Error ? error.message : String(error)}`;
}

function siffror(namn: string, prepared: PreparedReports, written: WrittenReport[]): Enhetssiffror | null {
  const ekonomi = prepared.underlag.get("ekonomi");
  if (!ekonomi?.matt("utfall")) return null;
  const plans = prepared.placements.map(({ plan }) => plan);
  const own = plans.find(({ report }) => report === resultatVerksamhet.id);
  const values = written.find(({ report }) => report === own?.report)?.values;
  const row = own?.rows.findIndex(({ key }) => key === "netto") ?? -1;
  const figure = (column: string) => {
    const value = values?.[row]?.[own!.columns.findIndex(({ key }) => key === column)];
    return typeof value === "number" ? value : null;
  };
  const look = utseende(prepared.profil, resultatVerksamhet.id);
  return {
    uppgift: { namn, period: prepared.period, look, utfall: figure("utfall"), prognos: figure("prognos") },
    enhet: ekonomi.enhet ?? look.enhet,
    rader: (enhet) => enhetensRader(ekonomi, namn, enhet),
  };
}

type Summa = { ut: string; period: string; enheter: number; skillnader: number } | { fel: string };

async function sammanfatta(svar: Svar[], ut: string, { profil, period }: Manga): Promise<Summa> {
  const enheter = svar.flatMap((ett) => ("fel" in ett || !ett.enhet ? [] : [ett.enhet]));
  if (enheter.length === 0) return { fel: "Ingen av böckerna gav ekonomi att lägga ihop." };
  const gemensam = period ?? periodText(Math.min(...enheter.map(({ uppgift }) => uppgift.period)));
  try {
    const file = await openWorkbook(bokAv(enheter));
    try {
      const prepared = await prepareReports(["alla"], { profil: egen(profil), period: gemensam });
      const plan = sammanstallning({
        ekonomi: prepared.underlag.get("ekonomi")!,
        profil: prepared.profil,
        period: prepared.period,
        enheter: enheter.map(({ uppgift }) => uppgift),
        utelamnade: svar.flatMap(({ namn, ...ett }) =>
          "fel" in ett
            ? [{ namn, skal: ett.fel }]
            : ett.enhet
              ? []
              : [{ namn, skal: "Boken har inget ekonomiunderlag." }],
        ),
        namndensRapport: prepared.placements.some(({ plan: one }) => one.report === resultatVerksamhet.id),
      });
      const place = { sheets: [], structureProtected: false, reports: new Map() };
      const written = await writePrepared({
        ...prepared,
        placements: [placeReport(plan, place), ...prepared.placements],
      });
      await file.save(ut);
      const column = plan.columns.findIndex(({ key }) => key === "skillnad");
      const skillnader = written[0].values.filter(
        (row) => typeof row[column] === "number" && row[column] !== 0,
      );
      return { ut, period: gemensam, enheter: enheter.length, skillnader: skillnader.length };
    } finally {
      file.close();
    }
  } catch (error) {
    return { fel: felText(error) };
  }
}

/** A profile of each workbook's own is not the summary's. */
const egen = (profil: string | undefined) => (profil === "egen" ? undefined : profil);

/** The units' figures as one source, in the first one's unit. */
function bokAv(enheter: Enhetssiffror[]): Workbook {
  const { enhet } = enheter[0];
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Ekonomi");
  const rader = enheter.flatMap(({ rader: av }) => av(enhet));
  const kept = sammanfattningsrubriker.flatMap((rubrik, column) =>
    rader.some((rad) => rad[column] !== null) ? [{ rubrik, column }] : [],
  );
  sheet.setValue(0, 0, `Ekonomi per enhet, ${enhet}, intäkter plus och kostnader minus`);
  const first = 2;
  kept.forEach(({ rubrik }, c) => sheet.setValue(first, c, rubrik));
  rader.forEach((rad, r) => kept.forEach(({ column }, c) => sheet.setValue(first + 1 + r, c, rad[column])));
  sheet.tables.push({
    id: workbook.newTableId(),
    name: "Ekonomi",
    area: { row: first, column: 0, rowCount: rader.length + 1, columnCount: kept.length },
    showHeaders: true,
    showTotals: false,
    columns: kept.map(({ rubrik }, index) => ({
      id: index + 1,
      name: rubrik,
      calculatedFormula: "",
      totalsLabel: "",
      totalsFunction: "none",
      totalsFormula: "",
    })),
    style: "TableStyleLight1",
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    showFilterButton: true,
    filter: null,
  });
  return workbook;
}

const sagt = ({ blad, nekade, oeniga, utelamnade }: Exclude<Svar, { fel: string }>) =>
  [
    `${blad.length} blad`,
    ...(utelamnade > 0 ? [`${utelamnade} rapporter saknar underlag`] : []),
    ...(nekade > 0 ? [`${nekade} nekade rader`] : []),
    ...(oeniga > 0 ? [`${oeniga} siffror att kontrollera`] : []),
  ].join(", ");

const sagtOmSumman = ({ ut, enheter, period, skillnader }: Exclude<Summa, { fel: string }>) =>
  `Sparade ${ut}: ${enheter} enheter till och med ${period}, ${skillnader === 0 ? "allt stämmer" : `${skillnader} skillnader mot enheternas rapporter`}`;

function somJson(ett: Svar) {
  if ("fel" in ett) return { bok: ett.bok, fel: ett.fel };
  const { bok, ut, blad, nekade } = ett;
  return { bok, ut, blad, nekade };
}
