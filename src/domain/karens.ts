/**
 * Karensavdrag in daily activities (daglig verksamhet, LSS): when a participant has been absent from planned attendance for
 * `troskel` days running, the provider's payment for the absence is withheld. Not the karensavdrag of the Sick Pay Act.
 */
export interface Karensregel {
  /** Days of absence that must be reached; reaching it exactly counts. At least 1. */
  troskel: number;
  /** Deducted from the absence's n-th day, counted as `rakna` says; 1 = the whole absence, retroactively. */
  frandag: number;
  /** planerade: the planned days of an absence are its days. arbetsdagar: every day from its first to its last. */
  rakna: "planerade" | "arbetsdagar";
}

/**
 * The days that are deducted, by position in the series.
 *
 * @param planerad - planned part of each day in date order: 1, 0.5 or 0
 * @param franvarande - whether the participant was absent that day; read on planned days only
 *
 * An absence is a run of planned days without attendance, ended by a planned day with attendance. It lasts from its
 * first to its last absent planned day, so unplanned days after it never count. A half day is one day.
 */
export function karensdagar(
  planerad: ArrayLike<number>,
  franvarande: ArrayLike<boolean>,
  { troskel, frandag, rakna }: Karensregel,
): number[] {
  const deducted: number[] = [];
  const allDays = rakna === "arbetsdagar";
  let absence: number[] = [];
  const close = () => {
    if (absence.length === 0) return;
    const first = absence[0];
    const ordinal = (index: number) => (allDays ? absence[index] - first : index) + 1;
    if (ordinal(absence.length - 1) >= troskel) {
      for (let index = 0; index < absence.length; index++) {
        if (ordinal(index) >= frandag) deducted.push(absence[index]);
      }
    }
    absence = [];
  };
  for (let day = 0; day < planerad.length; day++) {
    if (planerad[day] === 0) continue;
    if (franvarande[day]) absence.push(day);
    else close();
  }
  close();
  return deducted;
}

/** Deduction as a share of the payment there would have been: karens / (|ersättning| + karens). Null where that is 0. */
export function karensandel(karens: number, ersattning: number): number | null {
  const whole = Math.abs(ersattning) + karens;
  return whole === 0 ? null : karens / whole;
}
