import type { WaitingLines } from '../../contracts/passbook';
import { monthDay } from '../dates';

/** The row that leads to what the nights found in the books. */
export function alarmsLine(alarms: number): string {
  return `夜里对账，${alarms} 处对不上，还没查清`;
}

/** What was done: somebody asked that a line is put right. */
export const proposedResult = '提上去了，等另一个人签字';

/** The row that leads to the entries that wait for somebody of the branch. */
export function waitingLine({ contests, reversals, grants = 0 }: WaitingLines): string {
  return (
    [
      contests > 0 ? `${contests} 笔有异议，等回话` : '',
      reversals > 0 ? `${reversals} 笔等第二个人签字` : '',
      grants > 0 ? `${grants} 笔手工记分等签字` : '',
    ]
      .filter(Boolean)
      .join('；') || '没有要看的'
  );
}

/** The row that leads to a month's draft; `day` is its last Saturday. */
export const reviewTitle = (day: string): string => `${Number(day.slice(5, 7))} 月考评草稿`;
export const reviewDayLine = (day: string): string => `${monthDay(day)}，当月最后一个周六`;
