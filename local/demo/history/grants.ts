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

type Somebody = DemoCommunity['people']['all'][number];
type Said = Pick<Grant, 'points' | 'reason'> & { readonly number: number; readonly at: Date };

/** What one of the branch proposed for another, the day after it happened. */
function proposalOf(community: DemoCommunity, person: Somebody, by: Somebody, { number, at, ...said }: Said): Grant {
  const { _id: communityId, branchName } = community.document;
  const _id = `${communityId}-grant-${number}`;
  return {
    _id,
    communityId,
    branchId: branchIdOf(communityId),
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
    ...said,
  };
}

/** A few days ago one line was signed; another one waits. None in a community without classes of members. */
export function simulateGrants(community: DemoCommunity, passbooks: PassbookBuilder, now: Date): SimulatedGrants {
  const { all } = community.people;
  const [first, second] = all.filter(({ memberClass }) => memberClass === 'committee');
  const [earner, other] = all.filter(({ memberClass, openid }) => memberClass === 'senior' && openid !== 'branch-li');
  if (!first || !second || !earner || !other) return nothing;
  const points = 4;
  const helped = { number: 1, points, reason: '暴雨那天夜里守在河堤上，一直到天亮', at: after(now, -3 * dayMs) };
  const proposed = proposalOf(community, earner, first, helped);
  const at = after(now, -2 * dayMs);
  const settled = { personId: second.personId, name: second.name, at, refusal: null };
  const signed: Grant = { ...proposed, state: 'signed', open: false, settled };
  passbooks.post([grantPosting(signed, at)]);
  const sorted = { number: 2, points: 3, reason: '把村史馆的老照片一张张整理出来了', at: after(now, -dayMs) };
  const { communityId } = signed;
  const branchId = branchIdOf(communityId);
  const { personId, name } = first;
  const month = monthText(at);
  const _id = grantMonthId(communityId, month, personId);
  return {
    grants: [signed, proposalOf(community, other, second, sorted)],
    months: [{ _id, communityId, branchId, month, personId, name, points, grants: 1 }],
  };
}
