import type { Hat } from '../../../../miniprogram/contracts/hat';
import type {
  ClockAction,
  OrderAction,
  OrderKind,
  OrderOutcome,
  OrderStatus,
  RatingTag,
  VisitTime,
} from '../../../../miniprogram/contracts/order';
import type { PlaceRef } from '../../place/place';
import type { Outbox } from '../../message/outbox';
import { collection } from '../../platform/database';
import type { RequestRecord } from '../../platform/request';
import type { BesideMoves } from './beside';
import type { HeadTurn, PublishedWish } from './of-kinds';
import type { Question } from './question';
import type { Assignee, Award, Evidence, Helper, NoShow, Party, StoredPhoto } from './seat';
import { caseRequests, type Moderated } from '../../moderation/rules/case';
import type { CategoryTraits } from '../rules/categories';
import type { Redaction } from './redaction';
import type { OrderTerms } from './terms';
import type { WishTerms } from './wish-terms';

export type { CourtyardHead, HeadTurn, PublishedWish } from './of-kinds';
export * from './question';
export * from './seat';

export interface Requester extends Party {
  readonly kind: 'alone' | 'tenant' | 'resident';
  /** False for a number that was only typed: nobody but whoever typed it vouches for it. */
  readonly verified: boolean;
}

/** A neighbour who needs the same: joined, or asked in an order that was merged into this one. */
export interface Follower extends Party {
  /** The order that they asked in: what they asked for is solved when they do not say otherwise. */
  readonly mergedFrom?: string;
}

/**
 * `waiting`: would come if a seat got free. `released`: was accepted and given back. `removed`: was accepted, and staff
 * took it back. `absent`: was accepted, and nobody came. `lapsed`: somebody else was faster, or the order ended.
 */
export type OfferState = 'open' | 'waiting' | 'declined' | 'accepted' | 'released' | 'removed' | 'absent' | 'lapsed';
export interface Offer extends Party {
  readonly at: Date;
  readonly state: OfferState;
  readonly reason: string | null;
  /** Handed over to a post (代办): whoever accepts it does it by post. */
  readonly byPost?: true;
  /** A seat got free for somebody who waited for one: it is kept for them until then. */
  readonly keptUntil?: Date;
}

export interface Rating {
  readonly stars: number;
  readonly tags: readonly RatingTag[];
  readonly words: string | null;
  /** `call`: staff asked on the phone and entered it for somebody without WeChat. */
  readonly via: 'requester' | 'call';
  /** When another rating took the place of the first, which had stars, 1 to 5; a nod alone has 0. */
  readonly changedAt?: Date;
}

export interface TrailLine {
  readonly at: Date;
  readonly action: OrderAction | ClockAction | 'create';
  /** Null for the clock. */
  readonly by: { readonly personId: string; readonly name: string } | null;
  readonly hat: Hat | null;
  readonly reason: string | null;
  /** Text that a person wrote. */
  readonly note: string | null;
  /** How many people a dispatch offered it to. */
  readonly count: number | null;
  /** The request that made the move; null for the clock, and for what was entered without one. */
  readonly request: RequestRecord | null;
  /** How often the same person made the same quiet move again, and when last: it is counted, not listed. */
  readonly repeated?: { readonly count: number; readonly lastAt: Date };
}

/** The clock of the stage that an order is in: being done, then waiting for its requester's word; or outside. */
export interface StageClock {
  readonly startedAt: Date;
  /** Its end, where working days count; absent where the days of the terms do. */
  readonly until?: Date;
  /** Working days were to count, and the public holidays of this year are not published: plain days do. */
  readonly calendarUnknown?: number;
  readonly warnedAt: Date | null;
  /** How far this stage has escalated: 1 grid worker, 2 grid leader, 3 secretary. */
  readonly escalation: number;
}

/** What queries need, derived from the rest at every write (`keysOf`). */
export interface OrderIndexFields {
  /** Sorts by creation and is unique: `timeKey(createdAt, _id)`. */
  readonly createdKey: string;
  readonly closed: boolean;
  /** Sorts by urgency and age, and is unique (`rules/urgency.ts`). */
  readonly rankKey: string;
  /** Whose turn it is, or whose work it was: open offers, then whoever accepted. */
  readonly responsibleIds: readonly string[];
  /** The community and every place above it: one index serves each hat's queue. */
  readonly scopes: readonly string[];
  /** The requester and whoever joined. */
  readonly followers: readonly string[];
  /** In the pool, for any member to claim. */
  readonly claimable: boolean;
  /** On the secretary's desk: overdue in whatever it waits for, to be ruled, or reopened. */
  readonly needsAttention: boolean;
  /** A person has to decide whether others read some part of it. */
  readonly awaitsModeration: boolean;
  /** When `jobs` must look at it next; null when never. */
  readonly dueAt: Date | null;
  /** Sorts by `dueAt` and is unique: `timeKey(dueAt, _id)`; null when never. */
  readonly dueKey: string | null;
  /** Month of creation in Asia/Shanghai, `2026-11`. */
  readonly month: string;
  /** The two-character terms of its words, by which staff find it within a month (`lists/word-pairs.ts`). */
  readonly wordPairs: readonly string[];
  /**
   * Every request that made or moved it, in a unique index: a `requestId` serves one order
   * (docs/adr/0025-one-request-one-write.md). Beside them its number, its slots and, while it is open, its
   * `duplicateKey`, unique by the same index.
   */
  readonly requests: readonly string[];
  /** Content checks whose verdict is awaited, and where somebody is to be told of it (`newsTrace`). */
  readonly traces: readonly string[];
}

/** An order without its keys: what the rules read and write. */
export interface OrderState extends CategoryTraits, Moderated, BesideMoves {
  readonly _id: string;
  readonly communityId: string;
  /** `2611-048372`: no other order of the community and month has it. */
  readonly number: string;
  /** Community and number, as the unique index has it. Absent from orders that were made before numbers were in it. */
  readonly numberKey?: string;
  /**
   * What it takes of the day's limits: `newcomer:p1:2026-11-28:3`. Absent from orders that were made before there were
   * limits.
   */
  readonly slots?: readonly string[];
  /**
   * What makes it the same as another: number, courtyard and words of a call, or station and trouble. No two open
   * orders have one key. Absent where nothing was compared; null once it was sent out anew.
   */
  readonly duplicateKey?: string | null;
  readonly kind: OrderKind;
  /** Its key in the community's list, which never loses one (`rules/categories.ts`). */
  readonly category: string;
  readonly words: string;
  readonly private: boolean;
  readonly source: 'card' | 'phone';
  readonly urgent: boolean;
  readonly when: VisitTime;
  readonly place: PlaceRef;
  readonly requester: Requester;
  /** Who holds the grid's posts (`successors.ts` follows the roster); null for a vacancy. */
  readonly worker: Party | null;
  readonly leader: Party | null;
  readonly secretary: Party | null;
  /** Of an errand in a courtyard with a head: who vouches for it first. Absent where nobody does. */
  readonly headTurn?: HeadTurn;
  /** Of a wish that was published: for which Saturday. Absent before. */
  readonly published?: PublishedWish;
  readonly terms: OrderTerms;
  /** What triage made of a wish; null once it is none any more, absent from what never was one. */
  readonly wish?: WishTerms | null;
  /** Whose passbooks an award goes into. */
  readonly branchName: string;
  readonly photos: readonly StoredPhoto[];
  /** How many verdicts on its photos came in; they are no moves and leave the version alone. */
  readonly verdicts: number;
  readonly status: OrderStatus;
  readonly outcome: OrderOutcome | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Counts the moves that somebody decides on, its making included; a quiet one leaves it as it is. */
  readonly version: number;
  /** Counts every move: the write of a move only happens to the revision that was read. */
  readonly revision: number;
  /**
   * From when on somebody is to be sent: its making, or its return after a completion, since a promise that was kept
   * stays kept.
   */
  readonly clockStartedAt: Date;
  /** It was completed since this clock started: what is sent again gets a clock of its own. */
  readonly promiseKept: boolean;
  /** The first dispatch of this clock: it starts the time to accept, and no return before a completion moves it. */
  readonly dispatchedAt: Date | null;
  readonly acceptBy: Date | null;
  /**
   * Terms count working days, and this year’s public holidays were not published: the hours hold. Absent, or null,
   * where nothing was missing.
   */
  readonly calendarUnknown?: number | null;
  readonly warnedAt: Date | null;
  /** How far it has escalated: 1 grid worker, 2 grid leader, 3 secretary. */
  readonly escalation: number;
  readonly late: boolean;
  readonly returns: number;
  /** Returned so often that only the secretary dispatches. */
  readonly ruling: boolean;
  readonly reopened: number;
  readonly pool: boolean;
  /** Those who wait for a seat stand in the order in which they came. */
  readonly offers: readonly Offer[];
  /** How many may do it together. */
  readonly capacity: number;
  /** Whoever does it; the first of those who do it together, beside whom the others are `helpers`. */
  readonly assignee: Assignee | null;
  readonly helpers: readonly Helper[];
  /** Who had said when they come, and did not; the oldest first. */
  readonly noShows: readonly NoShow[];
  readonly acceptedAt: Date | null;
  /** What its requester is asked: until they answer, no other clock runs. Absent, or null, for nothing. */
  readonly question?: Question | null;
  /** How long the clock stood still for answers, all questions together; absent before the first. */
  readonly askedMs?: number;
  /** Null unless in hand or outside; until then `clockStartedAt` and `dispatchedAt` are where its clock begins. */
  readonly stageClock: StageClock | null;
  /** When staff last reached the requester on the phone; null before. */
  readonly reachedAt: Date | null;
  /**
   * Days of Shanghai on which staff called about what is completed and reached nobody; absent before the first such
   * call, and no longer than `terms.callTries`.
   */
  readonly triedOn?: readonly string[];
  readonly finishCode: string;
  readonly finishAttempts: number;
  /** The calls that gave a wrong code, so that none is counted twice; absent before the first, bounded. */
  readonly wrongCodes?: readonly RequestRecord[];
  readonly evidence: Evidence | null;
  readonly completedAt: Date | null;
  readonly closedAt: Date | null;
  readonly rating: Rating | null;
  /** Null until it is confirmed, and where its terms award nothing. */
  readonly award: Award | null;
  /** What its confirmation did to the courtyard book of the head who vouched for it; absent where nobody did. */
  readonly vouching?: { readonly personId: string; readonly name: string; readonly award: Award };
  readonly joined: readonly Follower[];
  readonly mergedInto: string | null;
  readonly transferredTo: string | null;
  /** Absent where nobody outside had it, and from orders that were closed by being transferred. */
  readonly transferredAt?: Date;
  /** What somebody outside answered; absent before. */
  readonly answer?: string;
  /** Who took it in, dispatched it, passed it on or did it: none of them confirms it on the phone (S2-14). */
  readonly handlerIds: readonly string[];
  readonly trail: readonly TrailLine[];
  /** The last requests that made a quiet move again, which have no line of their own. */
  readonly repeatRequests: readonly RequestRecord[];
  /** Photographs of which a part was blacked out, the last ones; absent where none ever was. */
  readonly redactions?: readonly Redaction[];
}

export interface Order extends OrderState, OrderIndexFields, Outbox {}

export const orders = collection<Order>('orders');

/** The requests that made and moved an order. */
export function requestsOf({
  trail,
  repeatRequests,
  cases,
  redactions = [],
}: Pick<OrderState, 'trail' | 'repeatRequests' | 'cases' | 'redactions'>): readonly RequestRecord[] {
  return [
    ...trail.flatMap(({ request }) => request ?? []),
    ...repeatRequests,
    ...caseRequests(cases ? { cases } : {}),
    ...redactions.map(({ request }) => request),
  ];
}

/** What a confirmation moved; null where it moved nothing. */
export function paidAward({ award }: Pick<OrderState, 'award'>): Extract<Award, { entryId: string }> | null {
  return award && 'entryId' in award ? award : null;
}

/** Fields that no line of a list needs; a list is read without them. */
export const unlisted = [
  'photos',
  'evidence',
  'rating',
  'traces',
  'requests',
  'wordPairs',
  'trail',
  'repeatRequests',
  'redactions',
  'ticks',
  'outbox',
] as const;
export type ListedOrder = Omit<Order, (typeof unlisted)[number]>;

/** The same orders, as lists read them. */
export const listedOrders = collection<ListedOrder>('orders');
