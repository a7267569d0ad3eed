import type { ActivityPolicy } from '../../activity/policy';
import { defaultMaxPoints, standardRules } from '../../activity/rules/attendance-rules';
import type { Branch } from '../branch';
import type { OwnStandards } from '../view';

/** A branch's standards of attendance: its own, else its community's, else what a branch without a book begins with. */
export function ownStandards({ attendance }: Branch, policy: ActivityPolicy): OwnStandards {
  const rules = attendance ?? policy.attendance ?? standardRules;
  const standards = rules.map(({ memberClass, present, absent, organised, guided }) => ({
    ...{ memberClass, present, absent, organised, guided },
  }));
  return { standards, maxPoints: policy.maxPoints ?? defaultMaxPoints };
}
