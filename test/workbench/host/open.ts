import type { Calculator } from "../../../src/workbench/calc/calculator";
import { createHost, type Host, type HostOptions } from "../../../src/workbench/host";
import { type Client, openClient } from "../../../src/workbench/host/node";
import { Workbook } from "../../../src/workbench/model/workbook";

export interface Opened {
  workbook: Workbook;
  host: Host;
  client: Client;
  run: typeof Excel.run;
}

/** A workbook with one sheet, "Blad1", opened through Microsoft's client. */
export function open(options: HostOptions & { calculator?: Calculator } = {}): Opened {
  const workbook = new Workbook();
  workbook.addSheet("Blad1");
  const host = createHost(workbook, options);
  const client = openClient(host);
  return { workbook, host, client, run: client.run };
}

/** The code Excel answers a batch with; "" when it goes through. */
export async function codeOf(
  run: typeof Excel.run,
  batch: (context: Excel.RequestContext) => void,
): Promise<string> {
  try {
    await run(async (context) => {
      batch(context);
      await context.sync();
    });
    return "";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

/** Loads and gives back properties of one object. */
export async function look<T extends object>(
  run: typeof Excel.run,
  find: (context: Excel.RequestContext) => T,
  properties: string,
): Promise<T> {
  return run(async (context) => {
    const found = find(context) as T & { load(properties: string): unknown; toJSON(): T };
    found.load(properties);
    await context.sync();
    return found.toJSON();
  });
}
