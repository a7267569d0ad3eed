import type { MessageKind } from '../../../../miniprogram/contracts/message';
import type { Order, TrailLine } from '../document/order';
import { holdersOf, seatOf, seatsOf } from '../rules/seats';
import { isListed } from '../rules/wish';
import type { Announcement, Change } from './announcement';

/** Somebody left a seat, or the list of those who wait for one: who is asked now, and who is one fewer. */
export function seatNews({ before, after }: Change): readonly Announcement[] {
  const held = holdersOf(after).map(({ personId }) => personId);
  const isFewer = held.length < holdersOf(before).length;
  return [
    { kind: 'seat-free', to: newlyKept(before, after) },
    { kind: 'helper-left', to: isFewer && after.status === 'accepted' ? [...after.followers, ...held] : [] },
  ];
}

/** For whom a seat is kept since. */
function newlyKept(before: Order, after: Order): readonly string[] {
  const wasAsked = new Set(before.offers.filter(({ state }) => state === 'open').map(({ personId }) => personId));
  return after.offers
    .filter(({ state, keptUntil, personId }) => state === 'open' && keptUntil && !wasAsked.has(personId))
    .map(({ personId }) => personId);
}

/**
 * What those hear who wait for somebody to come, once nobody comes any more: whoever was at it is gone, though others
 * may be asked, or it is to be sent again. A wish is in the pool for another Saturday.
 */
export function leftNews({ before, after }: Change): Announcement {
  const isLeft = before.assignee !== null && after.assignee === null;
  const isLost = isLeft || (after.status === 'submitted' && before.status !== 'submitted');
  return { kind: isListed(after) ? 'relisted' : 'returned', to: isLost ? after.followers : [] };
}

/** The clock let go of somebody who did not come: they are told that they may say how it was, and the grid worker. */
export function noShowNews(change: Change): readonly Announcement[] {
  const { after } = change;
  return [
    { kind: 'no-show', to: [after.noShows.at(-1)?.personId] },
    { kind: 'not-come', to: [after.worker?.personId] },
    leftNews(change),
    { kind: 'ruling', to: after.ruling ? [after.secretary?.personId] : [] },
  ];
}

/** Somebody moved away: of a seat that is news of its own. */
export function movedAwayNews(change: Change): readonly Announcement[] {
  const { before, after } = change;
  const isLeft = holdersOf(after).length < holdersOf(before).length;
  return [{ kind: isLeft ? 'moved-away' : 'declined', to: [after.worker?.personId] }, leftNews(change)];
}

/** Staff took somebody off it: they are told, and whoever waits for somebody to come where nobody else does. */
export function removedNews(change: Change): readonly Announcement[] {
  const { before, after } = change;
  const held = new Set(holdersOf(after).map(({ personId }) => personId));
  const gone = holdersOf(before).filter(({ personId }) => !held.has(personId));
  return [{ kind: 'removed', to: gone.map(({ personId }) => personId) }, leftNews(change)];
}

/** A seat was kept for somebody in vain. */
export function passedOverNews({ before, after }: Change): readonly Announcement[] {
  const isOver = new Set(
    after.offers.filter(({ state, keptUntil }) => state === 'lapsed' && keptUntil).map(({ personId }) => personId),
  );
  const passed = before.offers.filter(({ state, personId }) => state === 'open' && isOver.has(personId));
  return [
    { kind: 'passed-over', to: passed.map(({ personId }) => personId) },
    { kind: 'returned', to: after.status === 'submitted' ? [...after.followers, after.worker?.personId] : [] },
  ];
}

/** The secretary ruled on an appeal. */
export function rulingNews({ before, after }: Change): readonly Announcement[] {
  const ruled = after.noShows.find((one, index) => one.appeal?.ruling && !before.noShows[index]?.appeal?.ruling);
  return [{ kind: ruled?.appeal?.ruling?.lifted ? 'appeal-lifted' : 'appeal-upheld', to: [ruled?.personId] }];
}

/** What a message about a seat says of the time: when somebody comes, by when to answer, when somebody was missed. */
export function seatTime(kind: MessageKind, order: Order, { by }: TrailLine): Date | undefined {
  if (kind === 'appointed') return by ? seatOf(order, by.personId)?.appointment?.from : undefined;
  if (kind === 'no-show') return order.noShows.at(-1)?.from;
  if (kind !== 'seat-free') return undefined;
  const kept = order.offers.flatMap(({ state, keptUntil }) => (state === 'open' && keptUntil ? [keptUntil] : []));
  return kept.at(-1);
}

/** Everybody who does it. */
export function holderIds(order: Order): readonly string[] {
  return holdersOf(order).map(({ personId }) => personId);
}

/** Those who did it and got points for it, or those who got none. */
export function paidHelpers(order: Order, isPaid: boolean): readonly string[] {
  return seatsOf(order)
    .filter(({ award }) => (award !== null && 'entryId' in award) === isPaid)
    .map(({ personId }) => personId);
}

/** They had been asked, rather than to wait for a seat. */
export function wasAsked({ before, line }: Change): boolean {
  return before.offers.some(({ state, personId }) => state === 'open' && personId === line.by?.personId);
}
