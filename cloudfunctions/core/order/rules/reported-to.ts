import type { Hat } from '../../../../miniprogram/contracts/hat';
import type { ListedOrder } from '../document/order';
import { awaitsAcceptance, isOpen } from './lifecycle';

type Levels = Pick<ListedOrder, 'worker' | 'leader' | 'secretary'>;

/**
 * The hat of whoever heard of it at this level, 1 to 3; where nobody holds the post, the next one that somebody holds.
 * Undefined before the first.
 */
export function reportedAt({ worker, leader, secretary }: Levels, level: number): Hat | undefined {
  if (level < 1) return undefined;
  const levels = [
    { hat: 'gridWorker', party: worker },
    { hat: 'gridLeader', party: leader },
    { hat: 'secretary', party: secretary },
  ] as const;
  return levels.slice(level - 1).find(({ party }) => party !== null)?.hat;
}

/** Who was last told that an open order is late; undefined where nobody was. */
export function reportedTo(order: Levels & Pick<ListedOrder, 'status' | 'escalation' | 'stageClock'>): Hat | undefined {
  if (!isOpen(order.status)) return undefined;
  return reportedAt(order, awaitsAcceptance(order.status) ? order.escalation : (order.stageClock?.escalation ?? 0));
}
