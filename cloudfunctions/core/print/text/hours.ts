import type { OpeningHours } from '../../../../miniprogram/contracts/station';

const weekdays = ['', '一', '二', '三', '四', '五', '六', '日'] as const;

function daysText(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((left, right) => left - right);
  if (sorted.length === 7) return '每天';
  const [first = 1] = sorted;
  const last = sorted.at(-1) ?? first;
  if (sorted.length > 2 && last - first === sorted.length - 1)
    return `周${weekdays[first] ?? ''}至周${weekdays[last] ?? ''}`;
  return sorted.map((day) => `周${weekdays[day] ?? ''}`).join('、');
}

function minuteText(minute: number): string {
  if (minute === 1440) return '24:00';
  const inDay = minute % 1440;
  const text = `${String(Math.floor(inDay / 60))}:${String(inDay % 60).padStart(2, '0')}`;
  return minute > 1440 ? `次日 ${text}` : text;
}

/** A station's hours on its card: `每天 8:00-21:00`. Holidays and single days are on its page. */
export function hoursText({ rules }: Pick<OpeningHours, 'rules'>): string {
  return rules
    .map(({ days, from, until }) =>
      until - from === 1440 ? `${daysText(days)} 全天` : `${daysText(days)} ${minuteText(from)}-${minuteText(until)}`,
    )
    .join('；');
}
