/** The public month of courtyard points. */
import type { SheetRow, SheetView } from '../../../contracts/reward';
import { dayTime } from '../../../text/dates';

/** `2026 年 11 月积分换物公示` */
export function sheetTitle(month: string): string {
  return `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月积分换物公示`;
}

export function monthText(month: string): string {
  return `${Number(month.slice(5))} 月`;
}

/** Cents as money: `¥ 288.00` */
export function moneyText(cents: number): string {
  return `¥ ${(cents / 100).toFixed(2)}`;
}

/** `发了 210 分，冲掉 3 分` */
export function issuedLine({ issued }: SheetView): string {
  if (issued === undefined) return '这个月还没有发分';
  return `发了 ${issued.given} 分${issued.undone > 0 ? `，冲掉 ${issued.undone} 分` : ''}`;
}

export function countedLine({ issued }: SheetView): string {
  return issued === undefined ? '' : `发的分数到 ${dayTime(issued.countedAt)}`;
}

/** What became of a thing in the month, in the order in which it adds up. */
export function rowParts({ opening, received, collected, corrected, closing, measure }: SheetRow): readonly string[] {
  return [
    `月初 ${opening} ${measure}`,
    `进了 ${received}`,
    `领走 ${collected}`,
    ...(corrected === 0 ? [] : [corrected < 0 ? `盘亏 ${-corrected}` : `盘盈 ${corrected}`]),
    `月底 ${closing} ${measure}`,
  ];
}

export function rowSums({ points, costCents }: SheetRow): string {
  return `换走 ${points} 分，进货花了 ${moneyText(costCents)}`;
}

export const copiedLine = '复制好了，贴到群里就行';
