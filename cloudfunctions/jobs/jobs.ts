import { resumeClosings } from '../core/activity/jobs/resume-closings';
import { resumeTasks } from '../core/file/jobs/resume-tasks';
import type { Job } from '../core/job/job';
import { countOrders } from '../core/order/jobs/count-orders';
import { followRosters } from '../core/order/jobs/follow-roster';
import { applyStoredVerdicts } from '../core/order/jobs/photo-verdicts';
import { runDeadlines } from '../core/order/jobs/run-deadlines';
import { anchorHeads } from '../core/reconciliation/jobs/anchor-heads';
import { checkAnchors } from '../core/reconciliation/jobs/check-anchors';
import { reconcile, reconcileWhole } from '../core/reconciliation/jobs/reconcile-books';
import { reconcileAllSources, reconcileSources } from '../core/reconciliation/jobs/reconcile-sources';

/** Everything that the timer does, by noun. */
export const jobs: readonly Job[] = [
  runDeadlines,
  countOrders,
  followRosters,
  applyStoredVerdicts,
  resumeClosings,
  resumeTasks,
  reconcile,
  anchorHeads,
  reconcileSources,
  reconcileWhole,
  reconcileAllSources,
  checkAnchors,
];
