import { requestFailed } from '../../errors';
import { type Calendar, calendarOf, isDay, isoDate, utc } from './calendar';
import { momentOf, offsetAt } from './zone';

/** What `$dateToString` writes without a format. */
export const defaultFormat = '%Y-%m-%dT%H:%M:%S.%LZ';
const specifiers = 'dGHjLmMSwuUVYzZ%';

const padded = (value: number, digits: number): string => String(value).padStart(digits, '0');

function written(letter: string, calendar: Calendar, offsetMinutes: number): string {
  const sign = offsetMinutes < 0 ? '-' : '+';
  const ahead = Math.abs(offsetMinutes);
  const all: Readonly<Record<string, string>> = {
    d: padded(calendar.dayOfMonth, 2),
    G: padded(calendar.isoWeekYear, 4),
    H: padded(calendar.hour, 2),
    j: padded(calendar.dayOfYear, 3),
    L: padded(calendar.millisecond, 3),
    m: padded(calendar.month, 2),
    M: padded(calendar.minute, 2),
    S: padded(calendar.second, 2),
    w: String(calendar.dayOfWeek),
    u: String(calendar.isoDayOfWeek),
    U: padded(calendar.week, 2),
    V: padded(calendar.isoWeek, 2),
    Y: padded(calendar.year, 4),
    z: `${sign}${padded(Math.floor(ahead / 60), 2)}${padded(ahead % 60, 2)}`,
    Z: `${sign}${padded(ahead, 3)}`,
    '%': '%',
  };
  return all[letter] ?? '';
}

/** @throws DatabaseError for a specifier that does not exist, and for a lone `%` at the end */
export function checkFormat(format: string): void {
  for (const [specifier] of format.matchAll(/%(?:.|$)/gsu)) {
    if (specifier === '%') throw requestFailed("Unmatched '%' at end of format string");
    if (!specifiers.includes(specifier.slice(1)))
      throw requestFailed(`Invalid format character '${specifier}' in format string`);
  }
}

/** A date is read by fewer specifiers than it is written with. @throws DatabaseError for another one */
export function checkReadFormat(format: string): void {
  checkFormat(format);
  for (const [specifier] of format.matchAll(/%./gsu))
    if (specifier !== '%%' && patterns[specifier.slice(1)] === undefined)
      throw requestFailed(`Invalid format character '${specifier}' in format string`);
}

/** Writes a moment. @throws DatabaseError for a wrong format, and for years before 0 or after 9999 */
export function formatMoment(moment: Date, format: string, zone: string): string {
  checkFormat(format);
  const offset = offsetAt(moment.getTime(), zone);
  const calendar = calendarOf(moment.getTime() + offset);
  if (!(calendar.year >= 0 && calendar.year <= 9999))
    throw requestFailed('$dateToString is only defined on year 0-9999');
  return format.replace(/%(.)/gsu, (_whole, letter: string) => written(letter, calendar, Math.round(offset / 60_000)));
}

const patterns: Readonly<Record<string, string>> = {
  d: '(\\d{1,2})',
  G: '(\\d{4})',
  H: '(\\d{1,2})',
  j: '(\\d{1,3})',
  L: '(\\d{1,3})',
  m: '(\\d{1,2})',
  M: '(\\d{1,2})',
  S: '(\\d{1,2})',
  u: '([1-7])',
  V: '(\\d{1,2})',
  Y: '(\\d{4})',
  z: '(Z|[+-]\\d{2}:?\\d{2})',
  Z: '([+-]\\d{1,3})',
};

/**
 * Reads a date by a format.
 * @returns milliseconds, or undefined for a text that does not have it or names a day or time that is none
 */
export function readByFormat(text: string, format: string, zone: string | undefined): number | undefined {
  const letters: string[] = [];
  const source = format.replace(/%(.)|[\\^$.*+?()[\]{}|]/gsu, (whole, letter: string | undefined) => {
    if (letter === undefined) return `\\${whole}`;
    if (letter === '%') return '%';
    letters.push(letter);
    return patterns[letter] ?? '';
  });
  const found = new RegExp(`^${source}$`, 'u').exec(text);
  if (!found) return undefined;
  const parts = new Map(letters.map((letter, at) => [letter, found[at + 1] ?? '']));
  if (!isInRange(parts)) return undefined;
  const number = (letter: string, fallback: number): number => Number(parts.get(letter) ?? fallback);
  const midnight = parts.has('G')
    ? isoDate(number('G', 1970), number('V', 1), number('u', 1))
    : parts.has('j')
      ? utc(number('Y', 1970), 1, number('j', 1))
      : utc(number('Y', 1970), number('m', 1), number('d', 1));
  const local = midnight + ((number('H', 0) * 60 + number('M', 0)) * 60 + number('S', 0)) * 1000 + number('L', 0);
  const minutes = parts.get('Z');
  if (minutes !== undefined) return local - Number(minutes) * 60_000;
  return momentOf(local, parts.get('z') ?? zone ?? 'UTC');
}

const ranges: Readonly<Record<string, readonly [number, number]>> = {
  d: [1, 31],
  H: [0, 23],
  j: [1, 366],
  m: [1, 12],
  M: [0, 59],
  S: [0, 59],
  V: [1, 53],
};

function isInRange(parts: ReadonlyMap<string, string>): boolean {
  for (const [letter, [least, most]] of Object.entries(ranges)) {
    const value = parts.get(letter);
    if (value !== undefined && (Number(value) < least || Number(value) > most)) return false;
  }
  const [year, month, day] = ['Y', 'm', 'd'].map((letter) => Number(parts.get(letter) ?? 1));
  return isDay(year ?? 1, month ?? 1, day ?? 1);
}
