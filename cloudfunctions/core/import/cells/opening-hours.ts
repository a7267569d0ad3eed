import type { HoursRule, OpeningHours } from '../../../../miniprogram/contracts/station';
import { afternoon, halfHour, nextDay, openingTokens, weekdayNames } from '../text/opening-words';

type Span = Omit<HoursRule, 'days'>;

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;
const workdays = [1, 2, 3, 4, 5] as const;
const weekend = [6, 7] as const;
const minutesADay = 24 * 60;
const noteLength = 60;
const maxRules = 14;
const maxHolidaySpans = 3;

/** How far a text was read, and for which days what comes next holds. */
interface Reading {
  days: readonly number[];
  isHoliday: boolean;
  isSaid: boolean;
  readonly rules: HoursRule[];
  readonly shut: number[];
  holidays: OpeningHours['holidays'];
  rest: string;
}

/**
 * Opening hours as somebody wrote them: 周一至周五 8:00-18:00, 24 小时, 每天 7:00-22:00，周日休息. Words that are no hours
 * become the note. Undefined where no hours stand in it.
 */
export function readOpeningHours(text: string): OpeningHours | undefined {
  const reading: Reading = {
    days: everyDay,
    isHoliday: false,
    isSaid: false,
    rules: [],
    shut: [],
    holidays: 'usual',
    rest: '',
  };
  let left = plain(text);
  while (left !== '') left = step(left, reading);
  const rules = reading.rules.flatMap((rule): readonly HoursRule[] => {
    const days = rule.days.filter((day) => !reading.shut.includes(day));
    return days.length > 0 ? [{ ...rule, days }] : [];
  });
  if (rules.length === 0 || rules.length > maxRules) return undefined;
  const note = reading.rest.replace(/^[(),;]+|[(),;]+$/g, '').slice(0, noteLength);
  const { holidays } = reading;
  return { rules, holidays, closedDays: [], ...(note !== '' && { note }) };
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐-―−～]|--+/g, '-');
}

/** Takes one token off the front; what is none goes to the note, character by character. */
function step(left: string, reading: Reading): string {
  for (const [name, take] of takers) {
    const found = openingTokens[name].exec(left);
    if (found && take(found, reading)) return left.slice(found[0].length);
  }
  reading.rest += left.charAt(0);
  return left.slice(1);
}

type Taker = (found: RegExpExecArray, reading: Reading) => boolean;

const takers: readonly (readonly [keyof typeof openingTokens, Taker])[] = [
  ['everyDay', (_, reading) => setDays(reading, everyDay)],
  ['workdays', (_, reading) => setDays(reading, workdays)],
  ['weekend', (_, reading) => setDays(reading, weekend)],
  ['days', (found, reading) => setDays(reading, daysOf(found))],
  [
    'holidays',
    (_, reading) => {
      reading.isHoliday = true;
      return true;
    },
  ],
  ['shut', (_, reading) => shut(reading)],
  ['usual', (_, reading) => reading.isHoliday || reading.rules.length > 0],
  ['wholeDay', (_, reading) => open(reading, { from: 0, until: minutesADay })],
  [
    'span',
    (found, reading) => {
      const span = spanOf(found);
      return span !== undefined && open(reading, span);
    },
  ],
  ['between', (_, reading) => reading.rest === '' || reading.rest.endsWith(',') || endNote(reading)],
];

function setDays(reading: Reading, days: readonly number[]): boolean {
  reading.days = days;
  reading.isHoliday = false;
  return days.length > 0;
}

function endNote(reading: Reading): boolean {
  reading.rest += ',';
  return true;
}

function shut(reading: Reading): boolean {
  if (reading.isHoliday) reading.holidays = 'closed';
  else if (reading.days.length < everyDay.length) reading.shut.push(...reading.days);
  else return false;
  return true;
}

function open(reading: Reading, span: Span): boolean {
  if (!reading.isHoliday) reading.rules.push({ days: reading.days, ...span });
  else {
    const before = typeof reading.holidays === 'string' ? [] : reading.holidays;
    reading.holidays = [...before, span].slice(0, maxHolidaySpans);
  }
  return true;
}

function daysOf([, first = '', last, more = '']: RegExpExecArray): readonly number[] {
  const from = weekday(first);
  if (last === undefined) return [...new Set([from, ...[...more].map(weekday).filter((day) => day > 0)])];
  const until = weekday(last);
  if (until >= from) return everyDay.filter((day) => day >= from && day <= until);
  return everyDay.filter((day) => day >= from || day <= until);
}

/** 0 for a character that names no day. */
function weekday(name: string): number {
  if (/[1-7]/.test(name)) return Number(name);
  const at = weekdayNames.indexOf(name);
  return at < 0 ? 0 : Math.min(at + 1, 7);
}

function spanOf([, before, hour, minute, after, toHour, toMinute]: RegExpExecArray): Span | undefined {
  const from = minutesOf(before, hour, minute, false);
  const isLateStart = before !== undefined && afternoon.test(before);
  const until = minutesOf(after, toHour, toMinute, isLateStart && after === undefined);
  if (from === undefined || until === undefined || from >= minutesADay) return undefined;
  const ends = until <= from ? until + minutesADay : until;
  return ends > from && ends <= from + minutesADay ? { from, until: ends } : undefined;
}

function minutesOf(
  word: string | undefined,
  hour = '',
  minute: string | undefined,
  isAfternoon: boolean,
): number | undefined {
  const hours = Number(hour);
  const minutes = minute === undefined ? 0 : minute === halfHour ? 30 : Number(minute);
  if (hours > 24 || minutes > 59) return undefined;
  const isLate = isAfternoon || (word !== undefined && afternoon.test(word));
  const added = word !== undefined && nextDay.test(word) ? minutesADay : isLate && hours < 12 ? 12 * 60 : 0;
  return hours * 60 + minutes + added;
}
