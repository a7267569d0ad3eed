import { people, type Person } from '../person/person';
import type { Database } from '../platform/database';
import type { Projected } from '../projection/projection';
import { orders, type Order } from './document/order';
import { withNews } from './flow/news';
import { writeMove } from './flow/order-store';
import { decide } from './rules/decide';
import { evolve } from './rules/evolve';

const readAtOnce = 50;

/**
 * Open orders let go of somebody who moved away: their offers lapse, what they had accepted is to be sent anew, and
 * whoever waits for it is told through the order's outbox. What they had completed stays theirs.
 */
export async function withdrawLeaver(database: Database, personId: string): Promise<Projected> {
  const person = await database.get(people, personId);
  if (!person?.leftAt) return { written: 0 };
  let written = 0;
  let last: Order | undefined;
  do {
    const found: Order[] = await database.find(orders, {
      where: {
        responsibleIds: personId,
        closed: false,
        createdKey: last ? { gt: '', lt: last.createdKey } : { gt: '' },
      },
      sort: { createdKey: 'desc' },
      limit: readAtOnce,
    });
    for (const order of found) if (await withdrawFrom(database, order, person)) written += 1;
    last = found.length === readAtOnce ? found.at(-1) : undefined;
  } while (last);
  return { written };
}

async function withdrawFrom(database: Database, order: Order, { _id: personId, leftAt }: Person): Promise<boolean> {
  const at = leftAt && leftAt > order.updatedAt ? leftAt : order.updatedAt;
  const decided = decide(order, { action: 'withdraw', personId }, { actor: null, at, version: null, request: null });
  if (!decided.ok) return false;
  const { order: after } = withNews(order, evolve(order, decided.data));
  if (await writeMove({ database }, order, after)) return true;
  throw new Error(`the order ${order._id} was moved by somebody else: another run lets go of it`);
}
