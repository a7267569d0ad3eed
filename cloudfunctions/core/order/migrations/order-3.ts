import type { MigrationPlan } from '../../schema/types';

const quiet: ReadonlySet<unknown> = new Set(['warn', 'escalate', 'remind', 'join']);

/**
 * Versions count the moves that somebody decides on, revisions all of them; a clock says when it started, and whether
 * its promise was kept.
 */
export const roomAndClock: MigrationPlan = {
  to: 3,
  migrate(order) {
    const trail: readonly unknown[] = Array.isArray(order['trail']) ? order['trail'] : [];
    return {
      ...order,
      version: trail.filter((line) => !quiet.has(fieldsOf(line)['action'])).length,
      revision: order['version'],
      repeatRequests: [],
      rankKey: rankKeyOf(order),
      clockStartedAt: order['createdAt'],
      dueKey: order['dueAt'] instanceof Date ? `${order['dueAt'].toISOString()}:${order._id}` : null,
      promiseKept: Number(order['reopened']) > 0,
    };
  },
};

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(Object(value)));
}

/** What has to be done first: emergencies, what is promised soonest, what is in hand. */
function rankKeyOf(order: Readonly<Record<string, unknown>>): string {
  const waits = order['status'] === 'submitted' || order['status'] === 'dispatched';
  if (!waits) return `3:${textOf(order['createdKey'])}`;
  if (order['urgent'] === true) return `1:${textOf(order['createdKey'])}`;
  const { acceptBy, createdAt } = order;
  const hours = Number(fieldsOf(order['terms'])['dispatchWithinHours'] ?? 24);
  const dispatchBy = createdAt instanceof Date ? new Date(createdAt.getTime() + hours * 3_600_000) : new Date(0);
  return `2:${(acceptBy instanceof Date ? acceptBy : dispatchBy).toISOString()}:${textOf(order['_id'])}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
