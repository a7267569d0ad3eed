import type { VisitTime } from '../../../../miniprogram/contracts/order';
import type { Hat } from '../../../../miniprogram/contracts/hat';
import type { Community, Holder } from '../../place/community';
import type { PlaceRef } from '../../place/place';
import { rewardPolicyOf } from '../../reward/community-policy';
import { monthText } from '../../time/shanghai';
import { isPrivateOrder, madeCategory, traitsOf } from '../rules/categories';
import { handlersAfter } from '../rules/handlers';
import { firstTurn } from '../rules/head-turn';
import { withIndexFields } from './index-fields';
import type { CourtyardHead, Order, Party, Requester, StoredPhoto, TrailLine } from './order';
import { termsOf } from './terms';

/** What is asked for, by whom and where. */
export interface OrderDraft {
  readonly _id: string;
  /** One that the community offers. */
  readonly category: string;
  readonly words: string;
  readonly when: VisitTime;
  /** What the requester said; absent where they were not asked, so that the category decides. */
  readonly private?: boolean;
  readonly place: PlaceRef;
  readonly requester: Requester;
  readonly source: 'card' | 'phone';
  readonly photos: readonly StoredPhoto[];
  /** Four digits by chance. */
  readonly finishCode: string;
  /** Who entered it: the requester, or staff who took a call. */
  readonly by: { readonly personId: string; readonly name: string; readonly hat: Hat };
  readonly request: TrailLine['request'];
  /** See `OrderState`; absent where nothing is compared. */
  readonly duplicateKey?: string;
  /** Who holds the post of the courtyard's head; absent for nobody, and where nobody was asked for. */
  readonly head?: CourtyardHead;
}

/**
 * A new order as the community's roster and policy stand at `at`. It is a hand or a paper, as its category says; a wish
 * is what staff make of it (`rules/moves/reclassify.ts`).
 */
export function buildOrder(draft: OrderDraft, community: Community, at: Date): Order {
  const { by, request, head, ...rest } = draft;
  const grid = community.grids.find((one) => one.gridId === draft.place.gridId);
  const category = madeCategory(community.policy.order, draft.category);
  const line: TrailLine = {
    at,
    action: 'create',
    by: { personId: by.personId, name: by.name },
    hat: by.hat,
    reason: null,
    note: null,
    count: null,
    request,
  };
  const worker = partyOf(grid?.worker);
  const { kind } = category;
  const isPrivate = isPrivateOrder(category, draft.private);
  return withIndexFields({
    ...initialState,
    ...rest,
    ...firstTurn({ kind, private: isPrivate, requester: draft.requester, worker }, head),
    communityId: community._id,
    ...numberOf({ _id: draft._id, communityId: community._id }, at, 0),
    ...traitsOf(category),
    kind,
    private: isPrivate,
    urgent: category.emergency,
    worker,
    leader: partyOf(grid?.leader),
    secretary: partyOf(community.secretary),
    terms: termsOf(community.policy.order, rewardPolicyOf(community), category),
    branchName: community.branchName,
    createdAt: at,
    clockStartedAt: at,
    updatedAt: at,
    handlerIds: handlersAfter([], line),
    trail: [line],
  });
}

/** So many numbers a month has, and how far the next attempt lies: the two share no divisor. */
const numbers = 1_000_000;
const nextNumber = 104_729;

const initialState = {
  status: 'submitted',
  outcome: null,
  version: 1,
  revision: 1,
  verdicts: 0,
  promiseKept: false,
  dispatchedAt: null,
  acceptBy: null,
  warnedAt: null,
  escalation: 0,
  late: false,
  returns: 0,
  ruling: false,
  reopened: 0,
  pool: false,
  offers: [],
  capacity: 1,
  assignee: null,
  helpers: [],
  noShows: [],
  acceptedAt: null,
  stageClock: null,
  reachedAt: null,
  finishAttempts: 0,
  evidence: null,
  completedAt: null,
  closedAt: null,
  rating: null,
  award: null,
  joined: [],
  mergedInto: null,
  transferredTo: null,
  repeatRequests: [],
} as const;

/** A holder of a post as an order names them; null for a vacancy. */
export function partyOf(holder: Holder | undefined): Party | null {
  return holder ? { personId: holder.personId, name: holder.name, phone: holder.phone, openid: null } : null;
}

/** The same order under its number of this attempt, the one before it being another order's, and in these slots. */
export function renumbered(order: Order, attempt: number, slots: readonly string[] = order.slots ?? []): Order {
  return withIndexFields({ ...order, ...numberOf(order, order.createdAt, attempt), slots });
}

/** Spoken over the phone, `2611-048372`: year and month, then six digits out of the id. */
function numberOf({ _id, communityId }: Pick<Order, '_id' | 'communityId'>, at: Date, attempt: number) {
  const hash = Array.from(_id).reduce((sum, letter) => (sum * 67 + letter.charCodeAt(0)) % numbers, 7);
  const digits = String((hash + attempt * nextNumber) % numbers).padStart(6, '0');
  const number = `${monthText(at).slice(2).replace('-', '')}-${digits}`;
  return { number, numberKey: `${communityId}:${number}` };
}
