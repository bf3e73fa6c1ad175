/** One planned day of one invented participant. */
export interface AttendanceDay {
  deltagare: string;
  /** Excel's serial number of the day. */
  datum: number;
  utforare: "intern" | "extern";
  enhet: string;
  niva: number;
  planerad: 0 | 0.5 | 1;
  narvaro: "ja" | "nej" | null;
}

const enheter = ["Ateljén", "Bageriet", "Växthuset", "Medieverkstaden"];
const first = 45108; // 2023-07-01
const days = 123; // to 2023-10-31
const september = 62;

/**
 * Four months of attendance for 24 invented participants, in order of participant and day. Every other is away for a long
 * spell (some cross the month's end), so that karens falls due for some and just misses for others.
 */
export function attendance(): AttendanceDay[] {
  return Array.from({ length: 24 }, (_, index) => participant(index)).flat();
}

function participant(index: number): AttendanceDay[] {
  const away = awayFrom(index);
  const rows: AttendanceDay[] = [];
  for (let day = 0; day < days; day++) {
    const datum = first + day;
    const weekday = (datum - 2) % 7; // 0 = Monday
    if (weekday > 4) continue;
    const planerad = weekday === 4 && index % 3 === 0 ? 0.5 : weekday === 2 && index % 4 === 1 ? 0 : 1;
    const absent =
      (away !== null && day >= away.start && day < away.start + away.length) ||
      (index * 7 + day * 3) % 23 === 0;
    rows.push({
      deltagare: `D${String(index + 1).padStart(3, "0")}`,
      datum,
      utforare: index % 5 === 4 ? "extern" : "intern",
      enhet: enheter[index % enheter.length],
      niva: (index % 7) + 1,
      planerad,
      narvaro: planerad === 0 ? null : absent ? "nej" : "ja",
    });
  }
  return rows;
}

function awayFrom(index: number): { start: number; length: number } | null {
  if (index % 6 === 0) return { start: 28 + index, length: 17 };
  if (index % 6 === 2) return { start: september + 3 + index, length: 16 };
  if (index % 6 === 4) return { start: september + 20 + index, length: 12 };
  return null;
}

/** Price per day by support level (kr): invented. */
export const prices = [
  [1, 310, 190],
  [2, 420, 255],
  [3, 560, 340],
  [4, 720, 435],
  [5, 910, 550],
  [6, 1130, 680],
  [7, 1420, 855],
].map(([niva, heldag, halvdag]) => ({ niva, heldag, halvdag }));
