import type { ActivityKind } from '../../../../miniprogram/contracts/activity';

/** What a title calls an activity; the first that fits, else a meeting. */
const kinds: readonly (readonly [RegExp, ActivityKind])[] = [
  [/党日/, 'party-day'],
  [/党课|宣讲|讲座|学习|培训/, 'lecture'],
  [/志愿|义诊|慰问|服务|清扫|劳动|走访/, 'volunteering'],
];

/** Of which kind a past activity was, as far as its title says. */
export function activityKindOf(title: string): ActivityKind {
  return kinds.find(([pattern]) => pattern.test(title))?.[1] ?? 'meeting';
}
