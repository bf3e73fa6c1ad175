import { listReports } from "../../actions/report";
import { listSources } from "../../actions/sources";
import { useLanguage } from "../language";
import { useReading } from "../useAction";

/** What is in the workbook: sources and reports. */
export function useStart() {
  const language = useLanguage();
  return useReading(async (options) => ({
    sources: await listSources(language, options),
    reports: await listReports(options),
  }));
}
