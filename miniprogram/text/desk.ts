import type { DeskView } from '../contracts/order';
import { hours, monthDay, monthNumber } from './dates';

export interface DeskBar {
  readonly month: string;
  /** Heights in per cent of the tallest month. */
  readonly solved: number;
  readonly rest: number;
}

export interface Desk {
  readonly overdue: { readonly count: number; readonly line: string };
  readonly returned: { readonly count: number; readonly line: string };
  readonly reopened: { readonly count: number; readonly line: string };
  readonly reversals: { readonly count: number; readonly line: string };
  readonly until: string;
  readonly figures: readonly { readonly value: string; readonly text: string; readonly tone: string }[];
  readonly bars: readonly DeskBar[];
  /** The bars in words, for those who do not see them. */
  readonly spoken: string;
  readonly how: string;
}

function bars(months: DeskView['months']): DeskBar[] {
  const tallest = Math.max(1, ...months.map((month) => month.created));
  return months.map(({ month, created, solved }) => ({
    month: monthNumber(month),
    solved: Math.round((solved / tallest) * 100),
    rest: Math.round((Math.max(0, created - solved) / tallest) * 100),
  }));
}

function waiting(desk: DeskView): Pick<Desk, 'overdue' | 'returned' | 'reopened' | 'reversals'> {
  const { overdue, returned, reopened, reversals } = desk;
  return {
    overdue: { count: overdue.count, line: overdue.count === 0 ? '都有人接' : `最久的已等 ${hours(overdue.oldestHours)}` },
    returned: { count: returned.count, line: returned.title ?? '没有要裁的' },
    reopened: { count: reopened.count, line: reopened.title ?? '没有' },
    reversals: { count: reversals.count, line: reversals.count === 0 ? '没有要签的' : `${reversals.count} 笔等第二个人签字` },
  };
}

export function desk(view: DeskView): Desk {
  const { month } = view;
  return {
    ...waiting(view),
    until: `截至 ${monthDay(month.until)}`,
    figures: [
      { value: String(month.created), text: '提出', tone: 'plain' },
      { value: String(month.solved), text: '居民说办好了', tone: 'good' },
      { value: String(month.unrated), text: '没说话，不算', tone: 'plain' },
      { value: String(month.unsolved), text: '没解决', tone: 'red' },
    ],
    bars: bars(view.months),
    spoken: view.months.map((one) => `${monthNumber(one.month)} 月提出 ${one.created} 单，办好 ${one.solved} 单`).join('；'),
    how: `“办好”只数居民自己点头的 ${month.solved} 单；${month.unrated} 单没有回音，既不算满意，也不算不满意。`,
  };
}
