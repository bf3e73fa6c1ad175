import { readSnapshot } from "../excel/readSnapshot";
import type { SessionOptions } from "../excel/session";
import { addTableSheet, type NewColumn, type PlacedTable } from "../excel/sourceTable";
import { readStored, updateStored } from "../excel/stored";
import {
  answerTo,
  choiceText,
  fieldName,
  type Kallslag,
  type KallTecken,
  noticeText,
  type Question,
  questionText,
  readSource,
  recogniseSources,
  refusalText,
  type Source,
  type SourceData,
  sourceColumns,
  sourceFields,
  sourceTemplate,
  sourceTemplates,
  type TemplateColumn,
} from "../sources";
import type { Language } from "../texts/language";
import { sourceTexts } from "../texts/sources";
import type { Penningenhet } from "../tables";
import { areaAddress, cellAddress } from "../workbook/address";
import { ownSheets } from "./ownSheets";
import { act } from "./session";

/** A source as the user is shown it. */
export interface SourceSummary {
  /** What saveMapping knows it by. */
  nyckel: string;
  slag: Kallslag;
  blad: string;
  /** The Excel table; null for a plain range. */
  tabell: string | null;
  adress: string;
  /** Field → header; several headers of one field are joined by " + ". */
  falt: Record<string, string>;
  /** Every header, with the field it is read as; null for a column that isn't used. */
  kolumner: SourceColumnSummary[];
  enhet: Penningenhet | null;
  tecken: KallTecken | null;
  /** Where the unit and the sign were read, in words; "" where they are unknown. */
  enhetSkal: string;
  teckenSkal: string;
  rader: number;
  /** Rows kept out since others hold what they sum, with their first cell. */
  summarader: { cell: string; namn: string }[];
  nekade: { cell: string; skal: string }[];
  noter: string[];
  fragor: SourceQuestion[];
  /** False where the user has set it aside; then it is not used by reports. */
  anvands: boolean;
}

export interface SourceColumnSummary {
  rubrik: string;
  cell: string;
  falt: string | null;
  /** The field's name in words; "" where it isn't used. */
  namn: string;
}

/** Something that isn't guessed. An answer is saved by saveMapping(nyckel, val[n].sparas). */
export interface SourceQuestion {
  text: string;
  val: { text: string; sparas: Record<string, string> }[];
}

/**
 * What sources the workbook has, and how each is read, in the workbook's order; those with a question come first and those
 * set aside last. Changes nothing.
 */
export async function listSources(
  sprak: Language = "sv",
  options?: SessionOptions,
): Promise<SourceSummary[]> {
  return act(async (context) => {
    const { mappings } = await readStored(context);
    const snapshot = await readSnapshot(context);
    const sources = recogniseSources(snapshot, { mappings, exclude: ownSheets(snapshot), setAside: true });
    const order = new Map(snapshot.sheets.map(({ name }, index) => [name, index]));
    return sources
      .sort((a, b) => order.get(a.sheet)! - order.get(b.sheet)! || a.area.row - b.area.row)
      .map((source) => ({ source, data: readSource(snapshot, source, mappings) }))
      .sort((a, b) => attention(a) - attention(b))
      .map(({ source, data }) => summary(data, source, sprak));
  }, options);
}

const attention = ({ source, data }: { source: Source; data: SourceData }) =>
  source.setAside ? 2 : data.questions.length > 0 ? 0 : 1;

function summary(data: SourceData, recognised: Source, sprak: Language): SourceSummary {
  const { source } = data;
  const falt: Record<string, string> = {};
  for (const { field, header } of source.columns) {
    falt[field] = field in falt ? `${falt[field]} + ${header}` : header;
  }
  return {
    nyckel: recognised.key,
    slag: source.kind,
    blad: source.sheet,
    tabell: source.table,
    adress: source.address,
    falt,
    kolumner: sourceColumns(source).map(({ header, cell, field }) => ({
      rubrik: header,
      cell,
      falt: field,
      namn: field === null ? "" : fieldName(field, sprak),
    })),
    enhet: data.unit,
    tecken: data.sign,
    enhetSkal: source.unitFrom === null ? "" : sourceTexts[sprak].lastUr[source.unitFrom],
    teckenSkal: data.signFrom === null ? "" : sourceTexts[sprak].lastUr[data.signFrom],
    summarader: data.sumRows.map(({ row, label }) => ({
      cell: cellAddress(row, source.area.column),
      namn: label,
    })),
    rader: data.rowsRead,
    nekade: data.refused.map((refusal) => ({ cell: refusal.cell, skal: refusalText(refusal, sprak) })),
    noter: data.notices.map((notice) => noticeText(notice, sprak)),
    fragor: data.questions.map((question) => asked(question, sprak)),
    anvands: !source.setAside,
  };
}

const asked = (question: Question, sprak: Language): SourceQuestion => ({
  text: questionText(question, sprak),
  val: question.choices.map((choice) => ({
    text: choiceText(choice, sprak),
    sparas: answerTo(question, choice),
  })),
});

/** An Excel table whose headers no kind knows; saveMapping(nyckel, { slag }) makes it a source. */
export interface UnknownTable {
  nyckel: string;
  blad: string;
  adress: string;
  rubriker: string[];
}

/** The workbook's Excel tables that were not recognised, in the order of the sheets. Changes nothing. */
export async function unknownTables(options?: SessionOptions): Promise<UnknownTable[]> {
  return act(async (context) => {
    const { mappings } = await readStored(context);
    const snapshot = await readSnapshot(context, { valuesOnly: true });
    const own = ownSheets(snapshot);
    const known = new Set(
      recogniseSources(snapshot, { mappings, exclude: own, setAside: true }).map(({ table }) => table),
    );
    return snapshot.sheets
      .filter(({ name }) => !own.includes(name))
      .flatMap(({ name: blad, tables }) =>
        tables
          .filter(({ name, hasHeaders }) => hasHeaders && !known.has(name))
          .map(({ name, area, columns }) => ({
            nyckel: name,
            blad,
            adress: areaAddress(area),
            rubriker: columns,
          })),
      );
  }, options);
}

/** A kind of source that can be created, for the list under *Skapa underlag*. */
export interface SourceKind {
  slag: Kallslag;
  namn: string;
  /** The headers it gets. */
  rubriker: string[];
}

export const sourceKinds = (sprak: Language = "sv"): SourceKind[] =>
  sourceTemplates.map(({ kind, columns }) => ({
    slag: kind,
    namn: sourceTexts[sprak].slag[kind],
    rubriker: columns.map(({ header }) => header),
  }));

/** The fields that a column of such a source can be, in the order of the kind: for choosing what a column is. */
export const fieldChoices = (slag: Kallslag, sprak: Language = "sv"): { falt: string; namn: string }[] =>
  sourceFields(slag).map((falt) => ({ falt, namn: fieldName(falt, sprak) }));

/** Rows that can be typed below the example with the table's formats and choices. */
const roomForRows = 1000;

/** *Skapa underlag*: a table with headers, what its cells may hold and one example row, on a new sheet that is shown. */
export async function createSource(slag: Kallslag, options?: SessionOptions): Promise<PlacedTable> {
  const { sheet, table, caption, columns } = sourceTemplate(slag);
  // Templates are Swedish, as the headers that are recognised are.
  const texts = sourceTexts.sv;
  return act(
    (context) =>
      addTableSheet(context, {
        sheet,
        table,
        above: [texts.slag[slag], caption, texts.blad.exempel],
        columns: columns.map(newColumn),
        rows: [columns.map(({ example }) => (example === "" ? null : example))],
        roomFor: roomForRows,
      }),
    options,
  );
}

function newColumn({ header, numberFormat, list, number }: TemplateColumn): NewColumn {
  const words = sourceTexts.sv.blad.valideringsfel;
  const fill = (text: string, values: Record<string, string | number>) =>
    text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
  if (list) {
    const source = list.join(",");
    return {
      header,
      numberFormat,
      validation: {
        rule: { list: { inCellDropDown: true, source } },
        message: fill(words.lista, { val: list.join(", ") }),
      },
    };
  }
  if (!number) return { header, numberFormat };
  const { kind, least = -1e15, most = 1e15 } = number;
  const message = {
    decimal: number.least === undefined ? words.decimal : fill(words.minst, { minst: least }),
    whole: fill(words.heltal, { minst: least, mest: most }),
    date: words.datum,
  }[kind];
  const limits = { formula1: least, formula2: most, operator: "Between" as const };
  const rule: Excel.DataValidationRule =
    kind === "decimal"
      ? { decimal: limits }
      : kind === "whole"
        ? { wholeNumber: limits }
        : { date: { ...limits, formula1: `=${least}`, formula2: `=${most}` } };
  return { header, numberFormat, validation: { rule, message } };
}

/**
 * Remembers the user's choices for a source in the workbook: field → header (`rubrik` of `kolumner`; several joined by a line
 * break), "" for no column, null to forget the choice. The words slag, enhet, tecken and ar are chosen likewise;
 * anvand "nej" sets the source aside, "ja" takes it back. The choices follow a table that is renamed.
 */
export async function saveMapping(
  nyckel: string,
  choices: Record<string, string | null>,
  options?: SessionOptions,
): Promise<void> {
  await act(async (context) => {
    const { mappings } = await readStored(context);
    const snapshot = await readSnapshot(context, { valuesOnly: true });
    const source = recogniseSources(snapshot, {
      mappings,
      exclude: ownSheets(snapshot),
      setAside: true,
    }).find(({ key }) => key === nyckel);
    await updateStored(context, (stored) => {
      const { [source?.rememberedAs ?? nyckel]: before = {}, ...others } = stored.mappings;
      return { ...stored, mappings: { ...others, [nyckel]: changed(before, choices, source) } };
    });
    await context.sync();
  }, options);
}

/** A header can be one field only: the later choice takes it. */
function changed(
  before: Record<string, string>,
  choices: Record<string, string | null>,
  source: Source | undefined,
): Record<string, string> {
  const fields = new Set(source ? sourceFields(source.kind) : []);
  const taken = new Set(
    Object.entries(choices).flatMap(([field, header]) =>
      header && fields.has(field) ? header.split("\n") : [],
    ),
  );
  const kept = Object.entries(before).filter(
    ([field, header]) => !(field in choices) && !(fields.has(field) && taken.has(header)),
  );
  const chosen = Object.entries(choices).filter((entry): entry is [string, string] => entry[1] !== null);
  const rubriker = source
    ? [...source.columns, ...source.ignored]
        .sort((a, b) => a.column - b.column)
        .map(({ header }) => header)
        .join("\n")
    : (before.rubriker ?? "");
  return { ...Object.fromEntries([...kept, ...chosen]), ...(rubriker !== "" && { rubriker }) };
}
