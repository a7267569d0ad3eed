import type { SearchFilterInput } from './brief';
import type { CallerHome } from './caller-home';
import type { NewsToTell } from './order-beside';
import type { DeskView } from './desk';
import type { GridChoice } from './enrolment';
import type { NeedDay, NeedsPage } from './need';
import type {
  EvidenceInput,
  OrderKind,
  OrderPage,
  OrderSummary,
  OrderView,
  QueueFilter,
  QueuePage,
  SearchPage,
  VisitTime,
} from './order';
import type { HideReason, PublicPartsPage, PublicPartsView, Rectangle } from './moderation';
import type { PublicPreview } from './public-preview';
import type {
  CallResult,
  CancelReason,
  DeclineReason,
  PhotoView,
  RatingTag,
  RefuseReason,
  ReleaseReason,
} from './order-reasons';
import type { SuggestionView } from './suggestion';

type Move<Extra = unknown> = {
  input: { orderId: string; version: number; requestId: string } & Extra;
  output: OrderView;
};

export interface OrderApi {
  /** `token`: the card that placed her; without it the order goes to where she lives. */
  'order.create': {
    input: {
      category: string;
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
      category: string;
      words: string;
      when: VisitTime;
      name: string;
      phone: string;
      placeId: string;
      /** Said by the caller; without it the category decides. */
      private?: boolean;
      /** Makes another one although an open order of the number and courtyard says the same (`DUPLICATE_ORDER`). */
      anyway?: boolean;
      requestId: string;
    };
    output: OrderView;
  };
  /**
   * An open order of the same courtyard and category: the caller's own, or a neighbour's of the last days, to be joined
   * instead of doubled.
   */
  'order.findSimilar': {
    input: { category: string; words?: string; token?: string; placeId?: string };
    output: { order?: { orderId: string; title: string; createdAt: string; version: number; own?: boolean } };
  };
  /**
   * For staff: open orders of a number and of a courtyard, as who writes down a call asks; with `orderId`, those that
   * this order could be merged into, which stands alone. `words`, the beginning of a courtyard's plate or of a name,
   * and the number find where the caller lives: courtyards and homes that the reader's hat reaches.
   */
  'order.findDuplicates': {
    input: { phone?: string; placeId?: string; orderId?: string; words?: string };
    output: {
      orders: readonly (OrderSummary & { readonly sameNumber: boolean })[];
      homes?: readonly CallerHome[];
    };
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
  'order.suggest': {
    input: { orderId: string; cursor?: string };
    output: { order: OrderView; suggestions: readonly SuggestionView[]; next?: string };
  };
  /** `pool`: any member of the community may claim it (wishes). */
  'order.dispatch': Move<{
    memberIds: string[];
    pool?: boolean;
    note?: string;
    /** How many are to do it together; without it as many as before, at first one. */
    capacity?: number;
  }>;
  /** A team's captain names who goes; without it the actor goes. */
  'order.accept': Move<{ memberId?: string }>;
  'order.decline': Move<{ reason: DeclineReason; note?: string }>;
  'order.release': Move<{ reason: ReleaseReason; note?: string }>;
  /** At which hours of which day the caller comes: two ISO times with their offset. */
  'order.appoint': Move<{ from: string; until: string }>;
  /** The caller is at the door. */
  'order.arrive': Move;
  /** The caller would come if a seat got free. */
  'order.standBy': Move;
  /** The caller is said not to have come: how it was. */
  'order.appealNoShow': Move<{ words: string }>;
  'order.ruleNoShow': Move<{ personId: string; lifted: boolean; reason: string }>;
  'order.complete': Move<{ evidence: EvidenceInput }>;
  /** `stars` 0: it is solved, and no star was given. */
  'order.confirm': Move<{ stars: number; tags: RatingTag[]; words?: string }>;
  /** Another rating in the place of the first, for some days. */
  'order.changeRating': Move<{ stars: number; tags: RatingTag[]; words?: string }>;
  /** From now on nobody but those who serve the requester reads it. */
  'order.makePrivate': Move;
  'order.reopen': Move<{ words: string }>;
  'order.cancel': Move<{ reason: CancelReason; note?: string }>;
  'order.refuse': Move<{ reason: RefuseReason; note?: string }>;
  'order.merge': Move<{ intoId: string }>;
  'order.transfer': Move<{ to: string; note?: string }>;
  /** What they answered to whom it was transferred; it ends the order. */
  'order.recordAnswer': Move<{ answer: string }>;
  /**
   * Triage: what it is about, how urgent, a hand or a paper or a wish, before anybody is sent. `wish`: what it may
   * cost, and what everybody reads of it, without a name or a door.
   */
  'order.reclassify': Move<{
    category: string;
    kind: OrderKind;
    urgent: boolean;
    private?: boolean;
    wish?: { valueYuan: number; words: string };
    note?: string;
  }>;
  /** A wrong courtyard corrected: it goes to whoever looks after the right one. */
  'order.relocate': Move<{ placeId: string; note?: string }>;
  /** Staff called the requester. */
  'order.recordCall': Move<{ result: CallResult }>;
  /** The requester is asked something, and the clock stops until they answer. */
  'order.askRequester': Move<{ words: string }>;
  /** The requester's answer, or what they said on the phone. */
  'order.answerQuestion': Move<{ words: string }>;
  /** Nobody waits for the answer any more. */
  'order.withdrawQuestion': Move;
  /** Staff take somebody off it who gets no further. */
  'order.removeHelper': Move<{ personId: string; reason: string }>;
  /** Nobody may claim it any more. */
  'order.leavePool': Move;
  'order.remind': Move;
  /** `paper`: its place in the checklist, from 0. */
  'order.tickPaper': {
    input: { orderId: string; paper: number; done: boolean; requestId: string };
    output: OrderView;
  };
  /** Whom staff have to ring, since no message reaches them, and what to tell them; the longest waiting first. */
  'order.listNews': {
    input: { cursor?: string };
    output: { orders: readonly NewsToTell[]; next?: string };
  };
  /** They were told all of it. */
  'order.recordTold': { input: { orderId: string; personId?: string; requestId: string }; output: OrderView };
  /**
   * The number of a party whom the reader may call; logged, and shown to its owner. `personId`: which one of several
   * who do it together; absent for the first.
   */
  'order.revealPhone': {
    input: { orderId: string; party: 'requester' | 'assignee'; personId?: string; requestId: string };
    output: { name: string; phone: string };
  };
  /** What waits for a person to decide if others read it; with `orderId`, all that others may read of one order. */
  'order.listWithheld': { input: { orderId?: string; cursor?: string }; output: PublicPartsPage };
  /** Staff show or hide a part of an order. `reason`: of who hides. */
  'order.moderate': {
    input: { orderId: string; part: string; show: boolean; reason?: HideReason; words?: string; requestId: string };
    output: PublicPartsView;
  };
  /** Its author asks, once, that somebody else decides. */
  'order.appealHidden': {
    input: { orderId: string; part: string; words: string; requestId: string };
    output: OrderView;
  };
  /** Whoever wrote a text of an order (`ownTexts` of its view) blacks it out for good, wherever it stands there. */
  'order.blackOutWords': { input: { orderId: string; part: string; requestId: string }; output: OrderView };
  /** Blacks out parts of a photo for good: the file before is deleted. */
  'order.redactPhoto': {
    input: { orderId: string; fileId: string; rectangles: Rectangle[]; requestId: string };
    output: { photo: PhotoView };
  };
  /** What members would read of it in the pool, before it is put there. */
  'order.previewPublic': { input: { orderId: string; capacity?: number }; output: PublicPreview };
  'order.getDesk': { input: { list?: 'overdue' | 'returned' | 'reopened'; cursor?: string }; output: DeskView };
  /** The needs ledger of the hat's place; without a day, today's day of the week. */
  'order.listNeeds': { input: { day?: NeedDay; cursor?: string }; output: NeedsPage };
  /**
   * Any order that the hat reaches, closed ones included. `words`: an order's number, a day (`2026-11-28`), a
   * requester's phone number, or how their name begins; with `as`, words that an order holds. The filter narrows, or
   * stands alone. `grids`: those of the hat, to narrow by.
   */
  'order.search': {
    input: { words?: string; as?: 'words'; cursor?: string } & SearchFilterInput;
    output: SearchPage & { grids: readonly GridChoice[] };
  };
}
