import { type PlanCell, rowByKey, type SheetPlan } from "./plan";
import type { StoredLine } from "./stored";

/** How a plan's rows or columns meet those already there. Positions count from the report's first row (or column). */
export interface Merge {
  /** Positions to delete, counted before anything has moved, last first. */
  deletions: { position: number; count: number; keys: string[] }[];
  /** Positions to insert at, counted after deletions and earlier insertions, first first. */
  insertions: { position: number; count: number }[];
  /** Where each key stands afterwards. */
  positions: Map<string, number>;
  /** Length afterwards, the user's own rows among ours included. */
  length: number;
  /** Keys that were there before. */
  kept: Set<string>;
}

/** A sheet that is new: keys in the plan's order. */
export function freshMerge(keys: string[]): Merge {
  return {
    deletions: [],
    insertions: [],
    positions: new Map(keys.map((key, position) => [key, position])),
    length: keys.length,
    kept: new Set(),
  };
}

/**
 * Meets `wanted` keys with a line of rows where some hold keys and some are the user's own (null). Common keys keep
 * their order, a new key comes right after the key before it in the plan, a vanished one goes.
 */
export function mergeKeys(present: (string | null)[], wanted: string[]): Merge {
  const wantedSet = new Set(wanted);
  const deletions: Merge["deletions"] = [];
  for (let position = present.length - 1; position >= 0; position--) {
    const key = present[position];
    if (key === null || wantedSet.has(key)) continue;
    const last = deletions[deletions.length - 1];
    if (last && last.position === position + 1) {
      last.position = position;
      last.count++;
      last.keys.unshift(key);
    } else deletions.push({ position, count: 1, keys: [key] });
  }
  const line = present.filter((key) => key === null || wantedSet.has(key));
  const kept = new Set(line.filter((key): key is string => key !== null));
  const inserted = new Set<string>();
  wanted.forEach((key, index) => {
    if (kept.has(key)) return;
    const before = index === 0 ? -1 : line.indexOf(wanted[index - 1]);
    line.splice(before + 1, 0, key);
    inserted.add(key);
  });
  const insertions: Merge["insertions"] = [];
  line.forEach((key, position) => {
    if (key === null || !inserted.has(key)) return;
    const last = insertions[insertions.length - 1];
    if (last && last.position + last.count === position) last.count++;
    else insertions.push({ position, count: 1 });
  });
  const positions = new Map<string, number>();
  line.forEach((key, position) => key !== null && positions.set(key, position));
  return { deletions, insertions, positions, length: line.length, kept };
}

/**
 * Finds our rows again on a sheet the user has worked on, by their labels: the longest common run of labels first, then
 * labels that stand alone elsewhere (the rows were sorted or moved), then gaps of equal length (a label was reworded). The result has one entry a sheet row: our key, or null for a row
 * of the user's own.
 */
export function findKeys(stored: StoredLine[], labels: string[]): (string | null)[] {
  const found: (string | null)[] = labels.map(() => null);
  const pairs = commonSubsequence(
    stored.map(({ label }) => label),
    labels,
  );
  const used = new Set<number>();
  const match = (inStored: number, inSheet: number) => {
    found[inSheet] = stored[inStored].key;
    used.add(inStored);
  };
  for (const [inStored, inSheet] of pairs) match(inStored, inSheet);
  const movedFrom = alone(stored.map(({ label }, i) => (used.has(i) ? "" : label)));
  const movedTo = alone(labels.map((label, i) => (found[i] === null ? label : "")));
  for (const [label, inStored] of movedFrom) {
    const inSheet = movedTo.get(label);
    if (inSheet !== undefined) match(inStored, inSheet);
  }
  let [fromStored, fromSheet] = [0, 0];
  for (const [inStored, inSheet] of [...pairs, [stored.length, labels.length]]) {
    if (inStored - fromStored === inSheet - fromSheet) {
      for (let i = 0; i < inStored - fromStored; i++) {
        if (!used.has(fromStored + i) && found[fromSheet + i] === null) match(fromStored + i, fromSheet + i);
      }
    }
    [fromStored, fromSheet] = [inStored + 1, inSheet + 1];
  }
  return found;
}

/** Where each label stands that occurs once; the empty one says nothing. */
function alone(labels: string[]): Map<string, number> {
  const at = new Map<string, number[]>();
  labels.forEach((label, i) => label !== "" && at.set(label, [...(at.get(label) ?? []), i]));
  return new Map([...at].flatMap(([label, places]) => (places.length === 1 ? [[label, places[0]]] : [])));
}

/** Pairs of equal labels in order; the longest such run, but for sheets with so much changed that it would take seconds. */
function commonSubsequence(a: string[], b: string[]): [number, number][] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  const [innerA, innerB] = [a, b].map((list) => list.slice(start, list.length - end));
  const inner =
    innerA.length * innerB.length <= 4_000_000 ? longest(innerA, innerB) : landmarks(innerA, innerB);
  return [
    ...Array.from({ length: start }, (_, i): [number, number] => [i, i]),
    ...inner.map(([i, j]): [number, number] => [start + i, start + j]),
    ...Array.from({ length: end }, (_, i): [number, number] => [a.length - end + i, b.length - end + i]),
  ];
}

/** Labels that stand once in both, as far as they come in the same order. */
function landmarks(a: string[], b: string[]): [number, number][] {
  const inB = alone(b);
  let last = -1;
  return [...alone(a)].flatMap(([label, i]): [number, number][] => {
    const j = inB.get(label) ?? -1;
    if (j <= last) return [];
    last = j;
    return [[i, j]];
  });
}

function longest(a: string[], b: string[]): [number, number][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i][j] =
        a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (lengths[i + 1][j] >= lengths[i][j + 1]) i++;
    else j++;
  }
  return pairs;
}

/** Each row's key and label, as it stands in the first column. */
export function rowLabels(plan: SheetPlan): StoredLine[] {
  const first = plan.columns[0].key;
  if (plan.records) return keyRuns(plan.rows.map(({ key }) => key));
  return plan.rows.map(({ key, cells }) => ({ key, label: labelOf(cells[first]) }));
}

/** "rad-1", "rad-2" … as one line: a sheet of records would else take as much again in the file. */
function keyRuns(keys: string[]): StoredLine[] {
  const lines: StoredLine[] = [];
  for (const key of keys) {
    const last = lines[lines.length - 1];
    if (last && key === numbered(last.key, last.count ?? 1)) last.count = (last.count ?? 1) + 1;
    else lines.push({ key, label: "" });
  }
  return lines;
}

/** The keys of stored rows, one a row. */
export const storedKeys = (lines: StoredLine[]): string[] =>
  lines.flatMap(({ key, count = 1 }) => Array.from({ length: count }, (_, step) => numbered(key, step)));

const numbered = (key: string, step: number) =>
  step === 0 ? key : key.replace(/\d+$/, (number) => String(Number(number) + step));

/** Each column's key and label, as it stands in the header row. */
export function columnLabels(plan: SheetPlan): StoredLine[] {
  const header = rowByKey(plan, plan.headerRow);
  return plan.columns.map(({ key, owner }) => ({
    key,
    label: labelOf(header.cells[key]),
    ...(owner === "user" ? { owner } : {}),
  }));
}

/** A label that is a formula goes by what it is expected to show. */
const labelOf = (cell: PlanCell | undefined) => {
  const label = typeof cell?.content === "string" ? cell.content : cell?.expected;
  return typeof label === "string" ? label : "";
};
