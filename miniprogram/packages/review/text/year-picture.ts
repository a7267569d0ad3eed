/** A member's year as a picture, and what it says to whoever does not see it. */
import { monthTitle } from './reviews';

export const pictureFoot = ['柱子是每个月记的分。', '年底民主评议时拿来参考，不自动定好坏。'];
export const pictureMonth = (month: string): string => String(Number(month.slice(5)));

/** The same in words. */
export function pictureText(year: {
  readonly title: string;
  readonly sums: readonly string[];
  readonly missing: string;
  readonly months: readonly { readonly month: string; readonly lines: readonly string[] }[];
}): string {
  const months = year.months.flatMap(({ month, lines }) =>
    lines.length === 0 ? [] : [`${monthTitle(month)}：${lines.join('，')}`],
  );
  return [year.title, ...year.sums, year.missing, ...months].filter(Boolean).join('。');
}

export const pictureSaved = '存到相册了';
export const pictureUnsaved = '图画好了，没存进相册。在手机设置里让微信用相册，或者长按图片存';
export const pictureFailed = '这台手机画不出图，截一张屏也行';
