import type { HelpCase } from '../../../cloudfunctions/core/help/help-case';
import type { Helper, HomeVisit, HomeVisitPlan } from '../../../cloudfunctions/core/help/home-visit';
import { branchIdOf } from '../../../cloudfunctions/core/place/branch';
import { dayText, daysAfter, startOfDay } from '../../../cloudfunctions/core/time/shanghai';
import type { DemoPerson } from '../people/people-builder';

const everyDays = 90;
const keepDays = 1095;
const communityId = 'xibu';
const branchId = branchIdOf(communityId);

const helperOf = ({ personId, name }: DemoPerson): Helper => ({ personId, name });

/**
 * Whom the committee of the branch visits at home: all special members but the last, for whom nobody was named yet; the
 * first is visited late, the second was a week ago. One of them is helped.
 */
export function helpDocuments(
  committee: readonly DemoPerson[],
  special: readonly DemoPerson[],
  now: Date,
): Readonly<Record<string, readonly object[]>> {
  const today = dayText(now);
  const plans: HomeVisitPlan[] = [];
  const visits: HomeVisit[] = [];
  special.slice(0, -1).forEach((member, index) => {
    const visitor = committee[index % committee.length];
    if (!visitor) return;
    const lastDay = daysAfter(today, index === 0 ? -101 : -7 * index);
    const dueDay = daysAfter(lastDay, everyDays);
    plans.push({
      ...{ _id: member.personId, communityId, branchId, name: member.name, visitor: helperOf(visitor) },
      ...{ lastDay, dueDay },
      ...(index > 0 && { remindDay: dueDay }),
    });
    visits.push({
      ...{ _id: `home-visit-${member.personId}`, communityId, branchId, personId: member.personId },
      ...{ by: helperOf(visitor), day: lastDay },
      policy: '讲了今年的医保缴费和高龄津贴怎么领',
      needs: index === 0 ? '冬天取暖有困难，腿脚不好，去不了镇上' : '没有难处',
      at: startOfDay(lastDay),
      keepUntil: startOfDay(daysAfter(lastDay, keepDays)),
    });
  });
  return { homeVisitPlans: plans, homeVisits: visits, helpCases: casesOf(committee[0], special[0], now) };
}

function casesOf(helper: DemoPerson | undefined, member: DemoPerson | undefined, now: Date): readonly HelpCase[] {
  if (!helper || !member) return [];
  const openedAt = startOfDay(daysAfter(dayText(now), -98));
  const note = {
    at: startOfDay(daysAfter(dayText(now), -40)),
    by: helperOf(helper),
    words: '送去了一床被子，炉子换了新的',
  };
  return [
    {
      ...{ _id: 'help-case-xibu', communityId, branchId, personId: member.personId, name: member.name },
      ...{ kind: 'hardship', words: '冬天取暖有困难', helper: helperOf(helper), openedAt, open: true },
      ...{ notes: [note], version: 1, requests: [] },
    },
  ];
}
