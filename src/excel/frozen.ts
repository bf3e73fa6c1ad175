import { bookName, type FrozenPart, frozenFromXml, frozenNamespace, frozenToXml } from "../workbook/frozen";
import { UserError } from "../workbook/userError";
import { requestBudget } from "./payload";

/** Parts read in one response: each is below a megabyte. */
const partsPerRead = 3;

export interface StoredFreeze {
  partId: string;
  part: FrozenPart;
}

export interface FrozenState {
  /** The workbook's own key; "" where nothing was ever frozen in it. */
  book: string;
  own: StoredFreeze[];
  /** Parts that belong to another workbook, and parts that can't be read. */
  foreign: number;
  damaged: number;
}

/** Everything frozen in the workbook. Throws UserError where a newer Nämndkoll froze. */
export async function readFrozen(context: Excel.RequestContext): Promise<FrozenState> {
  const parts = context.workbook.customXmlParts.getByNamespace(frozenNamespace);
  parts.load("items/id");
  const name = context.workbook.names.getItemOrNullObject(bookName);
  name.load("formula");
  await context.sync();
  const state: FrozenState = {
    book: name.isNullObject ? "" : String(name.formula).replace(/^="?|"$/g, ""),
    own: [],
    foreign: 0,
    damaged: 0,
  };
  for (let start = 0; start < parts.items.length; start += partsPerRead) {
    const read = parts.items
      .slice(start, start + partsPerRead)
      .map((part) => ({ id: part.id, xml: part.getXml() }));
    // Several large parts can't come in one response.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    for (const { id, xml } of read) {
      const part = frozenFromXml(xml.value);
      if (part === "newer") throw new UserError("lagratNyare");
      if (part === "damaged") state.damaged++;
      else if (part.book !== state.book) state.foreign++;
      else state.own.push({ partId: id, part });
    }
  }
  return state;
}

/** The workbook's key, made and put into a hidden name where there is none; queued. */
export async function bookKey(context: Excel.RequestContext): Promise<string> {
  const name = context.workbook.names.getItemOrNullObject(bookName);
  name.load("formula");
  await context.sync();
  if (!name.isNullObject) return String(name.formula).replace(/^="?|"$/g, "");
  const key = crypto.randomUUID();
  context.workbook.names.add(bookName, `="${key}"`).visible = false;
  return key;
}

/** Queues new parts; gives what removes them again. */
export async function addFrozen(
  context: Excel.RequestContext,
  parts: readonly FrozenPart[],
): Promise<() => void> {
  const budget = requestBudget(context);
  const added: Excel.CustomXmlPart[] = [];
  for (const part of parts) {
    const xml = frozenToXml(part);
    await budget(xml.length);
    added.push(context.workbook.customXmlParts.add(xml));
  }
  return () => added.forEach((part) => part.delete());
}

/** Queues what is left of each part; null = the part goes. */
export async function replaceFrozen(
  context: Excel.RequestContext,
  parts: readonly { partId: string; part: FrozenPart | null }[],
): Promise<void> {
  const budget = requestBudget(context);
  for (const { partId, part } of parts) {
    const stored = context.workbook.customXmlParts.getItem(partId);
    if (part === null) {
      stored.delete();
      continue;
    }
    const xml = frozenToXml(part);
    await budget(xml.length);
    stored.setXml(xml);
  }
}
