/** A write that nobody answered, and a second touch while the first is under way: both are the same write. */
import { write } from '../../miniprogram/services/platform/call';
import { answered, cloudOf, refused } from '../support/simulate';
import { freshPhone } from './samples/phone';

beforeEach(freshPhone);

const remark = (words: string) => write('order.remind', { orderId: words, version: 1 });
const idsOf = (calls: ReturnType<typeof cloudOf>) => new Set(calls.map(({ input }) => input['requestId']));

test('a second touch while the first is under way sends nothing more, and hears the same', async () => {
  let answer: (reply: ReturnType<typeof refused>) => void = () => undefined;
  const calls = cloudOf({ 'order.remind': () => new Promise((later) => (answer = later)) });
  const [first, second] = [remark('a'), remark('a')];
  await Promise.resolve();
  answer(refused('FORBIDDEN'));
  expect(await first).toEqual(await second);
  expect(calls).toHaveLength(1);
  const third = remark('a');
  await Promise.resolve();
  answer(refused('FORBIDDEN'));
  await third;
  expect(idsOf(calls).size).toBe(2);
});

test('said again after no reply came it keeps its id, unless another write went between', async () => {
  const lost = cloudOf({ 'order.remind': refused('NETWORK') });
  await remark('b');
  const again = cloudOf({ 'order.remind': refused('NOT_FOUND') });
  await remark('b');
  expect(lost).toHaveLength(3);
  expect(idsOf([...lost, ...again]).size).toBe(1);
  await remark('b');
  expect(idsOf(again).size).toBe(2);
  const gone = cloudOf({ 'order.remind': refused('NETWORK') });
  await remark('c');
  cloudOf({ 'order.remind': answered({}) as never });
  await remark('d');
  const late = cloudOf({ 'order.remind': refused('NOT_FOUND') });
  await remark('c');
  expect(idsOf([...gone, ...late]).size).toBe(2);
}, 20_000);
