const day = 24 * 60 * 60 * 1000;
/** Day 0 of the 1900 system; right from 1 March 1900, when Excel's extra leap day has passed. */
const epoch = Date.UTC(1899, 11, 30);

export const serialOf = (date: Date): number => Math.floor((date.getTime() - epoch) / day);

export const fromSerial = (serial: number): Date => new Date(epoch + Math.floor(serial) * day);

/** The beginning of the local day, as UTC. */
export function localToday(): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}
