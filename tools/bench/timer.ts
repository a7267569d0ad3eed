import { createLargeEnvironment } from '../../local/demo/large';
import { startBenchEnvironment } from './environment';

/** What the timer costs in a month of thirty days in which nothing happens. */
export interface TimerCost {
  readonly people: number;
  readonly runsADay: number;
  /** Reads of a run in which nothing is due. */
  readonly idleReads: number;
  /** Reads and writes of the runs of one night, beyond those of idle runs. */
  readonly nightCalls: number;
  /** Runs, reads and writes of a month. */
  readonly callsAMonth: number;
  readonly budget: number;
}

const dayMs = 24 * 3_600_000;
const daysOfMonth = 30;
/** The first night looks at everything, the second once more at what the first wrote. */
const daysBefore = 2;
/** A third of what a community cost before runs asked first what waits. */
const budget = 16_000;

/** A community of so many people is left alone for three days; the third one is counted. */
export async function measureTimer(people: number): Promise<TimerCost> {
  const environment = await startBenchEnvironment(1, undefined, createLargeEnvironment(people));
  try {
    for (let day = 1; day <= daysBefore; day += 1) await environment.pass(dayMs);
    const runs = (await environment.pass(dayMs)).filter(({ name }) => name === 'jobs');
    const costs = runs.map(({ reads, writes }) => reads + writes);
    const idleReads = Math.min(...costs);
    const total = costs.reduce((sum, cost) => sum + cost, 0);
    return {
      people,
      runsADay: runs.length,
      idleReads,
      nightCalls: total - idleReads * runs.length,
      callsAMonth: daysOfMonth * (runs.length + total),
      budget,
    };
  } finally {
    await environment.close();
  }
}
