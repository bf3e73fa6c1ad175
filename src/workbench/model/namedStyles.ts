import { builtInStyles } from "./builtInStyles";
import { ModelError } from "./errors";
import { NamedStyle, type StyleParts } from "./namedStyle";
import type { Style } from "./styles";
import type { ChangeSource, Workbook } from "./workbook";

const everything: StyleParts = {
  number: true,
  font: true,
  alignment: true,
  border: true,
  patterns: true,
  protection: true,
};

/** Every named style: Excel's own, the user's, and those a file's cells have, which are as the first such cell looks. */
export function namedStyles(workbook: Workbook): NamedStyle[] {
  const known = workbook.namedStyles;
  if (known.size === 0) {
    const normal = workbook.styles.get(0);
    const plain = { ...normal, cellStyle: "Normal", quotePrefix: false };
    known.set("normal", new NamedStyle("Normal", true, plain, everything));
    for (const { name, parts, ...look } of builtInStyles) {
      const style: Style = {
        ...plain,
        ...(look.numberFormat !== undefined && { numberFormat: look.numberFormat }),
        font: { ...plain.font, ...look.font },
        fill: look.fill ?? plain.fill,
        border: look.border ?? plain.border,
        cellStyle: name,
      };
      const decided = Object.fromEntries(Object.keys(everything).map((part) => [part, parts.includes(part)]));
      known.set(name.toLowerCase(), new NamedStyle(name, true, style, decided as unknown as StyleParts));
    }
  }
  for (let id = 0; id < workbook.styles.count; id++) {
    const style = workbook.styles.get(id);
    const key = style.cellStyle.toLowerCase();
    if (!known.has(key)) known.set(key, new NamedStyle(style.cellStyle, false, style, everything));
  }
  return [...known.values()].filter((style) => style !== null);
}

/** Excel.BuiltInStyle's words for names that are not theirs without blanks. */
const words: Record<string, string> = {
  "Comma [0]": "WholeComma",
  "Currency [0]": "WholeDollar",
  Hyperlink: "Hlink",
  "Followed Hyperlink": "HlinkTrav",
  Title: "SheetTitle",
};

/** A style as Range.style names it: built-in ones by Excel.BuiltInStyle's word ([docs] Range.style), others by name. */
export function styleWord(workbook: Workbook, name: string): string {
  const style = findNamedStyle(workbook, name);
  if (!style?.builtIn) return name;
  const accent = /^(\d\d)% - (Accent\d)$/.exec(style.name);
  if (accent) return `${accent[2]}_${accent[1]}`;
  return words[style.name] ?? style.name.replace(/ /g, "");
}

/** By name without regard to case; Excel.BuiltInStyle's words ("Heading1", "Accent1_20") name the built-in ones too. */
export function findNamedStyle(workbook: Workbook, name: string): NamedStyle | undefined {
  const known = Object.keys(words).find((one) => words[one].toLowerCase() === name.toLowerCase());
  const wanted = (known ?? name).toLowerCase();
  const word = wanted.replace(/[\s[\]]/g, "");
  const percent = /^accent(\d)_(\d\d)$/.exec(wanted);
  const spelled = percent ? `${percent[2]}% - accent${percent[1]}` : wanted;
  const all = namedStyles(workbook);
  return (
    all.find((style) => style.name.toLowerCase() === spelled) ??
    all.find((style) => style.builtIn && style.name.toLowerCase().replace(/[\s[\]]/g, "") === word)
  );
}

/**
 * A new style, which begins as Normal.
 * @throws ModelError InvalidArgument for a blank or too long name, ItemAlreadyExists for one that is taken.
 */
export function addNamedStyle(workbook: Workbook, name: string): NamedStyle {
  if (name.trim() === "" || name.length > 255) throw new ModelError("InvalidArgument", `style “${name}”`);
  if (findNamedStyle(workbook, name)) throw new ModelError("ItemAlreadyExists", name);
  const made = new NamedStyle(name, false, { ...workbook.styles.get(0), cellStyle: name }, everything);
  workbook.namedStyles.set(name.toLowerCase(), made);
  return made;
}

/** Gives a style another look; the cells that have it follow where they looked as it did. */
export function changeNamedStyle(
  workbook: Workbook,
  named: NamedStyle,
  change: (style: Style) => Style,
  looksAlike: (style: Style) => boolean,
  source: ChangeSource,
): void {
  restyleAll(
    workbook,
    (style) => (style.cellStyle === named.name && looksAlike(style) ? change(style) : style),
    source,
  );
  named.style = { ...change(named.style), cellStyle: named.name };
}

/**
 * Takes a style away; its cells become Normal.
 * @throws ModelError InvalidOperation for Normal, which no workbook is without.
 */
export function deleteNamedStyle(workbook: Workbook, named: NamedStyle, source: ChangeSource): void {
  if (named.name === "Normal") throw new ModelError("InvalidOperation", "Normal can't be deleted");
  const normal = findNamedStyle(workbook, "Normal")!;
  restyleAll(workbook, (style) => (style.cellStyle === named.name ? normal.style : style), source);
  workbook.namedStyles.set(named.name.toLowerCase(), null);
}

function restyleAll(workbook: Workbook, change: (style: Style) => Style, source: ChangeSource): void {
  const count = workbook.styles.count;
  const numbers = new Map<number, number>();
  for (let id = 0; id < count; id++) {
    const style = workbook.styles.get(id);
    const made = change(style);
    if (made !== style) numbers.set(id, workbook.styles.add(made));
  }
  if (numbers.size === 0) return;
  const number = (id: number) => numbers.get(id) ?? id;
  for (const sheet of workbook.sheets) {
    for (const row of sheet.rows) {
      if (row?.style !== undefined) row.style = number(row.style);
      row?.styles?.forEach((id, column, styles) => {
        if (id !== undefined) styles[column] = number(id);
      });
    }
    for (const column of sheet.columns) if (column?.style !== undefined) column.style = number(column.style);
    const area = sheet.usedArea();
    if (area) workbook.changed({ kind: "formats", sheet, area, source });
  }
}

/**
 * A cell's style once a named style is applied: the parts the named style decides are its, the rest stays.
 * @throws ModelError InvalidArgument for a name no style has.
 */
export function applyNamedStyle(workbook: Workbook, style: Style, name: string): Style {
  const named = findNamedStyle(workbook, name);
  if (!named) throw new ModelError("InvalidArgument", `no style is named ${name}`);
  const { parts, style: look } = named;
  return {
    numberFormat: parts.number ? look.numberFormat : style.numberFormat,
    font: parts.font ? look.font : style.font,
    fill: parts.patterns ? look.fill : style.fill,
    border: parts.border ? look.border : style.border,
    alignment: parts.alignment ? look.alignment : style.alignment,
    protection: parts.protection ? look.protection : style.protection,
    cellStyle: named.name,
    quotePrefix: style.quotePrefix,
  };
}
