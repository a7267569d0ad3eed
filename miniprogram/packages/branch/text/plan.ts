import { activityKindName } from '../../../text/activity/names';
import type { ActivityKind } from '../../../contracts/activity';
import type { BranchMember } from '../../../contracts/branch';
import type { Choice } from '../../../text/choice';

export const activityKindChoices: Choice<ActivityKind>[] = (
  ['party-day', 'meeting', 'lecture', 'volunteering'] as const
).map((kind) => ({ value: kind, text: activityKindName(kind) }));

export const planMissing = { day: '先选哪一天。', place: '在哪儿开，写一个。' } as const;

/** A young member who may organise on stage, and who stands behind them. */
export interface Organiser extends Choice {
  readonly guide: string;
}

/** Nobody is named, unless the branch wants it. */
export function organiserChoices(members: readonly BranchMember[]): readonly Organiser[] {
  const young = members.map(({ personId, name, mentorName }) => ({
    ...{ value: personId, text: name },
    guide: mentorName === undefined ? `${name}还没有导师，幕后没人指导` : `指导：${mentorName}`,
  }));
  return young.length === 0 ? [] : [{ value: '', text: '不指定', guide: '' }, ...young];
}
