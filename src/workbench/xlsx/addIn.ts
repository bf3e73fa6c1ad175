import type { Workbook } from "../model/workbook";
import { callsOurs } from "./formulaText";
import type { Package } from "./package";
import { child, childrenOf, type Element, escapeText, parseXml, splice, tag, xmlHeader } from "./xml";

// What Excel keeps in a file about an add-in: its settings, and which custom functions the formulas call
// ([MS-OWEXML] webextension and taskpanes parts; the list of function ids is [assumed] from files Excel saved).

const extensionNamespace = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
const panesNamespace = "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11";
const relationships = "http://schemas.microsoft.com/office/2011/relationships";
/** The add-in's id in the manifest, and where an administrator's upload comes from. */
const reference = {
  id: "6f9d1f0e-4f0a-4a55-9f63-7d1f6f0c9a01",
  version: "1.0.0.0",
  store: "EXCatalog",
  storeType: "EXCatalog",
};

function extensionPath(parts: Package): string | null {
  return (
    [...parts.parts.keys()].find((path) => /^xl\/webextensions\/webextension\d*\.xml$/.test(path)) ?? null
  );
}

export function readSettings(parts: Package, workbook: Workbook): void {
  const path = extensionPath(parts);
  const root = path ? parts.xml(path) : null;
  for (const { attributes } of childrenOf(child(root ?? undefined, "properties"), "property")) {
    workbook.settings.set(attributes.name, parseValue(attributes.value ?? "null"));
  }
}

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Brings the parts up to date with the workbook's settings and the functions its formulas call. */
export function writeAddIn(parts: Package, workbook: Workbook): void {
  const ids = calledFunctions(workbook);
  const path = extensionPath(parts);
  if (path === null && workbook.settings.size === 0 && ids.length === 0) return;
  const properties = tag(
    "we:properties",
    {},
    [...workbook.settings]
      .map(([name, value]) => tag("we:property", { name, value: JSON.stringify(value) }))
      .join(""),
  );
  if (path !== null) {
    const text = parts.text(path)!;
    const root = parseXml(text);
    const edits = [replacement(root, "properties", properties)];
    const updated = splice(text, edits);
    if (JSON.stringify(readProperties(text)) !== JSON.stringify(readProperties(updated)))
      parts.set(path, updated);
    return;
  }
  const own = "xl/webextensions/webextension1.xml";
  parts.set(own, extension(properties, ids));
  parts.declare(own, "application/vnd.ms-office.webextension+xml");
  const panes = "xl/webextensions/taskpanes.xml";
  const pane = (id: string) =>
    tag(
      "wetp:taskpane",
      { dockstate: "right", visibility: 0, width: 350, row: 4 },
      tag("wetp:webextensionref", {
        "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "r:id": id,
      }),
    );
  parts.declare(panes, "application/vnd.ms-office.webextensiontaskpanes+xml");
  const id = parts.relate(panes, `${relationships}/webextension`, own);
  parts.set(panes, xmlHeader + tag("wetp:taskpanes", { "xmlns:wetp": panesNamespace }, pane(id)));
  parts.relate("", `${relationships}/webextensiontaskpanes`, panes);
}

const readProperties = (text: string) =>
  childrenOf(child(parseXml(text), "properties"), "property").map(({ attributes }) => attributes);

function replacement(root: Element, name: string, text: string) {
  const existing = child(root, name);
  return existing
    ? { start: existing.start, end: existing.end, text }
    : { start: root.innerEnd, end: root.innerEnd, text };
}

function extension(properties: string, ids: string[]): string {
  const list =
    ids.length === 0
      ? ""
      : tag(
          "we:extLst",
          {},
          tag("a:ext", { uri: "{D87F86FE-615C-45B5-9D79-34F1136793EB}" }, tag("we:containsCustomFunctions")) +
            tag(
              "a:ext",
              { uri: "{7C84B067-C214-45C3-A712-C9D94CD141B2}" },
              tag(
                "we:customFunctionIdList",
                {},
                ids.map((id) => tag("we:customFunctionIds", {}, escapeText(id))).join(""),
              ),
            ),
        );
  return (
    xmlHeader +
    tag(
      "we:webextension",
      {
        "xmlns:we": extensionNamespace,
        "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        id: `{${reference.id.toUpperCase()}}`,
      },
      tag("we:reference", reference) + tag("we:alternateReferences") + properties + tag("we:bindings") + list,
    )
  );
}

/** `_xldudf_KOLL_AVVIKELSE`, each once, in order. */
function calledFunctions(workbook: Workbook): string[] {
  const ids = new Set<string>();
  for (const sheet of workbook.sheets) {
    for (const row of sheet.rows) {
      row?.formulas?.forEach((formula) => {
        if (!formula || !callsOurs(formula.text)) return;
        for (const [, namespace, name] of formula.text.matchAll(/\b(KOLL(?:TEST)?)\.([A-Z0-9]+)\s*\(/gi)) {
          ids.add(`_xldudf_${namespace}_${name}`.toUpperCase().replace("_XLDUDF_", "_xldudf_"));
        }
      });
    }
  }
  return [...ids].sort();
}
