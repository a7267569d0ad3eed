import { firstAbsence } from './appointment';
import { isHeadsTurn } from './head-turn';
import { acceptByOf, needsCalendar } from './accept-by';
import type { CommandContext } from './command';
import { awaitsAcceptance, isOpen } from './lifecycle';
import type { ListedOrder, Question, StageClock } from '../document/order';
import { firstAnswer } from './seats';
import { waitOf, waitRules, type Wait } from './waits';
import { endOfSaturday, isListedEnough } from './wish';

/** What the clock looks at. */
export type DeadlineFields = Pick<
  ListedOrder,
  | 'status'
  | 'terms'
  | 'clockStartedAt'
  | 'dispatchedAt'
  | 'acceptBy'
  | 'warnedAt'
  | 'escalation'
  | 'stageClock'
  | 'completedAt'
  | 'reachedAt'
  | 'triedOn'
  | 'source'
  | 'requester'
  | 'kind'
  | 'private'
  | 'urgent'
  | 'headTurn'
  | 'assignee'
  | 'helpers'
  | 'offers'
  | 'pool'
  | 'published'
  | 'question'
>;

/** What the clock makes by itself once its time has come. */
export type TimedAction =
  'warn' | 'escalate' | 'lapse' | 'passOn' | 'relist' | 'expire' | 'noShow' | 'passSeat' | 'expireQuestion';

const hourMs = 3_600_000;

/**
 * The first dispatch keeps one promise and starts the clock of the next, with all its levels before it; a later one
 * moves nothing. An acceptance is in time up to the end, that instant included (S2-12).
 */
export function startAcceptance(order: DeadlineFields, { at, calendar }: Pick<CommandContext, 'at' | 'calendar'>) {
  if (order.dispatchedAt !== null) return {};
  const { acceptBy, calendarUnknown } = acceptByOf(order.terms, at, calendar);
  return {
    dispatchedAt: at,
    acceptBy,
    ...(needsCalendar(order.terms) && { calendarUnknown }),
    warnedAt: null,
    escalation: 0,
    late: false,
  } as const;
}

/** A clock of its own, for what is to be sent out anew: as if it had been made at `at`. */
export function freshClock(at: Date) {
  return {
    clockStartedAt: at,
    promiseKept: false,
    dispatchedAt: null,
    acceptBy: null,
    warnedAt: null,
    escalation: 0,
    late: false,
  } as const;
}

/**
 * Until the first dispatch, somebody is to be sent in time; from then on, somebody is to accept in time. The time of a
 * courtyard's head who is to vouch first comes before that of whoever sends.
 */
export function deadlineOf(order: DeadlineFields): Date {
  if (order.acceptBy) return order.acceptBy;
  const headMs = isHeadsTurn(order) ? waitRules.vouching.limitMs(order.terms) : 0;
  return new Date(order.clockStartedAt.getTime() + headMs + waitRules.dispatch.limitMs(order.terms));
}

/** Whether an acceptance at `now` is late: 72:00:00 is not, 72:00:01 is. A clock that stands still does not run out. */
export function isPastDeadline(order: DeadlineFields, now: Date): boolean {
  return (order.question?.at ?? now).getTime() > deadlineOf(order).getTime();
}

/** What an open order waits for, since when, until when, and what the clock did about it. */
export interface Waiting {
  readonly wait: Wait;
  readonly from: Date;
  readonly until: Date;
  /** When the people concerned are warned. */
  readonly warnAt: Date;
  readonly warnedAt: Date | null;
  readonly escalation: number;
}

/** Null once it is closed. */
export function waitingOf(order: DeadlineFields): Waiting | null {
  if (order.question) return waitingForAnswer(order.question, order.terms);
  const wait = waitOf(order);
  const clock = clockOf(order);
  if (!wait || !clock) return null;
  const { startedAt: from, warnedAt, escalation } = clock;
  const until =
    awaitsAcceptance(order.status) && wait !== 'vouching'
      ? deadlineOf(order)
      : (handOverBy(order, wait) ?? clock.until ?? new Date(from.getTime() + waitRules[wait].limitMs(order.terms)));
  return { wait, from, until, warnAt: warnAtOf(from, until, order.terms), warnedAt, escalation };
}

function warnAtOf(from: Date, until: Date, { warnAt }: DeadlineFields['terms']): Date {
  return new Date(from.getTime() + (until.getTime() - from.getTime()) * warnAt);
}

/** While the requester is asked something, nobody else is waited for. */
function waitingForAnswer({ at: from, until, warnedAt }: Question, terms: DeadlineFields['terms']): Waiting {
  return { wait: 'reply', from, until, warnAt: warnAtOf(from, until, terms), warnedAt, escalation: 0 };
}

/** A wish is handed over on the Saturday for which it was claimed, however many days others have. */
function handOverBy({ kind, published }: DeadlineFields, wait: Wait): Date | null {
  return kind === 'wish' && published && wait === 'completion' ? endOfSaturday(published.saturday) : null;
}

function clockOf(order: DeadlineFields): StageClock | null {
  const { warnedAt, escalation, stageClock } = order;
  if (!awaitsAcceptance(order.status)) return stageClock;
  return { startedAt: order.dispatchedAt ?? order.clockStartedAt, warnedAt, escalation };
}

interface Deadline {
  readonly action: TimedAction;
  readonly at: Date;
}

/** What the clock does next to an order, and when; null when it does nothing. */
export function nextDeadline(order: DeadlineFields): Deadline | null {
  const absence = firstAbsence(order);
  const answer = isOpen(order.status) ? firstAnswer(order) : null;
  const due: readonly (Deadline | null)[] = [
    absence && { action: 'noShow', at: absence.at },
    answer && { action: 'passSeat', at: answer.at },
    nextOfWait(order),
  ];
  return due
    .flatMap((one) => one ?? [])
    .reduce<Deadline | null>((first, one) => (first && first.at.getTime() <= one.at.getTime() ? first : one), null);
}

function nextOfWait(order: DeadlineFields): Deadline | null {
  const waiting = waitingOf(order);
  if (!waiting) return null;
  const { wait, until, warnAt, warnedAt, escalation } = waiting;
  if (warnedAt === null) return { action: 'warn', at: warnAt };
  if (waitRules[wait].end === 'goOn') return { action: 'expireQuestion', at: until };
  if (waitRules[wait].end === 'lapse') return { action: 'lapse', at: until };
  if (waitRules[wait].end === 'relist') return { action: isListedEnough(order) ? 'expire' : 'relist', at: until };
  if (waitRules[wait].end === 'passOn') return { action: 'passOn', at: new Date(until.getTime() + 1) };
  const hours = order.terms.escalateAfterHours[escalation];
  return hours === undefined ? null : { action: 'escalate', at: new Date(until.getTime() + hours * hourMs + 1) };
}
