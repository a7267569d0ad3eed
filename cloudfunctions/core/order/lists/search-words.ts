import { limits } from '../../../../miniprogram/contracts/limits';
import { readPersonPhone } from '../../platform/input/phone';
import { readName } from '../../platform/input/name';
import { dayStart, monthText, nextDayStart, wallClock } from '../../time/shanghai';

/** What a text stands for by which orders are looked for. */
export type SearchWords =
  | { readonly by: 'number'; readonly number: string }
  | { readonly by: 'day'; readonly month: string; readonly from: Date; readonly until: Date }
  | { readonly by: 'phone'; readonly phone: string }
  | { readonly by: 'name'; readonly name: string };

const orderNumber = /^(\d\d(?:0[1-9]|1[0-2]))-?(\d{6})$/;
/** `2026-11-28`, `2026/11/28`, `11.28`, with the Chinese characters for year, month and day as well. */
const day = /^(?:(20\d\d)[-/.\u5e74])?(\d{1,2})[-/.\u6708](\d{1,2})[\u65e5\u53f7]?$/;

/** One width of digits and hyphens, without blanks. */
function plain(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, '');
}

/**
 * Reads what staff type or are told on the phone: an order's number, the day that an order was made, the number of
 * whoever asked, or how their name begins. A day without a year is the last such day. Pure.
 * @param areaCode put before a landline that was typed without one
 * @returns undefined for what is none of them: a day that no calendar has, digits that are no whole number
 */
export function readSearchWords(typed: string, now: Date, areaCode: string): SearchWords | undefined {
  const text = plain(typed);
  const [, month, rest] = orderNumber.exec(text) ?? [];
  if (month !== undefined && rest !== undefined) return { by: 'number', number: `${month}-${rest}` };
  const found = day.exec(text);
  if (found) return readDay(found, now);
  if (/\d/.test(text)) {
    const phone = readPersonPhone(typed, areaCode);
    return phone.ok ? { by: 'phone', phone: phone.value.number } : undefined;
  }
  const name = readName(typed, limits.personName);
  return name.ok ? { by: 'name', name: name.value } : undefined;
}

function readDay([, year, month, date]: RegExpExecArray, now: Date): SearchWords | undefined {
  const thisYear = wallClock(now).year;
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(date));
  const found = dayOf(thisYear, Number(month), Number(date));
  return found && found.from.getTime() <= now.getTime() ? found : dayOf(thisYear - 1, Number(month), Number(date));
}

function dayOf(year: number, month: number, date: number): Extract<SearchWords, { by: 'day' }> | undefined {
  const noon = new Date(Date.UTC(year, month - 1, date, 4));
  const clock = wallClock(noon);
  if (clock.month !== month || clock.day !== date) return undefined;
  return { by: 'day', month: monthText(noon), from: dayStart(noon), until: nextDayStart(noon) };
}
