/** Everything we keep in the user's file, in one custom XML part. Versioned: a newer version's part is left alone. */
export interface Stored {
  version: 1;
  /** Report sheets we made, by report id. */
  reports: Record<string, StoredReport>;
  /** The user's corrections of how a source's columns are read: source → field → header. */
  mappings: Record<string, Record<string, string>>;
  settings: Record<string, string | number | boolean>;
  /** Audit findings the user has accepted: content key → reason. */
  accepted: Record<string, string>;
  /** Forecasts saved to be compared with later, at most one a report and period; none in older files. */
  forecasts?: StoredForecast[];
}

export interface StoredForecast {
  report: string;
  /** "2023-08", and when it was saved: "2023-09-05 10:20". */
  period: string;
  saved: string;
  enhet: "kr" | "tkr" | "mnkr";
  /** By row key: the year's forecast in the sheet's sign, and its variance, plus = better than budget. */
  rows: Record<string, { prognos: number; avvikelse: number | null }>;
}

export interface StoredReport {
  /** Keys with the label each had when written: rows top to bottom, columns left to right. Of a sheet of records only the keys' runs. */
  rows: StoredLine[];
  columns: StoredLine[];
  headerRow: string;
  profile: string;
  period: string;
}

export interface StoredLine {
  key: string;
  label: string;
  /** So many rows from here, whose keys end in running numbers. */
  count?: number;
  /** "user" on a column that held the user's own words and numbers. */
  owner?: "user";
}

export const storedNamespace = "urn:namndkoll:lagrat:1";

/** A report's named range covers its rows and columns: it follows when the sheet is renamed, moved or worked on. */
export const reportName = (report: string) => `${reportNamePrefix}${report.replace(/-/g, "_")}`;
export const reportNamePrefix = "KOLL_";

/** The level reports with levels were last made at; 0 = as the profile says. */
export const levelSetting = "niva";

/** Null = as the profile says. */
export function savedLevel({ settings }: Stored): number | null {
  const saved = settings[levelSetting];
  return typeof saved === "number" && saved > 0 ? saved : null;
}

export const emptyStored = (): Stored => ({
  version: 1,
  reports: {},
  mappings: {},
  settings: {},
  accepted: {},
});

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const unescapes: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

export function storedToXml(stored: Stored): string {
  const json = JSON.stringify(stored).replace(/[&<>]/g, (character) => escapes[character]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<namndkoll xmlns="${storedNamespace}"><json>${json}</json></namndkoll>`;
}

/** Reads the part; "damaged" when someone has edited it into something else, "newer" when a later Nämndkoll wrote it. */
export function storedFromXml(xml: string): Stored | "damaged" | "newer" {
  const json = /<(?:\w+:)?json>([\s\S]*?)<\/(?:\w+:)?json>/.exec(xml)?.[1];
  if (json === undefined) return "damaged";
  try {
    const parsed = JSON.parse(
      json.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => unescapes[entity]),
    ) as Partial<Stored>;
    if (typeof parsed !== "object" || parsed === null || typeof parsed.version !== "number") return "damaged";
    if (parsed.version > 1) return "newer";
    return { ...emptyStored(), ...parsed, version: 1 };
  } catch {
    return "damaged";
  }
}
