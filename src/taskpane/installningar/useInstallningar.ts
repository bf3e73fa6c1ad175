import { readSettings, saveSettings } from "../../actions/settings";
import { useAction, useReading } from "../useAction";

/** The workbook's choices: read, and saved as soon as they are changed. */
export function useInstallningar() {
  const read = useReading(readSettings);
  const saving = useAction((options, profil: string) => saveSettings({ profil }, options));
  return { read, saving };
}
