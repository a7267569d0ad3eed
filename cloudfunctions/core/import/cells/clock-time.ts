/** Times of day as somebody writes them, by a clock of twelve hours or of twenty-four. */
import { dayParts, hourOf, spokenMinutes } from '../text/opening-words';

/** What stands in a text: `word` for the part of the day before the figures. */
export interface WrittenTime {
  readonly word: string | undefined;
  readonly hour: string | undefined;
  readonly minute: string | undefined;
}

const noonHour = 12;
const midnightHour = 24;
/** One o'clock at night is after midnight, six in the evening before. */
const lastHourOfNight = 4;
/** One at noon is after it, eleven before. */
const lastHourOfNoon = 5;

type DayPart = keyof typeof dayParts;

function partOf(word: string | undefined): DayPart | undefined {
  if (word === undefined) return undefined;
  if (dayParts.noon.test(word)) return 'noon';
  if (dayParts.afternoon.test(word)) return 'afternoon';
  if (dayParts.night.test(word)) return 'night';
  if (dayParts.smallHours.test(word)) return 'smallHours';
  return dayParts.nextDay.test(word) ? 'nextDay' : undefined;
}

/** The hour of the day; above 24 it is the next day's. */
function hourOfDay(part: DayPart | undefined, hour: number): number {
  if (part === 'nextDay') return hour + midnightHour;
  if (part === 'smallHours') return hour === noonHour ? 0 : hour;
  if (hour > noonHour) return hour;
  if (part === 'night' && (hour === 0 || hour === noonHour)) return midnightHour;
  if (part === 'night') return hour + (hour <= lastHourOfNight ? midnightHour : noonHour);
  if (hour === noonHour) return hour;
  return part === 'afternoon' || (part === 'noon' && hour > 0 && hour <= lastHourOfNoon) ? hour + noonHour : hour;
}

/** The figures alone. Undefined where no clock shows them. */
function figuresOf({ hour, minute }: WrittenTime): { readonly hours: number; readonly minutes: number } | undefined {
  const hours = hourOf(hour ?? '');
  const minutes = minute === undefined ? 0 : (spokenMinutes[minute] ?? Number(minute));
  return hours <= midnightHour && minutes <= 59 ? { hours, minutes } : undefined;
}

/** Minutes from the beginning of the day, 晚上12点 at its end. Undefined where no clock shows the figures. */
export function minutesOf(time: WrittenTime): number | undefined {
  const figures = figuresOf(time);
  return figures && hourOfDay(partOf(time.word), figures.hours) * 60 + figures.minutes;
}

/**
 * The end of a span, always after its start: where it names no part of the day, it is the next such time by a clock of
 * twelve hours, if the start was written by one (下午2点到5点).
 */
export function minutesUntil(
  time: WrittenTime,
  start: { readonly word: string | undefined; readonly minutes: number },
): number | undefined {
  const figures = figuresOf(time);
  if (figures === undefined) return undefined;
  const startPart = partOf(start.word);
  const byTwelve = time.word === undefined && ['noon', 'afternoon', 'night'].includes(startPart ?? '');
  const until = minutesOf(time) ?? 0;
  const possible =
    byTwelve && figures.hours > 0 && figures.hours <= noonHour
      ? [noonHour, midnightHour].map((added) => ((figures.hours % noonHour) + added) * 60 + figures.minutes)
      : [until, until + midnightHour * 60];
  return possible.find((minutes) => minutes > start.minutes);
}
