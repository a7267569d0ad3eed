import { needDays, type NeedDay, type NeedHour, type NeedsPage } from '../../../contracts/need';
import type { Choice } from '../../../text/choice';

const names: Record<NeedDay, string> = {
  0: '随时',
  1: '周一',
  2: '周二',
  3: '周三',
  4: '周四',
  5: '周五',
  6: '周六',
  7: '周日',
};

/** `周六 3`: the days with how much is wanted on each. */
export function dayChoices(days: NeedsPage['days']): readonly Choice[] {
  return needDays.map((day) => {
    const needs = days.find((one) => one.day === day)?.needs ?? 0;
    return { value: String(day), text: needs > 0 ? `${names[day]} ${needs}` : names[day] };
  });
}

export const hourText = (hour: number): string => `${hour}:00`;

export function hourLine({ needs, free }: NeedHour): string {
  return needs === 0 ? `没有单\u00a0· ${free} 位党员有空` : `${needs} 件\u00a0· ${free} 位党员有空`;
}

/** How the numbers are counted. */
export function needsNote(day: NeedDay, isAtLeast: boolean): string {
  const counted = isAtLeast ? '单子多，数到的只是一部分。' : '';
  const how = day === 0 ? '没说时间的，谁有空都行。' : '数的是还没办好的单；有空的，按党员自己报的八小时外的时间。';
  return counted + how;
}

export const nobodyWants = '这一天没有人等着';
