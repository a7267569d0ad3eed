import { growthFaults, overBudget } from './budgets';
import { startBenchEnvironment, type BenchEnvironment } from './environment';
import { completeOrder, readEverything } from './scenario';
import { playOthers } from './scenarios';
import { percentile, Measurements, type Row } from './measurements';

/** Calls of one size of history, beside the two baselines of the same run. */
export interface Endpoints {
  readonly scale: number;
  readonly nothingMs: { readonly p50: number; readonly p99: number };
  readonly oneDocumentMs: { readonly p50: number; readonly p99: number };
  readonly rows: readonly Row[];
  /** What went beyond a budget, and where more history cost more. */
  readonly faults: readonly string[];
}

/** Calls of each baseline after each round, so that both meet the same moments of the machine. */
const baselineCallsPerRound = 6;

class Baselines {
  private readonly timesMs = { nothing: new Array<number>(), onedocument: new Array<number>() };

  async callAll(environment: BenchEnvironment): Promise<void> {
    for (let run = 0; run < baselineCallsPerRound; run += 1) {
      for (const name of ['nothing', 'onedocument'] as const) {
        const { ms, coldStart } = await environment.callBaseline(name);
        if (!coldStart) this.timesMs[name].push(ms);
      }
    }
  }

  of(name: 'nothing' | 'onedocument'): { p50: number; p99: number } {
    const rounded = (share: number) => Math.round(percentile(this.timesMs[name], share) * 100) / 100;
    return { p50: rounded(0.5), p99: rounded(0.99) };
  }
}

/** Runs the scenario `rounds` times at one size; `smallest` is what growth is held against. */
export async function measureEndpoints(scale: number, rounds: number, smallest?: Endpoints): Promise<Endpoints> {
  const environment = await startBenchEnvironment(scale);
  const measurements = new Measurements();
  const baselines = new Baselines();
  try {
    for (let round = 0; round < rounds; round += 1) {
      await readEverything(environment, measurements);
      await completeOrder(environment, measurements);
      await baselines.callAll(environment);
    }
    await playOthers(environment, measurements);
    const rows = measurements.rows();
    return {
      scale,
      nothingMs: baselines.of('nothing'),
      oneDocumentMs: baselines.of('onedocument'),
      rows,
      faults: [...rows.flatMap(overBudget), ...(smallest === undefined ? [] : growthFaults(smallest.rows, rows))],
    };
  } finally {
    await environment.close();
  }
}
