import type { commands } from "./index";

/** Keyboard shortcuts, for the manifest's ExtendedOverrides. Each action is one of the commands. */
const keys = {
  oppna: { key: "Ctrl+Alt+N", sv: "Öppna Nämndkoll", en: "Open Nämndkoll" },
  rapporter: { key: "Ctrl+Alt+R", sv: "Nämndkoll: rapporter", en: "Nämndkoll: reports" },
  prognos: { key: "Ctrl+Alt+P", sv: "Nämndkoll: prognos", en: "Nämndkoll: forecast" },
  kontroll: { key: "Ctrl+Alt+K", sv: "Nämndkoll: kontrollera", en: "Nämndkoll: check" },
  funktioner: { key: "Ctrl+Alt+F", sv: "Nämndkoll: funktioner", en: "Nämndkoll: functions" },
} satisfies Partial<Record<keyof typeof commands, { key: string; sv: string; en: string }>>;

export const shortcuts = {
  actions: Object.keys(keys).map((id) => ({ id, type: "ExecuteFunction", name: `\${resource.${id}_name}` })),
  shortcuts: Object.entries(keys).map(([action, { key }]) => ({ action, key: { default: key } })),
};

const names = (language: "sv" | "en") =>
  Object.fromEntries(
    Object.entries(keys).map(([id, texts]) => [`${id}_name`, { value: texts[language], comment: "" }]),
  );

export const shortcutResources = { resources: { default: names("sv"), "en-us": names("en") } };
