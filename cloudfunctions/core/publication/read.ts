import { activities } from '../activity/activity';
import { listedOrders, unlisted } from '../order/document/order';
import type { Context } from '../platform/context';
import type { CalendarEvent } from './rules/calendar';
import { serviceRequestOf, type ServiceRequest } from './rules/service-request';
import type { Window } from './rules/window';

type Reading = Pick<Context, 'database'>;

/** GeoReport v2: the first 1,000. */
const maxRequests = 1_000;
const ordersAtOnce = 99;

/** Sorts before every key of an order. */
const beforeAll = '~';

/** The requests that were made in a span, the newest first. A read for each 99 orders. */
export async function readRequests({ database }: Reading, communityId: string, window: Window) {
  const found: ServiceRequest[] = [];
  for (const month of window.months) {
    let after: string | undefined = beforeAll;
    while (after !== undefined && found.length < maxRequests) {
      const page: Awaited<ReturnType<typeof readMonth>> = await readMonth(database, { communityId, month, after });
      const wanted = page.filter(({ createdAt }) => createdAt >= window.from && createdAt <= window.to);
      found.push(...wanted.flatMap((order) => serviceRequestOf(order) ?? []));
      after = page.length === ordersAtOnce ? page.at(-1)?.createdKey : undefined;
    }
  }
  return found.slice(0, maxRequests);
}

function readMonth(
  database: Reading['database'],
  { communityId, month, after }: { readonly communityId: string; readonly month: string; readonly after: string },
) {
  return database.find(listedOrders, {
    where: { communityId, month, createdKey: { lt: after } },
    sort: { createdKey: 'desc' },
    limit: ordersAtOnce,
    exclude: unlisted,
  });
}

/** The request of this number; undefined where there is none, or none that is public. One read. */
export async function readRequest({ database }: Reading, communityId: string, number: string) {
  const [order] = await database.find(listedOrders, {
    where: { communityId, number },
    sort: { createdKey: 'desc' },
    limit: 1,
    exclude: unlisted,
  });
  return order ? (serviceRequestOf(order) ?? undefined) : undefined;
}

const maxActivities = 99;

/** The newest activities of all branches, those to come among them; not what is from before. One read. */
export async function readActivities({ database }: Reading, communityId: string): Promise<CalendarEvent[]> {
  const found = await database.find(activities, {
    where: { communityId },
    sort: { startKey: 'desc' },
    limit: maxActivities,
  });
  return found
    .filter(({ history }) => history === undefined)
    .map(({ _id, title, placeName, startsAt, createdAt, moved, calledOff }) => ({
      id: _id,
      title,
      place: placeName,
      startsAt,
      updatedAt: calledOff?.at ?? moved?.at ?? createdAt,
      cancelled: calledOff !== undefined,
    }));
}
