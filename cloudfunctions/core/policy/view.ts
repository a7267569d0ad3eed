import { policySettings, type PolicySettingView, type PolicyView } from '../../../miniprogram/contracts/policy';
import { attendanceStart } from '../activity/policy';
import type { Database } from '../platform/database';
import { shownValue } from './change';
import { defaultPolicy, fullPolicy, policySchema, type Policy } from './policy';
import { policyAudit, type PolicyAuditLine } from './policy-audit';
import { rangeAt } from './rules/range';
import { valueAt } from './rules/tree';

/** As many changes as are shown. */
const shownChanges = 50;

/** The latest changes of a community's policy, the newest first. One read. */
export function readPolicyChanges(database: Database, communityId: string): Promise<readonly PolicyAuditLine[]> {
  return database.find(policyAudit, {
    where: { communityId, kind: 'policy' },
    sort: { timeKey: 'desc' },
    limit: shownChanges,
  });
}

/** Every setting of a policy, and its latest changes. */
export function policyView(policy: Policy, changes: readonly PolicyAuditLine[], mine: boolean): PolicyView {
  const whole = fullPolicy(policy);
  const standard = fullPolicy(defaultPolicy);
  return {
    settings: policySettings.map((setting) => ({
      setting,
      value: shownValue(valueAt(whole, setting)),
      ...(setting === 'activity.attendance'
        ? attendanceOf(whole)
        : {
            standard: shownValue(valueAt(standard, setting)),
            range: rangeAt(policySchema, setting),
          }),
    })),
    changes: changes.map(({ setting, from, to, at, by, reason }) => ({
      setting,
      from: shownValue(from),
      to: shownValue(to),
      at: at.toISOString(),
      name: by.name,
      reason,
    })),
    mine,
  };
}

function attendanceOf({ activity }: Policy): Pick<PolicySettingView, 'standard' | 'range'> {
  const { rules, range } = attendanceStart(activity);
  return { standard: shownValue(rules), range };
}
