import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { confirmReview } from './confirm';
import { getReview } from './get';
import { getReviewYear } from './get-year';
import { listReviews } from './list';
import { remarkReview } from './remark';

/** Months of a branch, drafted, confirmed and frozen, and years of its members. */
export const reviewEndpoints = {
  'review.list': listReviews,
  'review.get': getReview,
  'review.remark': remarkReview,
  'review.confirm': confirmReview,
  'review.getYear': getReviewYear,
} satisfies Partial<Routes<Caller>>;
