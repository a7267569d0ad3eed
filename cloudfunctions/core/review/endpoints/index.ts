import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { confirmReview } from './confirm';
import { getReview } from './get';
import { getReviewYear } from './get-year';
import { getMemberRecord } from './get-record';
import { listReviews } from './list';
import { listShared } from './list-shared';
import { remarkReview } from './remark';
import { sendExchangeNote } from './send-note';
import { shareRecord } from './share';

/** Months of a branch, drafted, confirmed and frozen, and years of its members. */
export const reviewEndpoints = {
  'review.list': listReviews,
  'review.get': getReview,
  'review.remark': remarkReview,
  'review.confirm': confirmReview,
  'review.getYear': getReviewYear,
  'review.getRecord': getMemberRecord,
  'review.share': shareRecord,
  'review.sendNote': sendExchangeNote,
  'review.listShared': listShared,
} satisfies Partial<Routes<Caller>>;
