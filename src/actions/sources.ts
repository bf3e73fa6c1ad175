import { readSnapshot } from "../excel/readSnapshot";
import { readStored } from "../excel/stored";
import type { SessionOptions } from "../excel/session";
import { noticeText, readSource, recogniseSources, refusalText } from "../sources";
import type { Language } from "../texts/language";
import { ownSheets } from "./ownSheets";
import { act } from "./session";

/** A source as the user is shown it. */
export interface SourceSummary {
  slag: string;
  blad: string;
  adress: string;
  /** Field → header; several headers of one field are joined by " + ". */
  falt: Record<string, string>;
  enhet: string | null;
  tecken: string | null;
  rader: number;
  nekade: { cell: string; skal: string }[];
  noter: string[];
}

/** What sources the workbook has, and how each is read. Changes nothing. */
export async function listSources(
  sprak: Language = "sv",
  options?: SessionOptions,
): Promise<SourceSummary[]> {
  return act(async (context) => {
    const { mappings } = await readStored(context);
    const snapshot = await readSnapshot(context);
    return recogniseSources(snapshot, { mappings, exclude: ownSheets(snapshot) }).map((source) => {
      const data = readSource(snapshot, source, mappings);
      const falt: Record<string, string> = {};
      for (const { field, header } of source.columns) {
        falt[field] = field in falt ? `${falt[field]} + ${header}` : header;
      }
      return {
        slag: source.kind,
        blad: source.sheet,
        adress: source.address,
        falt,
        enhet: data.unit,
        tecken: data.sign,
        rader: data.rowsRead,
        nekade: data.refused.map((refusal) => ({ cell: refusal.cell, skal: refusalText(refusal, sprak) })),
        noter: data.notices.map((notice) => noticeText(notice, sprak)),
      };
    });
  }, options);
}
