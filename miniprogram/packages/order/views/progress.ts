/** One order, as the resident who asked for it reads it. */
import type { OrderStatus, OrderView } from '../../../contracts/order';
import { callPartyText, orderTitle } from '../../../text/order/names';
import { numberLine } from '../text/work';
import { ringText } from '../../../text/card/call';
import { gridTitle } from '../../../text/person/hats';
import { evidenceOf, ownWords, ratingOf, type Evidence, type Rating } from './parts';
import type { Tone } from '../../../views/order/tone';
import { mayRedact, shownPhoto, type ShownPhoto } from './photos';
import { papersOf, type Papers } from './papers';
import { progressSteps, type Step } from './steps';
import { withheldNotes, type WithheldNote } from './withheld';
import { askedForLine, progressStatus, promiseText, type PromiseState } from '../text/progress';
import { groupedPhone } from '../../../contracts/written-phone';

export interface PromiseView {
  readonly title: string;
  readonly line: string;
  readonly tone: 'red' | 'good' | 'warning' | 'plain';
}

/** Somebody whom the resident can call. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly text: string;
}

export interface Progress {
  readonly orderId: string;
  readonly version: number;
  readonly status: string;
  readonly tone: Tone;
  readonly place: string;
  readonly number: string;
  readonly title: string;
  readonly words: string;
  readonly asked: string;
  readonly promise: PromiseView | null;
  readonly photos: readonly ShownPhoto[];
  readonly withheld: readonly WithheldNote[];
  readonly mayRedact: boolean;
  /** The checklist; null where it has none. */
  readonly papers: Papers | null;
  readonly finishCode: string;
  readonly evidence: Evidence | null;
  readonly rating: Rating | null;
  readonly steps: readonly Step[];
  readonly helpers: readonly Contact[];
  /** There is news still to come. */
  readonly maySubscribe: boolean;
  readonly mayConfirm: boolean;
  readonly mayChangeRating: boolean;
  /** It was said to be solved, and no star was given. */
  readonly mayRate: boolean;
  /** It was done and is closed, and others may read of it: whoever did it can be thanked. */
  readonly mayThank: boolean;
  readonly mayRemind: boolean;
  readonly mayMakePrivate: boolean;
  readonly mayReopen: boolean;
  readonly mayCancel: boolean;
  /** What the reader is asked, to be answered; '' where nothing is. */
  readonly question: string;
}

const tones: Record<OrderStatus, Tone> = {
  submitted: 'plain',
  dispatched: 'red',
  accepted: 'good',
  completed: 'warning',
  outside: 'plain',
  closed: 'plain',
};

function promiseState(order: OrderView, nowMs: number): PromiseState {
  const { status, dispatchBy, acceptBy, late, joined, vouchBy } = order;
  if (order.callFirst && dispatchBy !== undefined && !late) return 'callFirst';
  if (order.replyBy !== undefined) return joined ? 'neighbourAsked' : 'asked';
  if (vouchBy !== undefined) return 'vouchDue';
  if (status === 'submitted' && dispatchBy !== undefined) return late ? 'dispatchLate' : 'dispatchDue';
  if (status === 'submitted') return acceptBy === undefined || late ? 'redispatchLate' : 'redispatchDue';
  if (status === 'dispatched' && acceptBy !== undefined) return late ? 'acceptLate' : 'acceptDue';
  if (order.answer !== undefined) return 'answered';
  if (status === 'closed') return 'none';
  if (status === 'outside') return Date.parse(order.answerBy ?? '') < nowMs ? 'transferredLate' : 'transferred';
  if (joined) return 'joined';
  if (status === 'accepted' && order.appointment !== undefined) return 'appointed';
  return status === 'dispatched' ? 'none' : status;
}

const promiseTones: Record<Exclude<PromiseState, 'none'>, PromiseView['tone']> = {
  callFirst: 'warning',
  asked: 'red',
  neighbourAsked: 'plain',
  vouchDue: 'plain',
  dispatchDue: 'plain',
  dispatchLate: 'red',
  redispatchDue: 'warning',
  redispatchLate: 'warning',
  acceptDue: 'red',
  acceptLate: 'warning',
  joined: 'good',
  accepted: 'good',
  appointed: 'good',
  completed: 'warning',
  transferred: 'plain',
  transferredLate: 'warning',
  answered: 'good',
};

function promise(order: OrderView, nowMs: number): PromiseView | null {
  const state = promiseState(order, nowMs);
  return state === 'none' ? null : { ...promiseText(state, order), tone: promiseTones[state] };
}

const contact = (name: string, phone: string): Contact => ({
  name,
  phone: groupedPhone(phone),
  text: callPartyText(name),
});

/** Whom one rings about it now, by name; null where the answer says nothing of it. */
export function ringOf({ call }: Pick<OrderView, 'call'>): Contact | null {
  if (call === undefined) return null;
  return { name: call.name, phone: groupedPhone(call.phone), text: ringText(call) };
}

/** Everybody who comes and can be called. */
function helpersOf({ assignee, helpers }: OrderView): Contact[] {
  const all = helpers ?? (assignee === undefined ? [] : [assignee]);
  return all.flatMap(({ name, phone, mayCall }) => (phone === undefined || !mayCall ? [] : [contact(name, phone)]));
}

export function progress(order: OrderView, nowMs: number): Progress {
  const rating = ratingOf(order);
  const mayChange = order.actions.includes('changeRating');
  return {
    orderId: order.orderId,
    version: order.version,
    status: progressStatus(order),
    tone: order.outcome === 'solved' ? 'good' : tones[order.status],
    place: order.placeName || gridTitle(order.gridName, order.colour),
    number: numberLine(order),
    title: orderTitle(order),
    words: ownWords(order),
    asked: askedForLine(order, nowMs),
    promise: promise(order, nowMs),
    photos: order.photos.map(shownPhoto),
    withheld: withheldNotes(order),
    mayRedact: mayRedact(order),
    papers: papersOf(order),
    finishCode: order.status === 'accepted' ? (order.finishCode ?? '') : '',
    evidence: evidenceOf(order, 'resident'),
    rating: rating !== null && rating.stars > 0 ? rating : null,
    steps: progressSteps(order, nowMs),
    helpers: helpersOf(order),
    maySubscribe: order.status !== 'closed' && order.status !== 'completed',
    mayConfirm: order.actions.includes('confirm'),
    mayThank: !order.joined && !order.private && (order.outcome === 'solved' || order.outcome === 'unrated'),
    mayChangeRating: mayChange,
    mayRate: mayChange && rating?.stars === 0,
    mayRemind: order.actions.includes('remind'),
    mayMakePrivate: order.actions.includes('makePrivate'),
    mayReopen: order.actions.includes('reopen'),
    mayCancel: order.actions.includes('cancel'),
    question: order.actions.includes('answerQuestion') ? (order.question?.words ?? '') : '',
  };
}
