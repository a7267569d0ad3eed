import type { OpeningHours } from '../../../../miniprogram/contracts/station';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;
const minutesADay = 24 * 60;
const pad = (value: number): string => String(value).padStart(2, '0');
function clock(minute: number): string {
  const isNextDay = minute > minutesADay;
  const own = isNextDay ? minute - minutesADay : minute;
  return `${isNextDay ? '次日' : ''}${Math.floor(own / 60)}:${pad(own % 60)}`;
}

/** Opening hours in one line, as a list has them: `周一二三四五 8:00-18:00；节假日休息；夜里按门铃`. */
export function hoursText({ rules, holidays, note }: OpeningHours): string {
  const lines = rules.map(({ days, from, until }) => {
    const named = days.length === 7 ? '每天' : `周${days.map((day) => weekdays[day - 1] ?? '').join('')}`;
    return `${named} ${clock(from)}-${clock(until)}`;
  });
  const holiday =
    holidays === 'usual'
      ? []
      : holidays === 'closed'
        ? ['节假日休息']
        : [`节假日 ${holidays.map(({ from, until }) => `${clock(from)}-${clock(until)}`).join('、')}`];
  return [...lines, ...holiday, ...(note === undefined ? [] : [note])].join('；');
}
