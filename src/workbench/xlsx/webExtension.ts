import type { Package } from "./package";
import { readXml } from "./package";
import { changeElement, child, childrenOf, type Element, escapeText, tag, xmlHeader } from "./xml";

/** The add-in as the manifest names it: settings and functions of others are left alone. */
const addinId = "d493da1c-2ff7-4cb3-9184-de3d35614662";

const we = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
const wetp = "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11";
const drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
const relations = "http://schemas.microsoft.com/office/2011/relationships";
/** Purposes of the extension's own extensions. */
const hasFunctions = "{D87F86FE-615C-45B5-9D79-34F1136793EB}";
const functionList = "{7C84B067-C214-45C3-A712-C9D94CD141B2}";

function ownPart(pkg: Package): string | null {
  for (const panes of pkg.relationships("").filter(({ type }) => type === "webextensiontaskpanes")) {
    for (const { target, type } of pkg.relationships(panes.target)) {
      if (type !== "webextension" || !pkg.has(target)) continue;
      const reference = child(pkg.xml(target), "reference")?.attributes.id;
      if (reference?.toLowerCase() === addinId) return target;
    }
  }
  return null;
}

/** The add-in's settings: Office keeps each as JSON. One that is no JSON is kept as the text it is. */
export function readSettings(pkg: Package): Map<string, unknown> {
  const part = ownPart(pkg);
  const properties = childrenOf(child(part ? pkg.xml(part) : null, "properties"), "property");
  return new Map(
    properties.map(({ attributes: { name = "", value = "" } }) => {
      try {
        return [name, JSON.parse(value) as unknown];
      } catch {
        return [name, value];
      }
    }),
  );
}

const settingsText = (settings: Map<string, unknown>) => JSON.stringify([...settings]);

/** Writes the add-in's part when there are settings or custom functions of ours it doesn't tell of. */
export function writeWebExtension(
  pkg: Package,
  settings: Map<string, unknown>,
  functions: Set<string>,
): void {
  const existing = ownPart(pkg);
  const known = new Set(existing ? listed(pkg.xml(existing)!) : []);
  const missing = [...functions].filter((name) => !known.has(name)).sort();
  if (settingsText(settings) === settingsText(readSettings(pkg)) && missing.length === 0) return;
  const path = existing ?? addPart(pkg);
  const text = pkg.text(path)!;
  const root = readXml(text);
  const properties = [...settings].map(([name, value]) =>
    tag("we:property", { name, value: JSON.stringify(value) }),
  );
  const names = [...known, ...missing];
  const children: Record<string, string> = { properties: tag("we:properties", {}, properties.join("")) };
  if (missing.length > 0) children.extLst = functionExtensions(text, child(root, "extLst"), names);
  const written = changeElement(text, root, "we:webextension", { "xmlns:we": we }, children, [
    "reference",
    "alternateReferences",
    "properties",
    "bindings",
    "snapshot",
    "extLst",
  ]);
  pkg.set(path, text.slice(0, root.start) + written + text.slice(root.end));
}

function listed(root: Element): string[] {
  const ext = childrenOf(child(root, "extLst"), "ext").find(
    ({ attributes }) => attributes.uri === functionList,
  );
  return childrenOf(child(ext, "customFunctionIdList"), "customFunctionIds").map(({ text }) => text);
}

function functionExtensions(text: string, list: Element | undefined, names: string[]): string {
  const others = childrenOf(list, "ext")
    .filter(({ attributes }) => attributes.uri !== hasFunctions && attributes.uri !== functionList)
    .map(({ start, end }) => text.slice(start, end));
  const ext = (uri: string, inner: string) => tag("a:ext", { "xmlns:a": drawing, uri }, inner);
  const ids = names.map((name) => tag("we:customFunctionIds", {}, escapeText(name)));
  return tag(
    "we:extLst",
    {},
    ext(hasFunctions, tag("we:containsCustomFunctions", { val: true })) +
      ext(functionList, tag("we:customFunctionIdList", {}, ids.join(""))) +
      others.join(""),
  );
}

/** The part with its pane, which is not shown by itself: a reader without the add-in sees nothing of it. */
function addPart(pkg: Package): string {
  const path = pkg.newPath("xl/webextensions/webextension#.xml");
  pkg.set(
    path,
    xmlHeader +
      tag(
        "we:webextension",
        { "xmlns:we": we, id: `{${addinId.toUpperCase()}}` },
        tag("we:reference", { id: addinId, version: "1.0.0.0", store: "EXCatalog", storeType: "EXCatalog" }) +
          tag("we:alternateReferences") +
          tag("we:properties") +
          tag("we:bindings") +
          tag("we:snapshot", {
            "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          }),
      ),
  );
  pkg.declare(path, "application/vnd.ms-office.webextension+xml");
  let panes = pkg.related("", "webextensiontaskpanes");
  if (!panes) {
    panes = "xl/webextensions/taskpanes.xml";
    pkg.set(panes, xmlHeader + tag("wetp:taskpanes", { "xmlns:wetp": wetp }));
    pkg.declare(panes, "application/vnd.ms-office.webextensiontaskpanes+xml");
    pkg.relate("", `${relations}/webextensiontaskpanes`, panes);
  }
  const id = pkg.relate(panes, `${relations}/webextension`, path);
  const text = pkg.text(panes)!;
  const root = readXml(text);
  const pane = tag(
    "wetp:taskpane",
    { "xmlns:wetp": wetp, dockstate: "right", visibility: "0", width: 350, row: 0 },
    tag("wetp:webextensionref", {
      "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "r:id": id,
    }),
  );
  const written = changeElement(
    text,
    root,
    "wetp:taskpanes",
    {},
    {
      taskpane: root.children.map(({ start, end }) => text.slice(start, end)).join("") + pane,
    },
  );
  pkg.set(panes, text.slice(0, root.start) + written + text.slice(root.end));
  return path;
}
