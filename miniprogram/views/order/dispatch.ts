/** Choosing who goes: the order, and those who could. */
import {
  callResults,
  type CallResult,
  type OrderAction,
  type OrderSummary,
  type OrderView,
} from '../../contracts/order';
import type { SuggestionReason, SuggestionView } from '../../contracts/suggestion';
import type { Choice } from '../../text/choice';
import { joinParts } from '../../text/join';
import { callChoices } from '../../text/order/reasons';
import {
  assignLabel,
  capacityChoices,
  captainLine,
  dispatchHint,
  dispatchLabel,
  freeLine,
  loadLine,
  mustCallFirst,
  notDispatchable,
  requesterHint,
  suggestionReason,
  teamBadge,
  waitedLine,
} from '../../text/order/dispatch';
import {
  askedLine,
  callPartyText,
  categoryName,
  orderTitle,
  requesterName,
  visitTimeLine,
} from '../../text/order/names';
import { actionButtons, ownWords, type ActionButton } from './parts';
import { shownPhoto, type ShownPhoto } from './photos';
import { trailSteps, type Step } from './steps';
import { writtenPhone } from '../../contracts/written-phone';

export interface Candidate {
  readonly memberId: string;
  readonly name: string;
  /** In the place of a picture; '' for a person. */
  readonly badge: string;
  readonly load: string;
  readonly reasons: readonly { readonly text: string; readonly tone: 'good' | 'warning' }[];
  readonly chosen: boolean;
}

export const noCandidate: Candidate = { memberId: '', name: '', badge: '', load: '', reasons: [], chosen: false };

/** A little load says nothing about anybody where most have it. */
function isLoadTelling(views: readonly SuggestionView[]): boolean {
  const people = views.filter(({ team }) => team === undefined);
  const little = people.filter(({ reasons }) => reasons.some(({ reason }) => reason === 'little-load'));
  return little.length * 2 <= people.length;
}

/** Who could go, each with what speaks for and against them. */
export function candidatesOf(
  views: readonly SuggestionView[],
  order: OrderSummary & Pick<OrderView, 'skill'>,
): Candidate[] {
  const hidden: SuggestionReason | undefined = isLoadTelling(views) ? undefined : 'little-load';
  return views.map((view) => candidate(view, order, hidden));
}

function candidate(
  view: SuggestionView,
  order: Parameters<typeof candidatesOf>[1],
  hidden: SuggestionReason | undefined,
): Candidate {
  const { memberId, team } = view;
  const own: Candidate['reasons'] = view.reasons
    .filter(({ reason }) => reason !== hidden)
    .map(({ reason, against }) => ({ text: suggestionReason(reason, order), tone: against ? 'warning' : 'good' }));
  const ofTeam: Candidate['reasons'] =
    team === undefined ? [] : [captainLine(view.name), freeLine(team.free)].map((text) => ({ text, tone: 'good' }));
  return {
    memberId,
    name: team?.name ?? view.name,
    badge: team === undefined ? '' : teamBadge,
    load: loadLine(view.load),
    reasons: [...ofTeam, ...own],
    chosen: false,
  };
}

/** A page of them, behind those who were chosen on another page; who was chosen stays so. */
export function withChosen(page: readonly Candidate[], before: readonly Candidate[]): Candidate[] {
  const chosen = chosenOf(before);
  const isAmong = (some: readonly Candidate[], { memberId }: Candidate) =>
    some.some((one) => one.memberId === memberId);
  return [
    ...chosen.filter((one) => !isAmong(page, one)),
    ...page.map((one) => ({ ...one, chosen: isAmong(chosen, one) })),
  ];
}

export function chosenOf(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ chosen }) => chosen);
}

/** Several were chosen, or a team, whose captain sends one or more. */
export function isForSeveral(candidates: readonly Candidate[]): boolean {
  const chosen = chosenOf(candidates);
  return chosen.length > 1 || chosen.some(({ badge }) => badge !== '');
}

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
  return { name, phone: writtenPhone(phone), hint: requesterHint(order), mayCall, text: callPartyText(name) };
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
    asked: askedLine(order.offeredNames),
    returned: trailSteps({ ...order, trail: returns }),
    instead: notDispatchable(order),
    calls: isCallFirst ? callChoices(callResults) : [],
    acceptBy,
    acceptWithinHours,
    acceptWithinDays,
    acceptWithinWorkingDays,
    isWish: kind === 'wish',
    capacity: order.seats?.capacity ?? 1,
    capacities: kind === 'service' ? capacityChoices(order.seats?.held ?? 0) : [],
    others: actionButtons(order, order.callDue && !isCallFirst ? urgentActions : otherActions),
  };
}

/** Orders that this one could be the same as: of its kind, near ones first. */
export function mergeChoices(order: DispatchOrder, others: readonly OrderSummary[]): Choice[] {
  const once = [...new Map(others.map((other) => [other.orderId, other])).values()];
  const alike = once.filter((other) => other.orderId !== order.orderId && categoryName(other) === order.tag);
  const distance = (other: OrderSummary): number => (order.line.startsWith(other.placeName) ? 0 : 1);
  return alike
    .sort((one, two) => distance(one) - distance(two))
    .map((other) => ({ value: other.orderId, text: joinParts(orderTitle(other), other.placeName) }));
}

export function dispatchButton(candidates: readonly Candidate[]): string {
  return dispatchLabel(chosenOf(candidates));
}

export function assignButton(candidates: readonly Candidate[]): string {
  return assignLabel(chosenOf(candidates)[0]?.name);
}

export function dispatchNote(
  promise: Pick<DispatchOrder, 'acceptBy' | 'acceptWithinHours' | 'acceptWithinDays' | 'acceptWithinWorkingDays'>,
  candidates: readonly Candidate[],
  { capacity, nowMs }: { readonly capacity: number; readonly nowMs: number },
): string {
  return dispatchHint(chosenOf(candidates).length, { ...promise, capacity }, nowMs);
}
