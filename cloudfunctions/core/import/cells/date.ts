import { arabicDigits, datePattern } from '../text/dates';
import { nothingWords, sinceSuffix } from '../text/words';
import type { Cell } from '../workbook';
import { refused, taken, unreadable, type CellReading } from './reading';

const { year: yearMark, month: monthMark, day: dayMark, span } = datePattern;
const separator = '[-./\\\\_ ]';
const clockBehind = /[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/i;
const withZone = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/i;
const shanghaiMs = 8 * 3_600_000;
/** Serial numbers of 1955 to 2099: what is left of a date whose cell lost its format. */
const serials = { from: 20_100, to: 73_050 };
const serialEpochMs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
export type SerialEpoch = keyof typeof serialEpochMs;
const dayMs = 86_400_000;
/** A year of two digits that its mark tells to be one: before this it is of 2000. */
const centuryTurn = 50;

const spelled = new RegExp(`^(\\d{4}|\\d\\d)${yearMark}(?:(\\d{1,2})${monthMark}?(?:(\\d{1,2})${dayMark}?)?)?$`);
const yearFirst = new RegExp(`^(\\d{4})${separator}(\\d{1,2})(?:${separator}(\\d{1,2}))?${separator}?$`);
const yearLast = new RegExp(`^(\\d{1,2})${separator}(\\d{1,2})${separator}(\\d{4})$`);
const shortYear = new RegExp(`^\\d{1,2}${separator}\\d{1,2}${separator}\\d{1,2}$`);
const withoutYear = new RegExp(`^\\d{1,2}(?:${separator}|${monthMark})\\d{1,2}${dayMark}?$`);
const run = /^((?:19|20)\d\d)(\d\d)(\d\d)?$/;

/**
 * Reads a day (`2024-05-01`), a month (`2024-05`) or a year (`2024`) as offices write them. What may be read in two
 * ways refuses its row.
 * @param epoch the year from which the book counts days, for a day that lost its format
 */
export function readDateCell(cell: Cell, epoch: SerialEpoch = 1900): CellReading<string> {
  if (cell.type === 'time') return taken(cell.day);
  if (cell.type === 'number') return readNumber(cell.value, epoch);
  if (cell.type !== 'text') return unreadable(cell) ?? refused('dateUnreadable');
  const typed = cell.text.normalize('NFKC').trim();
  if (nothingWords.test(typed)) return taken<string>(undefined);
  if (withZone.test(typed)) return readInstant(typed);
  const text = arabicDigits(typed.replace(clockBehind, '').replace(sinceSuffix, '').replace(/\s+/g, ' ').trim());
  return readText(text);
}

function readText(typed: string): CellReading<string> {
  const text = new RegExp(`[${yearMark}${monthMark}]`).test(typed) ? typed.replace(/ /g, '') : typed;
  const [, year, month, day] = spelled.exec(text) ?? yearFirst.exec(text) ?? run.exec(text) ?? [];
  if (year !== undefined) return dateOf(fullYear(year), month, day);
  if (/^(?:19|20)\d\d$/.test(text)) return taken(text);
  const [, first = '', second = '', last] = yearLast.exec(text) ?? [];
  if (last !== undefined) return readYearLast(first, second, last);
  if (shortYear.test(text)) return refused('dateAmbiguous');
  if (withoutYear.test(text)) return refused('dateWithoutYear');
  return span.test(text) || /\d{4}.*\D\d{4}/.test(text) ? refused('dateSpan') : refused('dateUnreadable');
}

/** Where the year stands last, day and month may change places unless one of them is no month. */
function readYearLast(first: string, second: string, year: string): CellReading<string> {
  const isEitherWay = Number(first) <= 12 && Number(second) <= 12 && first !== second;
  if (isEitherWay) return refused('dateAmbiguous');
  return Number(first) > 12 ? dateOf(year, second, first) : dateOf(year, first, second);
}

/** 2024.5 in a number cell is May; 2024.1 may have been 2024.10. A whole number is a serial that lost its format. */
function readNumber(value: number, epoch: SerialEpoch): CellReading<string> {
  const text = String(value);
  if (/^(?:19|20)\d\d\.1$/.test(text)) return refused('dateAmbiguous');
  const isSerial = Number.isInteger(value) && value >= serials.from && value <= serials.to;
  if (!isSerial) return readText(text);
  const day = new Date(serialEpochMs[epoch] + value * dayMs).toISOString().slice(0, 10);
  return taken(day, { code: 'serialDate', detail: day });
}

function readInstant(typed: string): CellReading<string> {
  const at = Date.parse(typed.replace(' ', 'T'));
  if (Number.isNaN(at)) return refused('dateImpossible');
  return taken(new Date(at + shanghaiMs).toISOString().slice(0, 10));
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) < centuryTurn ? 20 : 19}${year}`;
}

function dateOf(year: string, month?: string, day?: string): CellReading<string> {
  if (month === undefined) return taken(year);
  const text = [year, month, ...(day === undefined ? [] : [day])].map((part) => part.padStart(2, '0')).join('-');
  const at = new Date(`${text}${day === undefined ? '-01' : ''}T00:00:00Z`);
  const isOnCalendar = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
  return isOnCalendar && Number(year) >= 1900 ? taken(text) : refused('dateImpossible');
}
