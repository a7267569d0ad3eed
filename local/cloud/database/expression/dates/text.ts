import { isDay, utc } from './calendar';
import { momentOf } from './zone';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '([a-z]{3,9})\\.?';

/** How a day may be written, and where year, month and day stand in it. */
const days: readonly [RegExp, readonly [number, number, number]][] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})/, [1, 2, 3]],
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})/, [1, 2, 3]],
  [/^(\d{4})(\d{2})(\d{2})(?!\d)/, [1, 2, 3]],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})/, [3, 1, 2]],
  [/^(\d{1,2})[-.](\d{1,2})[-.](\d{4})/, [3, 2, 1]],
  [new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]${monthName}[ ,-]*(\\d{4})`, 'i'), [3, 2, 1]],
  [new RegExp(`^${monthName}[ -](\\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\\d{4})`, 'i'), [3, 1, 2]],
];
const time = /^(?:[Tt]|,?\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?m\.?)?/i;
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i;
const zoneAtEnd = /^\s*(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?)$/i;

function monthOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return months.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

export type ReadText = { readonly moment: number } | { readonly reason: string };

/**
 * Reads a date and time as people and programs write it: ISO 8601, year first or American order with slashes, or with
 * the month's name; the time and its zone may be left out.
 * @param zone the zone of a text that names none
 */
export function readDateText(text: string, zone: string | undefined): ReadText {
  const trimmed = text.trim().replace(weekday, '');
  for (const [pattern, [yearAt, monthAt, dayAt]] of days) {
    const found = pattern.exec(trimmed);
    if (!found) continue;
    const [year, month, day] = [Number(found[yearAt]), monthOf(found[monthAt] ?? ''), Number(found[dayAt])];
    const rest = trimmed.slice(found[0].length);
    if (!isDay(year, month, day)) break;
    return readTime(utc(year, month, day), rest, zone);
  }
  return { reason: `Error parsing date string '${text}'` };
}

function readTime(midnight: number, rest: string, zone: string | undefined): ReadText {
  const found = time.exec(rest);
  const [whole = '', written = '0', minutes = '0', seconds = '0', fraction = '0', half] = found ?? [];
  const hours = half === undefined ? Number(written) : (Number(written) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const named = zoneAtEnd.exec(rest.slice(whole.length));
  const isWrong =
    hours > 24 || (half !== undefined && Number(written) > 12) || Number(minutes) > 59 || Number(seconds) > 60;
  if (isWrong || (rest.length > whole.length && !named))
    return { reason: `Error parsing date string: unexpected '${rest.slice(isWrong ? 0 : whole.length)}'` };
  if (named && zone !== undefined)
    return {
      reason:
        'you cannot pass in a date/time string with time zone information ' +
        `('${named[1] ?? ''}') together with a timezone argument`,
    };
  const millisecond = Math.floor(Number(`0.${fraction}`) * 1000);
  const local = midnight + ((hours * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + millisecond;
  return { moment: momentOf(local, named?.[1]?.toUpperCase().replace(/^(?:UTC|GMT)(?=[+-])/, '') ?? zone ?? 'UTC') };
}
