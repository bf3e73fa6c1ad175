// Runs in the pane's frame after Microsoft's client, which has put an `Office` of its own in place.
import { createOffice } from "../../office/office";
import type { PaneFrameElement } from "./paneHost";

const { workbench } = window.frameElement as PaneFrameElement;
const { language, theme, setVisible, attach } = workbench!;
const office = createOffice({ displayLanguage: language === "sv" ? "sv-SE" : "en-US", theme, setVisible });
Object.assign(window, { Office: office.Office, CustomFunctions: office.CustomFunctions });
const { OfficeExtension } = window as unknown as {
  OfficeExtension: { CommonUtility: { _doApiNotSupportedCheck: boolean } };
};
OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
attach({
  runCommand: office.runCommand,
  setTheme(chosen) {
    office.setTheme(chosen);
    window.dispatchEvent(new Event("focus"));
  },
});
