import { resumeClosings } from '../core/activity/jobs/resume-closings';
import { moveByClock } from '../core/order/jobs/run-deadlines';
import { countOrders } from '../core/order/jobs/count-orders';
import { followRosters } from '../core/order/jobs/follow-roster';
import { applyKeptVerdicts } from '../core/order/jobs/photo-verdicts';
import { reconcile } from '../core/passbook/jobs/reconcile';
import type { Services } from '../core/platform/context';
import { errorFields } from '../core/platform/log';
import { isDueThisHour, readRuns, writeRun, type Runs } from '../core/run/run';

/** One piece of work; the answer is how much was done. */
type Job = (services: Services, runs: Runs) => Promise<number>;
type Jobs = Readonly<Record<string, Job>>;

/** Each does a bounded share, leaves the rest to the next run, and may run twice at once. */
const everyRun: Jobs = {
  clock: moveByClock,
  counting: (services, runs) => countOrders(services, runs.get('counting')),
  rosters: (services, runs) => followRosters(services, runs.get('rosters')),
  reconcile: (services, runs) => reconcile(services, runs.get('reconcile')),
};

const everyHour: Jobs = { verdicts: applyKeptVerdicts, closings: resumeClosings };

export async function runJobs(services: Services): Promise<Readonly<Record<string, number>>> {
  const runs = await readRuns(services.database);
  const counts = await runEach(everyRun, services, runs);
  const now = services.clock.now();
  if (!isDueThisHour(runs.get('hourly'), now)) return counts;
  await writeRun(services.database, { _id: 'hourly', ranAt: now, cursor: null, found: [] });
  return { ...counts, ...(await runEach(everyHour, services, runs)) };
}

/** One that fails is logged and does not keep the others from running. */
async function runEach(jobs: Jobs, services: Services, runs: Runs): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const [name, job] of Object.entries(jobs)) {
    try {
      counts[name] = await job(services, runs);
    } catch (error) {
      services.log.line('error', { event: 'job', job: name, ...errorFields(error) });
    }
  }
  return counts;
}
