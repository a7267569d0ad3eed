import { runDeadlines } from '../../../../cloudfunctions/core/order/jobs/run-deadlines';
import type { DeadlineFailure } from '../../../../cloudfunctions/core/order/jobs/deadline-failures';
import { withIndexFields } from '../../../../cloudfunctions/core/order/document/index-fields';
import type { Order } from '../../../../cloudfunctions/core/order/document/order';
import type { Change, Query, Where } from '../../../../cloudfunctions/core/platform/database';
import { testServices, type WatchedServices } from '../../../support/services';
import { after, fresh, hourMs } from '../sample-orders';

jest.setTimeout(120_000);

const requestMs = 15;
const runMs = 60_000;
const minuteMs = 60_000;

/** Orders that differ in nothing but their id and when they were made. */
function orderAt(index: number, createdAt: Date): Order {
  const _id = `o${String(index).padStart(6, '0')}`;
  return withIndexFields({ ...fresh(), _id, createdAt, clockStartedAt: createdAt });
}

/**
 * A database of orders where each request takes a while, side by side with others; time passes when everybody waits. Of
 * some orders each write fails.
 */
class SlowDatabase {
  nowMs = after(100 * hourMs).getTime();
  requests = 0;
  readonly failures = new Map<string, DeadlineFailure>();
  readonly services: WatchedServices;
  private readonly orders = new Map<string, Order>();
  private readonly waiting: { readonly atMs: number; readonly wake: () => void }[] = [];
  private isPassing = false;

  constructor(
    orders: readonly Order[],
    private readonly broken: ReadonlySet<string> = new Set(),
  ) {
    for (const order of orders) this.add(order);
    const database = {
      find: ({ name }: { name: string }, query: Query) => this.ask(() => this.find(name, query)),
      insert: (_in: unknown, document: DeadlineFailure) =>
        this.ask(() => this.failures.set(document._id, document) !== undefined),
      updateWhere: ({ name }: { name: string }, where: Where, change: Change<Order>) =>
        this.ask(() => this.update(name, String(where['_id']), change)),
      removeWhere: (_in: unknown, { _id }: Where) => this.ask(() => Number(this.failures.delete(String(_id)))),
    };
    this.services = testServices({ database: database as never, clock: { now: () => new Date(this.nowMs) } });
  }

  add(order: Order): void {
    this.orders.set(order._id, order);
  }

  due(): readonly Order[] {
    return [...this.orders.values()].filter(({ dueAt }) => dueAt !== null && dueAt.getTime() <= this.nowMs);
  }

  order(index: number): Order {
    return this.orders.get(orderAt(index, after(0))._id)!;
  }

  private find(name: string, { where = {}, limit }: Query): unknown[] {
    if (name === 'deadlineFailures') return [...this.failures.values()];
    if (name !== 'orders') return [];
    const { gt, lte } = where['dueKey'] as { gt: string; lte: string };
    return [...this.orders.values()]
      .filter(({ dueKey }) => dueKey !== null && dueKey > gt && dueKey <= lte)
      .sort((one, other) => (one.dueKey! < other.dueKey! ? -1 : 1))
      .slice(0, limit);
  }

  private update(name: string, id: string, { set = {}, push }: Change<Order>): number {
    if (name === 'deadlineFailures')
      return Number(this.failures.set(id, { ...this.failures.get(id)!, ...set }) !== undefined);
    if (this.broken.has(id)) throw new Error('cannot be written');
    const before = this.orders.get(id)!;
    const added = (push?.trail?.values ?? []) as Order['trail'];
    this.orders.set(id, { ...before, ...set, trail: [...before.trail, ...added] });
    return 1;
  }

  private async ask<T>(answer: () => T): Promise<T> {
    this.requests += 1;
    await new Promise<void>((wake) => {
      this.waiting.push({ atMs: this.nowMs + requestMs, wake });
      this.passTime();
    });
    return answer();
  }

  private passTime(): void {
    if (this.isPassing) return;
    this.isPassing = true;
    setImmediate(() => {
      this.isPassing = false;
      const next = this.waiting.shift();
      if (!next) return;
      this.nowMs = Math.max(this.nowMs, next.atMs);
      next.wake();
      while (this.waiting[0] && this.waiting[0].atMs <= this.nowMs) this.waiting.shift()?.wake();
      if (this.waiting.length > 0) this.passTime();
    });
  }
}

const run = (database: SlowDatabase) =>
  runDeadlines.run(database.services, undefined, new Date(database.nowMs + runMs));

test('10,000 due orders are worked off within a run of 60 s at 15 ms a request, the oldest first', async () => {
  const count = 10_000;
  const database = new SlowDatabase(Array.from({ length: count }, (_, index) => orderAt(index, after(index))));
  database.nowMs = after(17 * hourMs).getTime();
  await runDeadlines.run(database.services, undefined, new Date(database.nowMs + runMs / 2));
  const ids = database.due().map(({ _id }) => _id);
  expect(ids.length).toBeLessThan(count / 2);
  expect(ids).toEqual(
    Array.from({ length: ids.length }, (_, index) => orderAt(count - ids.length + index, after(0))._id),
  );
  await run(database);
  expect(database.due()).toEqual([]);
  expect(database.order(count - 1).trail.map(({ action }) => action)).toEqual(['create', 'warn']);
});

test('orders whose write always fails are set aside for growing pauses, with an alarm, in nobody’s way', async () => {
  const broken = Array.from({ length: 300 }, (_, index) => orderAt(index, after(0)));
  const database = new SlowDatabase(broken, new Set(broken.map(({ _id }) => _id)));
  const tried: number[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    const lines = database.services.lines.length;
    database.add(orderAt(1_000 + turn, new Date(database.nowMs - 30 * hourMs)));
    await run(database);
    expect(database.order(1_000 + turn).escalation).toBeGreaterThan(0);
    tried.push(database.services.lines.slice(lines).filter(({ event }) => event === 'alarm').length);
    database.nowMs = after(100 * hourMs).getTime() + (turn + 1) * 5.5 * minuteMs;
  }
  expect(tried).toEqual([300, 300, 0, 300, 0, 0, 300, 0, 0, 0, 0, 0]);
  expect(database.failures.size).toBe(300);
});

test('one that moves again is no longer set aside', async () => {
  const broken = new Set([orderAt(1, after(0))._id]);
  const database = new SlowDatabase([orderAt(1, after(0))], broken);
  await run(database);
  expect(database.failures.size).toBe(1);
  broken.clear();
  database.nowMs += 6 * minuteMs;
  await run(database);
  expect([database.failures.size, database.due().length]).toEqual([0, 0]);
});

test('a run in which nothing is due reads once', async () => {
  const database = new SlowDatabase([]);
  expect(await run(database)).toEqual({ done: 0 });
  expect(database.requests).toBe(1);
});
