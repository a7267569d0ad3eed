import { activityKindName } from './activity-names';
import type { ActivityKind } from '../../../contracts/activity';
import type { BranchMember } from '../../../contracts/branch';
import type { Choice } from '../../../text/choice';
import { nameApart } from '../../../text/person/name-apart';
import { pickerDay, weekdayDay } from '../../../text/dates';

export const activityKindChoices: Choice<ActivityKind>[] = (
  ['party-day', 'meeting', 'lecture', 'volunteering'] as const
).map((kind) => ({ value: kind, text: activityKindName(kind) }));

export const planMissing = { day: '先选哪一天。', place: '在哪儿开，写一个。' } as const;

const dayMs = 86_400_000;
const saturday = 6;

/** Days that are planned most, at one touch: today, and the two Saturdays to come. Values as a picker has them. */
export function planDays(nowMs: number): readonly Choice[] {
  const today = pickerDay(nowMs);
  const daysToSaturday = saturday - new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  const saturdays = [daysToSaturday, daysToSaturday + 7].map((days) => pickerDay(nowMs + days * dayMs));
  return [{ value: today, text: '今天' }, ...saturdays.map((value) => ({ value, text: planDay(value) }))];
}

/** A picker's day in words. */
export function planDay(day: string): string {
  return day === '' ? '' : weekdayDay(`${day}T00:00:00+08:00`);
}

/** A young member who may organise on stage, and who stands behind them. */
export interface Organiser extends Choice {
  readonly guide: string;
}

/** Nobody is named, unless the branch wants it. */
export function organiserChoices(members: readonly BranchMember[]): readonly Organiser[] {
  const young = members.map(({ personId, name, mentorName, ...apart }) => ({
    ...{ value: personId, text: nameApart({ name, ...apart }) },
    guide: mentorName === undefined ? `${name}还没有导师，幕后没人指导` : `指导：${mentorName}`,
  }));
  return young.length === 0 ? [] : [{ value: '', text: '不指定', guide: '' }, ...young];
}
