import type { SheetRow, SheetView } from '../../../../miniprogram/contracts/reward';
import { dayText, wallClock } from '../../time/shanghai';

/** What is printed on the public month of courtyard points. */
export const sheetText = {
  title: (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月积分换物公示`,
  columns: ['东西', '月初', '进了', '领走', '盘点', '月底', '换走（分）', '进货（元）'],
  sum: '合计',
  nothing: '这个月没有进货，也没有换走什么',
  soundness: '分是账本上数的，件数是进货、领走和两个人盘点记的，加起来对得上。',
  page: (number: number, count: number): string => `第 ${number} 页，共 ${count} 页`,
} as const;

/** `发了 210 分，冲掉 3 分（数到 2026-11-28 10:00）` */
export function issuedLine({ issued }: Pick<SheetView, 'issued'>): string {
  if (issued === undefined) return '这个月还没有发分';
  const undone = issued.undone > 0 ? `，冲掉 ${issued.undone} 分` : '';
  const counted = new Date(issued.countedAt);
  return `发了 ${issued.given} 分${undone}（数到 ${dayText(counted)} ${timeText(counted)}）`;
}

/** `10:05` */
function timeText(at: Date): string {
  const { minute } = wallClock(at);
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

export function nameOf({ name, measure }: SheetRow): string {
  return `${name}（${measure}）`;
}

/** What counting found: `-1`, `+2`, or nothing. */
export function correctionText(corrected: number): string {
  if (corrected === 0) return '';
  return corrected > 0 ? `+${corrected}` : String(corrected);
}

/** Cents as money: `288.00` */
export function moneyText(cents: number): string {
  return (cents / 100).toFixed(2);
}
