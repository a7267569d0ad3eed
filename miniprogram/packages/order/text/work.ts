/** One order, to those who do the work or answer for it. */
import { calendarUnknownLine } from './calendar';
import type { AwardRefusal, ConfirmerView } from '../../../contracts/award';
import type { OrderView } from '../../../contracts/order';
import { dayTime, durationText } from '../../../text/dates';
import { signedPoints } from '../../../text/passbook/points';
import { handOverDay } from '../../../text/order/cards';
import { rulingLine } from '../../../text/order/names';

/** To the courtyard's head, of an errand that is no business of theirs. */
export const sealedLine = '保密的，网格员来办，不用管';

/** '' where the reader may not know it. */
export function numberLine({ number }: Pick<OrderView, 'number'>): string {
  return number === '' ? '' : `单号 ${number}`;
}

function acceptLine(acceptBy: string, nowMs: number): string {
  const lateMs = nowMs - Date.parse(acceptBy);
  return lateMs > 0
    ? `已经晚了 ${durationText(lateMs)}，还要有人接。`
    : `最晚 ${dayTime(acceptBy)} 要有人接，退回来也还是这个点。`;
}

function completeLine(completeBy: string, nowMs: number, saturday = ''): string {
  const lateMs = nowMs - Date.parse(completeBy);
  if (saturday !== '' && lateMs <= 0) return `${saturday}，那天过完还没结单就往上报。`;
  return lateMs > 0
    ? `已经晚了 ${durationText(lateMs)}，还没办好。`
    : `最晚 ${dayTime(completeBy)} 要办好，到点没办好就往上报。`;
}

const callers: Record<Exclude<ConfirmerView['by'], 'requester'>, string> = {
  worker: '网格员',
  leader: '网格长',
  committee: '支委',
};

/** Who asks on the phone, for somebody without WeChat; '' where the requester answers for themselves. */
function callerLine({ confirmer }: OrderView): string {
  if (confirmer === undefined || confirmer.by === 'requester') return '';
  return `没经手这张单的${callers[confirmer.by]}${confirmer.name ?? ''}打电话问一声。`;
}

/** Calls on several days reached nobody. */
const unreachableLine = (lapsesAt: string): string =>
  `打了几天都没找到点单的人，到 ${dayTime(lapsesAt)} 还没打通，就先收尾，另算一笔。`;

function answerLine(answerBy: string, nowMs: number): string {
  const lateMs = nowMs - Date.parse(answerBy);
  return lateMs > 0
    ? `已经晚了 ${durationText(lateMs)}，还没有答复。`
    : `最晚 ${dayTime(answerBy)} 要有答复，到点没有就往上报。`;
}

/** Everything else stands still meanwhile. */
const questionLine = ({ question, replyBy = '' }: OrderView): string =>
  `${question === undefined ? '等居民回话' : `${question.byName}问居民：${question.words}`}。最晚等到 ${dayTime(replyBy)}，等着的时候不计时。`;

/** Plain days hold where working days were promised; '' where nothing is missing. */
const plainDaysLine = ({ calendarUnknown, plainDays }: OrderView): string =>
  plainDays === undefined ? '' : `${calendarUnknown ?? ''} 年的放假安排还没公布，先按 ${plainDays} 天算。`;

/** What is due next, and by when, or what came of it outside; '' where nothing is. */
export function dueLine(order: OrderView, nowMs: number): string {
  const { status, acceptBy, returns, completeBy, callBy, lapsesAt, vouchBy } = order;
  const { transferredTo = '别处', answerBy, answer } = order;
  if (answer !== undefined) return `${transferredTo}答复：${answer}`;
  if (order.removedFor !== undefined) return `社区请别人接着办了：${order.removedFor}`;
  if (order.replyBy !== undefined) return questionLine(order);
  if (answerBy !== undefined) return `转给了${transferredTo}，${plainDaysLine(order)}${answerLine(answerBy, nowMs)}`;
  if (vouchBy !== undefined) return `楼院长最晚 ${dayTime(vouchBy)} 回话，到点没回话，就是网格员的。`;
  const { calendarUnknown, acceptWithinHours } = order;
  if (status === 'dispatched' && acceptBy !== undefined)
    return calendarUnknownLine(calendarUnknown, acceptWithinHours) + acceptLine(acceptBy, nowMs);
  if (status === 'submitted' && returns > 1 && !order.actions.includes('dispatch')) return rulingLine(returns);
  if (completeBy !== undefined) return plainDaysLine(order) + completeLine(completeBy, nowMs, handOverDay(order));
  if (callBy !== undefined) return `${callerLine(order)}最晚 ${dayTime(callBy)} 问到。`;
  if (lapsesAt !== undefined && order.callDue) return unreachableLine(lapsesAt);
  if (lapsesAt !== undefined) return `${callerLine(order)}居民到 ${dayTime(lapsesAt)} 没话说，就先收尾。`;
  return '';
}

/** What the requester said when it was not solved; '' where nobody has to go again. */
export function unsolvedLine(order: OrderView): string {
  if (!order.unsolved) return '';
  const words = [...order.trail].reverse().find(({ action }) => action === 'reopen')?.note;
  return words === undefined ? '居民说没解决，再去一次。' : `居民说没解决：${words}`;
}

export const partyRoles = { requester: '点单的人', assignee: '去的人' } as const;
export type PartyRole = keyof typeof partyRoles;

const refusals: Record<AwardRefusal, string> = {
  samePerson: '点单的和去的是同一个人，不记分',
  sameNumber: '点单的和去的留的是同一个号码，不记分',
  sameHousehold: '自家人帮自家人，不记分',
  unknownRequester: '点单人的号码没人核过，派单和去办的又是同一个人，不记分',
  pairCap: '这位居民和这位党员这个月记满了，这一单不记分',
  byPost: '凭岗位办的，不记服务分',
};

/** What the passbook got, or why it got nothing; '' while nothing is decided. */
export function awardLine({ award, awardRefused }: OrderView): string {
  if (awardRefused !== undefined) return refusals[awardRefused];
  return award === undefined ? '' : `服务存折记了 ${signedPoints(award.points)} 分`;
}
