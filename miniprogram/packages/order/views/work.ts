/** One order, as those read it who do the work or answer for it. */
import type { OrderAction, OrderStatus, OrderView } from '../../../contracts/order';
import type { Choice } from '../../../text/choice';
import { timeLeft } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { cardTags } from '../../../text/order/cards';
import {
  actionName,
  callPartyText,
  categoryName,
  orderTitle,
  requesterName,
  statusName,
  visitTimeLine,
} from '../../../text/order/names';
import { askedLine } from '../text/dispatch-page';
import { appointmentLine } from '../text/seats';
import { awardLine, dueLine, numberLine, partyRoles, sealedLine, unsolvedLine, type PartyRole } from '../text/work';
import { actionButtons, evidenceOf, ownWords, ratingOf, type ActionButton, type Evidence, type Rating } from './parts';
import type { Tone } from '../../../views/order/tone';
import { appealOf, removableOf, seatsView, type AppealView, type SeatsView } from './seats';
import { mayRedact, shownPhoto, type ShownPhoto } from './photos';
import { papersOf, type Papers } from './papers';
import { byPhoneLine } from '../../../text/order/by-phone';
import { trailSteps, type Step } from './steps';
import { withheldNotes, type WithheldNote } from './withheld';
import { groupedPhone } from '../../../contracts/written-phone';

export interface Party {
  readonly party: PartyRole;
  readonly name: string;
  readonly role: string;
  /** As far as the reader may see it. */
  readonly phone: string;
  readonly mayCall: boolean;
  readonly text: string;
}

export interface Work {
  readonly orderId: string;
  readonly version: number;
  readonly tag: string;
  readonly tone: Tone;
  readonly number: string;
  readonly title: string;
  readonly words: string;
  readonly line: string;
  /** What is due next, and by when. */
  readonly promise: string;
  /** Whose answer is waited for; '' where nobody's is, or it is not the reader's to know. */
  readonly asked: string;
  /** What the requester said when it was not solved; '' where nobody has to go again. */
  readonly unsolved: string;
  readonly photos: readonly ShownPhoto[];
  readonly withheld: readonly WithheldNote[];
  readonly mayRedact: boolean;
  /** The checklist; null where it has none. */
  readonly papers: Papers | null;
  /** What the requester, who has no WeChat, is still to be told, or who told them; '' for neither. */
  readonly byPhone: string;
  /** A slip may be printed for the requester, who has no WeChat. */
  readonly maySlip: boolean;
  /** Somebody outside has it: a sheet says to them what it is about. */
  readonly mayHandSheet: boolean;
  readonly parties: readonly Party[];
  readonly evidence: Evidence | null;
  readonly rating: Rating | null;
  readonly award: string;
  /** When whoever goes is there; '' where nothing was said. */
  readonly appointment: string;
  /** Who does it together, who waits for a seat, and who did not come. */
  readonly seats: SeatsView | null;
  readonly steps: readonly Step[];
  readonly main: ActionButton | null;
  readonly others: readonly ActionButton[];
  /** A captain may send somebody else of this team; '' for everybody else. */
  readonly team: string;
  readonly mayComplete: boolean;
  readonly mayAppoint: boolean;
  /** It may be put into the pool, for whoever has time. */
  readonly mayPool: boolean;
  /** On whose word about a day on which they were missed the reader rules. */
  readonly appeal: AppealView | null;
  /** What the requester is asked; '' where nothing is. */
  readonly question: string;
  /** Whom staff may take off it. */
  readonly removable: readonly Choice[];
  /** For a requester without WeChat, staff pass on what they said. */
  readonly mayConfirm: boolean;
  /** Staff entered it, and the requester says something else now. */
  readonly mayChangeRating: boolean;
}

const hourMs = 3_600_000;

const tones: Record<OrderStatus, Tone> = {
  submitted: 'red',
  dispatched: 'warning',
  accepted: 'good',
  completed: 'gold',
  outside: 'warning',
  closed: 'plain',
};

function tag(order: OrderView, nowMs: number): Pick<Work, 'tag' | 'tone'> {
  const { status, acceptBy } = order;
  const isOffered = status === 'dispatched' && acceptBy !== undefined;
  if (order.createdAt === '') return { tag: cardTags.privateAgency, tone: 'gold' };
  return { tag: isOffered ? timeLeft(acceptBy, nowMs) : statusName(order, 'staff'), tone: tones[status] };
}

const parties = (order: OrderView): Party[] =>
  (['requester', 'assignee'] as const).flatMap((party) => {
    const view = order[party];
    if (view === undefined) return [];
    const { name, phone = '', mayCall } = view;
    return [{ party, role: partyRoles[party], name, phone: groupedPhone(phone), mayCall, text: callPartyText(name) }];
  });

const mainActions: readonly OrderAction[] = ['accept', 'standBy', 'recordAnswer', 'dispatch'];
/** Those that one tap or one sheet makes; completing and confirming have their own form. */
const otherActions: readonly OrderAction[] = [
  'arrive',
  'decline',
  'release',
  'appealNoShow',
  'ruleNoShow',
  'recordCall',
  'askRequester',
  'answerQuestion',
  'withdrawQuestion',
  'remind',
  'removeHelper',
  'leavePool',
  'reclassify',
  'relocate',
  'merge',
  'transfer',
  'refuse',
  'cancel',
  'reopen',
  'makePrivate',
];
/** After these the reader reads on, and they are always there. */
const passing: readonly OrderAction[] = [
  'remind',
  'recordCall',
  'askRequester',
  'answerQuestion',
  'withdrawQuestion',
  'makePrivate',
  'ruleNoShow',
  'appealNoShow',
];

function buttons(
  order: OrderView,
  nowMs: number,
): Pick<Work, 'main' | 'others' | 'mayComplete' | 'mayConfirm' | 'mayChangeRating' | 'mayAppoint' | 'mayPool'> {
  const main = mainActions.find((action) => order.actions.includes(action));
  return {
    main: main === undefined ? null : { action: main, text: actionName(main, order) },
    others: actionButtons(order, main === 'dispatch' ? otherActions : ['dispatch', ...otherActions]).filter(
      ({ action }) => action !== 'arrive' || isNear(order, nowMs),
    ),
    mayAppoint: order.actions.includes('appoint'),
    mayPool: mayPool(order),
    mayComplete: order.actions.includes('complete'),
    mayConfirm: order.actions.includes('confirm'),
    mayChangeRating: order.actions.includes('changeRating') && order.rating?.via === 'call',
  };
}

/** A hand that is lent is for anybody; what is in the pool already may be taken back instead. */
function mayPool({ kind, private: isPrivate, actions }: OrderView): boolean {
  return kind === 'service' && !isPrivate && actions.includes('dispatch') && !actions.includes('leavePool');
}

/** Shortly before the hours that were named, somebody may be at the door. */
function isNear({ appointment }: OrderView, nowMs: number): boolean {
  return appointment !== undefined && nowMs >= Date.parse(appointment.from) - hourMs;
}

function line(order: OrderView, nowMs: number): string {
  const { placeName, requesterKind, when, createdAt } = order;
  if (createdAt === '') return joinParts(placeName, sealedLine);
  const who = requesterKind && requesterName(requesterKind);
  return joinParts(categoryName(order), placeName, who, visitTimeLine(when, createdAt, nowMs));
}

export function work(order: OrderView, nowMs: number): Work {
  return {
    ...tag(order, nowMs),
    ...buttons(order, nowMs),
    orderId: order.orderId,
    version: order.version,
    number: numberLine(order),
    title: orderTitle(order),
    words: ownWords(order),
    line: line(order, nowMs),
    promise: dueLine(order, nowMs),
    asked: askedLine(order),
    unsolved: unsolvedLine(order),
    photos: order.photos.map(shownPhoto),
    withheld: withheldNotes(order),
    mayRedact: mayRedact(order),
    papers: papersOf(order),
    byPhone: byPhoneLine(order),
    maySlip: order.mayPrintSlip === true,
    mayHandSheet: order.actions.includes('recordAnswer'),
    parties: parties(order),
    evidence: evidenceOf(order, 'staff'),
    rating: ratingOf(order),
    award: awardLine(order),
    appointment: appointmentLine(order),
    seats: seatsView(order),
    appeal: appealOf(order),
    question: order.question?.words ?? '',
    removable: removableOf(order),
    steps: trailSteps(order),
    team: order.team ?? '',
  };
}

/** After that action the page has nothing more for the reader to do; whoever only reminded or called reads on. */
export function isDone({ main, others, mayComplete, mayAppoint, mayConfirm }: Work, taken: OrderAction): boolean {
  return (
    !passing.includes(taken) &&
    main === null &&
    !mayComplete &&
    !mayAppoint &&
    !mayConfirm &&
    others.every(({ action }) => passing.includes(action))
  );
}
