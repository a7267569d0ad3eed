import { limits } from '../../../../miniprogram/contracts/limits';
import type { OrderState, TrailLine } from '../document/order';
import { isQuiet } from './lifecycle';

/** How many requests of repeated quiet moves, and of notes beside them, an order remembers. */
export const repeatRequestLimit = 16;

/**
 * The trail with one move more. A quiet move that the same person made before is counted in its line, so that joins and
 * reminders never need the room of the moves that lead on.
 */
export function trailAfter(
  { trail, repeatRequests }: Pick<OrderState, 'trail' | 'repeatRequests'>,
  line: TrailLine,
): Pick<OrderState, 'trail' | 'repeatRequests'> {
  const index = repeatedIndex(trail, line);
  if (index < 0) return { trail: [...trail, line], repeatRequests };
  return {
    trail: trail.map((one, at) => (at === index ? repeatedOnce(one, line.at) : one)),
    repeatRequests: [...repeatRequests, ...(line.request ? [line.request] : [])].slice(-repeatRequestLimit),
  };
}

function repeatedOnce(line: TrailLine, lastAt: Date): TrailLine {
  return { ...line, repeated: { count: (line.repeated?.count ?? 0) + 1, lastAt } };
}

/** Each says something of its own, of one person: none is counted in another's line. */
const said: ReadonlySet<TrailLine['action']> = new Set(['appealNoShow', 'ruleNoShow']);

/**
 * The line that counts this move; below 0 where it gets one of its own. Quiet lines have as much room as the others.
 */
function repeatedIndex(trail: readonly TrailLine[], line: TrailLine): number {
  if (!isQuiet(line.action) || said.has(line.action)) return -1;
  const sameMove = ({ action }: TrailLine) => action === line.action;
  const sameActor = ({ by, hat, reason }: TrailLine) =>
    by !== null && by.personId === line.by?.personId && hat === line.hat && reason === line.reason;
  const own = trail.findIndex((one) => sameMove(one) && sameActor(one));
  if (own >= 0) return own;
  const isFull = trail.filter(({ action }) => isQuiet(action)).length >= limits.trailLines;
  return isFull ? trail.findIndex(sameMove) : -1;
}

/** When a line's move was made last. */
export function lastMadeAt({ at, repeated }: TrailLine): Date {
  return repeated?.lastAt ?? at;
}

/**
 * The line of the move that led from one order to the other: the last one, unless it was counted in an earlier line.
 */
export function lineBetween(before: OrderState, after: OrderState): TrailLine | undefined {
  return after.trail.find((line, index) => line !== before.trail[index]) ?? after.trail.at(-1);
}
