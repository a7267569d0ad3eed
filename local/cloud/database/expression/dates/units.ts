import { calendarOf, utc } from './calendar';
import { momentOf, offsetAt } from './zone';

const dayMs = 86_400_000;
/** Units that last as long everywhere, in milliseconds. */
const fixedMs = { hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 } as const;
const days = { week: 7, day: 1 } as const;
const months = { year: 12, quarter: 3, month: 1 } as const;

export type Unit = keyof typeof fixedMs | keyof typeof days | keyof typeof months;

const has = <T extends object>(table: T, unit: PropertyKey): unit is keyof T => Object.hasOwn(table, unit);

export const isUnit = (text: unknown): text is Unit =>
  typeof text === 'string' && [fixedMs, days, months].some((table) => has(table, text));

/** Where units are counted: a zone of the tz database or an offset, and the day that weeks begin on, 1 for Monday. */
export interface Place {
  readonly zone: string;
  readonly startOfWeek: number;
}

const localOf = (moment: number, zone: string): number => moment + offsetAt(moment, zone);
const monthOf = (local: number): number => new Date(local).getUTCFullYear() * 12 + new Date(local).getUTCMonth();
const midnightOf = (local: number): number => Math.floor(local / dayMs) * dayMs;
const firstOf = (month: number): number => utc(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);

/** The moment that many units later, or earlier; a day that the month lacks is its last one. */
export function addUnits(moment: number, unit: Unit, amount: number, zone: string): number {
  if (has(fixedMs, unit)) return moment + amount * fixedMs[unit];
  const local = localOf(moment, zone);
  if (has(days, unit)) return momentOf(local + amount * days[unit] * dayMs, zone);
  const first = firstOf(monthOf(local) + amount * months[unit]);
  const last = firstOf(monthOf(first) + 1) - dayMs;
  const day = Math.min(first + (calendarOf(local).dayOfMonth - 1) * dayMs, last);
  return momentOf(day + (local - midnightOf(local)), zone);
}

/** Which unit of all a moment lies in: units are counted from one that began at 2000. */
function indexOf(moment: number, unit: Unit, { zone, startOfWeek }: Place): number {
  const local = localOf(moment, zone);
  if (has(months, unit)) return Math.floor((monthOf(local) - 2000 * 12) / months[unit]);
  const since = Math.floor((local - utc(2000, 1, 1)) / dayMs);
  if (unit === 'day') return since;
  // 2000 began on a Saturday
  if (unit === 'week') return Math.floor((since - ((startOfWeek - 6 + 7) % 7)) / 7);
  return Math.floor((moment - momentOf(utc(2000, 1, 1), zone)) / (has(fixedMs, unit) ? fixedMs[unit] : 1));
}

/** How many boundaries of the unit lie between two moments. */
export function countUnits(start: number, end: number, unit: Unit, place: Place): number {
  return indexOf(end, unit, place) - indexOf(start, unit, place);
}

/** The beginning of the bin of that many units that the moment lies in. */
export function startOfUnits(moment: number, unit: Unit, binSize: number, place: Place): number {
  const first = Math.floor(indexOf(moment, unit, place) / binSize) * binSize;
  if (has(fixedMs, unit)) return momentOf(utc(2000, 1, 1), place.zone) + first * fixedMs[unit];
  if (has(months, unit)) return momentOf(firstOf(2000 * 12 + first * months[unit]), place.zone);
  const since = unit === 'week' ? first * 7 + ((place.startOfWeek - 6 + 7) % 7) : first;
  return momentOf(utc(2000, 1, 1) + since * dayMs, place.zone);
}
