import type { Validation } from "../model/parts";
import type { Sheet } from "../model/sheet";
import { extension, extensionUris } from "./extensions";
import { formulaFromFile, formulaToFile } from "./formulaText";
import { areasText, readAreas } from "./sheetParts";
import {
  changeAttributes,
  child,
  childrenOf,
  type Element,
  escapeText,
  excelAttribute,
  isTrue,
  tag,
  unescapeExcel,
} from "./xml";

interface Source {
  element: Element;
  extended: boolean;
}

function sources(root: Element): Source[] {
  const own = childrenOf(child(root, "dataValidations"), "dataValidation");
  const ext = extension(child(root, "extLst"), extensionUris.validations);
  const extended = childrenOf(child(ext, "dataValidations"), "dataValidation");
  return [
    ...own.map((element) => ({ element, extended: false })),
    ...extended.map((element) => ({ element, extended: true })),
  ];
}

export function readValidations(root: Element, sheet: Sheet): void {
  sheet.validations = sources(root).map(readValidation);
}

function readValidation({ element, extended }: Source): Validation {
  const { attributes } = element;
  const formula = (name: string) => {
    const found = child(element, name);
    const text = (extended ? child(found, "f") : found)?.text ?? "";
    return text === "" ? "" : formulaFromFile(text).slice(1);
  };
  return {
    ranges: readAreas(extended ? child(element, "sqref")?.text : attributes.sqref),
    type: attributes.type ?? "none",
    operator: attributes.operator ?? "between",
    formula1: formula("formula1"),
    formula2: formula("formula2"),
    allowBlank: isTrue(attributes.allowBlank),
    // The attribute says the opposite of its name.
    showDropdown: !isTrue(attributes.showDropDown),
    errorStyle: (attributes.errorStyle ?? "stop") as Validation["errorStyle"],
    showError: isTrue(attributes.showErrorMessage),
    errorTitle: unescapeExcel(attributes.errorTitle ?? ""),
    error: unescapeExcel(attributes.error ?? ""),
    showPrompt: isTrue(attributes.showInputMessage),
    promptTitle: unescapeExcel(attributes.promptTitle ?? ""),
    prompt: unescapeExcel(attributes.prompt ?? ""),
  };
}

const content = ({ ranges: _ranges, ...rest }: Validation) => JSON.stringify(rest);

/** The sheet's dataValidations element, and the content of the extension's ext element. Rules that stand keep their words. */
export function writeValidations(
  root: Element,
  text: string,
  was: Validation[],
  now: Validation[],
): { own: string; extended: string } {
  const known = sources(root).map((source, index) => ({ source, content: content(was[index]) }));
  const own: string[] = [];
  const extended: string[] = [];
  for (const validation of now) {
    const at = known.findIndex((one) => one.content === content(validation));
    const [found] = at < 0 ? [] : known.splice(at, 1);
    if (!found) own.push(newValidation(validation));
    else (found.source.extended ? extended : own).push(rewritten(found.source, validation, text));
  }
  const ext = extension(child(root, "extLst"), extensionUris.validations);
  const outer = child(ext, "dataValidations");
  return {
    own: wrapped(text, child(root, "dataValidations"), own),
    extended: outer ? wrapped(text, outer, extended) : "",
  };
}

function wrapped(text: string, outer: Element | undefined, items: string[]): string {
  if (items.length === 0) return "";
  if (!outer) return tag("dataValidations", { count: items.length }, items.join(""));
  const open = changeAttributes(text.slice(outer.start, outer.innerStart), { count: items.length });
  return open + items.join("") + text.slice(outer.innerEnd, outer.end);
}

function rewritten({ element, extended }: Source, { ranges }: Validation, text: string): string {
  const open = text.slice(element.start, element.innerStart);
  const sqref = child(element, "sqref");
  if (!extended || !sqref)
    return changeAttributes(open, { sqref: areasText(ranges) }) + text.slice(element.innerStart, element.end);
  return (
    text.slice(element.start, sqref.innerStart) + areasText(ranges) + text.slice(sqref.innerEnd, element.end)
  );
}

function newValidation(item: Validation): string {
  const formula = (name: string, shown: string) =>
    shown === "" ? "" : tag(name, {}, escapeText(formulaToFile(shown.startsWith("=") ? shown : `=${shown}`)));
  return tag(
    "dataValidation",
    {
      type: item.type === "none" ? null : item.type,
      errorStyle: item.errorStyle === "stop" ? null : item.errorStyle,
      operator: item.operator === "between" || item.operator === "" ? null : item.operator,
      allowBlank: item.allowBlank || null,
      showDropDown: item.showDropdown ? null : true,
      showInputMessage: item.showPrompt || null,
      showErrorMessage: item.showError || null,
      errorTitle: excelAttribute(item.errorTitle) || null,
      error: excelAttribute(item.error) || null,
      promptTitle: excelAttribute(item.promptTitle) || null,
      prompt: excelAttribute(item.prompt) || null,
      sqref: areasText(item.ranges),
    },
    formula("formula1", item.formula1) + formula("formula2", item.formula2),
  );
}
