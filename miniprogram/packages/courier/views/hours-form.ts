/** Hours as a form holds them, and back. */
import type { HoursRule } from '../../../contracts/station';
import { ruleTitle } from '../text/hours';
import { minuteText } from '../text/stations';

export interface RuleForm {
  readonly key: string;
  readonly title: string;
  readonly days: readonly string[];
  /** `18:00`, as pickers have it. */
  readonly from: string;
  readonly until: string;
  /** `次日 2:00` where it is past midnight. */
  readonly untilText: string;
}

const minutesADay = 1440;

function pickerTime(minute: number): string {
  const inDay = minute % minutesADay;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

export function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** An end at or before the beginning is on the next day. */
export function ruleOf(days: readonly number[], from: number, end: number): HoursRule {
  return { days, from, until: end > from ? end : end + minutesADay };
}

export function ruleForm({ days, from, until }: HoursRule, index: number): RuleForm {
  return {
    key: String(index),
    title: ruleTitle(index),
    days: days.map(String),
    from: pickerTime(from),
    until: pickerTime(until),
    untilText: minuteText(until),
  };
}
