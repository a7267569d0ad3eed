import type { BenchEnvironment } from './environment';
import type { Measurements } from './measurements';
import { newRequestId } from './request-id';
import { measuredCalls } from './scenario';

const secretary = 'secretary-qin';

/** A list of posts goes out as a file. */
export async function exportList(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const requestId = newRequestId;
  const { exportId } = await call(secretary, 'export.start', {
    list: 'posts',
    format: 'xlsx',
    sort: 'pinyin',
    phones: 'masked',
    requestId: requestId(),
  });
  await environment.call(secretary, 'export.advance', { exportId, requestId: requestId() });
  await call(secretary, 'export.advance', { exportId, requestId: requestId() }, 'when it is done');
  await call(secretary, 'export.list', {});
  await call(secretary, 'export.getFile', { exportId, requestId: requestId() });
}
