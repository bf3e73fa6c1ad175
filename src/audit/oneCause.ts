import type { Diagnosed } from "./diagnosis";
import { placeKey, samePlace } from "./place";
import type { Regel } from "./finding";

/** On one cell, the first rule here says why; what the others see follows from it. */
const explains: [Regel, Regel[]][] = [
  ["hardkodat", ["summa", "avvikelse", "procent", "forandring", "samma-post"]],
  ["tal-som-text", ["format"]],
  ["summa", ["inaktuell", "prognos"]],
  ["avvikelse", ["prognos"]],
  ["forandring", ["inaktuell"]],
  ["procent", ["inaktuell"]],
];

/** Findings of different rules on one cell that have one cause become one. */
export function oneCause(drafts: Diagnosed[]): Diagnosed[] {
  const byCell = new Map<string, Diagnosed[]>();
  for (const draft of drafts) {
    const key = placeKey(draft.plats);
    byCell.set(key, [...(byCell.get(key) ?? []), draft]);
  }
  return [...byCell.values()].flatMap((here) => {
    const explained = new Set<Diagnosed>();
    for (const [regel, follows] of explains) {
      const cause = here.find((draft) => draft.regel === regel && !explained.has(draft));
      if (!cause) continue;
      for (const draft of here) {
        if (draft === cause || !follows.includes(draft.regel)) continue;
        explained.add(draft);
        const seen = [cause.plats, ...(cause.aven ?? [])];
        const more = (draft.aven ?? []).filter((place) => !seen.some((known) => samePlace(known, place)));
        cause.aven = [...(cause.aven ?? []), ...more];
      }
    }
    return here.filter((draft) => !explained.has(draft));
  });
}
