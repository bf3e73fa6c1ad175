import { normalise, readTime } from "../tables/time";
import { ekonomiMeasureColumns } from "./ekonomi";
import { headerLabel, type HeaderCell, plainHeader } from "./headerCell";
import type { FieldSpec, KindSpec } from "./kinds";
import { kinds } from "./kinds";
import { type FieldColumn, type Kallslag, monthCode, type Question } from "./source";

/** How well a row of headers fits a kind. */
export interface Match {
  kind: Kallslag;
  columns: FieldColumn[];
  ignored: HeaderCell[];
  unused: HeaderCell[];
  questions: Question[];
  /** Share of headers understood, plus what names add; comparable between kinds. */
  score: number;
}

/** Every kind that the headers can be, best first. `names`: sheet, table and title. */
export function matchKinds(headers: HeaderCell[], names: string, year: number | null): Match[] {
  const plainNames = normalise(names);
  return kinds
    .map((spec) => matchKind(spec, headers, plainNames, year))
    .filter((match): match is Match => match !== null)
    .sort((a, b) => b.score - a.score);
}

export function matchKind(
  spec: KindSpec,
  headers: HeaderCell[],
  plainNames: string,
  year: number | null,
): Match | null {
  const columns: FieldColumn[] = [];
  const questions: Question[] = [];
  const taken = new Set<HeaderCell>();
  for (const field of spec.fields) {
    const fitting = headers.filter((header) => !taken.has(header) && fits(field, header));
    if (fitting.length === 0) continue;
    fitting.forEach((header) => taken.add(header));
    if (field.timed) columns.push(...fitting.map((header) => timedColumn(field.field, header, year)));
    else if (field.type === "dimension")
      columns.push(...fitting.slice(0, 2).map((header) => plainColumn(field.field, header)));
    else if (fitting.length === 1) columns.push(plainColumn(field.field, fitting[0]));
    else
      questions.push({
        code: "falt",
        about: field.field,
        choices: fitting.map((header) => headerLabel(header, headers)),
      });
  }
  let unused: HeaderCell[] = [];
  if (spec.kind === "ekonomi") {
    const amounts = ekonomiMeasureColumns(
      headers.filter((header) => !taken.has(header)),
      year,
    );
    columns.push(...amounts.columns);
    questions.push(...amounts.questions);
    unused = amounts.unused;
  }
  const found = new Set([...columns.map(({ field }) => field), ...questions.map(({ about }) => about)]);
  if (!spec.required.every((group) => group.some((field) => found.has(field)))) return null;
  const used = new Set(columns.map(({ column }) => column));
  const choices = new Set(questions.flatMap((question) => question.choices));
  const asked = (header: HeaderCell) => choices.size > 0 && choices.has(headerLabel(header, headers));
  const ignored = headers.filter(
    (header) => !used.has(header.column) && !asked(header) && !unused.includes(header) && header.text !== "",
  );
  const understood = headers.length - ignored.length;
  const score =
    understood / Math.max(headers.length, 1) +
    understood / 100 +
    (spec.names.test(plainNames) ? 0.25 : 0) +
    (spec.required.length - 2) * 0.1;
  return { kind: spec.kind, columns, ignored, unused, questions, score };
}

/** What a header reads as, kept while it is held against every field of every kind. */
interface Words {
  plain: string;
  dated: boolean;
  /** Without its time. */
  rest: string;
  timeless: boolean;
}
const known = new WeakMap<HeaderCell, Words>();

function wordsOf(header: HeaderCell): Words {
  let words = known.get(header);
  if (!words) {
    const time = readTime(header.text);
    words = {
      plain: plainHeader(header.text),
      dated: time.ar !== null || time.till !== null,
      rest: plainHeader(time.rest),
      timeless: time.rest === "",
    };
    known.set(header, words);
  }
  return words;
}

function fits(field: FieldSpec, header: HeaderCell): boolean {
  const { plain, dated, rest, timeless } = wordsOf(header);
  if (plain === "" && !field.timed) return false;
  if (field.words.test(plain)) return true;
  if (field.timed) return dated && field.words.test(rest);
  // "Utfall 2023" and "Budget 2023" are still utfall and budget where a kind has one column of each.
  return field.type !== "dimension" && !timeless && field.words.test(rest);
}

const plainColumn = (field: string, header: HeaderCell): FieldColumn => ({
  field,
  column: header.column,
  header: header.text,
  name: header.name,
  from: null,
  to: null,
  year: null,
  ack: false,
  unit: header.unit,
});

function timedColumn(field: string, header: HeaderCell, year: number | null): FieldColumn {
  const time = readTime(header.text);
  const known = time.ar ?? (time.till === null ? null : year);
  const months = known !== null && time.fran !== null && time.till !== null;
  return {
    ...plainColumn(field, header),
    from: months ? monthCode(known, time.fran!) : null,
    to: months ? monthCode(known, time.till!) : null,
    year: known,
    ack: time.ack,
  };
}
