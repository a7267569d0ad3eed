import type { MigrationPlan } from '../../schema/types';
import { dayText } from '../../time/shanghai';

/** `2:2026-11-21T01:12:00.000Z:o1`: group, moment, id. */
const oldKey = /^([12]):(\d{4}-\d\d-\d\dT[\d:.]+Z):(.+)$/;

/** Of emergencies, and of what is promised for the same day, orders of people who live alone come first. */
export const aloneFirst: MigrationPlan = {
  to: 7,
  migrate(order) {
    const [, group, moment = '', id] = oldKey.exec(String(order['rankKey'])) ?? [];
    if (group === undefined) return order;
    const requester: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(Object(order['requester'])));
    const day = group === '2' ? `${dayText(new Date(moment))}:` : '';
    const alone = requester['kind'] === 'alone' ? '0' : '1';
    return { ...order, rankKey: `${group}:${day}${alone}:${moment}:${id}` };
  },
};
