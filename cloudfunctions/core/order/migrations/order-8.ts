import type { MigrationPlan } from '../../schema/types';

const hourMs = 3_600_000;
/** What holds where terms do not say it. */
const decideWithinHours = 24;
const warnShare = 2 / 3;

/** A part that waits for a person has a clock: the job finds its order by the earlier of both moments. */
export const decisionClocks: MigrationPlan = {
  to: 8,
  migrate(order) {
    const warnAt = Number(fieldsOf(order['terms'])['warnAt'] ?? warnShare);
    const tellings = listOf(order['cases'])
      .flatMap((found) => sinceOf(found) ?? [])
      .map((since) => since.getTime() + decideWithinHours * hourMs * warnAt);
    if (tellings.length === 0) return order;
    const known = order['dueAt'] instanceof Date ? [order['dueAt'].getTime()] : [];
    const dueAt = new Date(Math.min(...tellings, ...known));
    return { ...order, dueAt, dueKey: `${dueAt.toISOString()}:${order._id}` };
  },
};

/** Since when a part waits: the doubt, or its author's appeal. */
function sinceOf({ state, openedAt, acts }: Readonly<Record<string, unknown>>): Date | null {
  const appealedAt = listOf(acts)
    .filter(({ act }) => act === 'appeal')
    .at(-1)?.['at'];
  const since = state === 'appealed' ? appealedAt : state === 'waiting' ? openedAt : null;
  return since instanceof Date ? since : null;
}

export function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(Object(value)));
}
