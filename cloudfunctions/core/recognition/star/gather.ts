import { orders, type Order } from '../../order/document/order';
import { holdersOf } from '../../order/rules/seats';
import { marksOf } from '../../person/rules/namesakes';
import { tracesOf } from '../../person/kinship';
import type { NameApart } from '../../../../miniprogram/contracts/name-apart';
import { people, type Person } from '../../person/person';
import type { Community } from '../../place/community';
import type { Database } from '../../platform/database';
import { endOfMonth, monthAfter, startOfMonth } from '../../review/rules/review-day';
import { readHidden } from '../choice';
import { exclusionOf } from '../rules/star';
import { starKey, type StarMonth, type StarService } from './star';

const atOnce = 99;
/** An order that was made so many months before it was closed is looked for no more. */
const monthsLookedAt = 3;
const unread = ['wordPairs', 'requests', 'outbox', 'repeatRequests', 'photos'];

/** Whether an order was done, and closed in that month. */
export function isClosedIn(month: string, { status, outcome, closedAt, completedAt }: ClosedOrder): boolean {
  if (status !== 'closed' || closedAt === null || completedAt === null) return false;
  const isDone = outcome === 'solved' || outcome === 'unrated' || outcome === 'unreachable';
  return isDone && closedAt >= startOfMonth(month) && closedAt < endOfMonth(month);
}

export type ClosedOrder = Pick<Order, 'status' | 'outcome' | 'closedAt' | 'completedAt'>;

/** Orders that were done and closed in a month. One read for 99 that were made then or in the two months before. */
async function readClosed(database: Database, communityId: string, month: string): Promise<readonly Order[]> {
  const found: Order[] = [];
  for (let back = 0; back < monthsLookedAt; back += 1) {
    for (let before: string | undefined; ;) {
      const page = await database.find(orders, {
        where: {
          communityId,
          month: monthAfter(month, -back),
          createdKey: { gt: '', ...(before !== undefined && { lt: before }) },
        },
        sort: { createdKey: 'desc' },
        exclude: unread,
        limit: atOnce,
      });
      found.push(...page.filter((order) => isClosedIn(month, order)));
      if (page.length < atOnce) break;
      before = page.at(-1)?.createdKey;
    }
  }
  return found;
}

async function readPeople(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const found = new Map<string, Person>();
  for (let start = 0; start < ids.length; start += atOnce) {
    const some = ids.slice(start, start + atOnce);
    const page = await database.find(people, { where: { _id: { oneOf: some } }, limit: some.length });
    for (const person of page) found.set(person._id, person);
  }
  return found;
}

/** Who helped, with what tells them apart from another one of their name. */
export interface StarHelper extends NameApart {
  readonly personId: string;
  readonly name: string;
}

export interface Gathered {
  readonly services: readonly StarService[];
  /** By their keys. */
  readonly helpers: ReadonlyMap<string, StarHelper>;
}

/** All that the services of a month follow from. */
export interface GatheredFacts {
  readonly star: Pick<StarMonth, '_id' | 'communityId' | 'salt'>;
  readonly closed: readonly Order[];
  readonly known: ReadonlyMap<string, Pick<Person, 'phone' | 'home' | 'serves' | 'name'>>;
  /** Who does not want to be chosen. */
  readonly hidden: ReadonlySet<string>;
  readonly deciderId?: string;
}

/** Every service of the month, and whether it counts. */
export async function gatherServices(
  database: Database,
  { secretary }: Pick<Community, 'secretary'>,
  star: StarMonth,
): Promise<Gathered> {
  const closed = await readClosed(database, star.communityId, star.month);
  const helperIds = [...new Set(closed.flatMap((order) => holdersOf(order).map(({ personId }) => personId)))];
  const ids = [...new Set([...helperIds, ...closed.map(({ requester }) => requester.personId)])];
  const [known, hidden] = await Promise.all([readPeople(database, ids), readHidden(database, helperIds, 'star')]);
  return servicesOf({ star, closed, known, hidden, ...(secretary && { deciderId: secretary.personId }) });
}

/** The same of orders that are known. */
export function servicesOf({ star, closed, known, hidden, deciderId }: GatheredFacts): Gathered {
  const helpers = new Map<string, StarHelper>();
  const services = closed.flatMap((order) => {
    const { requester, place } = order;
    const asking = tracesOf(requester.personId, known.get(requester.personId), {
      phones: [requester.phone],
      places: [place],
    });
    const closerId = order.trail.filter(({ action }) => action === 'confirm').at(-1)?.by?.personId;
    return holdersOf(order).map((holder): StarService => {
      const to = starKey(star, holder.personId);
      const person = known.get(holder.personId);
      const marks = person && marksOf(person);
      helpers.set(to, { personId: holder.personId, name: person?.name ?? holder.name, ...marks });
      return {
        _id: `${star._id}:${order._id}:${to}`,
        ...{ communityId: star.communityId, starId: star._id, inputKey: starKey(star, `${order._id}:${to}`), to },
        from: starKey(star, asking.householdIds[0] ?? requester.personId),
        excluded: exclusionOf({
          helper: tracesOf(holder.personId, known.get(holder.personId), { phones: [holder.phone] }),
          requester: asking,
          ...(closerId !== undefined && { closerId }),
          ...(deciderId !== undefined && { deciderId }),
          isOptedOut: hidden.has(holder.personId),
        }),
      };
    });
  });
  return { services, helpers };
}
