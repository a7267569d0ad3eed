import { resumeClosings } from '../core/activity/jobs/resume-closings';
import { resumeTasks } from '../core/file/jobs/resume-tasks';
import type { Job } from '../core/job/job';
import { countOrders } from '../core/order/jobs/count-orders';
import { applyStoredVerdicts } from '../core/order/jobs/photo-verdicts';
import { runDeadlines } from '../core/order/jobs/run-deadlines';
import { reconcile } from '../core/passbook/jobs/reconcile';
import { findRosterChanges } from '../core/place/jobs/find-roster-changes';
import { projectionJob } from '../core/projection/run-projections';
import { projections } from './projections';

/** Everything that the timer does, by noun. */
export const jobs: readonly Job[] = [
  runDeadlines,
  countOrders,
  findRosterChanges,
  projectionJob(projections),
  applyStoredVerdicts,
  resumeClosings,
  resumeTasks,
  reconcile,
];
