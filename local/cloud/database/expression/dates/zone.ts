import { requestFailed } from '../../errors';

const minute = 60_000;
const offsetForm = /^([+-])(\d{2}):?(\d{2})?$/;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, made);
    return made;
  } catch {
    throw requestFailed(`unrecognized time zone identifier: "${zone}"`);
  }
}

/**
 * How far a zone is ahead of UTC at a moment, in milliseconds.
 * @param zone a name of the tz database, or an offset: `+08:00`, `+0800`, `+08`
 * @throws DatabaseError for a zone that is neither
 */
export function offsetAt(moment: number, zone: string): number {
  const fixed = offsetForm.exec(zone);
  if (fixed) {
    const [, sign, hours, minutes = '0'] = fixed;
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minute;
  }
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  if (!/^[A-Za-z]/.test(zone)) throw requestFailed(`unrecognized time zone identifier: "${zone}"`);
  const parts: Record<string, string> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(moment)) parts[type] = value;
  const at = (name: string): number => Number(parts[name]);
  const local = new Date(0);
  local.setUTCFullYear(parts['era'] === 'BC' ? 1 - at('year') : at('year'), at('month') - 1, at('day'));
  local.setUTCHours(at('hour'), at('minute'), at('second'));
  return local.getTime() - Math.floor(moment / 1000) * 1000;
}

/** The moment at which a zone's clocks show what UTC's would show at `local`. */
export function momentOf(local: number, zone: string): number {
  const guess = local - offsetAt(local, zone);
  return local - offsetAt(guess, zone);
}
