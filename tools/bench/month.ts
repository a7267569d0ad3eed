import type { InvocationTrace } from '@lianxin/local-cloud';
import { createManyCommunities, type ManyCommunities } from '../../local/demo/many';
import { startBenchEnvironment, type BenchEnvironment } from './environment';

/** What the timer of one environment did in a month in which nobody called. */
export interface MonthCost extends ManyCommunities {
  readonly days: number;
  readonly runs: number;
  readonly reads: number;
  readonly writes: number;
  /** Runs, reads and writes together, and the part of one community. */
  readonly calls: number;
  readonly callsOfCommunity: number;
  /** Reads and writes of the largest run. */
  readonly largestRun: number;
  /** Runs that found nothing to do: one read. */
  readonly idleRuns: number;
  /** Runs, reads and writes of each day. */
  readonly callsOfDay: readonly number[];
  /** What the local cloud refused in its strict mode. */
  readonly refusals: readonly string[];
}

/** Short steps, so that the traces of one are few. */
const stepMs = 2 * 3_600_000;
const stepsOfDay = 12;

/** Days of the timer alone, in an environment of many communities that are in the middle of their work. */
export async function measureMonth(many: ManyCommunities, days: number, onDay?: (day: number, calls: number) => void) {
  const environment = await startBenchEnvironment(1, undefined, createManyCommunities(many));
  try {
    return await runMonth(environment, many, { days, onDay });
  } finally {
    await environment.close();
  }
}

/** The same in an environment that stands already. */
export async function runMonth(
  environment: BenchEnvironment,
  many: ManyCommunities,
  { days, onDay }: { readonly days: number; readonly onDay?: ((day: number, calls: number) => void) | undefined },
): Promise<MonthCost> {
  const total = { runs: 0, reads: 0, writes: 0, largestRun: 0, idleRuns: 0 };
  const refusals = new Set<string>();
  const callsOfDay: number[] = [];
  for (let day = 1; day <= days; day += 1) {
    const runs = await runsOfDay(environment);
    const costs = runs.map(({ reads, writes }) => reads + writes);
    total.runs += runs.length;
    total.reads += runs.reduce((sum, { reads }) => sum + reads, 0);
    total.writes += runs.reduce((sum, { writes }) => sum + writes, 0);
    total.largestRun = Math.max(total.largestRun, ...costs);
    total.idleRuns += costs.filter((cost) => cost === 1).length;
    for (const refusal of runs.flatMap((run) => run.refusals)) refusals.add(refusal);
    const calls = costs.reduce((sum, cost) => sum + 1 + cost, 0);
    callsOfDay.push(calls);
    onDay?.(day, calls);
  }
  const calls = total.runs + total.reads + total.writes;
  const callsOfCommunity = Math.round(calls / many.communities);
  return { ...many, days, ...total, calls, callsOfCommunity, callsOfDay, refusals: [...refusals] };
}

async function runsOfDay(environment: BenchEnvironment): Promise<readonly InvocationTrace[]> {
  const runs: InvocationTrace[] = [];
  for (let step = 0; step < stepsOfDay; step += 1)
    runs.push(...(await environment.pass(stepMs)).filter(({ name }) => name === 'jobs'));
  return runs;
}
