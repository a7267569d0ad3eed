/** One order, to those who do the work or answer for it. */
import type { OrderView } from '../../contracts/order';
import { dayTime, durationText } from '../dates';
import { signedPoints } from '../passbook/points';
import { rulingLine } from './names';

export function numberLine({ number }: Pick<OrderView, 'number'>): string {
  return `单号 ${number}`;
}

function acceptLine(acceptBy: string, nowMs: number): string {
  const lateMs = nowMs - Date.parse(acceptBy);
  return lateMs > 0
    ? `已经晚了 ${durationText(lateMs)}，还要有人接。`
    : `最晚 ${dayTime(acceptBy)} 要有人接，退回来也还是这个点。`;
}

/** What is due next, and by when; '' where nothing is. */
export function dueLine(order: OrderView, nowMs: number): string {
  const { status, acceptBy, returns, lapsesAt } = order;
  if (status === 'dispatched' && acceptBy !== undefined) return acceptLine(acceptBy, nowMs);
  if (status === 'submitted' && returns > 1 && !order.actions.includes('dispatch')) return rulingLine(returns);
  if (status === 'completed' && lapsesAt !== undefined) return `居民到 ${dayTime(lapsesAt)} 没话说，就先收尾。`;
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

/** '' where no points were moved. */
export function awardLine({ award }: OrderView): string {
  return award === undefined ? '' : `服务存折记了 ${signedPoints(award.points)} 分`;
}
