/** Where the second tab's list comes from: it depends on the hat. */
import type { Reply } from '../../contracts/error';
import { queueFilters, type OrderSummary } from '../../contracts/order';
import * as orders from '../../services/order';
import { servesAsMember, servesBranch, servesGrid } from '../../session/hat-groups';
import { currentHat } from '../../session/session';
import type { ListKind } from '../../text/order/lists';
import { deskCounters, deskLists, queueCounters, uncounted, type Counter } from '../../views/order/counters';
import { memberCard, residentCard, staffCard, type OrderCard } from '../../views/order/order-card';

export interface ListAnswer {
  readonly counters: readonly Counter[];
  readonly orders: readonly OrderSummary[];
  readonly next?: string;
}

type Answer = Reply<ListAnswer>;

export function listKind(): ListKind {
  const hat = currentHat();
  if (servesGrid(hat)) return 'queue';
  if (servesAsMember(hat)) return 'offers';
  if (servesBranch(hat)) return 'desk';
  return hat === 'resident' || hat === 'anonymous' ? 'mine' : 'none';
}

export const cardMakers: Record<ListKind, (order: OrderSummary, nowMs: number) => OrderCard> = {
  queue: staffCard,
  desk: staffCard,
  offers: memberCard,
  mine: residentCard,
  none: residentCard,
};

const oneOf = <Value extends string>(values: readonly Value[], value: string): Value | undefined =>
  values.find((known) => known === value);

async function queue(filter: string, cursor?: string): Promise<Answer> {
  const reply = await orders.listQueue(oneOf(queueFilters, filter) ?? 'waiting', cursor);
  return reply.ok ? { ok: true, data: { ...reply.data, counters: queueCounters(reply.data) } } : reply;
}

async function desk(filter: string, cursor?: string): Promise<Answer> {
  const reply = await orders.getDesk(oneOf(deskLists, filter) ?? 'overdue', cursor);
  return reply.ok ? { ok: true, data: { ...reply.data, counters: deskCounters(reply.data) } } : reply;
}

async function own(kind: 'mine' | 'offers', filter: string, cursor?: string): Promise<Answer> {
  const state = filter === 'closed' ? 'closed' : 'open';
  const reply = await (kind === 'offers' ? orders.listOffers(state, cursor) : orders.listMine(state, cursor));
  return reply.ok ? { ok: true, data: { ...reply.data, counters: uncounted(kind) } } : reply;
}

/** One page of the list, with the counts beside the filters where the server counts. */
export function readList(kind: ListKind, filter: string, cursor?: string): Promise<Answer> {
  if (kind === 'queue') return queue(filter, cursor);
  if (kind === 'desk') return desk(filter, cursor);
  if (kind === 'none') return Promise.resolve({ ok: true, data: { counters: [], orders: [] } });
  return own(kind, filter, cursor);
}
