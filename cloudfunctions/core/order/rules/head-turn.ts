import type { CourtyardHead, HeadTurn, ListedOrder } from '../document/order';

/** Of a new errand: no turn where the courtyard has no head, or its head is the one who asks, or the grid worker. */
export function firstTurn(
  { kind, private: isPrivate, requester, worker }: Pick<ListedOrder, 'kind' | 'private' | 'requester' | 'worker'>,
  head: CourtyardHead | undefined,
): { readonly headTurn?: HeadTurn } {
  if (kind !== 'agency' || !head) return {};
  if ([requester.personId, worker?.personId].includes(head.personId)) return {};
  return { headTurn: { head, state: isPrivate ? 'skipped' : 'asked' } };
}

/**
 * Of an errand that is for another courtyard than was thought: the turn of its head, while nobody takes it yet. Where
 * there is none, or somebody is at it, no head is asked, and whoever vouched elsewhere did not vouch for it here.
 */
export function turnElsewhere(
  order: Pick<ListedOrder, 'kind' | 'status' | 'private' | 'requester' | 'worker' | 'headTurn'>,
  head: CourtyardHead | undefined,
): { readonly headTurn?: HeadTurn } {
  const turn = firstTurn(order, head).headTurn;
  if (turn && order.status === 'submitted') return { headTurn: turn };
  const known = turn ?? order.headTurn;
  return known ? { headTurn: { ...known, state: 'skipped' } } : {};
}

/**
 * Whether an errand waits for the courtyard's head, so that nobody takes or sends it before (S1-17). One that became
 * private, or an emergency, waits for no head; nor does what was sent as one and is none any more: its time runs on.
 */
export function isHeadsTurn({
  kind,
  status,
  private: isPrivate,
  urgent,
  headTurn,
  dispatchedAt,
}: Pick<ListedOrder, 'kind' | 'status' | 'private' | 'urgent' | 'headTurn' | 'dispatchedAt'>): boolean {
  const isUnsent = status === 'submitted' && dispatchedAt === null;
  return kind === 'agency' && isUnsent && !isPrivate && !urgent && headTurn?.state === 'asked';
}

type KeptOrder = Pick<ListedOrder, 'kind' | 'private' | 'headTurn' | 'place' | 'worker' | 'secretary'>;

/** Somebody, and the courtyards whose head they are, where that is known. */
export interface MaybeHead {
  readonly personId: string;
  readonly headOf?: readonly string[];
}

/**
 * Whether somebody is the head who may know nothing of a private errand but that there is one: whoever was head of its
 * courtyard when it was made, and whoever is now; not from a head who is its grid worker or the secretary, who read it.
 */
export function isKeptFrom(
  { personId, headOf = [] }: MaybeHead,
  { kind, private: isPrivate, headTurn, place, worker, secretary }: KeptOrder,
): boolean {
  if (!isPrivate || [worker, secretary].some((party) => party?.personId === personId)) return false;
  if (headTurn?.head.personId === personId) return true;
  return kind === 'agency' && place.courtyardId !== undefined && headOf.includes(place.courtyardId);
}
