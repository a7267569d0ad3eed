import { createManyCommunities, staffOfMany } from '../../local/demo/many';
import type { EndpointName, Input } from '../../miniprogram/contracts/api';
import { queueFilters } from '../../miniprogram/contracts/order';
import { measuredAt, startBenchEnvironment, type BenchEnvironment, type Measured } from './environment';

/** What one screen of an office asks of a database with a year of orders. */
export interface DeskCost {
  readonly call: string;
  readonly reads: number;
  readonly writes: number;
  readonly examined: number;
  readonly returned: number;
  readonly bytes: number;
}

export interface DeskYear {
  readonly communities: number;
  /** Of all communities together. */
  readonly orders: number;
  readonly rows: readonly DeskCost[];
}

export interface YearSize {
  readonly communities: number;
  /** Of each, made within the days. */
  readonly orders: number;
  /** A year without it. */
  readonly days?: number;
}

const people = 200;
const year = 365;
/** One that others stand before and behind. */
const measured = 1;

type Staff = ReturnType<typeof staffOfMany>;
type Ask = (environment: BenchEnvironment, staff: Staff) => Promise<Measured<unknown>>;

function asks<Name extends EndpointName>(who: keyof Staff, name: Name, input: Input<Name>): readonly [string, Ask] {
  return [`${name} ${JSON.stringify(input)}`, ({ call }, staff) => call(staff[who], name, input)];
}

/** The first screen, the desk's lists, the month's page, the queue by each filter, and looking for an order. */
const screens = [
  asks('secretary', 'home.get', {}),
  ...(['overdue', 'returned', 'reopened'] as const).map((list) => asks('secretary', 'order.getDesk', { list })),
  asks('secretary', 'brief.get', {}),
  asks('secretary', 'order.search', { words: '2026-08-15' }),
  asks('secretary', 'order.search', { status: 'closed', month: '2026-08' }),
  asks('worker', 'home.get', {}),
  ...queueFilters.map((filter) => asks('worker', 'order.listQueue', { filter })),
];

/** A year of orders of many communities, and what the offices of one of them ask of it. */
export async function measureDeskYear({ communities, orders, days = year }: YearSize): Promise<DeskYear> {
  const environment = await startBenchEnvironment(
    1,
    undefined,
    createManyCommunities({ communities, people, orders, days }),
  );
  try {
    return { communities, orders: communities * orders, rows: await costsOf(environment) };
  } finally {
    await environment.close();
  }
}

async function costsOf(environment: BenchEnvironment): Promise<readonly DeskCost[]> {
  const staff = staffOfMany(measured, people, measuredAt);
  const rows: DeskCost[] = [];
  for (const [call, ask] of screens) {
    const { reads, writes, examined, returned, bytes } = (await ask(environment, staff)).trace;
    rows.push({ call, reads, writes, examined, returned, bytes });
  }
  return rows;
}
