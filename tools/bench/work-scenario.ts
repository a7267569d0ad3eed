import type { OrderView } from '../../miniprogram/contracts/order';
import type { BenchEnvironment } from './environment';
import { measuredAt } from './environment';
import type { Measurements } from './measurements';
import { newRequestId } from './request-id';
import { measuredCalls } from './scenario';

const resident = 'resident-luo';
const worker = 'worker-zhao';
const [first, second, third] = ['member-sun', 'member-ma', 'captain-lei'] as const;
const hourMs = 3_600_000;
/** Half an hour in which somebody comes. */
const soon = {
  from: new Date(measuredAt.getTime() + hourMs / 2).toISOString(),
  until: new Date(measuredAt.getTime() + hourMs).toISOString(),
};

const next = ({ orderId, version }: OrderView) => ({ orderId, version, requestId: newRequestId() });

/** What members and staff do with an order that is under way; each begins with one that stands where it is to. */
export async function workOnOrders(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const visit = await claimed(environment, '楼道的窗户关不上', { seats: 1, by: [first] });
  const agreed = await call(first, 'order.appoint', { ...next(visit), ...soon });
  await call(first, 'order.arrive', next(agreed));

  const question = await claimed(environment, '阳台的灯不亮了', { seats: 1, by: [first] });
  const asked = await call(first, 'order.askRequester', { ...next(question), words: '是哪一盏灯' });
  const answered = await call(resident, 'order.answerQuestion', { ...next(asked), words: '靠门的那一盏' });
  const again = await call(first, 'order.askRequester', { ...next(answered), words: '哪天在家' });
  const goes = await call(first, 'order.withdrawQuestion', next(again));
  const { assignee } = await read(environment, goes);
  const personId = assignee?.personId ?? '';
  await call(worker, 'order.removeHelper', { ...next(goes), personId, reason: '约了几回都没去成' });

  const together = await claimed(environment, '搬一个旧柜子下楼', { seats: 2, by: [first, second] });
  await call(third, 'order.standBy', next(together));

  const open = await claimed(environment, '院里的长椅松了', { seats: 1, by: [] });
  await call(worker, 'order.leavePool', next(open));
  await tellByPhone(environment, measurements);
}

/** Somebody without WeChat hears on the telephone that somebody was asked. */
async function tellByPhone(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const { data } = await environment.call(worker, 'place.listChildren', { own: true });
  const asked = { category: 'repair', words: '灯管够不着', when: 'any', name: '王秀英', phone: '16400001177' } as const;
  const placeId = data.places[0]?.placeId ?? '';
  const { data: made } = await environment.call(worker, 'order.intake', {
    ...asked,
    placeId,
    requestId: newRequestId(),
  });
  await environment.call(worker, 'order.dispatch', { ...next(made), memberIds: [], pool: true });
  const call = measuredCalls(environment, measurements);
  await call(worker, 'order.recordTold', { orderId: made.orderId, requestId: newRequestId() });
}

/** As staff see it. */
async function read({ call }: BenchEnvironment, { orderId }: OrderView): Promise<OrderView> {
  return (await call(worker, 'order.get', { orderId })).data;
}

/** An order that was opened to all, with so many seats, and taken by these. */
async function claimed(
  { call }: BenchEnvironment,
  words: string,
  { seats, by }: { readonly seats: number; readonly by: readonly string[] },
): Promise<OrderView> {
  const asked = { category: 'repair', words, when: 'any', fileIds: [], requestId: newRequestId() } as const;
  const { data: made } = await call(resident, 'order.create', { ...asked, fileIds: [] });
  const pool = { ...next(made), memberIds: [], pool: true, capacity: seats };
  let { data: order } = await call(worker, 'order.dispatch', pool);
  for (const openid of by) order = (await call(openid, 'order.accept', next(order))).data;
  return order;
}
