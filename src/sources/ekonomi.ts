import { readHeader, type ReadHeader } from "../tables/header";
import { monthCode, type FieldColumn, type Question } from "./source";
import { headerLabel, type HeaderCell } from "./headerCell";

interface Candidate {
  header: HeaderCell;
  read: ReadHeader;
  field: string;
  part: FieldColumn["part"];
}

export interface EkonomiMeasures {
  columns: FieldColumn[];
  questions: Question[];
  /** Forecasts older than the one before, and totals over month columns: known, but not used. */
  unused: HeaderCell[];
}

/**
 * Which amounts the headers name. A range of months, "ack", "t.o.m." or "periodens" is the period's figure; helår, år, KF or
 * nothing is the year's. The same measure for two years: the later is current. What still collides is asked.
 */
export function ekonomiMeasureColumns(headers: HeaderCell[], sourceYear: number | null): EkonomiMeasures {
  const read = headers.map((header) => ({ header, read: readHeader(header.text) }));
  const years = read.flatMap(({ read: { ar, foregaende } }) => (ar === null || foregaende ? [] : [ar]));
  const current = sourceYear ?? (years.length > 0 ? Math.max(...years) : null);
  const named = read.flatMap(({ header, read: words }): Candidate[] => {
    const part = partOf(words);
    const field = measureField(words, current) ?? (part && halfField(words, current));
    return field ? [{ header, read: words, field, part }] : [];
  });
  const { candidates, totals } = settleParts(named, current);
  settleForecasts(candidates);
  const unused = new Set<HeaderCell>(
    [...totals, ...candidates.filter(({ field }) => field === "")].map(({ header }) => header),
  );
  const questions: Question[] = [];
  const columns: FieldColumn[] = [];
  for (const field of new Set(candidates.map((candidate) => candidate.field))) {
    if (field === "") continue;
    const same = candidates.filter((candidate) => candidate.field === field);
    const monthly = same.filter(isMonth);
    // A column without a month beside its months is their total.
    const used = monthly.length > 1 ? monthly : same;
    if (monthly.length > 1) same.filter((one) => !isMonth(one)).forEach(({ header }) => unused.add(header));
    const clash = used.filter((one) =>
      used.some(
        (other) => other !== one && timeKey(other) === timeKey(one) && (!one.part || one.part === other.part),
      ),
    );
    if (clash.length > 0) {
      questions.push({
        code: "falt",
        about: field,
        choices: clash.map(({ header }) => headerLabel(header, headers)),
      });
    }
    for (const one of used) if (!clash.includes(one)) columns.push(fieldColumn(one, current));
  }
  return { columns, questions, unused: [...unused] };
}

const isMonth = ({ read }: Candidate) => read.till !== null && read.omfattning === "manad";
const timeKey = ({ read }: Candidate) => `${read.ar}/${read.fran}/${read.till}`;

const incomeWords = /\b(?:intakt(?:er)?|inkomst(?:er)?|kredit|income|revenues?|credit)\b/;
const costWords = /\b(?:kostnad(?:er)?|utgift(?:er)?|debet|costs?|expen(?:se|diture)s?|debit)\b/;

/** "Debet", "Budget kostnader": one half of a signed amount. */
function partOf({ text }: ReadHeader): FieldColumn["part"] {
  const [income, cost] = [incomeWords.test(text), costWords.test(text)];
  return income === cost ? undefined : income ? "intakt" : "kostnad";
}

/** A half whose words name no measure: an amount, of this year or an earlier one. */
function halfField({ measure, foregaende, ar }: ReadHeader, current: number | null): string | null {
  if (measure !== null && measure !== "belopp") return null;
  return foregaende || (ar !== null && current !== null && ar < current) ? "utfall_foregaende" : "belopp";
}

/**
 * Halves count where both are there, once each; what stands beside them for the same measure and time is their total. A half
 * alone is the measure its words name, or nothing.
 */
function settleParts(
  named: Candidate[],
  current: number | null,
): { candidates: Candidate[]; totals: Candidate[] } {
  const same = (a: Candidate, b: Candidate) => a.field === b.field && timeKey(a) === timeKey(b);
  const paired = (one: Candidate) => {
    const halves = named.filter((other) => other.part !== undefined && same(one, other));
    return halves.length === 2 && halves[0].part !== halves[1].part;
  };
  const candidates = named.flatMap((one): Candidate[] => {
    if (paired(one)) return one.part ? [one] : [];
    if (!one.part) return [one];
    const field = measureField(one.read, current);
    return field === null ? [] : [{ ...one, field, part: undefined }];
  });
  return { candidates, totals: named.filter((one) => !one.part && paired(one)) };
}

function measureField(read: ReadHeader, current: number | null): string | null {
  const earlier = read.foregaende || (read.ar !== null && current !== null && read.ar < current);
  switch (read.measure) {
    case "utfall":
      return earlier ? "utfall_foregaende" : "utfall";
    case "bokslut":
      return "bokslut";
    case "budget":
      if (earlier) return "budget_foregaende";
      return read.omfattning === "period" || read.omfattning === "manad" || read.ack
        ? "periodbudget"
        : "budget";
    case "prognos":
      return read.foregaende ? "prognos_foregaende" : "prognos";
    case "avvikelse":
      return read.foregaende ? "avvikelse_foregaende" : null;
    case "belopp":
      return /\bbelopp\b|\bkronor\b|\bamount\b|\bsaldo\b/.test(read.text) ? "belopp" : null;
    case null:
      // "202301", "jan-23", "aug": a month's amount, of the kind its rows or its sheet say.
      return read.till !== null && read.rest === "" ? "belopp" : null;
    default:
      return null;
  }
}

/** The latest forecast is prognos, the one before föregående; without times to tell, both stay and collide. */
function settleForecasts(candidates: Candidate[]): void {
  const forecasts = candidates.filter(
    ({ field, read }) => field === "prognos" && read.omfattning !== "manad",
  );
  const named = candidates.filter(({ field, read }) => field === "prognos" && read.omfattning === "manad");
  // A month in a forecast's header says when it was made, as long as not all months of a year stand there.
  const all = named.length > 3 ? forecasts : [...forecasts, ...named];
  if (all.length < 2) return;
  const rank = ({ read }: Candidate) => (read.ar ?? 0) * 12 + (read.till ?? 0);
  const ordered = [...all].sort((a, b) => rank(b) - rank(a));
  if (ordered.some((one, index) => index > 0 && rank(one) === rank(ordered[index - 1]))) return;
  ordered[1].field = "prognos_foregaende";
  ordered.slice(2).forEach((older) => (older.field = ""));
}

function fieldColumn({ header, read, field, part }: Candidate, current: number | null): FieldColumn {
  const year = read.ar ?? (field.endsWith("_foregaende") || field === "bokslut" ? null : current);
  const forecastMade = field.startsWith("prognos") && read.till !== null;
  const known = year !== null && read.fran !== null && read.till !== null && !forecastMade;
  return {
    field,
    column: header.column,
    header: header.text,
    name: header.name,
    from: known ? monthCode(year, read.fran!) : null,
    to: known ? monthCode(year, read.till!) : null,
    year: read.ar,
    ack: read.ack,
    unit: header.unit,
    ...(part && { part }),
  };
}
