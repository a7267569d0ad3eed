import type { Job, JobProgress } from '../../job/job';
import type { Services } from '../../platform/context';
import { monthText } from '../../time/shanghai';
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
    for (const branch of branches) {
      if (services.clock.now() >= until) return progress(finished, after);
      finished += await draftBranch(services, branch, lines);
      after = branch.branchId;
    }
    if (!hasMore) return progress(finished, null);
  }
}

async function draftBranch(services: Services, branch: ReviewedBranch, lines: ReviewedLines): Promise<number> {
  const running = monthText(services.clock.now());
  const known = await readReviews(services.database, branch.branchId);
  const open = known.filter(({ state, month }) => state !== 'confirmed' && month < running);
  // the earlier first: what counts in a month depends on those before it
  const months = [...open.map(({ month }) => month).sort(), running];
  let drafted = 0;
  for (const month of months) if (await draftReview(services, { branch, month, lines })) drafted += 1;
  return drafted;
}

const progress = (done: number, cursor: string | null): JobProgress => ({ done, cursor });
