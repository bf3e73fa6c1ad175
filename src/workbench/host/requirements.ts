/** The requirement sets the workbench stands for: what the add-in asks for at start, and no more. */
const supported: Record<string, string> = {
  ExcelApi: "1.13",
  SharedRuntime: "1.1",
  RibbonApi: "1.1",
  CustomFunctionsRuntime: "1.4",
  CustomFunctions: "1.9",
  AddinCommands: "1.1",
  Settings: "1.1",
  DialogApi: "1.1",
};

/** Office.context.requirements.isSetSupported, version "1.1" when none is given. */
export function isSetSupported(set: string, version: string | number = "1.1"): boolean {
  const known = Object.entries(supported).find(([name]) => name.toLowerCase() === set.toLowerCase());
  if (!known) return false;
  const [major, minor] = known[1].split(".").map(Number);
  const [wantedMajor, wantedMinor = 0] = String(version).split(".").map(Number);
  return wantedMajor < major || (wantedMajor === major && wantedMinor <= minor);
}
