import type { AreaChange } from "./areaChange";

export type Egenskap = "author" | "lastAuthor" | "manager" | "company";

/** What can be done about it here, without anything being lost. */
export type KansligtFix =
  | { kind: "visaBlad"; sheet: string; was: "hidden" | "veryHidden" }
  | { kind: "visaRader" | "visaKolumner"; sheet: string; first: number; count: number }
  | { kind: "varden"; changes: AreaChange[] }
  | { kind: "egenskap"; property: Egenskap; before: string };

/** What the snapshot of cells doesn't hold. */
export interface Uppgifter {
  comments: { sheet: string; row: number; column: number; author: string }[];
  properties: Record<Egenskap, string>;
  pivots: { sheet: string; name: string }[];
}
