import type { Services } from '../../platform/context';
import { writeWhole } from '../../statistics/write-whole';
import { figuresIdOf, orderDays, type Figures, type AcceptedCount } from '../../statistics/figures';
import { sumFigures } from '../../statistics/rules/sum-figures';
import { dayText, daysAfter, startOfDay } from '../../time/shanghai';
import { orders, type Order } from '../document/order';
import { acceptedOf } from '../rules/accepted';
import { figuresOf } from '../rules/order-figures';

const ordersAtOnce = 99;

/** A share of counting one community: what changed up to `to` is to be in the numbers; it ends at `until`. */
export interface CountingShare {
  readonly communityId: string;
  readonly to: Date;
  readonly until: Date;
}

/** Counts the orders of one day anew, however many. A read a page, and one write. */
export async function countDay(services: Services, communityId: string, day: string): Promise<void> {
  const parts: OrderPart[] = [];
  for (let after: string | undefined; ;) {
    const found = await ordersBefore(services, communityId, { from: day, until: daysAfter(day, 1), after });
    parts.push(partOf(found));
    after = found.at(-1)?.createdKey;
    if (found.length < ordersAtOnce) break;
  }
  await writeDay(services, communityId, day, parts);
}

/**
 * Counts every day of a month in which an order was made, from its last to its first: what an earlier share of the same
 * `to` counted is not counted again.
 * @returns false where it was cut short, between two days
 */
export async function countMonthWhole(services: Services, share: CountingShare, month: string): Promise<boolean> {
  const { communityId, to, until } = share;
  const counted = await services.database.find(orderDays, {
    where: { communityId, day: { gte: `${month}-01`, lt: `${month}-99` } },
    sort: { day: 'asc' },
    limit: 31,
  });
  let open = counted.find((one) => one.until >= to)?.day ?? monthEnd(month);
  for (let done = 0; ; done += 1) {
    const range = { from: `${month}-01`, until: open, after: undefined };
    const [newest] = await ordersBefore(services, communityId, range, 1);
    if (!newest) return true;
    if (done > 0 && services.clock.now() >= until) return false;
    open = dayText(newest.createdAt);
    await countDay(services, communityId, open);
  }
}

/** The day behind the last of a month. */
function monthEnd(month: string): string {
  return `${daysAfter(`${month}-01`, 31).slice(0, 7)}-01`;
}

interface OrderRange {
  /** The first day, and the day behind the last. */
  readonly from: string;
  readonly until: string;
  /** Behind this key; undefined from the newest on. */
  readonly after: string | undefined;
}

/** Orders of days within one month, the newest first; keys begin with the moment of creation. */
function ordersBefore(
  { database }: Services,
  communityId: string,
  { from, until, after }: OrderRange,
  limit = ordersAtOnce,
): Promise<readonly Order[]> {
  const createdKey = { gte: startOfDay(from).toISOString(), lt: after ?? startOfDay(until).toISOString() };
  return database.find(orders, {
    where: { communityId, month: from.slice(0, 7), createdKey },
    sort: { createdKey: 'desc' },
    limit,
    exclude: ['trail', 'photos', 'offers', 'words', 'outbox', 'wordPairs', 'requests'],
  });
}

interface OrderPart {
  readonly figures: Figures;
  readonly accepted: readonly AcceptedCount[];
}

function partOf(found: readonly Order[]): OrderPart {
  return { figures: figuresOf(found), accepted: acceptedOf(found) };
}

async function writeDay(
  services: Services,
  communityId: string,
  day: string,
  parts: readonly OrderPart[],
): Promise<void> {
  await writeWhole(services.database, orderDays, {
    _id: figuresIdOf(communityId, day),
    communityId,
    day,
    until: services.clock.now(),
    figures: sumFigures(parts.map(({ figures }) => figures)),
    accepted: sumAccepted(parts.flatMap(({ accepted }) => accepted)),
  });
}

function sumAccepted(all: readonly AcceptedCount[]): readonly AcceptedCount[] {
  const sums = new Map<string, AcceptedCount>();
  for (const { personId, month, count } of all) {
    const key = `${personId}:${month}`;
    sums.set(key, { personId, month, count: count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()];
}
