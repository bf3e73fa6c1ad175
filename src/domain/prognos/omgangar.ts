/** What keeps the page alive through a long run: the room's own clock and pause, since nothing here knows of a browser. */
export interface Omgangsval {
  /** Gives the page its turn; setTimeout 0 in a browser. */
  paus(): Promise<void>;
  /** Milliseconds now. */
  klocka(): number;
  /** Told after each round how many are done. */
  framsteg?(klara: number, alla: number): void;
  /** Asked after each round; true ends the run. */
  avbruten?(): boolean;
}

/** Longest time before the page gets its turn, ms: a press of a button feels immediate under 100. */
const hogstTid = 40;

/** Does the work on each item in rounds, in order. null when it was cancelled: what was done is then thrown away. */
export async function iOmgangar<Post, Svar>(
  poster: readonly Post[],
  arbete: (post: Post) => Svar,
  { paus, klocka, framsteg, avbruten }: Omgangsval,
): Promise<Svar[] | null> {
  const svar: Svar[] = [];
  while (svar.length < poster.length) {
    const borjan = klocka();
    do svar.push(arbete(poster[svar.length]));
    while (svar.length < poster.length && klocka() - borjan < hogstTid);
    framsteg?.(svar.length, poster.length);
    await paus();
    if (avbruten?.()) return null;
  }
  return svar;
}
