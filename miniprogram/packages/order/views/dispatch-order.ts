/** An order of which staff choose who goes. */
import { limits } from '../../../contracts/limits';
import {
  callResults,
  type CallResult,
  type OrderAction,
  type OrderSummary,
  type OrderView,
} from '../../../contracts/order';
import { groupedPhone } from '../../../contracts/written-phone';
import type { Choice } from '../../../text/choice';
import { joinParts } from '../../../text/join';
import { mustCallFirst } from '../../../text/order/dispatch';
import { callPartyText, categoryName, orderTitle, requesterName, visitTimeLine } from '../../../text/order/names';
import { callChoices } from '../../../text/order/reasons';
import { chosenOf, offeredOf, type Candidate } from './dispatch';
import { actionButtons, ownWords, type ActionButton } from './parts';
import { shownPhoto, type ShownPhoto } from './photos';
import { trailSteps, type Step } from './steps';
import {
  askedLine,
  capacityChoices,
  dispatchHint,
  dispatchLabel,
  notDispatchable,
  offerLabel,
  requesterHint,
  waitedLine,
} from '../text/dispatch-page';

export interface DispatchOrder {
  readonly orderId: string;
  readonly version: number;
  readonly tag: string;
  readonly waited: string;
  readonly title: string;
  readonly words: string;
  readonly line: string;
  readonly photos: readonly ShownPhoto[];
  readonly requester: {
    readonly name: string;
    readonly phone: string;
    readonly hint: string;
    readonly mayCall: boolean;
    readonly text: string;
  } | null;
  /** Whose answer is waited for. */
  readonly asked: string;
  /** Who sent it back, and why. */
  readonly returned: readonly Step[];
  /** Why nobody is chosen here now; '' where somebody may be. */
  readonly instead: string;
  /** What may have come of the call that comes before anybody is chosen; none where none comes before. */
  readonly calls: readonly Choice<CallResult>[];
  /** By when somebody has to accept; '' before the first dispatch, and how long they have from then on. */
  readonly acceptBy: string;
  readonly acceptWithinHours: number;
  readonly acceptWithinDays: number;
  readonly acceptWithinWorkingDays: number;
  /** A wish that may be shown to whoever fulfils it. */
  readonly isWish: boolean;
  /** How many may go together: several where a hand is lent. */
  readonly capacity: number;
  readonly capacities: readonly Choice[];
  readonly others: readonly ActionButton[];
}

const otherActions: readonly OrderAction[] = ['reclassify', 'relocate', 'merge', 'transfer', 'refuse'];
/** An emergency is dispatched while somebody calls. */
const urgentActions: readonly OrderAction[] = ['recordCall', ...otherActions];

const returnActions: readonly OrderView['trail'][number]['action'][] = ['decline', 'release'];

function requester(order: OrderView): DispatchOrder['requester'] {
  if (order.requester === undefined) return null;
  const { name, phone = '', mayCall } = order.requester;
  return { name, phone: groupedPhone(phone), hint: requesterHint(order), mayCall, text: callPartyText(name) };
}

export function dispatchOrder(order: OrderView, nowMs: number): DispatchOrder {
  const { orderId, version, placeName, requesterKind, acceptBy = '', acceptWithinHours = 0, kind } = order;
  const { acceptWithinDays = 0, acceptWithinWorkingDays = 0 } = order;
  const isCallFirst = mustCallFirst(order);
  const returns = order.trail.filter(({ action }) => returnActions.includes(action));
  return {
    orderId,
    version,
    tag: categoryName(order),
    waited: waitedLine(order, nowMs),
    title: orderTitle(order),
    words: ownWords(order),
    line: joinParts(
      placeName,
      requesterKind && requesterName(requesterKind),
      visitTimeLine(order.when, order.createdAt, nowMs),
    ),
    photos: order.photos.map(shownPhoto),
    requester: requester(order),
    asked: askedLine(order),
    returned: trailSteps({ ...order, trail: returns }),
    instead: notDispatchable(order),
    calls: isCallFirst ? callChoices(callResults) : [],
    acceptBy,
    acceptWithinHours,
    acceptWithinDays,
    acceptWithinWorkingDays,
    isWish: kind === 'wish' && !order.private,
    capacity: order.seats?.capacity ?? 1,
    capacities: kind === 'service' ? capacityChoices(order.seats) : [],
    others: actionButtons(order, order.callDue && !isCallFirst ? urgentActions : otherActions),
  };
}

/** Open orders that this one could be the same as, in the order in which the cloud names them. */
export function mergeChoices(order: DispatchOrder, others: readonly OrderSummary[]): Choice[] {
  return others.map((other) => ({
    value: other.orderId,
    text: joinParts(
      orderTitle(other),
      categoryName(other) === order.tag ? undefined : categoryName(other),
      other.placeName,
    ),
  }));
}

/** Two are asked at once unless more are to go together: whoever accepts first goes. */
const offeredCount = 2;

/** Whom the button asks: whoever was chosen; on the list's first page, before anybody was, those whom it names. */
export function askedOf(candidates: readonly Candidate[], { capacity, isFirstPage }: AskedList): readonly Candidate[] {
  const chosen = chosenOf(candidates);
  if (chosen.length > 0 || !isFirstPage) return chosen;
  return offeredOf(candidates, Math.min(Math.max(capacity, offeredCount), limits.dispatchMembers));
}

interface AskedList {
  /** How many are to go together. */
  readonly capacity: number;
  readonly isFirstPage: boolean;
}

export function dispatchButton(candidates: readonly Candidate[], asked: readonly Candidate[]): string {
  const chosen = chosenOf(candidates);
  return chosen.length > 0 ? dispatchLabel(chosen) : offerLabel(asked);
}

export function dispatchNote(
  promise: Pick<DispatchOrder, 'acceptBy' | 'acceptWithinHours' | 'acceptWithinDays' | 'acceptWithinWorkingDays'>,
  asked: readonly Candidate[],
  { capacity, nowMs }: { readonly capacity: number; readonly nowMs: number },
): string {
  return dispatchHint(asked.length, { ...promise, capacity }, nowMs);
}
