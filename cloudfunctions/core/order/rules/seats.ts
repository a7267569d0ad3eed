import type { Assignee, Helper, ListedOrder, Offer, OrderState } from '../document/order';
import { defaultKeepSeatHours } from '../policy';
import type { OrderTerms } from '../document/terms';

const hourMs = 3_600_000;

/** What tells who holds a seat, and for whom a free one is kept. */
export type SeatFields = Pick<ListedOrder, 'capacity' | 'assignee' | 'helpers' | 'offers'>;

/** Whoever does it, the first of them first; nobody where nobody accepted. */
export function holdersOf({ assignee, helpers }: Pick<SeatFields, 'assignee' | 'helpers'>): readonly Assignee[] {
  return assignee ? [assignee, ...helpers] : [];
}

/** The seat that somebody holds: one person holds one, however often they accept. */
export function seatOf(order: Pick<SeatFields, 'assignee' | 'helpers'>, personId: string): Assignee | undefined {
  return holdersOf(order).find((one) => one.personId === personId);
}

/** Seats with evidence and award, the first one's out of the order itself. */
export function seatsOf(order: OrderState): readonly Helper[] {
  const { assignee, acceptedAt, evidence, award, helpers, updatedAt } = order;
  return assignee ? [{ ...assignee, acceptedAt: acceptedAt ?? updatedAt, evidence, award }, ...helpers] : [];
}

type SeatChange = Partial<Pick<OrderState, 'assignee' | 'acceptedAt' | 'evidence' | 'award' | 'helpers'>>;

/** What an order says of these seats. */
export function changeOf(seats: readonly Helper[]): SeatChange {
  const [first, ...helpers] = seats;
  if (!first) return { assignee: null, acceptedAt: null, evidence: null, helpers: [] };
  const { acceptedAt, evidence, award, ...assignee } = first;
  return { assignee, acceptedAt, evidence, award, helpers };
}

/** The seats with one of them changed. */
export function withSeat(order: OrderState, personId: string, change: Partial<Helper>): readonly Helper[] {
  return seatsOf(order).map((seat) => (seat.personId === personId ? { ...seat, ...change } : seat));
}

/** Nobody holds these seats. */
export function freeSeats({ capacity, ...order }: SeatFields): number {
  return Math.max(0, capacity - holdersOf(order).length);
}

/** Seats that somebody holds, or that are kept for somebody until they answer. */
export function takenSeats(order: Pick<SeatFields, 'assignee' | 'helpers' | 'offers'>): number {
  return holdersOf(order).length + order.offers.filter(isKept).length;
}

/** Whether somebody who was asked, or claims it, finds a seat: one that is kept for another is not free for them. */
export function hasRoomFor(order: SeatFields, personId: string): boolean {
  const kept = order.offers.filter((offer) => isKept(offer) && offer.personId !== personId).length;
  return freeSeats(order) > kept;
}

/** A seat is kept for them until they answer. */
function isKept({ state, keptUntil }: Offer): boolean {
  return state === 'open' && keptUntil !== undefined;
}

/** Who waits for a seat, the first one first. */
export function waitingFor({ offers }: Pick<SeatFields, 'offers'>): readonly Offer[] {
  return offers.filter(({ state }) => state === 'waiting');
}

/** The offers once whoever waited longest was asked for each seat that nobody holds and that is kept for nobody. */
export function askNext(
  { capacity, terms }: { readonly capacity: number; readonly terms: OrderTerms },
  held: number,
  offers: readonly Offer[],
  at: Date,
): readonly Offer[] {
  let free = capacity - held - offers.filter(isKept).length;
  const keptUntil = new Date(at.getTime() + (terms.keepSeatHours ?? defaultKeepSeatHours) * hourMs);
  return offers.map((offer) => {
    if (offer.state !== 'waiting' || free <= 0) return offer;
    free -= 1;
    return { ...offer, state: 'open', keptUntil };
  });
}

/** Everybody who holds a seat has done their part. */
export function areFinished(seats: readonly Assignee[]): boolean {
  return seats.length > 0 && seats.every(({ finishedAt }) => finishedAt !== undefined);
}

/** Whether one of several who are at it has done their part, while others are at theirs. */
export function hasFinishedPart(order: Pick<ListedOrder, 'status' | 'assignee' | 'helpers'>): boolean {
  return order.status === 'accepted' && holdersOf(order).some(({ finishedAt }) => finishedAt !== undefined);
}

/** The seat that is kept the shortest, and until when; null where none is kept. */
export function firstAnswer({
  offers,
}: Pick<SeatFields, 'offers'>): { readonly offer: Offer; readonly at: Date } | null {
  const kept = offers.flatMap((offer) => (isKept(offer) && offer.keptUntil ? [{ offer, at: offer.keptUntil }] : []));
  const [first] = kept.sort((one, other) => one.at.getTime() - other.at.getTime());
  return first ? { offer: first.offer, at: new Date(first.at.getTime() + 1) } : null;
}
