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
  const asked = new Set(questions.flatMap(({ choices }) => choices));
  const ignored = headers.filter(
    (header) =>
      !used.has(header.column) &&
      !asked.has(headerLabel(header, headers)) &&
      !unused.includes(header) &&
      header.text !== "",
  );
  const understood = headers.length - ignored.length;
  const score =
    understood / Math.max(headers.length, 1) +
    understood / 100 +
    (spec.names.test(plainNames) ? 0.25 : 0) +
    (spec.required.length - 2) * 0.1;
  return { kind: spec.kind, columns, ignored, unused, questions, score };
}

function fits(field: FieldSpec, header: HeaderCell): boolean {
  const plain = plainHeader(header.text);
  if (plain === "" && !field.timed) return false;
  if (field.words.test(plain)) return true;
  const time = readTime(header.text);
  if (field.timed) {
    const rest = plainHeader(time.rest);
    return (time.ar !== null || time.till !== null) && field.words.test(rest);
  }
  // "Utfall 2023" and "Budget 2023" are still utfall and budget where a kind has one column of each.
  return field.type !== "dimension" && time.rest !== "" && field.words.test(plainHeader(time.rest));
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
