import type { SessionOptions } from "../excel/session";
import type { Language } from "../texts/language";
import { type ImportedSource, importCsv } from "./importSource";

/** Puts the sample ledger, which the build wrote beside the page, on a new sheet to try things with. */
export async function importSample(language: Language, options?: SessionOptions): Promise<ImportedSource> {
  const answer = await fetch(`exempel.csv?v=${process.env.NAMNDKOLL_VERSION}`);
  if (!answer.ok) throw new Error(`exempel.csv: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return importCsv({ namn: "Exempel ekonomi.csv", delar: [bytes] }, language, options);
}
