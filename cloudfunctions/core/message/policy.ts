import { object, v } from '../platform/validation';

/** How much a community lets ring on one phone. The inbox has every message at once, whatever this says. */
export interface MessagePolicy {
  /** So many subscription messages go to one phone one by one; what comes after them waits for a digest. */
  readonly atOnce: number;
  /** The time in which these are counted. */
  readonly withinMinutes: number;
  /** At these full hours of Shanghai's clock one message says how many wait. */
  readonly digestHours: readonly number[];
}

export const defaultMessagePolicy: MessagePolicy = { atOnce: 4, withinMinutes: 60, digestHours: [8, 12, 18] };

/** What may be set, and how far: the most that is ever sent at once, and the longest time in which it is counted. */
export const mostAtOnce = 20;
export const mostMinutes = 24 * 60;

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

export const messagePolicySchema = object({
  atOnce: whole(1, mostAtOnce),
  withinMinutes: whole(5, mostMinutes),
  digestHours: v.pipe(v.array(whole(0, 23)), v.minLength(1), v.maxLength(6)),
});
