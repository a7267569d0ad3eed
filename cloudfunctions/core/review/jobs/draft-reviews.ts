import type { ReviewScoring } from '../../../../miniprogram/contracts/review';
import { communities } from '../../place/community';
import type { Job, JobProgress } from '../../job/job';
import type { Services } from '../../platform/context';
import { monthText } from '../../time/shanghai';
import { defaultReviewPolicy } from '../policy';
import { scoringOf } from '../rules/score';
import { readBranches, type ReviewedBranch } from '../branches';
import { ReviewedLines } from '../lines';
import { draftReview } from '../draft-review';
import { readReviews } from '../store';

/**
 * Every night, drafts the month that runs of each branch, and those before it that nobody has confirmed (S2-20). A
 * month is begun with its first night, so that who belonged to it and in which class is known of every day. It counts
 * months.
 */
export const draftReviews: Job = { name: 'draft-reviews', every: 'night', run: draft };

async function draft(services: Services, record: { readonly cursor: string | null } | undefined, until: Date) {
  let after = record?.cursor ?? '';
  let finished = 0;
  const lines = new ReviewedLines(services);
  for (;;) {
    const { branches, hasMore } = await readBranches(services.database, after);
    const scorings = await readScorings(services.database, branches);
    for (const branch of branches) {
      if (services.clock.now() >= until) return progress(finished, after);
      finished += await draftBranch(services, branch, { lines, scoring: scorings.get(branch.communityId) ?? [] });
      after = branch.branchId;
    }
    if (!hasMore) return progress(finished, null);
  }
}

interface OfCommunity {
  readonly lines: ReviewedLines;
  readonly scoring: ReviewScoring;
}

async function draftBranch(services: Services, branch: ReviewedBranch, of: OfCommunity): Promise<number> {
  const running = monthText(services.clock.now());
  const known = await readReviews(services.database, branch.branchId);
  const open = known.filter(({ state, month }) => state !== 'confirmed' && month < running);
  // the earlier first: what counts in a month depends on those before it
  const months = [...open.map(({ month }) => month).sort(), running];
  let drafted = 0;
  for (const month of months) if (await draftReview(services, { branch, month, ...of })) drafted += 1;
  return drafted;
}

/** By what the communities of some branches assess their months. One read for all of them. */
async function readScorings(
  database: Services['database'],
  branches: readonly ReviewedBranch[],
): Promise<ReadonlyMap<string, ReviewScoring>> {
  const ids = [...new Set(branches.map(({ communityId }) => communityId))];
  if (ids.length === 0) return new Map();
  const where = { _id: { oneOf: ids } };
  const found = await database.find(communities, { where, limit: ids.length, exclude: ['grids'] });
  return new Map(found.map(({ _id, policy }) => [_id, scoringOf(policy.review ?? defaultReviewPolicy)]));
}

const progress = (done: number, cursor: string | null): JobProgress => ({ done, cursor });
