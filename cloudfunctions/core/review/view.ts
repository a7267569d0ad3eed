import type { ListedReview, ReviewLine, ReviewRowView, ReviewView } from '../../../miniprogram/contracts/review';
import { branchOf, type SignedIn } from '../access/caller';
import { scopeOfHat } from '../access/permissions';
import type { Review, ReviewRow } from './review';

/** Enough of a digest to compare by eye. */
const digestShown = 16;

export function reviewLine({
  month,
  state,
  day,
  dayKind,
  people,
  draftedAt,
  confirmed,
  scoring = [],
}: Review): ReviewLine {
  return {
    month,
    state,
    day,
    dayKind,
    people,
    draftedAt: draftedAt.toISOString(),
    scoring,
    ...(confirmed && { confirmed: { name: confirmed.name, at: confirmed.at.toISOString() } }),
  };
}

/** A month in the list of its branch, as the caller sees it: whose branch it is may confirm its draft. */
export function listedReview(review: Review, caller: SignedIn): ListedReview {
  const isOwn = review.branchId === branchOf(caller);
  const mayConfirm = isOwn && review.state === 'draft' && scopeOfHat(caller.hat, 'review.confirm') !== 'none';
  return { ...reviewLine(review), version: review.version, mayConfirm };
}

export function reviewRowView({ personId, name, memberClass, sums, score, remark }: ReviewRow): ReviewRowView {
  return {
    personId,
    name,
    ...(memberClass && { memberClass }),
    sums,
    ...(score !== undefined && { score }),
    ...(remark !== '' && { remark }),
  };
}

export function reviewHead(review: Review): Omit<ReviewView, 'rows' | 'mine' | 'mayConfirm' | 'next'> {
  return { ...reviewLine(review), version: review.version, digest: review.digest.slice(0, digestShown) };
}
