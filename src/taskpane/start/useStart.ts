import { useLanguage } from "../language";
import { useAction, useReading } from "../useAction";

/** What is in the workbook: sources and reports. What reads them is loaded when the page already stands there. */
export function useStart() {
  const language = useLanguage();
  const reading = useReading(async (options) => {
    const [{ listSources }, { listReports }] = await Promise.all([
      import("../../actions/sources"),
      import("../../actions/report"),
    ]);
    return { sources: await listSources(language, options), reports: await listReports(options) };
  });
  const { run: read } = reading;
  const sampling = useAction(async (options) => {
    const { importSample } = await import("../../actions/sample");
    const made = await importSample(language, options);
    await read();
    return made;
  });
  return { reading, sampling };
}
