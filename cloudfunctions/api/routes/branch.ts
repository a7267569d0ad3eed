import { closeActivity } from '../../core/activity/endpoints/close';
import { createActivity } from '../../core/activity/endpoints/create';
import { markActivity } from '../../core/activity/endpoints/mark';
import { getActivity } from '../../core/activity/endpoints/get';
import { listActivities } from '../../core/activity/endpoints/list';
import { contestEntry } from '../../core/passbook/endpoints/contest';
import { getPassbook } from '../../core/passbook/endpoints/get';
import { upholdEntry } from '../../core/passbook/endpoints/uphold';
import { listPassbooks } from '../../core/passbook/endpoints/list';
import { proposeReversal } from '../../core/passbook/endpoints/propose-reversal';
import { listReversals } from '../../core/passbook/endpoints/list-reversals';
import { signReversal } from '../../core/passbook/endpoints/sign-reversal';
import { verifyPassbook } from '../../core/passbook/endpoints/verify';
import { auditPassbooks } from '../../core/passbook/endpoints/audit';
import type { Caller } from '../../core/access/caller';
import type { Routes } from '../../core/platform/endpoint';

/** The books that a branch keeps, and the activities that fill them. */
export const branchRoutes = {
  'activity.list': listActivities,
  'activity.get': getActivity,
  'activity.create': createActivity,
  'activity.mark': markActivity,
  'activity.close': closeActivity,
  'passbook.get': getPassbook,
  'passbook.list': listPassbooks,
  'passbook.verify': verifyPassbook,
  'passbook.audit': auditPassbooks,
  'passbook.contest': contestEntry,
  'passbook.uphold': upholdEntry,
  'passbook.proposeReversal': proposeReversal,
  'passbook.listReversals': listReversals,
  'passbook.signReversal': signReversal,
} satisfies Partial<Routes<Caller>>;
