import type { Language } from "../../../texts/language";

export interface RibbonButton {
  id: string;
  label: string;
  description: string;
  /** Address of the 32 px icon. */
  icon: string;
  /** The function to run in the add-in's runtime; null opens the pane. */
  functionName: string | null;
}

export interface RibbonTab {
  label: string;
  groups: { id: string; label: string; buttons: RibbonButton[] }[];
}

const locales = { sv: "sv-SE", en: "en-US" } as const;

/** Reads the add-in's tab from its manifest, as Excel would show it in that language. Addresses are made local to `base`. */
export function readManifest(xml: string, language: Language, base: string): RibbonTab {
  const manifest = new DOMParser().parseFromString(xml, "application/xml");
  const locale = locales[language];
  const resources = new Map<string, string>();
  for (const element of all(manifest, "Resources")[0].getElementsByTagName("*")) {
    const id = element.getAttribute("id");
    if (!id) continue;
    const override = all(element, "Override").find((one) => one.getAttribute("Locale") === locale);
    resources.set(id, (override?.getAttribute("Value") ?? element.getAttribute("DefaultValue"))!);
  }
  const resource = (element: Element | undefined) =>
    resources.get(element?.getAttribute("resid") ?? "") ?? "";
  const root = resources.get("Page.Url")!.replace(/[^/]*$/, "");
  const tab = all(manifest, "CustomTab")[0];
  return {
    label: resource(child(tab, "Label")),
    groups: children(tab, "Group").map((group) => ({
      id: group.getAttribute("id")!,
      label: resource(child(group, "Label")),
      buttons: children(group, "Control").map((control) => {
        const images = all(control, "Image");
        const icon = images.find((image) => image.getAttribute("size") === "32") ?? images[0];
        return {
          id: control.getAttribute("id")!,
          label: resource(child(control, "Label")),
          description: resource(all(control, "Description")[0]),
          icon: resource(icon).replace(root, base),
          functionName: all(control, "FunctionName")[0]?.textContent?.trim() ?? null,
        };
      }),
    })),
  };
}

const all = (parent: Element | Document, name: string) => [...parent.getElementsByTagNameNS("*", name)];
const children = (parent: Element, name: string) =>
  [...parent.children].filter(({ localName }) => localName === name);
const child = (parent: Element, name: string): Element | undefined => children(parent, name)[0];
