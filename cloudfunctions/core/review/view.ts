import type { ReviewLine, ReviewRowView, ReviewView } from '../../../miniprogram/contracts/review';
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
