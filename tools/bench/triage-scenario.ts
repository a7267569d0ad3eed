import type { BenchEnvironment } from './environment';
import type { Measurements } from './measurements';
import { newRequestId } from './request-id';
import { measuredCalls } from './scenario';

const resident = 'resident-luo';
const worker = 'worker-zhao';

/** Staff look at an order before anybody is sent, and correct where it is for. */
export async function triageOrders(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const { data: made } = await environment.call(resident, 'order.create', {
    ...{ category: 'repair', words: '楼道扶手松了', when: 'any', fileIds: [], requestId: newRequestId() },
  });
  const { orderId, version } = made;
  const looked = await call(worker, 'order.reclassify', {
    ...{ orderId, version, requestId: newRequestId() },
    ...{ category: 'escort', kind: 'service', urgent: false },
  });
  const { data } = await environment.call(worker, 'place.listChildren', { own: true });
  const placeId = data.places[0]?.placeId;
  if (placeId === undefined) throw new Error('The worker has no place.');
  await call(worker, 'order.relocate', { orderId, version: looked.version, requestId: newRequestId(), placeId });
}
