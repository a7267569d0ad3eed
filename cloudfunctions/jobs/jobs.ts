import { alerts } from '../core/alert/alert';
import { followAlerts } from '../core/alert/jobs/follow-alerts';
import { countActivities } from '../core/activity/jobs/count-activities';
import { resumeClosings } from '../core/activity/jobs/resume-closings';
import { enrolments } from '../core/enrolment/enrolment';
import { keepEmployers } from '../core/employer/jobs/keep-employers';
import { findServing } from '../core/enrolment/jobs/find-serving';
import { removeOutputs } from '../core/file/jobs/remove-outputs';
import { resumeTasks } from '../core/file/jobs/resume-tasks';
import { forwardings } from '../core/card/forwarding';
import { countCoverage } from '../core/card/jobs/count-coverage';
import { removeExports } from '../core/export/jobs/remove-exports';
import { homeVisitPlans } from '../core/help/home-visit';
import { remindVisitors } from '../core/help/jobs/home-visits';
import { removeLists } from '../core/import/jobs/remove-lists';
import { complaints } from '../core/complaint/complaint';
import { followComplaints } from '../core/complaint/jobs/follow-complaints';
import type { Job } from '../core/job/job';
import { countOrders } from '../core/order/jobs/count-orders';
import { applyStoredVerdicts } from '../core/order/jobs/photo-verdicts';
import { renewAllHelpers, renewHelpers } from '../core/order/jobs/renew-helpers';
import { restoreMerged } from '../core/order/jobs/restore-merged';
import { sweepPhotos } from '../core/order/jobs/sweep-photos';
import { runDeadlines } from '../core/order/jobs/run-deadlines';
import { expiries } from '../core/passbook/expiry/expiry';
import { expirePoints } from '../core/passbook/jobs/expire-points';
import { grants } from '../core/passbook/grants/grant';
import { reversals } from '../core/passbook/disputes/reversal';
import { emptyOutboxes } from '../core/message/jobs/empty-outboxes';
import { sendDigests } from '../core/message/jobs/send-digests';
import { loginsWithOutbox } from '../core/message/login-outbox';
import { alarms } from '../core/passbook/alarm/alarm';
import { activities } from '../core/activity/activity';
import { attendances } from '../core/activity/attendance';
import { countGrids } from '../core/finding/jobs/count-grids';
import { findGaps } from '../core/finding/jobs/find-gaps';
import { finishErasures } from '../core/registration/jobs/finish-erasures';
import { finishRebindings } from '../core/registration/jobs/finish-rebindings';
import { changeRequests } from '../core/registration/change-request';
import { orders } from '../core/order/document/order';
import { findRosterChanges } from '../core/place/jobs/find-roster-changes';
import { changeHolders, findHolderChanges } from '../core/place/jobs/renew-posts';
import { projectionJob } from '../core/projection/run-projections';
import { anchorHeads } from '../core/reconciliation/jobs/anchor-heads';
import { checkAnchors } from '../core/reconciliation/jobs/check-anchors';
import { reconcile, reconcileWhole } from '../core/reconciliation/jobs/reconcile-books';
import { reconcileAllSources, reconcileSources } from '../core/reconciliation/jobs/reconcile-sources';
import { draftReviews } from '../core/review/jobs/draft-reviews';
import { gatherStars } from '../core/recognition/jobs/gather-stars';
import { countPoints } from '../core/reward/jobs/count-points';
import { runRewards } from '../core/reward/jobs/run-rewards';
import { transfers } from '../core/branch/transfer';
import { moves } from '../core/residence/move';
import { redemptions } from '../core/reward/redemption';
import { waits } from '../core/reward/wait';
import { forgetReports } from '../core/station/jobs/forget-reports';
import { endVisits } from '../core/visit/jobs/end-visits';
import { keepVisitPlans } from '../core/visit/jobs/keep-plans';
import { visits } from '../core/visit/visit';
import { measureUsage } from '../core/quota/jobs/measure-usage';
import { manifest } from '../core/schema';
import { projections } from './projections';

/** Everything that the timer does, by noun. */
export const jobs: readonly Job[] = [
  runDeadlines,
  emptyOutboxes([
    orders,
    reversals,
    grants,
    expiries,
    activities,
    attendances,
    changeRequests,
    redemptions,
    waits,
    loginsWithOutbox,
    alarms,
    forwardings,
    enrolments,
    visits,
    moves,
    alerts,
    complaints,
    transfers,
    homeVisitPlans,
  ]),
  followAlerts,
  followComplaints,
  sendDigests,
  restoreMerged,
  renewHelpers,
  renewAllHelpers,
  countOrders,
  findRosterChanges,
  changeHolders,
  findHolderChanges,
  projectionJob(projections),
  applyStoredVerdicts,
  sweepPhotos,
  resumeClosings,
  resumeTasks,
  countCoverage,
  runRewards,
  ...countPoints,
  countActivities,
  finishErasures,
  findGaps,
  countGrids,
  forgetReports,
  removeLists,
  removeExports,
  removeOutputs,
  keepEmployers,
  expirePoints,
  draftReviews,
  gatherStars,
  findServing,
  remindVisitors,
  endVisits,
  keepVisitPlans,
  finishRebindings,
  reconcile,
  anchorHeads,
  reconcileSources,
  reconcileWhole,
  reconcileAllSources,
  checkAnchors,
  measureUsage(manifest.collections.map(({ name }) => name)),
];
