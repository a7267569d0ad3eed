import type { EndpointName, Input } from '../../miniprogram/contracts/api';

type ReviewName = Extract<EndpointName, `review.${string}`>;
const requestId = 'request-0001';

/** One well-formed input for each endpoint about reviews. */
export const reviewSamples: { readonly [Name in ReviewName]: Required<Input<Name>> } = {
  'review.list': { branchId: 'branch:qinghe', cursor: '2026-10' },
  'review.get': { month: '2026-10', branchId: 'branch:qinghe', cursor: 'c' },
  'review.remark': { month: '2026-10', personId: 'p_young', words: '带头值夜', requestId },
  'review.confirm': { month: '2026-10', version: 3, requestId },
  'review.getRecord': { personId: 'p_senior' },
  'review.share': { agreed: true, requestId },
  'review.sendNote': { personId: 'p_senior', words: '周末常来', requestId },
  'review.listShared': { cursor: 'c' },
  'review.getYear': { year: 2026, personId: 'p_young' },
};
