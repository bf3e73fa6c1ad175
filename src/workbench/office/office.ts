import { isSetSupported } from "../host/requirements";

export type OfficeTheme = "light" | "dark";

/** What `Office` says and asks for outside Excel. */
export interface OfficeSurroundings {
  /** BCP 47, "sv-SE". */
  displayLanguage: string;
  theme: OfficeTheme;
  setVisible(visible: boolean): void;
}

export interface WorkbenchOffice {
  /** What the add-in finds as `Office`. */
  Office: unknown;
  /** What it finds as `CustomFunctions`: the workbench's own calculator calls the functions itself. */
  CustomFunctions: { associate(): void };
  /** Runs what the add-in has associated with a ribbon button or shortcut. */
  runCommand(name: string): Promise<void>;
  setTheme(theme: OfficeTheme): void;
}

type Command = (event: { completed(): void; source: { id: string } }) => void | Promise<void>;

const themes = {
  light: { bodyBackgroundColor: "#FFFFFF", bodyForegroundColor: "#242424", isDarkTheme: false },
  dark: { bodyBackgroundColor: "#292929", bodyForegroundColor: "#FFFFFF", isDarkTheme: true },
};

/** The small part of `Office` that the pane and its commands need, over the workbench instead of Excel. */
export function createOffice({ displayLanguage, theme, setVisible }: OfficeSurroundings): WorkbenchOffice {
  const commands = new Map<string, Command>();
  const info = { host: "Excel", platform: "OfficeOnline" };
  const context = {
    displayLanguage,
    contentLanguage: displayLanguage,
    host: info.host,
    platform: info.platform,
    officeTheme: themes[theme],
    requirements: { isSetSupported },
  };
  return {
    Office: {
      HostType: { Excel: "Excel" },
      PlatformType: { OfficeOnline: "OfficeOnline" },
      context,
      onReady: async (callback?: (ready: typeof info) => void) => {
        callback?.(info);
        return info;
      },
      actions: { associate: (name: string, command: Command) => commands.set(name, command) },
      addin: {
        showAsTaskpane: async () => setVisible(true),
        hide: async () => setVisible(false),
      },
    },
    CustomFunctions: { associate: () => undefined },
    async runCommand(name) {
      const command = commands.get(name);
      if (!command) throw new Error(`The add-in has no command ${name}.`);
      await command({ completed: () => undefined, source: { id: name } });
    },
    setTheme(chosen) {
      context.officeTheme = themes[chosen];
    },
  };
}
