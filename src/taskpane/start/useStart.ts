import { useLanguage } from "../language";
import { useReading } from "../useAction";

/** What is in the workbook: sources and reports. What reads them is loaded when the page already stands there. */
export function useStart() {
  const language = useLanguage();
  return useReading(async (options) => {
    const [{ listSources }, { listReports }] = await Promise.all([
      import("../../actions/sources"),
      import("../../actions/report"),
    ]);
    return { sources: await listSources(language, options), reports: await listReports(options) };
  });
}
