import type { Services } from '../../platform/context';
import { collection, type Database } from '../../platform/database';
import { errorFields } from '../../platform/log';
import type { Order } from '../document/order';

/**
 * An order whose move of the clock failed. `_id` is the order's, since the order itself may be what cannot be written.
 */
export interface DeadlineFailure {
  readonly _id: string;
  readonly communityId: string;
  /** In a row. */
  readonly failures: number;
  readonly since: Date;
  /** It is not tried again before. */
  readonly retryAt: Date;
}

export const deadlineFailures = collection<DeadlineFailure>('deadlineFailures');

/** Shorter than the timer's interval: what failed once is tried again with the next run. */
const firstPauseMs = 4 * 60_000;
const longestPauseMs = 24 * 3_600_000;

/** The failures of these orders, in one read; none where no order is due. */
export async function readFailures(
  database: Database,
  due: readonly Order[],
): Promise<ReadonlyMap<string, DeadlineFailure>> {
  if (due.length === 0) return new Map();
  const ids = due.map(({ _id }) => _id);
  const found = await database.find(deadlineFailures, { where: { _id: { oneOf: ids } }, limit: ids.length });
  return new Map(found.map((failure) => [failure._id, failure]));
}

/**
 * Sets an order aside for twice as long as the last time, up to a day, and raises an alarm. Never throws: it is tried
 * again with the next run where even that cannot be written.
 */
export async function setAside(
  { database, clock, log }: Pick<Services, 'database' | 'clock' | 'log'>,
  { _id, communityId }: Order,
  before: DeadlineFailure | undefined,
): Promise<void> {
  const now = clock.now();
  const failures = (before?.failures ?? 0) + 1;
  const pauseMs = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
  const fields = { communityId, failures, since: before?.since ?? now, retryAt: new Date(now.getTime() + pauseMs) };
  log.line('error', { event: 'alarm', alarm: 'order-not-moved', orderId: _id, count: failures });
  try {
    if (!before) await database.insert(deadlineFailures, { _id, ...fields });
    else await database.updateWhere(deadlineFailures, { _id }, { set: fields });
  } catch (error) {
    log.line('error', { event: 'clock', orderId: _id, ...errorFields(error) });
  }
}

/** It moved at last. */
export async function takeBack(database: Database, { _id }: DeadlineFailure): Promise<void> {
  await database.removeWhere(deadlineFailures, { _id });
}
