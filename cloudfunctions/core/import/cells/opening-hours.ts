import type { HoursRule, OpeningHours } from '../../../../miniprogram/contracts/station';
import { openingTokens, weekdayNames } from '../text/opening-words';
import { minutesOf, minutesUntil } from './clock-time';

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
  readonly days: readonly number[];
  readonly isHoliday: boolean;
  readonly rules: readonly HoursRule[];
  readonly shut: readonly number[];
  readonly holidays: OpeningHours['holidays'];
  readonly notes: readonly string[];
}

const nothing: Reading = { days: everyDay, isHoliday: false, rules: [], shut: [], holidays: 'usual', notes: [] };

/**
 * Opening hours as somebody wrote them: from Monday to Friday 8:00-18:00, round the clock, every day but Sunday. What
 * is no hours becomes the note, part by part. Undefined where no hours stand in it.
 */
export function readOpeningHours(text: string): OpeningHours | undefined {
  const reading = partsOf(text).reduce(readPart, nothing);
  const rules = reading.rules.flatMap((rule): readonly HoursRule[] => {
    const days = rule.days.filter((day) => !reading.shut.includes(day));
    return days.length > 0 ? [{ ...rule, days }] : [];
  });
  if (rules.length === 0 || rules.length > maxRules) return undefined;
  const note = reading.notes.join(',').slice(0, noteLength);
  return { rules, holidays: reading.holidays, closedDays: [], ...(note !== '' && { note }) };
}

function partsOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replace(/[‐-―−～]|--+/g, '-')
    .split(/[,;。\n]/)
    .map((part) => part.replace(/\s+/g, ''))
    .filter((part) => part !== '');
}

/** A part is read whole, or stands in the note whole: a day in a sentence is no hours. */
function readPart(before: Reading, part: string): Reading {
  let reading = before;
  let rest = '';
  for (let left = part; left !== '';) {
    const token = nextToken(left, reading);
    if (token.reading) reading = token.reading;
    else rest += left.slice(0, token.length);
    left = left.slice(token.length);
  }
  const saysHours =
    reading.rules !== before.rules || reading.shut !== before.shut || reading.holidays !== before.holidays;
  if (rest === '') return reading;
  return saysHours ? { ...reading, notes: [...before.notes, rest] } : { ...before, notes: [...before.notes, part] };
}

/** @returns without a reading as much as means nothing here: a span of hours that are none, or a character */
function nextToken(left: string, reading: Reading): { readonly reading?: Reading; readonly length: number } {
  for (const [name, take] of takers) {
    const found = openingTokens[name].exec(left);
    const after = found && take(found, reading);
    if (found && after) return { reading: after, length: found[0].length };
    if (found && name === 'span') return { length: found[0].length };
  }
  return { length: 1 };
}

/** What a token makes of the reading; undefined where it means nothing here. */
type Taker = (found: RegExpExecArray, reading: Reading) => Reading | undefined;

const takers: readonly (readonly [keyof typeof openingTokens, Taker])[] = [
  ['everyDay', (_, reading) => ({ ...reading, days: everyDay, isHoliday: false })],
  ['workdays', (_, reading) => ({ ...reading, days: workdays, isHoliday: false })],
  ['weekend', (_, reading) => ({ ...reading, days: weekend, isHoliday: false })],
  ['days', (found, reading) => ({ ...reading, days: daysOf(found), isHoliday: false })],
  ['holidays', (_, reading) => ({ ...reading, isHoliday: true })],
  ['shut', (_, reading) => shut(reading)],
  ['usual', (_, reading) => (reading.isHoliday || reading.rules.length > 0 ? reading : undefined)],
  ['wholeDay', (_, reading) => open(reading, { from: 0, until: minutesADay })],
  [
    'span',
    (found, reading) => {
      const span = spanOf(found, reading.days.length === everyDay.length);
      return span && open(reading, span);
    },
  ],
  ['between', (_, reading) => reading],
];

function shut(reading: Reading): Reading | undefined {
  if (reading.isHoliday) return { ...reading, holidays: 'closed' };
  const { days } = reading;
  return days.length < everyDay.length ? { ...reading, shut: [...reading.shut, ...days] } : undefined;
}

function open(reading: Reading, span: Span): Reading {
  if (!reading.isHoliday) return { ...reading, rules: [...reading.rules, { days: reading.days, ...span }] };
  const before = typeof reading.holidays === 'string' ? [] : reading.holidays;
  return { ...reading, holidays: [...before, span].slice(0, maxHolidaySpans) };
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
  const at = weekdayNames.indexOf(name);
  return at < 0 ? 0 : Math.min(at + 1, 7);
}

/** What begins at the end of a day begins with the next, which is the same where every day is. */
function spanOf([, word, hour, minute, ...end]: RegExpExecArray, isEveryDay: boolean): Span | undefined {
  const [endWord, endHour, endMinute] = end;
  const written = minutesOf({ word, hour, minute });
  if (written === undefined) return undefined;
  const from = isEveryDay ? written % minutesADay : written;
  if (from >= minutesADay) return undefined;
  const until = minutesUntil({ word: endWord, hour: endHour, minute: endMinute }, { word, minutes: from });
  return until !== undefined && until <= from + minutesADay ? { from, until } : undefined;
}
