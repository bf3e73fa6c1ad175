import { readSnapshot } from "../excel/readSnapshot";
import { readSurroundings } from "../excel/reportSheet";
import type { SessionOptions } from "../excel/session";
import { innehall } from "../reports/innehall";
import { katalog, rapportMedId } from "../reports/katalog";
import type { Krav, Rapport } from "../reports/rapport";
import { uppsattningar, uppsattningMedId } from "../reports/uppsattningar";
import { recogniseSources } from "../sources";
import type { Language } from "../texts/language";
import { UserError } from "../workbook/userError";
import { ownSheets } from "./ownSheets";
import { planReports, type PreparedReports, type ReportOptions } from "./planReports";
import { act } from "./session";

export * from "./planReports";

/** A report of the catalogue, and what stands between the user and it. */
export interface ReportChoice {
  id: string;
  titel: Record<Language, string>;
  kraver: Krav[];
  /** Levels to choose from; empty = it has none. */
  nivaer: readonly number[];
  /** Kinds of source the workbook lacks; empty = it can be made. */
  saknar: string[];
  /** The sheet it stands on now; null when it has not been made. */
  blad: string | null;
}

export async function listReports(options?: SessionOptions): Promise<ReportChoice[]> {
  return act(async (context) => {
    const { stored, reports } = await readSurroundings(
      context,
      katalog.map(({ id }) => id),
    );
    const snapshot = await readSnapshot(context);
    const sources = recogniseSources(snapshot, { mappings: stored.mappings, exclude: ownSheets(snapshot) });
    const kinds = new Set<string>(sources.map(({ kind }) => kind));
    return katalog.map(({ id, titel, kraver, nivaer = [] }) => ({
      id,
      titel,
      kraver,
      nivaer,
      saknar: kraver.map(({ slag }) => slag).filter((slag) => !kinds.has(slag)),
      blad: reports.get(id)?.sheet ?? null,
    }));
  }, options);
}

/**
 * Reads sources, plans and checks; writes nothing. Throws UserError for what the user can set right. `ids` name reports
 * or sets of them ("alla" = the whole catalogue): a set is made as far as it can be, with a sheet of contents.
 */
export async function prepareReports(
  ids: string[],
  choices: ReportOptions = {},
  options?: SessionOptions,
): Promise<PreparedReports> {
  const { wanted, asSet } = chosen(ids);
  return planReports(wanted, asSet ? { ...choices, onlyPossible: true } : choices, options);
}

function chosen(ids: string[]): { wanted: Rapport[]; asSet: boolean } {
  const sets = ids.map((id) =>
    id === "alla" ? katalog.map((rapport) => rapport.id) : uppsattningMedId(id)?.rapporter,
  );
  const asSet = sets.some((set) => set !== undefined);
  const asked = ids.flatMap((id, index) => sets[index] ?? [id]);
  const all = asked.flatMap((id) => [...(rapportMedId(id)?.foljer ?? []), id]);
  const wanted = [...new Set(all)].map((id) => rapportMedId(id) ?? unknownReport(id));
  return { wanted: asSet ? [innehall, ...wanted] : wanted, asSet };
}

function unknownReport(id: string): never {
  const finns = [...uppsattningar, ...katalog].map((known) => known.id);
  throw new UserError("okandRapport", { id, finns: ["alla", ...finns].join(", ") });
}
