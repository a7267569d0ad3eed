import type { Column } from './sheet';
import { clamp } from '../../../support/values';

/** A calendar day, or the first of a month or year if the picker's `fields` is coarser. Months count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type Fields = 'year' | 'month' | 'day';

const pad = (number: number): string => String(number).padStart(2, '0');

export function parseDay(text: string, fallback: Day): Day {
  const found = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?/.exec(text);
  if (found === null) return fallback;
  return { year: Number(found[1]), month: Number(found[2] ?? 1), day: Number(found[3] ?? 1) };
}

export function formatDay({ year, month, day }: Day, fields: Fields): string {
  const parts = [String(year), pad(month), pad(day)];
  return parts.slice(0, { year: 1, month: 2, day: 3 }[fields]).join('-');
}

export function today(): Day {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}

const sortKey = ({ year, month, day }: Day): number => year * 10_000 + month * 100 + day;

export function clampDay(day: Day, first: Day, last: Day): Day {
  return sortKey(day) < sortKey(first) ? first : sortKey(day) > sortKey(last) ? last : day;
}

const daysOf = (year: number, month: number): number => new Date(year, month, 0).getDate();

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);

export interface Span {
  readonly first: Day;
  readonly last: Day;
  readonly fields: Fields;
}

/** What each column offers around a day: months of the first and last year, and days of a month, end at the span. */
function choices({ year, month }: Day, { first, last }: Span): readonly number[][] {
  const firstMonth = year === first.year ? first.month : 1;
  const lastMonth = year === last.year ? last.month : 12;
  const clampedMonth = clamp(month, firstMonth, lastMonth);
  const firstDay = year === first.year && clampedMonth === first.month ? first.day : 1;
  const lastDay = year === last.year && clampedMonth === last.month ? last.day : daysOf(year, clampedMonth);
  return [range(first.year, last.year), range(firstMonth, lastMonth), range(firstDay, lastDay)];
}

const units = ['年', '月', '日'] as const;

export function dayColumns(day: Day, span: Span): Column[] {
  const values = [day.year, day.month, day.day];
  return choices(day, span)
    .slice(0, { year: 1, month: 2, day: 3 }[span.fields])
    .map((numbers, column) => {
      const unit = units[column] ?? '';
      const value = clamp(values[column] ?? 0, numbers[0] ?? 0, numbers[numbers.length - 1] ?? 0);
      return {
        label: unit,
        items: numbers.map((number) => `${number}${unit}`),
        index: Math.max(0, numbers.indexOf(value)),
      };
    });
}

/**
 * The day after columns that showed `before` were turned to these indices; a day that the month lacks becomes its last.
 */
export function dayAt(indices: readonly number[], before: Day, span: Span): Day {
  const offered = choices(before, span);
  const pick = (column: number, fallback: number): number => offered[column]?.[indices[column] ?? -1] ?? fallback;
  const year = pick(0, before.year);
  const month = span.fields === 'year' ? 1 : pick(1, before.month);
  const day = span.fields === 'day' ? Math.min(pick(2, before.day), daysOf(year, month)) : 1;
  return clampDay({ year, month, day }, span.first, span.last);
}

/** Minutes since midnight of `hh:mm`. */
export function parseTime(text: string, fallback: number): number {
  const found = /^(\d{1,2}):(\d{1,2})$/.exec(text.trim());
  return found === null ? fallback : clamp(Number(found[1]), 0, 23) * 60 + clamp(Number(found[2]), 0, 59);
}

/** `hh:mm` of minutes since midnight. */
export function formatTime(minutes: number): string {
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function minuteChoices(hour: number, first: number, last: number): number[] {
  return range(hour === Math.floor(first / 60) ? first % 60 : 0, hour === Math.floor(last / 60) ? last % 60 : 59);
}

export function timeColumns(time: number, first: number, last: number): Column[] {
  const clamped = clamp(time, first, last);
  const hours = range(Math.floor(first / 60), Math.floor(last / 60));
  const hour = Math.floor(clamped / 60);
  const minutes = minuteChoices(hour, first, last);
  return [
    { label: '时', items: hours.map(pad), index: Math.max(0, hours.indexOf(hour)) },
    { label: '分', items: minutes.map(pad), index: Math.max(0, minutes.indexOf(clamped % 60)) },
  ];
}

/** The time after columns that showed `before` were turned to these indices, in minutes since midnight. */
export function timeAt(indices: readonly number[], before: number, first: number, last: number): number {
  const hour = Math.floor(first / 60) + (indices[0] ?? 0);
  const minutes = minuteChoices(Math.floor(clamp(before, first, last) / 60), first, last);
  return clamp(hour * 60 + (minutes[indices[1] ?? 0] ?? 0), first, last);
}
