/** The secretary's desk: what waits, and the month's figures. */
import type { DeskView } from '../../../contracts/desk';
import { dayTime, hours, monthNumber } from '../../../text/dates';

export function overdueLine({ count, oldestHours }: DeskView['overdue']): string {
  return count === 0 ? '没有过点的' : `最久的已等 ${hours(oldestHours)}`;
}

/** Of what waits to be public: of how many nobody decided in time; '' for none. */
export function withheldLate(count: number): string {
  return count === 0 ? '' : `${count} 张过了点，没人看`;
}

export const noneToRule = '没有要裁的';
export const noneReopened = '没有';

export function untilLine(iso: string): string {
  return `截至 ${dayTime(iso)}`;
}

export const deskFigures = {
  created: '提出',
  solved: '居民说办好了',
  underWay: '还在办',
  unrated: '没说话',
  unreachable: '没联系上',
  unsolved: '没解决',
} as const;

/** The bars in words, for those who do not see them. */
export function barsInWords(months: DeskView['months']): string {
  return months
    .map(({ month, created, solved }) => `${monthNumber(month)} 月提出 ${created} 单，办好 ${solved} 单`)
    .join('；');
}
