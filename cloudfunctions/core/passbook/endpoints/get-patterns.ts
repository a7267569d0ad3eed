import { pairWays, type PairWay } from '../../../../miniprogram/contracts/pair';
import type { BranchPatterns } from '../../../../miniprogram/contracts/pattern';
import { signedInEndpoint } from '../../access/endpoint';
import { activities, type Activity } from '../../activity/activity';
import { branches, type Branch } from '../../branch/branch';
import { branchIdOf } from '../../place/branch';
import { communities, type Community } from '../../place/community';
import type { Question, Where } from '../../platform/database';
import { done } from '../../platform/result';
import { object, v } from '../../platform/validation';
import { monthStart } from '../../time/shanghai';
import { grantMonths, grants, type Grant, type GrantMonth } from '../grants/grant';
import { pairCounts, type PairCount } from '../pairs/pair-count';
import { policyOfBranch } from '../../policy/branch-points';
import { defaultPassbookPolicy, grantCapOf } from '../policy';
import { burstsOf, givenPairsOf, nearGrantCapsOf, nearPairCapsOf, oneHandsOf, unsaidOf } from '../rules/patterns';

/** One query returns so many; where one is full, the answer says that there was more. */
const most = 99;

/**
 * What of a month somebody who inspects the books may want to look at, branch by branch. It accuses nobody, and no line
 * follows from it. Of a month with more than a query returns the newest are looked through; of pairs, so many of each
 * way.
 * Cost: 2 reads.
 */
export const getPatterns = signedInEndpoint({
  name: 'passbook.getPatterns',
  input: object({ month: v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/)) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login: { communityId } }, { month }) {
    const asked = questionsOf(communityId, month);
    const [listed = [], [community] = [], open = [], settled = [], months = [], held = [], ...pairs] =
      (await database.findTogether(branches, asked)) ?? [];
    const found: Found = {
      grants: [...open, ...settled],
      months,
      activities: held,
      pairs: pairs.flat(),
      capOf: (branchId) =>
        grantCapOf((community && policyOfBranch(community, branchId).passbook) ?? defaultPassbookPolicy),
    };
    const own = listed.map(({ _id, name }) => branchPatterns(found, _id, name));
    const whole = wholePatterns(found, communityId, community?.name ?? '');
    const isPartial = [open, settled, months, held, ...pairs].some(({ length }) => length >= most);
    return done({ month, branches: [...own, whole].filter(({ patterns }) => patterns.length > 0), isPartial });
  },
});

function questionsOf(
  communityId: string,
  month: string,
): readonly [
  Question<Branch>,
  Question<Community>,
  Question<Grant>,
  Question<Grant>,
  Question<GrantMonth>,
  Question<Activity>,
  ...Question<PairCount>[],
] {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const within = { gte: monthStart(year, number).toISOString(), lt: monthStart(year, number + 1).toISOString() };
  const givenIn = (open: boolean): Question<Grant> => ({
    of: grants,
    where: { communityId, open, sinceKey: within },
    sort: { sinceKey: 'desc' },
    limit: most,
  });
  const pairsIn = (way: PairWay, near: boolean): Question<PairCount> => ({
    of: pairCounts,
    where: { communityId, near, pairKey: { gte: `${month}:${way}:`, lt: `${month}:${way};` } },
    sort: { pairKey: 'desc' },
    limit: most,
  });
  const ofMonth: Where = { communityId, month };
  return [
    { of: branches, where: { communityId }, sort: { _id: 'asc' }, limit: most },
    { of: communities, where: { _id: communityId }, limit: 1 },
    givenIn(true),
    givenIn(false),
    { of: grantMonths, where: ofMonth, limit: most },
    { of: activities, where: { communityId, startKey: within }, sort: { startKey: 'desc' }, limit: most },
    ...pairWays.flatMap((way) => [pairsIn(way, true), pairsIn(way, false)]),
  ];
}

interface Found {
  readonly grants: readonly Grant[];
  readonly months: readonly GrantMonth[];
  readonly activities: readonly Activity[];
  readonly pairs: readonly PairCount[];
  /** Points that one person may give by hand in a month, in a branch. */
  readonly capOf: (branchId: string) => number;
}

function branchPatterns(found: Found, branchId: string, branchName: string): BranchPatterns {
  const isOwn = (one: { readonly branchId: string }) => one.branchId === branchId;
  const given = found.grants.filter((grant) => isOwn(grant) && grant.kind === 'grant');
  return {
    branchId,
    branchName,
    patterns: [
      ...burstsOf(found.grants.filter(isOwn)),
      ...givenPairsOf(given),
      ...oneHandsOf(found.activities.filter(isOwn)),
    ],
  };
}

/** Services, pairs and what one person gives by hand are counted in the community as a whole. */
function wholePatterns({ months, pairs, capOf }: Found, communityId: string, branchName: string): BranchPatterns {
  const near = nearGrantCapsOf(months, capOf(branchIdOf(communityId)));
  return { branchName, patterns: [...near, ...nearPairCapsOf(pairs), ...unsaidOf(pairs)] };
}
