import type { AwardRefusal, ConfirmerView } from './award';
import type { GridColour, Hat } from './hat';
import type { WithheldParts } from './moderation';
import type { Skill } from './skill';
import type { BesideView } from './order-beside';
import type { EvidenceKind, PhotoView, RatingTag, VisitTime } from './order-reasons';

export * from './order-reasons';

export const orderKinds = ['service', 'agency', 'wish'] as const;
export type OrderKind = (typeof orderKinds)[number];

/** `outside`: somebody outside has it, such as the city's hotline, and their answer is waited for. */
export const orderStatuses = ['submitted', 'dispatched', 'accepted', 'completed', 'outside', 'closed'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/**
 * How a closed order ended. `unrated`: seven silent days; it counts as neither satisfied nor dissatisfied.
 * `unreachable`: done, and its requester, who has no WeChat, could never be asked.
 * `transferred`: somebody outside answered.
 */
export const orderOutcomes = [
  'solved',
  'unrated',
  'unreachable',
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
  'appoint',
  'arrive',
  'standBy',
  'complete',
  'confirm',
  'changeRating',
  'makePrivate',
  'reopen',
  'cancel',
  'refuse',
  'merge',
  'transfer',
  'recordAnswer',
  'reclassify',
  'relocate',
  'recordCall',
  'askRequester',
  'answerQuestion',
  'withdrawQuestion',
  'removeHelper',
  'leavePool',
  'remind',
  'join',
  'appealNoShow',
  'ruleNoShow',
] as const;
export type OrderAction = (typeof orderActions)[number];

/** Moves that the clock makes (`jobs`). */
export const clockActions = [
  'warn',
  'escalate',
  'lapse',
  'restore',
  'withdraw',
  'passOn',
  'relist',
  'expire',
  'noShow',
  'passSeat',
  'expireQuestion',
] as const;
export type ClockAction = (typeof clockActions)[number];

/** One line of a trail. `note`: a person's text; `count`: how many were offered it; `hat`: also who was told. */
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
  /** Its key in the community's list; what the reader may not see is `other`. */
  readonly category: string;
  /** What the community called it then; absent where the product's own name holds. */
  readonly categoryName?: string;
  readonly status: OrderStatus;
  readonly outcome?: OrderOutcome;
  /** The resident's first words; `undefined` where the reader sees only “一项代办”. */
  readonly title?: string;
  /** Somebody decides whether its words may be read by others, or decided that they may not. */
  readonly wordsWithheld?: true;
  readonly private: boolean;
  readonly source: 'card' | 'phone';
  readonly urgent: boolean;
  readonly placeName: string;
  readonly gridName: string;
  readonly colour?: GridColour;
  /** `alone`: 独居老人, shown only to those who serve them. */
  readonly requesterKind?: 'alone' | 'tenant' | 'resident';
  readonly when: VisitTime;
  /** '' in the line of a private errand that the courtyard's head reads, which says nothing else either. */
  readonly createdAt: string;
  /** Until the first dispatch: somebody is sent by then. */
  readonly dispatchBy?: string;
  /** Of a published wish: the red Saturday that it is for, `2026-11-28`. */
  readonly saturday?: string;
  /** Of an errand that waits for the courtyard's head: they vouch for it by then. */
  readonly vouchBy?: string;
  /** Somebody accepts by then; set at the first dispatch and never moved by a return. */
  readonly acceptBy?: string;
  readonly late: boolean;
  readonly reportedTo?: Hat;
  readonly offered: number;
  readonly returns: number;
  readonly assigneeName?: string;
  /** The reader is no requester: they said that they need the same (算我一个). */
  readonly joined?: true;
  /** The requester typed a number where nobody was reached yet: a call comes before anybody is sent. */
  readonly callFirst?: true;
  /** The office has a call to make: to such a number, or to ask somebody without WeChat whether it is solved. */
  readonly callDue?: true;
  /** Of an accepted order: whoever goes has done it by then. */
  readonly completeBy?: string;
  /** The requester said that it is not solved, and nobody has finished it since. */
  readonly unsolved?: true;
  /** Who outside has it, or had it; their answer is due by `answerBy`. */
  readonly transferredTo?: string;
  readonly answerBy?: string;
  /** Whoever does it asked the requester something, and every other clock stands still until then at the latest. */
  readonly replyBy?: string;
  /** How many do it together, accepted, and, for staff, are promised a seat; absent of an order for one. */
  readonly seats?: { readonly capacity: number; readonly held: number; readonly kept?: number };
  /** When the reader comes; to everybody else, when the next of those who come is there. */
  readonly appointment?: AppointmentView;
  /** The reader said that they are at the door. */
  readonly arrived?: true;
  /** A seat is kept for the reader until then. */
  readonly keptUntil?: string;
  /** The reader waits for a seat: 1 is asked next. */
  readonly waitingPlace?: number;
  readonly actions: readonly OrderAction[];
  readonly version: number;
}

/** Hours of one day, as ISO times. */
export interface AppointmentView {
  readonly from: string;
  readonly until: string;
}

/** One of several who do an order together. */
export interface HelperView extends PartyView {
  /** For whoever may ask for their number. */
  readonly personId?: string;
  readonly appointment?: AppointmentView;
  readonly arrived?: true;
  /** They have done their part. */
  readonly evidence?: OrderView['evidence'];
}

/** Somebody had said when they come, and did not. */
export interface NoShowView extends AppointmentView {
  readonly personId: string;
  readonly name: string;
  readonly appeal?: {
    readonly words: string;
    readonly at: string;
    readonly ruling?: { readonly lifted: boolean; readonly reason: string; readonly at: string };
  };
}

export interface OrderView extends OrderSummary, WithheldParts, BesideView {
  /** What the reader wrote on it and may black out; absent for none. `part` names it in the call. */
  readonly ownTexts?: readonly { readonly part: string; readonly text: string }[];
  readonly words?: string;
  /** What whoever goes should be able to do, where its category's key does not say it. */
  readonly skill?: Skill;
  /** Of a wish: what it may cost. */
  readonly wishYuan?: number;
  /** What everybody else reads of it, for those who read the requester's own words. */
  readonly publicWords?: string;
  readonly photos: readonly PhotoView[];
  readonly requester?: PartyView;
  /** With whom they are, for staff alone. */
  readonly assignee?: PartyView & { readonly personId?: string };
  /** Who is asked at the moment; for staff. */
  readonly offeredNames?: readonly string[];
  /** The end of the number of each of these, '' for whose name no other one has; absent where all names differ. */
  readonly offeredPhoneEnds?: readonly string[];
  /** All who do it together, the first one as `assignee`, too; absent of an order for one. */
  readonly helpers?: readonly HelperView[];
  /** Who waits for a seat, in their order; for staff. */
  readonly waitingNames?: readonly string[];
  /** For staff; to everybody else, what is recorded of themselves. */
  readonly noShows?: readonly NoShowView[];
  /** The grid worker in charge. */
  readonly worker?: { readonly name: string; readonly phone: string };
  /** Whom one rings about it at this moment, as a card's large button does; where the order is read. */
  readonly call?: { readonly to: 'worker' | 'duty'; readonly name: string; readonly phone: string };
  /** Told to the requester alone; whoever did the work asks for it at the door. */
  readonly finishCode?: string;
  readonly evidence?: { readonly kind: EvidenceKind; readonly photos: readonly PhotoView[]; readonly note?: string };
  readonly rating?: {
    readonly stars: number;
    readonly tags: readonly RatingTag[];
    readonly words?: string;
    /** `call`: staff asked on the phone and entered it. */
    readonly via: 'requester' | 'call';
    /** It is not the first one that they gave. */
    readonly changed?: true;
  };
  /** What somebody outside answered. */
  readonly answer?: string;
  /** What the requester is asked, while their answer is waited for. */
  readonly question?: { readonly words: string; readonly byName: string; readonly at: string };
  /** Why the reader was taken off it. */
  readonly removedFor?: string;
  /** Of a completed order: whose word it waits for. */
  readonly confirmer?: ConfirmerView;
  /** Points that the confirmation moved to the member, where it moved any. */
  readonly award?: { readonly points: number; readonly entryId: string };
  /** Why the confirmation moved none. */
  readonly awardRefused?: AwardRefusal;
  readonly trail: readonly TrailView[];
  /** Before the first dispatch, for who may make it: hours that there are to accept from then on. */
  readonly acceptWithinHours?: number;
  /** The same in days, or in working days: whichever holds instead. */
  readonly acceptWithinDays?: number;
  readonly acceptWithinWorkingDays?: number;
  /** Working days were to be counted, and the public holidays of this year are not published: hours hold. */
  readonly calendarUnknown?: number;
  /** Of an order in hand or outside whose working days could not be counted: so many plain days hold. */
  readonly plainDays?: number;
  /** Somebody without WeChat is asked on the phone by then whether it is solved. */
  readonly callBy?: string;
  /** Silence closes a completed order at this time, of which its requester was asked. */
  readonly lapsesAt?: string;
  /** The name of the reader's team, out of which they may name who goes (`order.suggest` says whom). */
  readonly team?: string;
}

export const queueFilters = ['waiting', 'late', 'due', 'callback', 'inProgress'] as const;
export type QueueFilter = (typeof queueFilters)[number];

export interface OrderPage {
  readonly orders: readonly OrderSummary[];
  /** Hand it back as `cursor` for the next page; absent on the last. */
  readonly next?: string;
}

/** As what a text was read by which orders are looked for. */
export const searchKinds = ['number', 'day', 'phone', 'name', 'words', 'filter'] as const;
export type SearchKind = (typeof searchKinds)[number];

export interface SearchPage {
  readonly by: SearchKind;
  /** With whoever asked, where the reader may know. */
  readonly orders: readonly (OrderSummary & { readonly requesterName?: string })[];
  /** In which month words were looked for. */
  readonly month?: string;
  readonly next?: string;
}

export interface QueuePage extends OrderPage {
  readonly counts: Readonly<Record<QueueFilter, number>>;
  /** The place has more open orders than were counted: each count is at least so many. */
  readonly countsAtLeast?: true;
}
