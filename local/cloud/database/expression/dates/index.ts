import { isFields, type Value } from '../../values/value';
import { calendarOf, isoDate, utc, type Calendar } from './calendar';
import { dateOf } from './date-of';
import { checkFormat, checkReadFormat, defaultFormat, formatMoment, readByFormat } from './format';
import { dateSteps } from './steps';
import { readDateText } from './text';
import { isNullish, refused, type Compiler, type Operator, type Result, type Scope } from '../expression';
import { argumentsOf, naming, type Named } from '../forms';
import { kindOf } from '../kinds';
import { momentOf, offsetAt } from './zone';

/** The zone that is named; null where it is null, and UTC where none is. */
function zoneOf(name: string, parts: Named, scope: Scope): string | null {
  if (!parts.has('timezone')) return 'UTC';
  const zone = parts.value('timezone', scope);
  if (isNullish(zone)) return null;
  if (typeof zone === 'string') return zone;
  throw refused(name, `timezone must evaluate to a string, found ${kindOf(zone)}`);
}

/** `date` and `{ date, timezone }` alike. */
function namedDate(argument: Value, name: string): Value {
  const [only] = argumentsOf(argument);
  if (isFields(argument) && ('date' in argument || 'timezone' in argument)) return argument;
  if (Array.isArray(argument) && argument.length !== 1)
    throw refused(name, `accepts exactly one argument if given an array, but was given ${String(argument.length)}`);
  return { date: only ?? null };
}

const withDate = (
  optional: readonly string[],
  evaluate: (moment: Date, zone: string, parts: Named, scope: Scope) => Result,
): Operator =>
  naming(['date'], ['timezone', ...optional], (parts, scope, name) => {
    const date = parts.value('date', scope);
    const zone = zoneOf(name, parts, scope);
    return isNullish(date) || zone === null ? null : evaluate(dateOf(date), zone, parts, scope);
  });

/** One part of a date, in a zone. Null where the date is null or missing. */
function part(name: keyof Calendar): Operator {
  const read = withDate([], (moment, zone) => {
    const time = moment.getTime();
    return calendarOf(time + offsetAt(time, zone))[name];
  });
  return (argument: Value, compiler: Compiler, operator: string) =>
    read(namedDate(argument, operator), compiler, operator);
}

/** The format is checked before the date is looked at; null where it is null. */
function formatOf(name: string, parts: Named, scope: Scope, check: (format: string) => void): string | null {
  const format = parts.value('format', scope);
  if (isNullish(format)) return null;
  if (typeof format !== 'string') throw refused(name, `requires that 'format' be a string, found: ${kindOf(format)}`);
  check(format);
  return format;
}

const toText = naming(['date'], ['format', 'timezone', 'onNull'], (parts, scope, name): Result => {
  const format = parts.has('format') ? formatOf(name, parts, scope, checkFormat) : defaultFormat;
  const zone = zoneOf(name, parts, scope);
  const date = parts.value('date', scope);
  if (isNullish(date)) return parts.has('onNull') ? parts.value('onNull', scope) : null;
  return zone === null || format === null ? null : formatMoment(dateOf(date), format, zone);
});

const toParts = withDate(['iso8601'], (moment, zone, parts, scope) => {
  const calendar = calendarOf(moment.getTime() + offsetAt(moment.getTime(), zone));
  const { hour, minute, second, millisecond } = calendar;
  const time = { hour, minute, second, millisecond };
  const isIso = parts.has('iso8601') ? parts.value('iso8601', scope) : false;
  if (isNullish(isIso)) return null;
  if (typeof isIso !== 'boolean') throw refused('iso8601', `must evaluate to a bool, found ${kindOf(isIso)}`);
  if (!isIso) return { year: calendar.year, month: calendar.month, day: calendar.dayOfMonth, ...time };
  const { isoWeekYear, isoWeek, isoDayOfWeek } = calendar;
  return { isoWeekYear, isoWeek, isoDayOfWeek, ...time };
});

const ofDay = ['year', 'month', 'day'] as const;
const ofIsoDay = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] as const;
const ofTime = ['hour', 'minute', 'second', 'millisecond'] as const;

/** Of the calendar's parts or of the ISO week's, never of both; a number beyond its range runs on. */
const fromParts: Operator = (argument, compiler, name) => {
  const isIso = isFields(argument) && 'isoWeekYear' in argument;
  if (isIso && ofDay.some((each) => each in argument))
    throw refused(name, 'does not allow mixing natural dates with ISO dates');
  const days = isIso ? ofIsoDay : ofDay;
  const [year] = days;
  return naming([year], [...days, ...ofTime, 'timezone'], (parts, scope) => {
    const numbers = [...days, ...ofTime].map((each, at) =>
      parts.has(each) ? partOf(each, parts.value(each, scope)) : at < days.length ? 1 : 0,
    );
    const zone = zoneOf(name, parts, scope);
    if (numbers.includes(null) || zone === null) return null;
    const [first = 0, second = 1, third = 1, hour = 0, minute = 0, seconds = 0, millisecond = 0] = numbers.map(Number);
    if (first < 0 || first > 9999)
      throw refused(`'${year}'`, `must evaluate to an integer in the range 0 to 9999, found ${String(first)}`);
    const midnight = isIso ? isoDate(first, second, third) : utc(first, second, third);
    return new Date(momentOf(midnight + ((hour * 60 + minute) * 60 + seconds) * 1000 + millisecond, zone));
  })(argument, compiler, name);
};

function partOf(name: string, value: Result): number | null {
  if (isNullish(value)) return null;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw refused(`'${name}'`, `must evaluate to an integer, found ${kindOf(value)}`);
}

const fromText = naming(['dateString'], ['timezone', 'format', 'onError', 'onNull'], (parts, scope, name): Result => {
  const text = parts.value('dateString', scope);
  const format = parts.has('format') ? formatOf(name, parts, scope, checkReadFormat) : undefined;
  const zone = parts.has('timezone') ? zoneOf(name, parts, scope) : undefined;
  if (typeof zone === 'string') offsetAt(0, zone);
  if (isNullish(text)) return parts.has('onNull') ? parts.value('onNull', scope) : null;
  if (zone === null || format === null) return null;
  const read = typeof text === 'string' ? readText(text, format, zone) : `found: ${kindOf(text)}`;
  if (typeof read === 'number') return new Date(read);
  if (parts.has('onError')) return parts.value('onError', scope);
  throw refused(name, typeof text === 'string' ? read : `requires that 'dateString' be a string, ${read}`);
});

function readText(text: string, format: string | undefined, zone: string | undefined): number | string {
  if (format !== undefined) return readByFormat(text, format, zone) ?? `Error parsing date string '${text}'`;
  const read = readDateText(text, zone);
  return 'moment' in read ? read.moment : read.reason;
}

/** Operators over dates. Zones are names of the tz database or offsets; without one it is UTC. */
export const dates: Readonly<Record<string, Operator>> = {
  $dateFromParts: fromParts,
  $dateFromString: fromText,
  $dateToParts: toParts,
  $dateToString: toText,
  ...dateSteps,
  $dayOfMonth: part('dayOfMonth'),
  $dayOfWeek: part('dayOfWeek'),
  $dayOfYear: part('dayOfYear'),
  $hour: part('hour'),
  $isoDayOfWeek: part('isoDayOfWeek'),
  $isoWeek: part('isoWeek'),
  $isoWeekYear: part('isoWeekYear'),
  $millisecond: part('millisecond'),
  $minute: part('minute'),
  $month: part('month'),
  $second: part('second'),
  $week: part('week'),
  $year: part('year'),
};
