import { importCsv, importSie } from "../../actions/importSource";
import { createSource, listSources, saveMapping, type SourceSummary } from "../../actions/sources";
import { fileChunks } from "../../sources/import";
import { useLanguage } from "../language";
import { useAction, useReading } from "../useAction";

/** The workbook's sources as they are read now, the user's corrections of them, and new ones. */
export function useUnderlag() {
  const language = useLanguage();
  const reading = useReading((options) => listSources(language, options));
  const { run: read } = reading;
  const saving = useAction(async (options, key: string, choices: Record<string, string | null>) => {
    await saveMapping(key, choices, options);
    await read();
  });
  const creating = useAction(async (options, kind: SourceSummary["slag"]) => {
    const made = await createSource(kind, options);
    await read();
    return made;
  });
  const importing = useAction(async (options, file: File) => {
    const load = /\.(se|si|sie)$/i.test(file.name) ? importSie : importCsv;
    const made = await load({ namn: file.name, delar: fileChunks(file) }, language, options);
    await read();
    return made;
  });
  return { reading, saving, creating, importing };
}
