import { listSources } from "../../actions/sources";
import { useLanguage } from "../language";
import { useReading } from "../useAction";

/** The workbook's sources as they are read now. */
export function useUnderlag() {
  const language = useLanguage();
  return useReading((options) => listSources(language, options));
}
