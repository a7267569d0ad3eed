/** The days and hours that whoever goes may name, by touch. */
import type { AppointmentView } from '../../../contracts/order';
import type { Choice } from '../../../text/choice';
import { pickerDay, shanghaiTime } from '../../../text/dates';
import { dayText, hoursText } from '../text/appointment';

const dayMs = 86_400_000;
/** As far ahead as one plans a visit. */
const days = 7;

/** Two hours each, in which somebody is at home to wait. */
const windows = [
  ['09:00', '11:00'],
  ['11:00', '13:00'],
  ['14:00', '16:00'],
  ['16:00', '18:00'],
  ['19:00', '21:00'],
] as const;

const hoursOf = (day: string, [from, until]: (typeof windows)[number]): AppointmentView => ({
  from: shanghaiTime(day, from),
  until: shanghaiTime(day, until),
});

/** The hours of a day that are still to come. */
export function hourChoices(day: string, nowMs: number): Choice[] {
  return windows
    .filter((window) => Date.parse(hoursOf(day, window).from) > nowMs)
    .map((window) => ({ value: window[0], text: hoursText(window) }));
}

/** Days on which there are hours left. */
export function dayChoices(nowMs: number): Choice[] {
  return Array.from({ length: days }, (_, index) => nowMs + index * dayMs)
    .map((ms) => ({ value: pickerDay(ms), text: dayText(ms, nowMs) }))
    .filter(({ value }) => hourChoices(value, nowMs).length > 0);
}

/** What was chosen; undefined until both were, and where it has passed since. */
export function chosenHours(day: string, from: string, nowMs: number): AppointmentView | undefined {
  const window = windows.find(([begins]) => begins === from);
  if (day === '' || window === undefined) return undefined;
  const hours = hoursOf(day, window);
  return Date.parse(hours.from) > nowMs ? hours : undefined;
}
