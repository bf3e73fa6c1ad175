/** A personnummer or samordningsnummer found in a text. */
export interface Personnummer {
  text: string;
  samordning: boolean;
  /** Written with a separator or with its century: hard to take for another number. */
  entydigt: boolean;
}

const dash = "[-\\u2010-\\u2015\\u2212+]";
/**
 * Not inside a longer number, an account, a decimal or a diary number: no digit, and no digit with one joining sign,
 * on either side.
 */
const pattern = new RegExp(
  `(?<![\\d\\p{L}])(?<!\\d[.,:/\\-])(18|19|20)?(\\d{2})(\\d{2})(\\d{2})(\\s?${dash}\\s?|[ \\u00a0\\u202f])?(\\d{3})(\\d)(?![\\d\\p{L}])(?![-.,:/]\\d)`,
  "gu",
);

/** Every personnummer and samordningsnummer in a text, all written forms, with a valid date and check digit. */
export function findPersonnummer(text: string): Personnummer[] {
  const found: Personnummer[] = [];
  for (const match of text.matchAll(pattern)) {
    const [whole, century, year, month, day, separator, serial, check] = match;
    const dayNumber = Number(day);
    const samordning = dayNumber > 60;
    if (!isDate(century, year, Number(month), samordning ? dayNumber - 60 : dayNumber)) continue;
    if (checkDigit(year + month + day + serial) !== Number(check)) continue;
    found.push({ text: whole, samordning, entydigt: separator !== undefined || century !== undefined });
  }
  return found;
}

/**
 * The digits as a ten- or twelve-digit number typed without separator; Excel drops leading zeros of the year, so nine
 * digits may also be one (year 01–09) and eight (year 00).
 */
export function numberAsPersonnummer(value: number): Personnummer | null {
  if (!Number.isInteger(value) || value < 1_010_000 || value > 209_912_919_999) return null;
  const digits = String(value);
  const padded = digits.length > 10 ? digits : digits.padStart(10, "0");
  return findPersonnummer(padded)[0] ?? null;
}

function isDate(century: string | undefined, year: string, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const centuries = century === undefined ? ["19", "20"] : [century];
  return centuries.some((first) => day <= new Date(Date.UTC(Number(first + year), month, 0)).getUTCDate());
}

/** Luhn over the nine digits, the first doubled. */
function checkDigit(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const product = Number(digits[index]) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10;
}
