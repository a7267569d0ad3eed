import { dayText, daysAfter } from '../../time/shanghai';

/** GeoReport v2: at most a span of 90 days. */
const maxDays = 90;
const dayMs = 24 * 60 * 60_000;

/** From when to when requests were made, and the months that this touches, the newest first. */
export interface Window {
  readonly from: Date;
  readonly to: Date;
  readonly months: readonly string[];
}

function momentOf(text: string | undefined): Date | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(text)) return undefined;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** The span that is asked for, cut to 90 days before its end; undefined for a date that is none. */
export function windowOf(
  { start_date, end_date }: { readonly start_date?: string; readonly end_date?: string },
  now: Date,
): Window | undefined {
  const to = end_date === undefined ? now : momentOf(end_date);
  const start = start_date === undefined ? new Date(0) : momentOf(start_date);
  if (!to || !start) return undefined;
  const earliest = new Date(to.getTime() - maxDays * dayMs);
  const from = start < earliest ? earliest : start;
  const months = new Set<string>();
  for (let day = dayText(to); day >= dayText(from); day = daysAfter(day, -1))
    months.add(day.slice(0, '2026-11'.length));
  return { from, to, months: [...months] };
}
