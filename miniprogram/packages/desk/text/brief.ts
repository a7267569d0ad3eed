import { orderFigures, type OrderFigure, type TimesView } from '../../../contracts/brief';
import type { PointUnit } from '../../../contracts/passbook';
import { dayTime } from '../../../text/dates';
import { unitName } from '../../../text/passbook/points';

interface FigureWords {
  readonly name: string;
  /** How it is counted. */
  readonly how: string;
}

/** Each figure of a month: its name, and how it is counted. */
export const figureWords: Readonly<Record<OrderFigure, FigureWords>> = {
  created: { name: '提出', how: '这个月提的，按提出那天算；撤回、并单、转外面的不算' },
  solved: { name: '居民说办好了', how: '提的人点了头，或者电话里说办好了' },
  unrated: { name: '没说话', how: '办完了，等到期也没人说；不算满意，也不算不满意' },
  unreachable: { name: '没联系上', how: '办完了，打了几天电话没人接' },
  unsolved: { name: '没解决', how: '说没解决、还没再办完的，加上办不了的' },
  refused: { name: '不归我们办', how: '算在没解决里' },
  impossible: { name: '办不了', how: '算在没解决里' },
  reopened: { name: '说过没解决', how: '后来办好了也还算' },
  enteredByStaff: { name: '电话里记的', how: '工作人员替居民记的' },
  confirmedByCall: { name: '电话里问的', how: '工作人员打电话问过，替居民填的' },
  cancelled: { name: '撤回', how: '不算在提出里' },
  merged: { name: '并到别的单', how: '不算在提出里' },
  transferred: { name: '转给外面', how: '外面答复了的，不算在提出里' },
  urgent: { name: '群众急难事件', how: '提出时是急事的' },
  urgentSolved: { name: '急难事件办好', how: '急事里居民说办好了的' },
  wishes: { name: '微心愿', how: '这个月提的心愿' },
  wishesSolved: { name: '心愿圆了', how: '心愿里居民说办好了的' },
  underWay: { name: '还在办', how: '提出里还没有结果的' },
  accepted: { name: '有人接了', how: '提出里有人接过的' },
  rated: { name: '打了分', how: '提出里打了分的' },
};

export function figureOf(text: string): OrderFigure | undefined {
  return orderFigures.find((figure) => figure === text);
}

/** `2026 年 11 月「没说话」的单子`; '' where no figure counts. */
export function figureLine(month: string, figure: string, category: string): string {
  const found = figureOf(figure);
  if (found === undefined || month === '') return '';
  const one = category === '' ? figureWords[found].name : '这一类';
  return `${monthTitle(month)}「${one}」的单子`;
}

/** How a figure's orders are counted; '' where no figure counts. */
export function figureHow(figure: string): string {
  const found = figureOf(figure);
  return found === undefined ? '' : figureWords[found].how;
}

export const timeNames = { accept: '从提出到有人接', close: '从提出到居民说办好' } as const;
export const noTimes = '不到 5 单，不列';

/** `一半在 5 小时内，九成在 22 小时内（58 单）` */
export function timesLine({ of, half, nineInTen }: TimesView): string {
  return `一半在 ${hoursText(half)}内，九成在 ${hoursText(nineInTen)}内（${of} 单）`;
}

function hoursText(hours: number): string {
  return hours <= 72 ? `${hours} 小时` : `${Math.ceil(hours / 24)} 天`;
}

export const tableWords = {
  grids: { title: '按网格', how: '红的是办好的。小于 5 的不列，能减出来的也不列' },
  categories: { title: '按事情', how: '红的是办好的。小于 5 的不列，能减出来的也不列' },
} as const;

/** `提出 30，办好 21` */
export function shareLine(created: number | null, solved: number | null): string {
  if (created === null) return '数太小，不列';
  return solved === null ? `提出 ${created}` : `提出 ${created}，办好 ${solved}`;
}

export const activityName = '组织活动';
export const activityHow = '这个月开的、签过字的';
export const pointHow = '按记账那天算';
export const helperHow = '办好的单上去办的人，一单两人算两次';
export const ratingHow = '不到 5 单不列';
export const activityLine = (held: number, present: number): string => `${held} 场，到会 ${present} 人次`;
export const pointName = (unit: PointUnit): string => unitName(unit);
export const pointLine = (given: number, undone: number): string =>
  undone > 0 ? `发了 ${given} 分，冲掉 ${undone} 分` : `发了 ${given} 分`;
export const helperName = '去办的人次';
export const ratingName = '打分';
export const ratingLine = (average: number, of: number): string => `平均 ${average} 分，${of} 单打了分`;
export const untilLine = (iso: string | undefined): string =>
  iso === undefined ? '这个月还没有数过' : `数到 ${dayTime(iso)}，一小时数一次`;
export const copiedLine = '复制好了';

/** `2026 年 11 月` */
export function monthTitle(month: string): string {
  return `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`;
}
