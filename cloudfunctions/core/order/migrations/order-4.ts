import type { MigrationPlan } from '../../schema/types';

const hourMs = 3_600_000;
/** What held before terms said how long an order may be in hand, and how soon somebody without WeChat is asked. */
const firstWaits = { completeWithinDays: 14, callWithinHours: 48 };

/**
 * An order in hand has a clock, from when it was accepted or completed; terms say how long it may run. Nobody had
 * written down a call.
 */
export const stageClocks: MigrationPlan = {
  to: 4,
  migrate(order) {
    const terms: Readonly<Record<string, unknown>> = { ...firstWaits, ...fieldsOf(order['terms']) };
    const startedAt = stageStartOf(order);
    const changed = { ...order, terms, reachedAt: null };
    if (!startedAt) return { ...changed, stageClock: null };
    const dueAt = new Date(startedAt.getTime() + limitMsOf(order, terms) * Number(terms['warnAt'] ?? 2 / 3));
    return {
      ...changed,
      stageClock: { startedAt, warnedAt: null, escalation: 0 },
      dueAt,
      dueKey: `${dueAt.toISOString()}:${order._id}`,
    };
  },
};

function stageStartOf({ status, acceptedAt, completedAt }: Readonly<Record<string, unknown>>): Date | null {
  const from = status === 'accepted' ? acceptedAt : status === 'completed' ? completedAt : null;
  return from instanceof Date ? from : null;
}

function limitMsOf(order: Readonly<Record<string, unknown>>, terms: Readonly<Record<string, unknown>>): number {
  if (order['status'] === 'accepted') return Number(terms['completeWithinDays']) * 24 * hourMs;
  const isCalled = order['source'] === 'phone' && fieldsOf(order['requester'])['openid'] === null;
  return isCalled ? Number(terms['callWithinHours']) * hourMs : Number(terms['silenceDays'] ?? 7) * 24 * hourMs;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(Object(value)));
}
