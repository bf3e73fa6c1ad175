import type { ConditionalFormat, Threshold } from "../model/parts";
import type { Sheet } from "../model/sheet";
import { extendedBar, extendedThreshold, readBarLook } from "./dataBars";
import { extension, extensionUris, x14Namespace } from "./extensions";
import { formulaFromFile, formulaToFile } from "./formulaText";
import { readDifferential, type ReadStyles } from "./readStyles";
import { areasText, readAreas } from "./sheetParts";
import type { StyleWriter } from "./writeStyles";
import {
  changeAttributes,
  child,
  childrenOf,
  descendant,
  type Element,
  escapeText,
  isTrue,
  tag,
} from "./xml";

/** A rule in the file: in the sheet's own elements, or among the extensions of later versions. */
interface Source {
  group: Element;
  rule: Element;
  extended: boolean;
  /** What an extension adds to one of the sheet's own rules. */
  companion?: Element;
}

/** The rules in the order of reading. Those that only add to another rule (x14:id) are no rules of their own. */
function sources(root: Element): Source[] {
  const extended = extendedGroups(root).flatMap((group) =>
    childrenOf(group, "cfRule").map((rule) => ({ group, rule, extended: true })),
  );
  const byId = new Map(extended.map(({ rule }) => [rule.attributes.id ?? "", rule]));
  const own = childrenOf(root, "conditionalFormatting").flatMap((group) =>
    childrenOf(group, "cfRule").map((rule) => ({
      group,
      rule,
      extended: false,
      companion: byId.get(companionOf(rule)),
    })),
  );
  const companions = new Set(own.map(({ companion }) => companion));
  return [...own, ...extended.filter(({ rule }) => !companions.has(rule))];
}

function extendedGroups(root: Element): Element[] {
  const ext = extension(child(root, "extLst"), extensionUris.conditionalFormats);
  return childrenOf(child(ext, "conditionalFormattings"), "conditionalFormatting");
}

const companionOf = (rule: Element) => descendant(child(rule, "extLst"), "id")?.text.trim() ?? "";

const rangesOf = ({ group, extended }: Source) =>
  readAreas(extended ? child(group, "sqref")?.text : group.attributes.sqref);

export function readConditionalFormats(root: Element, sheet: Sheet, styles: ReadStyles): void {
  sheet.conditionalFormats = sources(root).map((source, index) =>
    readFormat(
      source,
      styles,
      `{00000000-000E-0000-0000-${(index + 1).toString(16).toUpperCase().padStart(12, "0")}}`,
    ),
  );
}

function readThreshold(element: Element): Threshold {
  const { type = "num", val, gte } = element.attributes;
  const value = child(element, "f")?.text ?? val;
  return { type, ...(value !== undefined && { value }), ...(gte !== undefined && { gte: isTrue(gte) }) };
}

/** Those with a member of their own in the model, and the ids that bind a rule to its extension. */
const ownAttributes = new Set(["type", "dxfId", "priority", "stopIfTrue", "operator", "id", "r:id"]);

function readFormat(source: Source, styles: ReadStyles, id: string): ConditionalFormat {
  const { rule, extended, companion } = source;
  const { type = "", dxfId, priority, stopIfTrue, operator } = rule.attributes;
  const attributes = Object.fromEntries(
    Object.entries(rule.attributes).filter(([name]) => !ownAttributes.has(name)),
  );
  const thresholds = (element: Element) => childrenOf(element, "cfvo").map(readThreshold);
  const rgb = (element: Element | undefined) => styles.color(element)?.rgb ?? "#000000";
  const [icons, bar, scale] = ["iconSet", "dataBar", "colorScale"].map((name) => child(rule, name));
  const formulas = childrenOf(rule, extended ? "f" : "formula").map(({ text }) =>
    formulaFromFile(text).slice(1),
  );
  const dxf = child(rule, "dxf");
  const style = dxf ? readDifferential(dxf, styles.color) : styles.differential[Number(dxfId ?? -1)];
  // The extension says more of the same bar: its bounds may be automatic.
  const fullBar = extended ? bar : child(companion, "dataBar");
  const [low, high] = bar ? thresholds(fullBar ?? bar) : [];
  const barColor = bar ? rgb(child(bar, "color") ?? child(bar, "fillColor")) : "";
  const look = fullBar && readBarLook(fullBar, barColor, rgb);
  return {
    id,
    ranges: rangesOf(source),
    priority: Number(priority ?? 1),
    stopIfTrue: isTrue(stopIfTrue),
    type,
    ...(operator !== undefined && { operator }),
    formulas,
    ...(style && { style }),
    ...(icons && {
      iconSet: {
        set: icons.attributes.iconSet ?? "3TrafficLights1",
        showValue: isTrue(icons.attributes.showValue, true),
        reverse: isTrue(icons.attributes.reverse),
        thresholds: thresholds(icons),
      },
    }),
    ...(bar && {
      dataBar: {
        color: barColor,
        showValue: isTrue(bar.attributes.showValue, true),
        min: low ?? { type: "min" },
        max: high ?? { type: "max" },
        ...(look && { look }),
      },
    }),
    ...(scale && {
      colorScale: { thresholds: thresholds(scale), colors: childrenOf(scale, "color").map(rgb) },
    }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
}

/** The sheet's conditionalFormatting elements, and the content of the extension's ext element. */
export function writeConditionalFormats(
  root: Element,
  text: string,
  was: ConditionalFormat[],
  now: ConditionalFormat[],
  styles: StyleWriter,
): { own: string; extended: string } {
  const known = new Map(sources(root).map((source, index) => [was[index].id, { source, was: was[index] }]));
  const companions = new Map(
    extendedGroups(root).flatMap((group) =>
      childrenOf(group, "cfRule").map(
        (rule) => [rule.attributes.id ?? "", { group, rule, extended: true }] as const,
      ),
    ),
  );
  const taken = new Set(companions.keys());
  let own = "";
  let extended = "";
  for (const format of now) {
    const before = known.get(format.id);
    if (before && sameRule(before.was, format)) {
      const written = rewritten(before.source, format, text);
      if (before.source.extended) extended += written;
      else own += written;
      const companion = companions.get(companionOf(before.source.rule));
      if (companion) extended += rewritten(companion, format, text);
    } else if (before?.source.extended || onlyExtended(format)) extended += newExtended(format, styles);
    else {
      const companion = format.dataBar ? freeId(format.id, taken) : null;
      own += newRule(format, styles, companion);
      if (companion !== null) extended += companionRule(format, companion);
    }
  }
  const ext = extension(child(root, "extLst"), extensionUris.conditionalFormats);
  const outer = child(ext, "conditionalFormattings");
  return {
    own,
    extended:
      extended === ""
        ? ""
        : outer
          ? text.slice(outer.start, outer.innerStart) + extended + text.slice(outer.innerEnd, outer.end)
          : tag("x14:conditionalFormattings", {}, extended),
  };
}

/** Icons that came with a later version: in the sheet's own elements Excel calls the file damaged. */
const laterIcons = new Set(["3Stars", "3Triangles", "5Boxes"]);
const onlyExtended = ({ iconSet }: ConditionalFormat) => iconSet !== undefined && laterIcons.has(iconSet.set);

/** The id of the model, or the next one that no extension has. */
function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let n = taken.size + 1; taken.has(id); n++)
    id = `{00000000-000E-0000-0001-${n.toString(16).toUpperCase().padStart(12, "0")}}`;
  taken.add(id);
  return id;
}

/** The same but for where it applies and in which order. */
function sameRule(a: ConditionalFormat, b: ConditionalFormat): boolean {
  const rest = ({
    ranges: _ranges,
    priority: _priority,
    stopIfTrue: _stop,
    origin: _origin,
    ...content
  }: ConditionalFormat) => JSON.stringify(Object.entries(content).sort(([x], [y]) => (x < y ? -1 : 1)));
  return rest(a) === rest(b);
}

/** A rule word for word, in a group of its own. */
function rewritten({ group, rule, extended }: Source, format: ConditionalFormat, text: string): string {
  const open = text.slice(rule.start, rule.innerStart);
  const written =
    changeAttributes(open, {
      priority: rule.attributes.priority === undefined ? undefined : format.priority,
      stopIfTrue: format.stopIfTrue || null,
    }) + text.slice(rule.innerStart, rule.end);
  const groupOpen = text.slice(group.start, group.innerStart);
  const close = text.slice(group.innerEnd, group.end);
  if (!extended) return changeAttributes(groupOpen, { sqref: areasText(format.ranges) }) + written + close;
  const sqref = child(group, "sqref");
  const ranges = sqref
    ? text.slice(sqref.start, sqref.innerStart) +
      areasText(format.ranges) +
      text.slice(sqref.innerEnd, sqref.end)
    : "";
  return groupOpen + written + ranges + close;
}

const hex = (rgb: string) => `FF${rgb.slice(1).toUpperCase()}`;

function newRule(format: ConditionalFormat, styles: StyleWriter, companion: string | null): string {
  const threshold = ({ type, value, gte }: Threshold) =>
    tag("cfvo", {
      type: type.replace(/^auto(Min|Max)$/, (_, end: string) => end.toLowerCase()),
      val: value,
      gte: gte === false ? false : null,
    });
  const color = (rgb: string) => tag("color", { rgb: hex(rgb) });
  const { iconSet, dataBar, colorScale } = format;
  const shown = (showValue: boolean) => (showValue ? null : false);
  const inner =
    format.formulas.map((formula) => tag("formula", {}, escapeText(formulaToFile(`=${formula}`)))).join("") +
    (colorScale
      ? tag(
          "colorScale",
          {},
          colorScale.thresholds.map(threshold).join("") + colorScale.colors.map(color).join(""),
        )
      : "") +
    (dataBar
      ? tag(
          "dataBar",
          { showValue: shown(dataBar.showValue) },
          threshold(dataBar.min) + threshold(dataBar.max) + color(dataBar.color),
        )
      : "") +
    (iconSet
      ? tag(
          "iconSet",
          { iconSet: iconSet.set, showValue: shown(iconSet.showValue), reverse: iconSet.reverse || null },
          iconSet.thresholds.map(threshold).join(""),
        )
      : "") +
    (companion === null ? "" : tag("extLst", {}, companionLink(companion)));
  return tag(
    "conditionalFormatting",
    { sqref: areasText(format.ranges) },
    tag(
      "cfRule",
      { ...ruleAttributes(format), dxfId: format.style ? styles.differential(format.style) : null },
      inner,
    ),
  );
}

const ruleAttributes = ({ type, priority, stopIfTrue, operator, attributes }: ConditionalFormat) => ({
  type,
  priority,
  stopIfTrue: stopIfTrue || null,
  operator,
  ...attributes,
});

/** Binds a rule to what an extension adds to it. */
const companionLink = (id: string) =>
  tag(
    "ext",
    { uri: "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}", "xmlns:x14": x14Namespace },
    tag("x14:id", {}, escapeText(id)),
  );

const companionRule = ({ dataBar, ranges }: ConditionalFormat, id: string) =>
  extendedGroup(tag("x14:cfRule", { type: "dataBar", id }, extendedBar(dataBar!)), ranges);

const extendedGroup = (rule: string, ranges: ConditionalFormat["ranges"]) =>
  tag(
    "x14:conditionalFormatting",
    { "xmlns:xm": "http://schemas.microsoft.com/office/excel/2006/main" },
    rule + tag("xm:sqref", {}, areasText(ranges)),
  );

/** A rule that only the extension can express (icons of later versions). */
function newExtended(format: ConditionalFormat, styles: StyleWriter): string {
  const { iconSet, dataBar } = format;
  const inner =
    format.formulas.map((formula) => tag("xm:f", {}, escapeText(formulaToFile(`=${formula}`)))).join("") +
    (dataBar ? extendedBar(dataBar) : "") +
    (iconSet
      ? tag(
          "x14:iconSet",
          {
            iconSet: iconSet.set,
            showValue: iconSet.showValue ? null : false,
            reverse: iconSet.reverse || null,
          },
          iconSet.thresholds.map(extendedThreshold).join(""),
        )
      : "") +
    (format.style
      ? styles
          .differentialXml(format.style)
          .replace(/^<dxf/, "<x14:dxf")
          .replace(/<\/dxf>$/, "</x14:dxf>")
      : "");
  return extendedGroup(tag("x14:cfRule", { ...ruleAttributes(format), id: format.id }, inner), format.ranges);
}
