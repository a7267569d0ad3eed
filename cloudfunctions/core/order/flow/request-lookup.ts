import type { Context } from '../../platform/context';
import { orders } from '../document/order';

/** Whether a request made or moved any order, so that its id cannot serve another write. One read. */
export async function ordersKnow({ database, request }: Pick<Context, 'database' | 'request'>): Promise<boolean> {
  return (await database.count(orders, { requests: request.requestKey })) > 0;
}
