/** Dates as people say them. A day is a day of Shanghai, UTC + 8 all year, whatever the phone thinks. */
const shanghaiMs = 8 * 3_600_000;
const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

const shifted = (ms: number): Date => new Date(ms + shanghaiMs);
const twoDigits = (value: number): string => String(value).padStart(2, '0');
const dayOf = (ms: number): number => Math.floor((ms + shanghaiMs) / dayMs);
const yearOf = (ms: number): number => shifted(ms).getUTCFullYear();

/** `9:12` */
export function timeOfDay(iso: string): string {
  const at = shifted(Date.parse(iso));
  return `${at.getUTCHours()}:${twoDigits(at.getUTCMinutes())}`;
}

/** `11 月 21 日` */
export function monthDay(iso: string): string {
  const at = shifted(Date.parse(iso));
  return `${at.getUTCMonth() + 1} 月 ${at.getUTCDate()} 日`;
}

/** `2024 年 11 月 21 日` */
export function fullDay(iso: string): string {
  return `${yearOf(Date.parse(iso))} 年 ${monthDay(iso)}`;
}

/** `11 月 21 日 9:12` */
export function dayTime(iso: string): string {
  return `${monthDay(iso)} ${timeOfDay(iso)}`;
}

/** `11 月 28 日 星期六` */
export function weekdayDay(iso: string): string {
  return `${monthDay(iso)} 星期${weekdays[shifted(Date.parse(iso)).getUTCDay()] ?? ''}`;
}

/** `11 月 28 日 星期六 9:00` */
export function weekdayTime(iso: string): string {
  return `${weekdayDay(iso)} ${timeOfDay(iso)}`;
}

/** A picker's `2026-11-28` as people say it: `11 月 28 日 星期六`. */
export function dayName(day: string): string {
  return weekdayDay(`${day}T12:00:00+08:00`);
}

/** What a page keeps of a day that was picked, and how it reads. */
export function pickedDay(day: string): { readonly day: string; readonly dayText: string } {
  return { day, dayText: dayName(day) };
}

/** `11 月 21 日`, and the year before it where it is not this one. */
export function dayOfYear(iso: string, nowMs: number): string {
  return yearOf(Date.parse(iso)) === yearOf(nowMs) ? monthDay(iso) : fullDay(iso);
}

/** As a book writes it: `11-21`, and the year beside it where it is not this one. */
export function bookDate(iso: string, nowMs: number): { day: string; year: string } {
  const ms = Date.parse(iso);
  const at = shifted(ms);
  return {
    day: `${twoDigits(at.getUTCMonth() + 1)}-${twoDigits(at.getUTCDate())}`,
    year: yearOf(ms) === yearOf(nowMs) ? '' : String(yearOf(ms)),
  };
}

/** The month of a bar: `2026-11` → `11`. */
export function monthNumber(month: string): string {
  return String(Number(month.slice(5)));
}

/** How long since: `刚刚`, `53 分钟前`, `2 小时前`, `今天 8:40`, `昨天 8:40`, `11 月 19 日 15:00`. */
export function ago(iso: string, nowMs: number): string {
  const ms = Date.parse(iso);
  const passedMs = nowMs - ms;
  if (passedMs < minuteMs) return '刚刚';
  if (passedMs < hourMs) return `${Math.floor(passedMs / minuteMs)} 分钟前`;
  const days = dayOf(nowMs) - dayOf(ms);
  if (days === 0) return passedMs < 3 * hourMs ? `${Math.floor(passedMs / hourMs)} 小时前` : `今天 ${timeOfDay(iso)}`;
  if (days === 1) return `昨天 ${timeOfDay(iso)}`;
  return `${dayOfYear(iso, nowMs)} ${timeOfDay(iso)}`;
}

/** When something was, within a sentence: figures keep off the characters beside them. `刚刚发的`, ` 16:31 发的`. */
export function timeInSentence(when: string, what: string): string {
  return `${/^\d/.test(when) ? ' ' : ''}${when}${/\d$/.test(when) ? ' ' : ''}${what}`;
}

/** `2 天 21 小时`, `5 小时`, `20 分钟`. */
export function durationText(durationMs: number): string {
  const days = Math.floor(durationMs / dayMs);
  const hoursText = Math.floor((durationMs % dayMs) / hourMs);
  if (days > 0) return hoursText > 0 ? `${days} 天 ${hoursText} 小时` : `${days} 天`;
  if (hoursText > 0) return `${hoursText} 小时`;
  return `${Math.max(1, Math.floor(durationMs / minuteMs))} 分钟`;
}

/** `还剩 2 天 21 小时`, or `晚了 3 小时`. */
export function timeLeft(iso: string, nowMs: number): string {
  const leftMs = Date.parse(iso) - nowMs;
  return leftMs >= 0 ? `还剩 ${durationText(leftMs)}` : `晚了 ${durationText(-leftMs)}`;
}

/** Hours for a person: 76 → `3 天 4 小时`. */
export function hours(count: number): string {
  return durationText(count * hourMs);
}

export function sameDay(iso: string, nowMs: number): boolean {
  return dayOf(Date.parse(iso)) === dayOf(nowMs);
}

/** The hour of the day in Shanghai, 0 to 23. */
export function hourOf(nowMs: number): number {
  return shifted(nowMs).getUTCHours();
}

/** `早上好` … by Shanghai's clock. */
export function greeting(nowMs: number): string {
  const hour = hourOf(nowMs);
  if (hour < 5) return '夜深了';
  if (hour < 11) return '早上好';
  if (hour < 13) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
}

/** What a picker gives (`2026-11-28`, `09:00`) as the moment that it means in Shanghai. */
export function shanghaiTime(day: string, time: string): string {
  return new Date(Date.parse(`${day}T${time}:00Z`) - shanghaiMs).toISOString();
}

/** `2026-11-28`, for a picker's start. */
export function pickerDay(ms: number): string {
  return shifted(ms).toISOString().slice(0, 10);
}
