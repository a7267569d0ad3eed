import type { Services } from '../platform/context';
import { errorFields } from '../platform/log';
import { isJobDue, lookBackMs, type Job, type JobProgress } from './job';
import { jobRecords, writeJobRecord, type JobRecord } from './job-record';
import type { Opening } from './opening';

/** The function that runs the jobs ends after 60 s; this leaves room to start and to write down what was done. */
const runMs = 50_000;
/** The timer's own interval: the jobs take turns in being first. */
const turnMs = 10 * 60_000;
/** What an hour's job looks back by, less the timer's interval and what a write may take to land. */
const longestGapMs = lookBackMs - 30 * 60_000;

/**
 * Gives every job that is due and has something to do its share of the run: the time that is left, divided by the jobs
 * that are left, so that one that ends early leaves more to the others, and a long one starves nobody. Who is first
 * changes with each run. What is left at the end goes to jobs of each run that were cut short, then to those that take
 * the consequences of others.
 * @returns what each job did, by name; one that failed is missing, and logged
 */
export async function runJobs(
  services: Services,
  jobs: readonly Job[],
  { records, waiting }: Opening,
): Promise<Readonly<Record<string, number>>> {
  const now = services.clock.now();
  const startedMs = now.getTime();
  const timely = inTurn(jobs, startedMs).filter(({ name, every }) => isJobDue(every, records.get(name), now));
  const due = timely.filter((job) => waiting.has(job.name) || isUnasked(job, records.get(job.name), now));
  await noteIdle(
    services,
    timely.filter((job) => !due.includes(job)),
  );
  const counts: Record<string, number> = {};
  const runShares = async (some: readonly Job[]): Promise<readonly Job[]> => {
    const unfinished: Job[] = [];
    for (const [index, job] of some.entries()) {
      const nowMs = services.clock.now().getTime();
      const shareMs = (startedMs + runMs - nowMs) / (some.length - index);
      if (shareMs <= 0) break;
      const progress = await runJob(services, job, records.get(job.name), new Date(nowMs + shareMs));
      if (progress) counts[job.name] = (counts[job.name] ?? 0) + progress.done;
      if (job.every === 'run' && typeof progress?.cursor === 'string') unfinished.push(job);
    }
    return unfinished;
  };
  await runShares(await runShares(due));
  const didSomething = (other: string) => Object.entries(counts).some(([name, done]) => name !== other && done > 0);
  await runShares(timely.filter(({ name, follows }) => follows && didSomething(name)));
  return counts;
}

/** A job that looks for nothing first, one that was cut short, or an hour's job that ran too long ago to look back. */
function isUnasked({ waiting, every }: Job, record: JobRecord | undefined, now: Date): boolean {
  if (!waiting) return true;
  if (every === 'run') return false;
  return !record || record.cursor !== null || now.getTime() - record.ranAt.getTime() > longestGapMs;
}

/** The hour's jobs that had nothing to do have had their hour. One write, in the hour's first run. */
async function noteIdle({ database, clock }: Services, idle: readonly Job[]): Promise<void> {
  const names = idle.filter(({ every }) => every !== 'run').map(({ name }) => name);
  if (names.length > 0)
    await database.updateWhere(jobRecords, { _id: { oneOf: names } }, { set: { ranAt: clock.now() } });
}

function inTurn(jobs: readonly Job[], nowMs: number): readonly Job[] {
  const first = jobs.length === 0 ? 0 : Math.floor(nowMs / turnMs) % jobs.length;
  return [...jobs.slice(first), ...jobs.slice(0, first)];
}

/**
 * One that fails is logged and does not keep the others from running; its next run goes on where its last one ended.
 */
async function runJob(
  services: Services,
  job: Job,
  record: JobRecord | undefined,
  until: Date,
): Promise<JobProgress | undefined> {
  try {
    const startedAt = services.clock.now();
    const progress = await job.run(services, record, until);
    const { cursor = null, found = [] } = progress;
    if (job.every !== 'run')
      await writeJobRecord(services.database, { _id: job.name, ranAt: startedAt, cursor, found });
    return progress;
  } catch (error) {
    services.log.line('error', { event: 'job', job: job.name, ...errorFields(error) });
    return undefined;
  }
}
