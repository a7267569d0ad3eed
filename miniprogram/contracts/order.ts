import type { AwardRefusal, ConfirmerView } from './award';
import type { GridColour, Hat } from './hat';
import type { WaitingLines } from './passbook';
import type { SuggestionView } from './suggestion';

export const orderKinds = ['service', 'agency', 'wish'] as const;
export type OrderKind = (typeof orderKinds)[number];

export const orderCategories = [
  'repair',
  'errand',
  'escort',
  'device',
  'family',
  'schooling',
  'birth',
  'legal',
  'counsel',
  'emergency',
  'registration',
  'hazard',
  'station',
  'wish',
  'other',
] as const;
export type OrderCategory = (typeof orderCategories)[number];

export const orderStatuses = ['submitted', 'dispatched', 'accepted', 'completed', 'closed'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** How a closed order ended. `unrated`: seven silent days; it counts as neither satisfied nor dissatisfied. */
export const orderOutcomes = [
  'solved',
  'unrated',
  'refused',
  'merged',
  'transferred',
  'cancelled',
  'impossible',
] as const;
export type OrderOutcome = (typeof orderOutcomes)[number];

/** Moves that a person makes. */
export const orderActions = [
  'dispatch',
  'accept',
  'decline',
  'release',
  'complete',
  'confirm',
  'reopen',
  'cancel',
  'refuse',
  'merge',
  'transfer',
  'remind',
  'join',
] as const;
export type OrderAction = (typeof orderActions)[number];

/** Moves that the clock makes (`jobs`). */
export const clockActions = ['warn', 'escalate', 'lapse', 'restore'] as const;
export type ClockAction = (typeof clockActions)[number];

export const visitTimes = ['today-afternoon', 'today-evening', 'saturday', 'any'] as const;
export type VisitTime = (typeof visitTimes)[number];

export const declineReasons = ['no-time', 'too-far', 'not-my-skill', 'unwell', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];
export const releaseReasons = ['something-came-up', 'cannot-reach', 'needs-a-professional', 'unwell', 'other'] as const;
export type ReleaseReason = (typeof releaseReasons)[number];
export const cancelReasons = ['no-longer-needed', 'solved-myself', 'entered-by-mistake', 'other'] as const;
export type CancelReason = (typeof cancelReasons)[number];
export const refuseReasons = ['not-ours', 'not-allowed', 'unclear', 'other'] as const;
export type RefuseReason = (typeof refuseReasons)[number];
export const ratingTags = ['on-time', 'patient', 'skilled', 'tidy', 'warm', 'late', 'careless'] as const;
export type RatingTag = (typeof ratingTags)[number];

/** A photo appears only after its content check. */
export interface PhotoView {
  readonly fileId: string;
  readonly state: 'checking' | 'shown' | 'hidden';
  /** Only when shown. */
  readonly url?: string;
}

/** One line of an order's trail. `note` is text that a person wrote; `count` how many were offered it. */
export interface TrailView {
  readonly at: string;
  readonly action: OrderAction | ClockAction | 'create';
  /** Absent for the clock and where the reader may not know. */
  readonly byName?: string;
  readonly hat?: Hat;
  readonly reason?: string;
  readonly note?: string;
  readonly count?: number;
  /** The same person did the same again so many times, the last time then. */
  readonly repeated?: { readonly count: number; readonly lastAt: string };
}

export interface PartyView {
  readonly name: string;
  /** Masked (`138 **** 0021`) unless the reader is the other party of an accepted order. */
  readonly phone?: string;
  /** The reader has the whole number, or may ask for it (`order.revealPhone`). */
  readonly mayCall: boolean;
}

/** An order in a list. Times are ISO strings. */
export interface OrderSummary {
  readonly orderId: string;
  /** Spoken over the phone: `2611-048372`. */
  readonly number: string;
  readonly kind: OrderKind;
  readonly category: OrderCategory;
  readonly status: OrderStatus;
  readonly outcome?: OrderOutcome;
  /** The resident's first words; `undefined` where the reader sees only “一项代办”. */
  readonly title?: string;
  readonly private: boolean;
  readonly source: 'card' | 'phone';
  readonly urgent: boolean;
  readonly placeName: string;
  readonly gridName: string;
  readonly colour?: GridColour;
  /** `alone`: 独居老人, shown only to those who serve them. */
  readonly requesterKind?: 'alone' | 'tenant' | 'resident';
  readonly when: VisitTime;
  readonly createdAt: string;
  /** Until the first dispatch: somebody is sent by then. */
  readonly dispatchBy?: string;
  /** Somebody accepts by then; set at the first dispatch and never moved by a return. */
  readonly acceptBy?: string;
  readonly late: boolean;
  readonly offered: number;
  readonly returns: number;
  readonly assigneeName?: string;
  /** The reader is no requester: they said that they need the same (算我一个). */
  readonly joined?: true;
  /** The requester typed a number that nobody has called yet: a call comes before anybody is sent. */
  readonly callFirst?: true;
  /** The requester said that it is not solved, and nobody has finished it since. */
  readonly unsolved?: true;
  readonly actions: readonly OrderAction[];
  readonly version: number;
}

export interface OrderView extends OrderSummary {
  readonly words?: string;
  readonly photos: readonly PhotoView[];
  readonly requester?: PartyView;
  readonly assignee?: PartyView;
  /** Who is asked at the moment; for staff. */
  readonly offeredNames?: readonly string[];
  /** The grid worker in charge, one tap away. */
  readonly worker?: { readonly name: string; readonly phone: string };
  /** Told to the requester alone; whoever did the work asks for it at the door. */
  readonly finishCode?: string;
  readonly evidence?: { readonly kind: EvidenceKind; readonly photos: readonly PhotoView[]; readonly note?: string };
  readonly rating?: {
    readonly stars: number;
    readonly tags: readonly RatingTag[];
    readonly words?: string;
    /** `call`: staff asked on the phone and entered it. */
    readonly via: 'requester' | 'call';
  };
  /** Of a completed order: whose word it waits for. */
  readonly confirmer?: ConfirmerView;
  /** Points that the confirmation moved to the member, where it moved any. */
  readonly award?: { readonly points: number; readonly entryId: string };
  /** Why the confirmation moved none. */
  readonly awardRefused?: AwardRefusal;
  readonly trail: readonly TrailView[];
  /** Silence closes a completed order at this time. */
  readonly lapsesAt?: string;
  /** The name of the reader's team, out of which they may name who goes (`order.suggest` says whom). */
  readonly team?: string;
}

export type EvidenceKind = 'photo' | 'code' | 'phone';
export type EvidenceInput =
  | { kind: 'photo'; fileIds: string[]; note?: string }
  | { kind: 'code'; code: string; note?: string }
  | { kind: 'phone'; note: string };

export const queueFilters = ['waiting', 'due', 'callback', 'inProgress'] as const;
export type QueueFilter = (typeof queueFilters)[number];

export interface OrderPage {
  readonly orders: readonly OrderSummary[];
  /** Hand it back as `cursor` for the next page; absent on the last. */
  readonly next?: string;
}

export interface QueuePage extends OrderPage {
  readonly counts: Readonly<Record<QueueFilter, number>>;
  /** The place has more open orders than were counted: each count is at least so many. */
  readonly countsAtLeast?: true;
}

type Move<Extra = unknown> = {
  input: { orderId: string; version: number; requestId: string } & Extra;
  output: OrderView;
};

export interface OrderApi {
  /** `token`: the card that placed her; without it the order goes to where she lives. */
  'order.create': {
    input: {
      category: OrderCategory;
      words: string;
      when: VisitTime;
      fileIds: string[];
      token?: string;
      placeId?: string;
      private?: boolean;
      requestId: string;
    };
    output: OrderView;
  };
  /** Staff take an order by phone for somebody who has no smartphone. */
  'order.intake': {
    input: {
      category: OrderCategory;
      words: string;
      when: VisitTime;
      name: string;
      phone: string;
      placeId: string;
      requestId: string;
    };
    output: OrderView;
  };
  /** An open order of the same courtyard and category in the last days, to be joined instead of doubled. */
  'order.findSimilar': {
    input: { category: OrderCategory; words?: string; token?: string; placeId?: string };
    output: { order?: { orderId: string; title: string; createdAt: string; version: number } };
  };
  'order.join': Move;
  'order.listMine': { input: { state: 'open' | 'closed'; cursor?: string }; output: OrderPage };
  'order.get': { input: { orderId: string }; output: OrderView };
  'order.listQueue': {
    input: { filter: QueueFilter; cursor?: string };
    output: QueuePage;
  };
  /** Open: what is offered to the member, and what they have accepted; closed: what they have done. */
  'order.listOffers': { input: { state: 'open' | 'closed'; cursor?: string }; output: OrderPage };
  'order.listWishes': { input: { cursor?: string }; output: OrderPage };
  /** The order whole: who decides on it reads its pictures, and why others said no, beside who could go. */
  'order.suggest': { input: { orderId: string }; output: { order: OrderView; suggestions: readonly SuggestionView[] } };
  /** `pool`: any member of the community may claim it (wishes). */
  'order.dispatch': Move<{ memberIds: string[]; pool?: boolean; note?: string }>;
  /** A team's captain names who goes; without it the actor goes. */
  'order.accept': Move<{ memberId?: string }>;
  'order.decline': Move<{ reason: DeclineReason; note?: string }>;
  'order.release': Move<{ reason: ReleaseReason; note?: string }>;
  'order.complete': Move<{ evidence: EvidenceInput }>;
  'order.confirm': Move<{ stars: number; tags: RatingTag[]; words?: string }>;
  'order.reopen': Move<{ words: string }>;
  'order.cancel': Move<{ reason: CancelReason; note?: string }>;
  'order.refuse': Move<{ reason: RefuseReason; note?: string }>;
  'order.merge': Move<{ intoId: string }>;
  'order.transfer': Move<{ to: string; note?: string }>;
  'order.remind': Move;
  /** The number of a party whom the reader may call; logged, and shown to its owner. */
  'order.revealPhone': {
    input: { orderId: string; party: 'requester' | 'assignee'; requestId: string };
    output: { name: string; phone: string };
  };
  'order.getDesk': { input: { list?: 'overdue' | 'returned' | 'reopened' }; output: DeskView };
}

/** The secretary's desk: what needs a hand today, then honest numbers of the month. */
export interface DeskView {
  /** `oldestHours`: since its requester asked. */
  readonly overdue: { readonly count: number; readonly oldestHours: number };
  readonly returned: { readonly count: number; readonly title?: string };
  readonly reopened: { readonly count: number; readonly title?: string };
  readonly waiting: WaitingLines;
  /** At most a page, of the list that was asked for. */
  readonly orders: readonly OrderSummary[];
  readonly month: {
    readonly until: string;
    readonly created: number;
    readonly solved: number;
    readonly unrated: number;
    readonly unsolved: number;
    /** Of those made: entered by staff who took a call. */
    readonly enteredByStaff: number;
    /** Of those solved: staff asked on the phone. */
    readonly confirmedByCall: number;
  };
  /** Six months, oldest first. */
  readonly months: readonly { readonly month: string; readonly created: number; readonly solved: number }[];
}
