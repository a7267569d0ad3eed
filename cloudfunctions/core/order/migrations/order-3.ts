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
      clockStartedAt: order['createdAt'],
      promiseKept: Number(order['reopened']) > 0,
    };
  },
};

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(Object(value)));
}
