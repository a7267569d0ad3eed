import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import { deliver } from '../../message/notify';
import type { Services } from '../../platform/context';
import { listedOrders, orders, unlisted, type ListedOrder, type Order } from '../document/order';
import { withNews } from '../flow/news';
import { writeMove } from '../flow/order-store';
import { decide } from '../rules/decide';
import { evolve } from '../rules/evolve';

const ordersAtOnce = 50;
/** Orders that were merged one into the other: more steps than these are a circle. */
const maxSteps = 20;

/**
 * Every night, orders that were closed as merged into one that then ended without solving it are sent out anew. Silence
 * about the other order speaks for those who were merged, too: they were asked. It counts orders.
 */
export const restoreMerged: Job = { name: 'merges', every: 'night', run: restoreLost };

async function restoreLost(services: Services, record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  let after = record?.cursor ?? '';
  let restored = 0;
  for (;;) {
    const found = await services.database.find(orders, {
      where: { outcome: 'merged', createdKey: { gt: after } },
      sort: { createdKey: 'asc' },
      limit: ordersAtOnce,
    });
    const lost = await withoutHome(services, found);
    for (const order of lost) if (await restoreOne(services, order)) restored += 1;
    const last = found.at(-1);
    if (found.length < ordersAtOnce || !last) return { done: restored };
    after = last.createdKey;
    if (services.clock.now() >= until) return { done: restored, cursor: after };
  }
}

/** Whatever was done there, though nobody may have said so. */
const ends: ReadonlySet<string | null> = new Set(['solved', 'unrated', 'unreachable']);

/** It was done, or somebody outside answered. */
function isEnd({ outcome, answer }: ListedOrder): boolean {
  return ends.has(outcome) || answer !== undefined;
}

/** Those of these orders that end nowhere: following each merge, no order that is open or was done. */
async function withoutHome({ database }: Services, found: readonly Order[]): Promise<readonly Order[]> {
  const targets = new Map<string, ListedOrder | undefined>();
  let missing = unknownTargets(found, targets);
  for (let step = 0; step < maxSteps && missing.length > 0; step += 1) {
    const read: ListedOrder[] = await database.find(listedOrders, {
      where: { _id: { oneOf: missing.slice(0, ordersAtOnce) } },
      limit: ordersAtOnce,
      exclude: unlisted,
    });
    for (const id of missing)
      targets.set(
        id,
        read.find(({ _id }) => _id === id),
      );
    missing = unknownTargets(read, targets);
  }
  return found.filter((order) => !endsWell(order, targets));
}

function unknownTargets(
  merged: readonly ListedOrder[],
  targets: ReadonlyMap<string, ListedOrder | undefined>,
): readonly string[] {
  const wanted = merged.flatMap(({ mergedInto }) => mergedInto ?? []);
  return [...new Set(wanted)].filter((id) => !targets.has(id));
}

function endsWell(order: ListedOrder, targets: ReadonlyMap<string, ListedOrder | undefined>): boolean {
  let current: ListedOrder | undefined = order;
  for (let step = 0; step < maxSteps && current?.outcome === 'merged'; step += 1)
    current = targets.get(current.mergedInto ?? '');
  return current !== undefined && (!current.closed || isEnd(current));
}

async function restoreOne(services: Services, order: Order): Promise<boolean> {
  const at = services.clock.now();
  const decided = decide(order, { action: 'restore' }, { actor: null, at, version: null, request: null });
  if (!decided.ok) return false;
  const { order: after, messages } = withNews(order, evolve(order, decided.data));
  if (!(await writeMove(services, order, after))) return false;
  await deliver({ ...services, requestId: `clock:${after._id}:${after.revision}` }, messages);
  return true;
}
