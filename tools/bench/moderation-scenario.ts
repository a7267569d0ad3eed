import type { BenchEnvironment } from './environment';
import type { Measurements } from './measurements';
import { newRequestId } from './request-id';
import { measuredCalls } from './scenario';

const resident = 'resident-luo';
const worker = 'worker-zhao';
const secretary = 'secretary-qin';

/** What others would read is looked at; it is hidden, and its author asks that somebody else decides. */
export async function moderateOrders(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const asked = { category: 'repair', words: '门厅的灯关不掉', when: 'any', fileIds: [] } as const;
  const { data: made } = await environment.call(resident, 'order.create', {
    ...asked,
    fileIds: [],
    requestId: newRequestId(),
  });
  const part = { orderId: made.orderId, part: 'words' };
  await call(worker, 'order.previewPublic', { orderId: made.orderId });
  await call(secretary, 'order.moderate', {
    ...{ ...part, show: false, requestId: newRequestId() },
    reason: 'untrue',
  });
  await call(resident, 'order.appealHidden', { ...part, words: '就是这样的', requestId: newRequestId() });
  await call(resident, 'order.blackOutWords', { ...part, requestId: newRequestId() });
  await call(secretary, 'order.listWithheld', {});
}
