import type { ReviewScoring } from '../../../miniprogram/contracts/review';
import type { Services } from '../platform/context';
import { keeperIdOf } from '../place/branch';
import { done } from '../platform/result';
import { tallies } from '../statistics/tally';
import { countWaiting } from '../statistics/waiting-lines';
import { readHolidays } from '../time/holidays';
import { dayText } from '../time/shanghai';
import { canonicalJson, hashOf } from '../platform/ids';
import type { ReviewedBranch } from './branches';
import type { ReviewedLines } from './lines';
import { readReviewed } from './members';
import { reviewIdOf, reviews, type Review } from './review';
import { digestedRows } from './rules/digest';
import { draftRows } from './rules/draft';
import { endOfMonth, lastSaturdayOf } from './rules/review-day';
import { readReviews, readRows, writeRows } from './store';

/** No line counts two months after its own, so that no month before these says anything of it. */
const monthsLookedAt = 3;

/** What is drafted: a branch's month, out of its community's lines. */
interface Draft {
  readonly branch: ReviewedBranch;
  readonly month: string;
  readonly lines: ReviewedLines;
  /** By what the community assesses its months now. */
  readonly scoring: ReviewScoring;
}

/**
 * Drafts a month of a branch anew, unless it is confirmed. What is under way keeps whoever confirms waiting; what broke
 * off is done again from its start. Once its last Saturday has come it waits for the secretary.
 */
export async function draftReview(
  services: Services,
  { branch, month, lines: source, scoring }: Draft,
): Promise<boolean> {
  const { database, clock } = services;
  const review = await beginDraft(services, branch, month);
  if (!review) return false;
  const isRunning = clock.now() < endOfMonth(month);
  const [known, rows, members, { readAt, lines }] = await Promise.all([
    readReviews(database, branch.branchId),
    readRows(database, review._id),
    isRunning ? readReviewed(database, branch) : [],
    source.of(branch, month),
  ]);
  const earlier = known.filter((one) => one.state === 'confirmed' && one.month < month).slice(0, monthsLookedAt);
  const frozen = [];
  for (const one of earlier) frozen.push({ month: one.month, rows: await readRows(database, one._id) });
  const present = members.filter(({ leftAt }) => !leftAt);
  const drafted = draftRows({ review, isRunning, members: present, lines, rows, frozen, scoring });
  await writeRows(database, rows, drafted);
  await endDraft(services, review, {
    people: drafted.length,
    scoring,
    draftedAt: readAt,
    digest: hashOf(digestedRows(drafted)),
  });
  return true;
}

/** Makes the month if there is none, and says that its rows are being written; undefined where it is frozen. */
async function beginDraft(
  { database, clock }: Services,
  { branchId, branchName, communityId }: ReviewedBranch,
  month: string,
): Promise<Review | undefined> {
  const _id = reviewIdOf(branchId, month);
  const day = lastSaturdayOf(month);
  const now = clock.now();
  const dayKind = (await readHolidays())(day);
  const changed = await database.updateWhere(
    reviews,
    { _id, state: { oneOf: ['gathering', 'draft'] } },
    { set: { draftingSince: now, branchName, dayKind } },
  );
  if (changed === 0) {
    const made: Review = {
      ...{ _id, communityId, branchId, branchName, month, day, dayKind },
      ...{ state: 'gathering', people: 0, draftedAt: now, draftingSince: now, digest: '', confirmed: null },
      ...{ version: 0, requests: [] },
    };
    if (!(await database.insert(reviews, made))) return undefined;
    return made;
  }
  return database.get(reviews, _id);
}

type Drafted = Pick<Review, 'people' | 'draftedAt' | 'digest'> & { readonly scoring: ReviewScoring };

/** The month that begins to wait for the secretary is counted in the same transaction. */
async function endDraft({ database, clock }: Services, { _id }: Review, drafted: Drafted): Promise<void> {
  await database.transaction(async (transaction) => {
    const review = await transaction.get(reviews, _id);
    if (!review || review.state === 'confirmed') return done(false);
    const isDue = dayText(clock.now()) >= review.day;
    const isOther =
      review.digest !== drafted.digest ||
      review.people !== drafted.people ||
      canonicalJson(review.scoring ?? []) !== canonicalJson(drafted.scoring);
    const state = isDue ? 'draft' : 'gathering';
    await transaction.update(reviews, _id, {
      set: { ...drafted, state, version: review.version + (isOther || state !== review.state ? 1 : 0) },
      unset: ['draftingSince'],
    });
    if (isDue && review.state === 'gathering') {
      await countWaiting(transaction, keeperIdOf(review.branchId), { reviews: 1 }, clock.now());
      await transaction.update(tallies, keeperIdOf(review.branchId), { set: { reviewDay: review.day } });
    }
    return done(true);
  });
}
