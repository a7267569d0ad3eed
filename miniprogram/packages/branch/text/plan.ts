import { activityKindName } from '../../../text/activity/names';
import type { ActivityKind } from '../../../contracts/activity';
import type { Choice } from '../../../text/choice';

export const activityKindChoices: Choice<ActivityKind>[] = (
  ['party-day', 'meeting', 'lecture', 'volunteering'] as const
).map((kind) => ({ value: kind, text: activityKindName(kind) }));

export const planMissing = { day: '先选哪一天。', place: '在哪儿开，写一个。' } as const;
