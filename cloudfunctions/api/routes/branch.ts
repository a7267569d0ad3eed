import { closeActivity } from '../../core/activity/endpoints/close';
import { createActivity } from '../../core/activity/endpoints/create';
import { markActivity } from '../../core/activity/endpoints/mark';
import { openActivity } from '../../core/activity/endpoints/open';
import { listActivities } from '../../core/activity/endpoints/list';
import { contestEntry } from '../../core/passbook/endpoints/contest';
import { openPassbook } from '../../core/passbook/endpoints/open';
import { keepEntry } from '../../core/passbook/endpoints/keep';
import { listPassbooks } from '../../core/passbook/endpoints/people';
import { proposeReversal } from '../../core/passbook/endpoints/propose';
import { openReversals } from '../../core/passbook/endpoints/reversals';
import { signReversal } from '../../core/passbook/endpoints/sign';
import { verifyPassbook } from '../../core/passbook/endpoints/verify';
import { auditPassbooks } from '../../core/passbook/endpoints/audit';
import type { Actor } from '../../core/access/caller';
import type { Routes } from '../../core/platform/endpoint';

/** The books that a branch keeps, and the activities that fill them. */
export const branchRoutes = {
  'activity.list': listActivities,
  'activity.open': openActivity,
  'activity.create': createActivity,
  'activity.mark': markActivity,
  'activity.close': closeActivity,
  'passbook.open': openPassbook,
  'passbook.people': listPassbooks,
  'passbook.verify': verifyPassbook,
  'passbook.audit': auditPassbooks,
  'passbook.contest': contestEntry,
  'passbook.keep': keepEntry,
  'passbook.propose': proposeReversal,
  'passbook.reversals': openReversals,
  'passbook.sign': signReversal,
} satisfies Partial<Routes<Actor>>;
