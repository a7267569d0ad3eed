import { growth, overspent } from './budgets';
import { openHouse, type House } from './house';
import { keepHouse, lookAround, walkAnOrder, walkAside } from './scenario';
import { percentile, Tally, type Row } from './tally';

/** Calls of one size of history, beside the two floors of the same run. */
export interface Endpoints {
  readonly scale: number;
  readonly nothingMs: { readonly p50: number; readonly p99: number };
  readonly oneDocumentMs: { readonly p50: number; readonly p99: number };
  readonly rows: readonly Row[];
  /** What went beyond a budget, and where more history cost more. */
  readonly faults: readonly string[];
}

/** Calls of each floor after each round, so that both meet the same moments of the machine. */
const floorsPerRound = 6;

class Floors {
  private readonly timesMs = { nothing: new Array<number>(), onedocument: new Array<number>() };

  async callAll(house: House): Promise<void> {
    for (let run = 0; run < floorsPerRound; run += 1) {
      for (const name of ['nothing', 'onedocument'] as const) {
        const { ms, coldStart } = await house.floor(name);
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
  const house = await openHouse(scale);
  const tally = new Tally();
  const floors = new Floors();
  try {
    for (let round = 0; round < rounds; round += 1) {
      await lookAround(house, tally);
      await walkAnOrder(house, tally);
      await floors.callAll(house);
    }
    await walkAside(house, tally);
    await keepHouse(house, tally);
    const rows = tally.rows();
    return {
      scale,
      nothingMs: floors.of('nothing'),
      oneDocumentMs: floors.of('onedocument'),
      rows,
      faults: [...rows.flatMap(overspent), ...(smallest === undefined ? [] : growth(smallest.rows, rows))],
    };
  } finally {
    await house.close();
  }
}
