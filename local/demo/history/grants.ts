import { grantMonthId, type Grant, type GrantMonth } from '../../../cloudfunctions/core/passbook/grants/grant';
import { bookIdOf } from '../../../cloudfunctions/core/passbook/passbook';
import { defaultGrantCap } from '../../../cloudfunctions/core/passbook/policy';
import { grantPosting } from '../../../cloudfunctions/core/passbook/rules/grants';
import { branchIdOf } from '../../../cloudfunctions/core/place/branch';
import { timeKey } from '../../../cloudfunctions/core/platform/ids';
import { dayText, monthText } from '../../../cloudfunctions/core/time/shanghai';
import type { DemoCommunity } from '../communities/community-builder';
import type { PassbookBuilder } from './passbook-builder';
import { after, dayMs } from './time';

/** What two people wrote by hand, what waits for the second of them, and how much the month holds. */
export interface SimulatedGrants {
  readonly grants: readonly Grant[];
  readonly months: readonly GrantMonth[];
}

const nothing: SimulatedGrants = { grants: [], months: [] };

/** A few days ago one line was signed; another one waits. None in a community without classes of members. */
export function simulateGrants(
  { document, people: { all } }: DemoCommunity,
  passbooks: PassbookBuilder,
  now: Date,
): SimulatedGrants {
  const { _id: communityId, branchName } = document;
  const [first, second] = all.filter(({ memberClass }) => memberClass === 'committee');
  const [earner, waiting] = all.filter(({ memberClass, openid }) => memberClass === 'senior' && openid !== 'branch-li');
  if (!first || !second || !earner || !waiting) return nothing;
  const branchId = branchIdOf(communityId);
  const grantOf = (number: number, person: typeof earner, by: typeof first, more: Pick<Grant, 'points' | 'reason'>) => {
    const at = after(now, -(4 - number) * dayMs);
    const _id = `${communityId}-grant-${number}`;
    const grant: Grant = {
      _id,
      communityId,
      branchId,
      branchName,
      kind: 'grant',
      bookId: bookIdOf(person.personId, 'organization'),
      personId: person.personId,
      personName: person.name,
      memberClass: person.memberClass ?? null,
      unit: 'organization',
      day: dayText(after(at, -dayMs)),
      state: 'proposed',
      open: true,
      sinceKey: timeKey(at, _id),
      proposal: { personId: by.personId, name: by.name, at },
      cap: defaultGrantCap,
      settled: null,
      requests: [],
      ...more,
    };
    return grant;
  };
  const points = 4;
  const proposed = grantOf(1, earner, first, { points, reason: '暴雨那天夜里守在河堤上，一直到天亮' });
  const at = after(proposed.proposal.at, dayMs);
  const settled = { personId: second.personId, name: second.name, at, refusal: null };
  const signed: Grant = { ...proposed, state: 'signed', open: false, settled };
  passbooks.post([grantPosting(signed, at)]);
  const open = grantOf(2, waiting, second, { points: 3, reason: '把村史馆的老照片一张张整理出来了' });
  const [month, { personId, name }] = [monthText(at), first];
  const _id = grantMonthId(branchId, month, personId);
  return {
    grants: [signed, open],
    months: [{ _id, communityId, branchId, month, personId, name, points, grants: 1 }],
  };
}
