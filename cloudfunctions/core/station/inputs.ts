import { limits } from '../../../miniprogram/contracts/limits';
import { schemaOf } from '../platform/input/schema';
import { object, optional, v, words } from '../platform/validation';
import { readDay } from '../platform/input/time';

const minutesADay = 24 * 60;
const minute = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const span = {
  from: minute(minutesADay - 1),
  /** Past midnight it is more than a day's minutes. */
  until: minute(2 * minutesADay - 1),
};
interface Span {
  readonly from: number;
  readonly until: number;
}

/** Longer than nothing, and no longer than a day. */
const isSpan = ({ from, until }: Span): boolean => until > from && until <= from + minutesADay;

const weekday = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7));
const rule = v.pipe(
  object({ days: v.pipe(v.array(weekday), v.minLength(1), v.maxLength(7)), ...span }),
  v.check((one) => isSpan(one)),
);
const holidaySpan = v.pipe(
  object(span),
  v.check((one) => isSpan(one)),
);

/** Hours as a keeper sets them. */
export const openingHours = object({
  rules: v.pipe(v.array(rule), v.maxLength(14)),
  holidays: v.union([v.picklist(['usual', 'closed']), v.pipe(v.array(holidaySpan), v.maxLength(3))]),
  closedDays: v.pipe(v.array(schemaOf((text) => readDay(text))), v.maxLength(20)),
  note: optional(words(limits.stationWords)),
});
