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

const floorRuns = 60;

async function floorOf(house: House, name: 'nothing' | 'onedocument'): Promise<{ p50: number; p99: number }> {
  const timesMs: number[] = [];
  for (let run = 0; run < floorRuns; run += 1) {
    const { ms, coldStart } = await house.floor(name);
    if (!coldStart) timesMs.push(ms);
  }
  const rounded = (share: number) => Math.round(percentile(timesMs, share) * 100) / 100;
  return { p50: rounded(0.5), p99: rounded(0.99) };
}

/** Runs the scenario `rounds` times at one size; `smallest` is what growth is held against. */
export async function measureEndpoints(scale: number, rounds: number, smallest?: Endpoints): Promise<Endpoints> {
  const house = await openHouse(scale);
  const tally = new Tally();
  try {
    for (let round = 0; round < rounds; round += 1) {
      await lookAround(house, tally);
      await walkAnOrder(house, tally);
    }
    await walkAside(house, tally);
    await keepHouse(house, tally);
    const [nothingMs, oneDocumentMs] = [await floorOf(house, 'nothing'), await floorOf(house, 'onedocument')];
    const rows = tally.rows();
    return { scale, nothingMs, oneDocumentMs, rows, faults: [...rows.flatMap(overspent), ...(smallest === undefined ? [] : growth(smallest.rows, rows))] };
  } finally {
    await house.close();
  }
}
