import type { Language } from "../../texts/language";
import { readWorkbook } from "../xlsx";
import { WorkbookSession } from "./session";

const sampleName = "exempelbok.xlsx";

export async function openSample(language: Language): Promise<WorkbookSession> {
  const answer = await fetch(`/${sampleName}`);
  if (!answer.ok) throw new Error(`${sampleName}: ${answer.status}`);
  return open(sampleName, new Uint8Array(await answer.arrayBuffer()), language);
}

export async function openFile(file: File, language: Language): Promise<WorkbookSession> {
  return open(file.name, new Uint8Array(await file.arrayBuffer()), language);
}

async function open(name: string, bytes: Uint8Array, language: Language): Promise<WorkbookSession> {
  return WorkbookSession.open(name, await readWorkbook(bytes), language);
}

/** Saves the workbook among the browser's downloads, and gives the file's name. */
export async function saveFile(session: WorkbookSession): Promise<string> {
  const bytes = await session.save();
  const url = URL.createObjectURL(new Blob([bytes as BlobPart]));
  const link = document.createElement("a");
  link.href = url;
  link.download = session.name;
  link.click();
  URL.revokeObjectURL(url);
  return session.name;
}
