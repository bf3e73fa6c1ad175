import { type ProfileChoices, saveProfileChoices } from "../../actions/egenProfil";
import { readSettings, saveSettings } from "../../actions/settings";
import { useAction, useReading } from "../useAction";

/** The workbook's choices: read, and saved as soon as they are changed; a profile of her own when she says so. */
export function useInstallningar() {
  const read = useReading(readSettings);
  const saving = useAction(async (options, profil: string) => {
    await saveSettings({ profil }, options);
    await read.run();
  });
  const savingOwn = useAction(async (options, choices: ProfileChoices) => {
    await saveProfileChoices(choices, options);
    await read.run();
  });
  return { read, saving, savingOwn };
}
