import { dayText } from '../../time/shanghai';
import type { Appointment, Assignee, ListedOrder, NoShow } from '../document/order';
import type { OrderTerms } from '../document/terms';
import { defaultNoShowAfterHours } from '../policy';
import { holdersOf } from './seats';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Shorter hours are no hours to wait in, longer ones no appointment. */
const shortestMs = 30 * minuteMs;
const longestMs = 6 * hourMs;
/** So early somebody may say that they are at the door. */
const earlyMs = hourMs;

/** The field that is to blame where these are not hours of one day to come, as far ahead as the terms go. */
export function appointmentFault({ from, until }: Appointment, terms: OrderTerms, now: Date): 'from' | 'until' | null {
  if (from.getTime() <= now.getTime()) return 'from';
  if (from.getTime() > now.getTime() + terms.completeWithinDays * dayMs) return 'from';
  const lengthMs = until.getTime() - from.getTime();
  if (lengthMs < shortestMs || lengthMs > longestMs) return 'until';
  return dayText(from) === dayText(new Date(until.getTime() - 1)) ? null : 'until';
}

/** Hours that had begun, and at which nobody is known to have come: what is named instead does not undo them. */
export function begunHours({ appointment, arrivedAt }: Assignee, now: Date): Pick<Assignee, 'missed'> {
  const hasBegun = appointment && !arrivedAt && now.getTime() >= appointment.from.getTime();
  return hasBegun ? { missed: appointment } : {};
}

/** The hours that were named are over, and nobody said that they were there. */
export function isMissed({ appointment, arrivedAt, finishedAt }: Assignee, now: Date): boolean {
  return appointment !== undefined && !arrivedAt && !finishedAt && now.getTime() >= appointment.until.getTime();
}

/** Whether it is time to say that one is at the door. */
export function mayArrive({ from }: Appointment, now: Date): boolean {
  return now.getTime() >= from.getTime() - earlyMs;
}

/** When a seat is free again by itself, because whoever had said when they come neither came nor said a word. */
function absentAt({ appointment, arrivedAt, finishedAt }: Assignee, terms: OrderTerms): Date | null {
  if (!appointment || arrivedAt || finishedAt) return null;
  return new Date(appointment.until.getTime() + (terms.noShowAfterHours ?? defaultNoShowAfterHours) * hourMs + 1);
}

/** Whoever is missed first, and from when on they count as absent; null where nobody who is at it has said when. */
export function firstAbsence(
  order: Pick<ListedOrder, 'status' | 'assignee' | 'helpers' | 'terms'>,
): { readonly seat: Assignee; readonly at: Date } | null {
  if (order.status !== 'accepted') return null;
  const missed = holdersOf(order).flatMap((seat) => {
    const at = absentAt(seat, order.terms);
    return at ? [{ seat, at }] : [];
  });
  return missed.sort((one, other) => one.at.getTime() - other.at.getTime())[0] ?? null;
}

/** What is recorded of somebody that they have not answered to yet, the oldest first. */
export function openNoShow(noShows: readonly NoShow[], personId: string): NoShow | undefined {
  return noShows.find((one) => one.personId === personId && one.appeal === undefined);
}

/** An appeal on which nobody has ruled. */
export function openAppeal(noShows: readonly NoShow[], personId?: string): NoShow | undefined {
  return noShows.find(({ appeal, personId: of }) => appeal !== undefined && !appeal.ruling && (personId ?? of) === of);
}
