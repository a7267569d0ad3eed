import type { Value } from '../../values/value';
import { isNullish, refused, type Operator, type Result } from '../expression';
import { naming } from '../forms';
import { kindOf } from '../kinds';
import { dateOf } from './date-of';
import { addUnits, countUnits, isUnit, startOfUnits, type Unit } from './units';
import { offsetAt } from './zone';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const weekday = /^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?$/i;

/** Arguments by name, each checked as it is read. */
interface Read {
  readonly date: (key: string) => number;
  readonly unit: () => Unit;
  readonly whole: (key: string, fallback?: number) => number;
  readonly zone: () => string;
  readonly startOfWeek: () => number;
}

function readerOf(name: string, values: ReadonlyMap<string, Value>): Read {
  const wrong = (what: string, value: Value | undefined): Error =>
    refused(name, `${what}, found: ${typeof value === 'string' ? JSON.stringify(value) : kindOf(value)}`);
  return {
    date: (key) => dateOf(values.get(key) ?? null).getTime(),
    unit: () => {
      const unit = values.get('unit');
      if (isUnit(unit)) return unit;
      throw wrong("requires 'unit' to be a unit of time from year to millisecond", unit);
    },
    whole: (key, fallback) => {
      const value = values.get(key) ?? fallback;
      if (typeof value === 'number' && Number.isInteger(value)) return value;
      throw wrong(`requires '${key}' to be an integer`, value);
    },
    zone: () => {
      const zone = values.get('timezone') ?? 'UTC';
      if (typeof zone !== 'string') throw wrong("requires 'timezone' to be a string", zone);
      offsetAt(0, zone);
      return zone;
    },
    startOfWeek: () => {
      const day = values.get('startOfWeek') ?? 'sunday';
      if (typeof day !== 'string' || !weekday.test(day)) throw wrong("requires 'startOfWeek' to name a day", day);
      return weekdays.indexOf(day.slice(0, 3).toLowerCase()) + 1;
    },
  };
}

/** Null or a missing field among the arguments gives null. */
const counted = (required: readonly string[], optional: readonly string[], count: (read: Read) => Result): Operator =>
  naming(required, optional, (parts, scope, name) => {
    const given = [...required, ...optional].filter((key) => parts.has(key));
    const values = new Map<string, Value>();
    for (const key of given) {
      const value = parts.value(key, scope);
      if (isNullish(value)) return null;
      values.set(key, value);
    }
    return count(readerOf(name, values));
  });

const adding = (sign: 1 | -1): Operator =>
  counted(
    ['startDate', 'unit', 'amount'],
    ['timezone'],
    ({ date, unit, whole, zone }) => new Date(addUnits(date('startDate'), unit(), sign * whole('amount'), zone())),
  );

/** Operators that go from one date to another one. */
export const dateSteps: Readonly<Record<string, Operator>> = {
  $dateAdd: adding(1),
  $dateDiff: counted(
    ['startDate', 'endDate', 'unit'],
    ['timezone', 'startOfWeek'],
    ({ date, unit, zone, startOfWeek }) =>
      countUnits(date('startDate'), date('endDate'), unit(), { zone: zone(), startOfWeek: startOfWeek() }),
  ),
  $dateSubtract: adding(-1),
  $dateTrunc: counted(
    ['date', 'unit'],
    ['binSize', 'timezone', 'startOfWeek'],
    ({ date, unit, whole, zone, startOfWeek }) => {
      const binSize = whole('binSize', 1);
      if (binSize <= 0) throw refused('$dateTrunc', `requires 'binSize' to be above zero, found: ${String(binSize)}`);
      return new Date(startOfUnits(date('date'), unit(), binSize, { zone: zone(), startOfWeek: startOfWeek() }));
    },
  ),
};
