import { orders } from '../../cloudfunctions/core/order/document/order';
import type { ApiCloud } from './api';

/** Records that somebody did not come to an order, as the clock does two hours after the hours that they had named. */
export async function recordNoShow(cloud: ApiCloud, orderId: string, personId: string): Promise<void> {
  const { database, clock } = await cloud.services();
  const at = clock.now();
  const [from, until] = [4, 2].map((hours) => new Date(at.getTime() - hours * 3_600_000)) as [Date, Date];
  const noShows = [{ personId, name: '张海涛', from, until, at }];
  await database.updateWhere(orders, { _id: orderId }, { set: { noShows } });
}
