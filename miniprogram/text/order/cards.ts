/** What an order's card says in a list, to each reader. */
import type { OrderAction, OrderSummary } from '../../contracts/order';
import { dayName, dayTime } from '../dates';
import { joinParts } from '../join';
import { hatName } from '../person/hats';
import { actionName, requesterName, statusName } from './names';

export const cardTags = {
  unsolved: '没解决',
  private: '保密',
  privateAgency: '代办\u00a0· 保密',
  byPhone: '电话点单',
  goAgain: '再去一次',
  joined: '算我一个',
} as const;

const see = '看看';

/** The requester where more is to be said of them than that they live here. */
export function notableRequester({ requesterKind }: OrderSummary): string | undefined {
  return requesterKind === undefined || requesterKind === 'resident' ? undefined : requesterName(requesterKind);
}

function callLine({ source, callFirst, callDue }: OrderSummary): string | undefined {
  if (source === 'phone') return '电话打来，办好了要回电话';
  if (callFirst) return '号码是自己填的，先回个电话';
  return callDue ? '号码是自己填的，边派人边打电话' : undefined;
}

/** `转给了 12345，最晚 12 月 6 日 10:05 有答复`. */
function transferLine({ transferredTo = '别处', answerBy }: OrderSummary): string {
  return answerBy === undefined ? `转给了${transferredTo}` : `转给了${transferredTo}，最晚 ${dayTime(answerBy)} 有答复`;
}

export function staffLine(order: OrderSummary): string {
  const { status, offered, assigneeName, placeName, callDue, vouchBy, replyBy } = order;
  if (replyBy !== undefined) return joinParts(placeName, `等居民回话，最晚到 ${dayTime(replyBy)}`);
  switch (status) {
    case 'submitted':
      return joinParts(
        placeName,
        notableRequester(order),
        callLine(order),
        vouchBy === undefined ? '' : `等楼院长看，最晚 ${dayTime(vouchBy)}`,
      );
    case 'dispatched':
      return offered > 0 ? `派给 ${offered} 人，还没人接` : '还没人接';
    case 'accepted':
      return joinParts(placeName, assigneeName === undefined ? '' : `${assigneeName}在办`);
    case 'completed':
      return joinParts(placeName, callDue ? '办好了要回电话' : '等居民点头');
    case 'outside':
      return joinParts(placeName, transferLine(order));
    case 'closed':
      return joinParts(placeName, statusName(order, 'staff'));
  }
}

/** '' before it was returned twice. */
export function returnsLine({ returns }: OrderSummary): string {
  return returns > 1 ? `退了 ${returns} 次` : '';
}

export function staffActionLabel(action: OrderAction | '', order: OrderSummary): string {
  if (action === '') return see;
  if (action === 'recordCall') return '先打电话';
  if (action === 'accept' && order.vouchBy !== undefined) return '看过了';
  return action === 'confirm' ? '回电话' : actionName(action, order);
}

export function residentLine(order: OrderSummary): string {
  const { status, dispatchBy, acceptBy, assigneeName, vouchBy, replyBy, reportedTo } = order;
  if (replyBy !== undefined) return order.joined ? '等点单的邻居回话' : '有句话问您，等您回';
  switch (status) {
    case 'submitted':
      if (vouchBy !== undefined) return `楼院长先看，最晚 ${dayTime(vouchBy)}`;
      if (order.late) return reportedTo === undefined ? '还没派人' : `还没派人，报给了${hatName(reportedTo)}`;
      if (dispatchBy === undefined) return '正在派人';
      return `${order.urgent ? '急事，' : ''}最晚 ${dayTime(dispatchBy)} 派人`;
    case 'dispatched':
      if (order.late) return reportedTo === undefined ? '到点了，还没人接' : `还没人接，报给了${hatName(reportedTo)}`;
      return acceptBy === undefined ? '正在派人' : `最晚 ${dayTime(acceptBy)} 有人接`;
    case 'accepted':
      return assigneeName === undefined ? '有人接了' : `${assigneeName}接了单`;
    case 'completed':
      return order.joined ? '说办好了，等点单的邻居点头' : '说办好了，等您点头';
    case 'outside':
      return transferLine(order);
    case 'closed':
      return order.placeName;
  }
}

export function residentActionLabel({ status, joined, replyBy }: OrderSummary): string {
  if (replyBy !== undefined && !joined) return '去回话';
  return status === 'completed' && !joined ? '去点头' : '看进展';
}

/** `11 月 28 日 星期六送`: when a wish is handed over; '' where it has no day yet. */
export function handOverDay({ saturday }: Pick<OrderSummary, 'saturday'>): string {
  return saturday === undefined ? '' : `${dayName(saturday)}送`;
}

/** Who wishes, without a name. */
export function wisher({ requesterKind }: OrderSummary): string {
  return requesterKind === 'alone' ? '一位老人' : '一位邻居';
}

export const unsolvedNote = '居民说没解决';

export function memberActionLabel(order: OrderSummary): string {
  return order.actions.includes('accept') ? actionName('accept', order) : see;
}
