import type { VisitTime } from '../../../../miniprogram/contracts/order';
import type { HoursWindow, MemberHours } from '../../person/hours';
import type { Person } from '../../person/person';
import { wallClock } from '../../time/shanghai';

type Available = Pick<Person, 'free' | 'atWork' | 'hours'>;

/** A span of one day of the week, on Shanghai's clock. */
interface Span {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Less of a window is no visit. */
const leastMinutes = 30;
const hour = 60;
const saturday = 6;

/** The hours that an order's time means, as of `now`; `any` means right away, which is when somebody is asked. */
function spanOf(when: VisitTime, now: Date): Span {
  const { weekday, minute } = wallClock(now);
  if (when === 'saturday') return { weekday: saturday, fromMinute: 8 * hour, toMinute: 20 * hour };
  if (when === 'today-afternoon') return { weekday, fromMinute: 13 * hour, toMinute: 18 * hour };
  if (when === 'today-evening') return { weekday, fromMinute: 18 * hour, toMinute: 21 * hour };
  return { weekday, fromMinute: minute, toMinute: Math.min(minute + leastMinutes, 24 * hour) };
}

/** How many minutes of a span the windows leave to somebody, at most in one of them. */
function mostOf(windows: readonly HoursWindow[], { weekday, fromMinute, toMinute }: Span): number {
  const shares = windows
    .filter(({ days }) => days.includes(weekday))
    .map((one) => Math.min(one.toMinute, toMinute) - Math.max(one.fromMinute, fromMinute));
  return Math.max(0, ...shares);
}

/** Their hours; undefined where they said nothing, or took it back. */
function saidHours({ hours }: Available): MemberHours | undefined {
  return hours && hours.work.length + hours.free.length > 0 ? hours : undefined;
}

/** Whether somebody is free when an order is to be done: by their hours, else by the times that they named. Pure. */
export function isFreeThen(person: Available, when: VisitTime, now: Date): boolean {
  const { free, atWork } = person;
  const hours = saidHours(person);
  if (hours) {
    if (when === 'any') return hours.free.length > 0;
    return mostOf(hours.free, spanOf(when, now)) >= leastMinutes;
  }
  if (atWork.includes(when)) return false;
  return when === 'any' ? free.length > 0 : free.includes(when) || free.includes('any');
}

/** Whether they have some of the next Saturday. Pure. */
export function isFreeOnSaturday(person: Available, now: Date): boolean {
  return saidHours(person) ? isFreeThen(person, 'saturday', now) : person.free.includes('saturday');
}

/**
 * Whether somebody is at work when an order is to be done, and has no free time then: with hours, an order for any time
 * finds them at work while they are, since they are asked now. Pure.
 */
export function isAtWorkThen(person: Available, when: VisitTime, now: Date): boolean {
  const hours = saidHours(person);
  if (!hours) return person.atWork.includes(when);
  const span = spanOf(when, now);
  return mostOf(hours.work, span) > 0 && mostOf(hours.free, span) < leastMinutes;
}

/** The hours of an evening, an afternoon and a Saturday that somebody named without hours. */
const namedSpans: Readonly<Record<Exclude<VisitTime, 'any'>, Pick<Span, 'fromMinute' | 'toMinute'>>> = {
  'today-afternoon': { fromMinute: 13 * hour, toMinute: 18 * hour },
  'today-evening': { fromMinute: 18 * hour, toMinute: 21 * hour },
  saturday: { fromMinute: 8 * hour, toMinute: 20 * hour },
};

/** Whether somebody is free in a whole hour of a day of the week: by their hours, else by times they named. Pure. */
export function isFreeAt(person: Available, weekday: number, atHour: number): boolean {
  const span = { weekday, fromMinute: atHour * hour, toMinute: (atHour + 1) * hour };
  const hours = saidHours(person);
  if (hours) return mostOf(hours.free, span) === hour;
  return person.free.some((when) => {
    if (when === 'any' || (when === 'saturday') !== (weekday === saturday)) return false;
    const { fromMinute, toMinute } = namedSpans[when];
    return fromMinute <= span.fromMinute && span.toMinute <= toMinute;
  });
}
