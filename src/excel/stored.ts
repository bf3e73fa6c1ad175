import { emptyStored, type Stored, storedFromXml, storedNamespace, storedToXml } from "../workbook/stored";
import { UserError } from "../workbook/userError";

/** Queues the reading of our part; call the result after the next sync for it. Two syncs in all, the second only where a part exists. */
export function queueStored(context: Excel.RequestContext): () => Promise<Stored> {
  const parts = context.workbook.customXmlParts.getByNamespace(storedNamespace);
  const part = parts.getOnlyItemOrNullObject();
  part.load("id");
  const count = parts.getCount();
  return async () => {
    if (count.value === 0) return emptyStored();
    if (part.isNullObject) throw new UserError("lagratSkadat");
    const xml = part.getXml();
    await context.sync();
    const stored = storedFromXml(xml.value);
    if (stored === "damaged") throw new UserError("lagratSkadat");
    if (stored === "newer") throw new UserError("lagratNyare");
    return stored;
  };
}

/** Our part as it stands. Throws UserError where it is damaged or a newer Nämndkoll wrote it. */
export async function readStored(context: Excel.RequestContext): Promise<Stored> {
  const read = queueStored(context);
  await context.sync();
  return read();
}

/** Reads what is stored, changes it and queues the writing: read again before every write, so that a colleague's change is kept. */
export async function updateStored(
  context: Excel.RequestContext,
  change: (stored: Stored) => Stored,
): Promise<Stored> {
  const read = queueStored(context);
  await context.sync();
  const changed = change(await read());
  const parts = context.workbook.customXmlParts;
  const existing = parts.getByNamespace(storedNamespace).getOnlyItemOrNullObject();
  existing.load("id");
  await context.sync();
  if (existing.isNullObject) parts.add(storedToXml(changed));
  else existing.setXml(storedToXml(changed));
  return changed;
}
