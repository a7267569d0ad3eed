import type { DeskView } from '../../contracts/order';
import { hours, monthDay, monthNumber } from '../../text/dates';
import { waiting as waitingLines, type Waiting } from '../passbook/reversals';

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
  readonly waiting: Waiting;
  readonly until: string;
  readonly figures: readonly { readonly value: string; readonly text: string; readonly tone: string }[];
  readonly bars: readonly DeskBar[];
  /** The bars in words, for those who do not see them. */
  readonly spoken: string;
  readonly how: readonly string[];
}

function bars(months: DeskView['months']): DeskBar[] {
  const tallest = Math.max(1, ...months.map((month) => month.created));
  return months.map(({ month, created, solved }) => ({
    month: monthNumber(month),
    solved: Math.round((solved / tallest) * 100),
    rest: Math.round((Math.max(0, created - solved) / tallest) * 100),
  }));
}

function waiting(desk: DeskView): Pick<Desk, 'overdue' | 'returned' | 'reopened' | 'waiting'> {
  const { overdue, returned, reopened } = desk;
  return {
    overdue: {
      count: overdue.count,
      line: overdue.count === 0 ? '都有人去' : `最久的已等 ${hours(overdue.oldestHours)}`,
    },
    returned: { count: returned.count, line: returned.title ?? '没有要裁的' },
    reopened: { count: reopened.count, line: reopened.title ?? '没有' },
    waiting: waitingLines(desk.waiting),
  };
}

export function desk(view: DeskView): Desk {
  const { month } = view;
  const { created, solved, unrated, unsolved } = month;
  const underWay = created - solved - unrated - unsolved;
  return {
    ...waiting(view),
    until: `截至 ${monthDay(month.until)}`,
    figures: [
      { value: String(created), text: '提出', tone: 'plain' },
      { value: String(solved), text: '居民说办好了', tone: 'good' },
      { value: String(underWay), text: '还在办', tone: 'plain' },
      { value: String(unrated), text: '没说话', tone: 'plain' },
      { value: String(unsolved), text: '没解决', tone: 'red' },
    ],
    bars: bars(view.months),
    spoken: view.months
      .map((one) => `${monthNumber(one.month)} 月提出 ${one.created} 单，办好 ${one.solved} 单`)
      .join('；'),
    how: [
      `“办好”只数居民自己点头的 ${solved} 单；${unrated} 单没有回音，既不算满意，也不算不满意。`,
      `“没解决”的 ${unsolved} 单，是办不了的，和居民说还没好、又在办的；上面“居民说没解决”只列又在办的，不分哪个月提的。`,
      '撤了的、并了的、转出去的不数。',
    ],
  };
}
