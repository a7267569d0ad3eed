import type { BenchEnvironment } from './environment';
import type { Measurements } from './measurements';
import { newRequestId } from './request-id';
import { measuredCalls } from './scenario';

const secretary = 'branch-secretary-ren';
const member = 'branch-li';
const worker = 'member-sun';
const evergreenSecretary = 'secretary-qin';

/** The month that waits is read, said in words of somebody, and confirmed; a member reads their year. */
export async function reviewMonth(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const { reviews } = await call(secretary, 'review.list', {});
  const month = reviews.find(({ state }) => state === 'draft')?.month ?? '';
  const { rows } = await call(secretary, 'review.get', { month });
  const personId = rows[0]?.personId ?? '';
  const { version } = await call(secretary, 'review.remark', {
    month,
    personId,
    words: '每次都来得早',
    requestId: newRequestId(),
  });
  await call(secretary, 'review.confirm', { month, version, requestId: newRequestId() });
  await call(secretary, 'review.getRecord', { personId });
  await call(worker, 'review.share', { agreed: true, requestId: newRequestId() });
  const { members } = await call(evergreenSecretary, 'review.listShared', {});
  const shared = members[0]?.personId ?? '';
  await call(evergreenSecretary, 'review.sendNote', {
    personId: shared,
    words: '十月上门三次',
    requestId: newRequestId(),
  });
  await call(member, 'review.getYear', { year: Number(month.slice(0, 4)) });
}
