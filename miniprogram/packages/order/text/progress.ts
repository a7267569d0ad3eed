/** One order, to the resident who asked for it: the promise, and what stands around it. */
import { calendarUnknownLine } from './calendar';
import type { OrderView } from '../../../contracts/order';
import { timeOfDay, dayTime, monthDay } from '../../../text/dates';
import { hatName } from '../../../text/person/hats';
import { hoursText, seatsLine } from './seats';
import { statusName, visitTimeLine } from '../../../text/order/names';

/** Where the promise stands. A promise is a date and a time, and who takes over if it is broken. */
export type PromiseState =
  | 'callFirst'
  | 'asked'
  | 'neighbourAsked'
  | 'vouchDue'
  | 'dispatchDue'
  | 'dispatchLate'
  | 'redispatchDue'
  | 'redispatchLate'
  | 'acceptDue'
  | 'acceptLate'
  | 'joined'
  | 'accepted'
  | 'appointed'
  | 'completed'
  | 'transferred'
  | 'transferredLate'
  | 'answered'
  | 'none';

interface PromiseText {
  readonly title: string;
  readonly line: string;
}

const day = (iso: string | undefined): string => (iso === undefined ? '' : dayTime(iso));
const outside = ({ transferredTo }: OrderView): string => transferredTo ?? '别处';
const helper = ({ assigneeName }: OrderView): string => assigneeName ?? '有人';

const wantedLine = ({ when, createdAt }: OrderView): string =>
  when === 'any' ? '什么时候来，先打电话商量。' : visitTimeLine(when, createdAt, Date.parse(createdAt));

const lapseLine = ({ lapsesAt }: OrderView): string =>
  lapsesAt === undefined ? '' : `${monthDay(lapsesAt)}前不说话，就先收尾，不算满意也不算不满意。`;

/** Whom it lies with now that the time is over. */
const reported = ({ reportedTo }: OrderView): string =>
  reportedTo === undefined ? '就要报给网格员。' : `已经报给${hatName(reportedTo)}来管。`;

const promises: Record<Exclude<PromiseState, 'none'>, (order: OrderView) => PromiseText> = {
  callFirst: ({ dispatchBy }) => ({
    title: '社区先给您打个电话，再派人',
    line: `号码是您自己填的，留意来电。最晚 ${day(dispatchBy)} 派人。`,
  }),
  asked: ({ question, replyBy }) => ({
    title: question === undefined ? '有句话问您' : `${question.byName}问您：${question.words}`,
    line: `回了话接着办。最晚等到 ${day(replyBy)}，等着的时候不计时。`,
  }),
  neighbourAsked: () => ({ title: '等点单的邻居回话', line: '回了话接着办。' }),
  vouchDue: ({ vouchBy }) => ({
    title: `楼院长先看，最晚 ${day(vouchBy)}`,
    line: '看过就交给网格员来办；到点没回话，也转给网格员。',
  }),
  dispatchDue: ({ dispatchBy, urgent }) => ({
    title: `${urgent ? '急事，' : ''}最晚 ${day(dispatchBy)} 派人`,
    line: '网格员正在看，派了就告诉您。',
  }),
  dispatchLate: (order) => ({ title: '到点了，还没派人', line: `${reported(order)}等不及，先打电话。` }),
  redispatchDue: ({ acceptBy }) => ({ title: '正在重新派人', line: `最晚 ${day(acceptBy)} 有人接。` }),
  redispatchLate: (order) => ({ title: '正在重新派人', line: reported(order) }),
  acceptDue: ({ acceptBy, calendarUnknown, acceptWithinHours }) => ({
    title: `最晚 ${day(acceptBy)} 有人接`,
    line: calendarUnknownLine(calendarUnknown, acceptWithinHours) + '到点没人接，一级一级往上报，直到书记来管。',
  }),
  acceptLate: (order) => ({ title: '到点了，还没人接', line: reported(order) }),
  joined: (order) => ({ title: `${helper(order)}在办`, line: '邻居点的单，您也算一个，办好了告诉您。' }),
  appointed: (order) => ({
    title: `约好 ${order.appointment === undefined ? '时间' : hoursText(order.appointment)}`,
    line: `${order.arrived ? '' : `${helper(order)}来。`}过了点没人来，就另请一位。`,
  }),
  accepted: (order) => ({
    title: `${helper(order)}接了，会来找您`,
    line: [seatsLine(order), wantedLine(order)].filter((text) => text !== '').join('。'),
  }),
  completed: (order) => ({ title: '办好了吗，您说了算', line: lapseLine(order) }),
  transferred: (order) => ({
    title: `${outside(order)}在办，最晚 ${day(order.answerBy)} 有答复`,
    line: '社区盯着，有了答复告诉您。',
  }),
  transferredLate: (order) => ({ title: `${outside(order)}还没有答复`, line: `到点了，${reported(order)}` }),
  answered: (order) => ({ title: `${outside(order)}答复了`, line: order.answer ?? '' }),
};

export function promiseText(state: Exclude<PromiseState, 'none'>, order: OrderView): PromiseText {
  return promises[state](order);
}

export function progressStatus(order: OrderView): string {
  return order.joined && order.status === 'completed' ? '等邻居点头' : statusName(order, 'resident');
}

/** When it was asked for, by whom, and for when. */
export function askedForLine(order: OrderView, nowMs: number): string {
  const { createdAt, when, joined } = order;
  const who = joined ? '邻居提的，您也算一个' : '由您提出';
  return `${monthDay(createdAt)} ${timeOfDay(createdAt)} ${who}\u00a0· ${visitTimeLine(when, createdAt, nowMs)}`;
}
