/** The secretary's desk: what waits, and how the month's figures are counted. */
import type { DeskView } from '../../contracts/desk';
import { hours, monthDay, monthNumber } from '../dates';

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
  return `截至 ${monthDay(iso)}`;
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

export function howCounted(month: DeskView['month']): string[] {
  const { solved, unrated, unreachable, unsolved, enteredByStaff, confirmedByCall, reopened } = month;
  const { helpers, refused, impossible, cancelled, merged, transferred, rating } = month;
  return [
    `“办好”只数居民点了头的 ${solved} 单，其中 ${confirmedByCall} 单是工作人员打电话问来的；一共去了 ${helpers} 人次，几个人一起办的也只数一单。`,
    `${unrated} 单问过以后没有回音，既不算满意，也不算不满意。`,
    ...(unreachable > 0 ? [`${unreachable} 单办了，打了几天电话都没找到人问，另算。`] : []),
    `“没解决”的 ${unsolved} 单：没收的 ${refused} 单，办不成的 ${impossible} 单，其余是居民说还没好、又在办的；上面“居民说没解决”只列又在办的，不分哪个月提的。`,
    `${reopened} 单居民说过没解决，后来怎么样了都还数在这里；${enteredByStaff} 单是工作人员接电话替填的。`,
    `撤了的 ${cancelled} 单、并了的 ${merged} 单、转办有了回音的 ${transferred} 单，不数在“提出”里。`,
    rating ? `${rating.of} 单打了星，平均 ${rating.average} 星。` : '打星的不到 5 单，不算平均。',
  ];
}
