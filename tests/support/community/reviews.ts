import type { Exchange } from '../../../cloudfunctions/core/review/exchange/exchange';
import { reviewIdOf, reviewRowIdOf, type Review, type ReviewRow } from '../../../cloudfunctions/core/review/review';
import { noSums } from '../../../cloudfunctions/core/review/rules/sums';

const branch = { communityId: 'qinghe', branchId: 'branch:qinghe' } as const;
const month = '2026-10';
const reviewId = reviewIdOf(branch.branchId, month);

/** October of the small community's branch, which waits for its secretary. */
export const waitingReview: Review = {
  ...branch,
  _id: reviewId,
  branchName: '清河社区党支部',
  month,
  state: 'draft',
  day: '2026-10-31',
  dayKind: 'ordinary',
  people: 2,
  draftedAt: new Date('2026-11-22T18:30:00Z'),
  digest: '5cbfd6b912d8d1485350e856e8afb2c5816acfcd355249a813cf51713d3bcca6',
  confirmed: null,
  version: 3,
  requests: [],
};

const rowOf = (personId: string, name: string, memberClass: ReviewRow['memberClass']): ReviewRow => ({
  ...branch,
  _id: reviewRowIdOf(reviewId, personId),
  reviewId,
  month,
  personId,
  name,
  nameKey: `${name}:${personId}`,
  memberClass,
  sums: { ...noSums, organization: { ...noSums.organization, points: 5, times: 2 } },
  through: { organization: 0, service: 0 },
  remark: '',
});

export const waitingReviewRows: readonly ReviewRow[] = [
  rowOf('p_member', '张海涛', null),
  rowOf('p_young', '侯思远', 'young'),
];

/** A retired teacher shares their record with the school. */
export const sharedRecord: Exchange = {
  ...branch,
  _id: 'qinghe_school:p_senior',
  employerId: 'qinghe_school',
  employerName: '市第一中学',
  personId: 'p_senior',
  name: '安德海',
  nameKey: '安德海:p_senior',
  agreed: true,
  agreedAt: new Date('2026-11-02T02:00:00Z'),
  notes: [],
  requests: [],
};
