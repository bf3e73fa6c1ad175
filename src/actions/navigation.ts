/** The pane's pages; ribbon buttons and shortcuts have the same ids. */
export const pages = [
  "start",
  "underlag",
  "rapporter",
  "prognos",
  "atgarder",
  "kontroll",
  "dela",
  "funktioner",
  "installningar",
] as const;

export type Page = (typeof pages)[number];

export interface Place {
  page: Page;
  /** What the page should show at once: a report's id, a function's name. */
  subject: string | null;
}

const storageKey = "namndkoll.sida";
const listeners = new Set<() => void>();
let place: Place = restored();

export const currentPlace = (): Place => place;

/** Shows a page in the pane, whether it is open or not; it is remembered over a reload. */
export function goTo(page: Page, subject: string | null = null): void {
  place = { page, subject };
  sessionStorage.setItem(storageKey, page);
  for (const listener of listeners) listener();
}

export function onNavigation(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function restored(): Place {
  const known = pages.find((page) => page === sessionStorage.getItem(storageKey));
  return { page: known ?? "start", subject: null };
}
