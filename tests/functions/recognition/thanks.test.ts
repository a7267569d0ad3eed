import { blankRecognition } from '../../../cloudfunctions/core/recognition/erasure';
import { recognitionProjections } from '../../../cloudfunctions/core/recognition/projections';
import type { ThanksNote } from '../../../cloudfunctions/core/recognition/thanks/thanks-note';
import type { ThanksList } from '../../../miniprogram/contracts/thanks';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from '../order/order-steps';
import { withRecognition } from './recognition-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let orderId = '';
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  orderId = await closedOrder();
});
afterAll(() => cloud.close());

async function closedOrder(): Promise<string> {
  const { create, dispatch, accept, complete, confirm } = ordersOf(cloud);
  return (await confirm(await complete(await accept(await dispatch(await create()))))).orderId;
}
const thank = (openid: string, words: string, of = orderId, requestId = newRequest()) =>
  cloud.callAs(openid, 'recognition.thank', { orderId: of, words, requestId });
const list = (openid: string, of: ThanksList) => cloud.getAs(openid, 'recognition.listThanks', { list: of });
const wall = async (openid = 'o_neighbour') => (await list(openid, 'wall')).thanks;
const decide = (openid: string, said: { show: boolean; words?: string; reason?: 'personal-data' }) =>
  cloud.callAs(openid, 'recognition.decideThanks', { orderId, requestId: newRequest(), ...said });

test('S2-22 only whose order was done and closed thanks, and only where the community shows it', async () => {
  await withRecognition(cloud, { shown: [] });
  expect(await thank('o_resident', '谢谢')).toMatchObject({ code: 'NOT_SHOWN' });
  await withRecognition(cloud, { shown: ['thanks'] });
  expect(await thank('o_neighbour', '谢谢')).toMatchObject({ code: 'NOT_FOUND', field: 'orderId' });
  const { create } = ordersOf(cloud);
  const open = await create('o_resident', { words: '门锁坏了' });
  expect(await thank('o_resident', '谢谢', open.orderId)).toMatchObject({ code: 'WRONG_STATUS' });
  await cloud.change('orders', orderId, { private: true });
  expect(await thank('o_resident', '谢谢')).toMatchObject({ code: 'WRONG_STATUS' });
  await cloud.change('orders', orderId, { private: false });
});

test('nobody reads it before a person looked at it, and that person takes names and numbers out', async () => {
  const requestId = newRequest();
  const sent = await thank('o_resident', '水管不漏了，谢谢 8 号院的小张', orderId, requestId);
  expect(sent).toMatchObject({ ok: true, data: { state: 'waiting', helperNames: ['张海涛'] } });
  expect(await thank('o_resident', '水管不漏了，谢谢 8 号院的小张', orderId, requestId)).toEqual(sent);
  expect(await wall()).toEqual([]);
  expect((await list('o_member', 'toMe')).thanks).toEqual([]);
  expect(await cloud.callAs('o_resident', 'recognition.listThanks', { list: 'waiting' })).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect((await list('o_committee', 'waiting')).thanks).toMatchObject([{ mayDecide: true, state: 'waiting' }]);
  expect(await decide('o_worker', { show: true })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await decide('o_committee', { show: false })).toMatchObject({ code: 'INVALID_INPUT', field: 'reason' });
  expect(await decide('o_committee', { show: true, words: '水管不漏了，谢谢' })).toMatchObject({ ok: true });
  const shown = await wall();
  expect(shown).toEqual([
    {
      orderId,
      words: '水管不漏了，谢谢',
      helperNames: ['张海涛'],
      gridName: '红色网格',
      at: expect.stringMatching(/^2026-11-23T02:00/),
    },
  ]);
  // neither who wrote it nor how many there are
  expect(JSON.stringify(await list('o_neighbour', 'wall'))).not.toMatch(/李秀兰|p_resident|count/);
  expect((await list('o_resident', 'own')).thanks).toMatchObject([{ words: '水管不漏了，谢谢 8 号院的小张' }]);
  expect((await list('o_member', 'toMe')).thanks).toMatchObject([{ words: '水管不漏了，谢谢' }]);
});

test('what is written again is looked at again; what is hidden says why to its author alone', async () => {
  expect(await thank('o_resident', '电话 13800000000')).toMatchObject({ data: { state: 'waiting' } });
  expect(await wall()).toEqual([]);
  expect(await decide('o_secretary', { show: false, reason: 'personal-data' })).toMatchObject({ ok: true });
  expect((await list('o_resident', 'own')).thanks).toMatchObject([{ state: 'hidden', reason: 'personal-data' }]);
  expect(await wall()).toEqual([]);
  await thank('o_resident', '水管不漏了');
  await decide('o_secretary', { show: true });
  expect((await wall()).map(({ words }) => words)).toEqual(['水管不漏了']);
});

test('who is thanked decides nothing about it, and is not named where they do not want to be', async () => {
  await cloud.change('thanksNotes', orderId, { helperIds: ['p_member', 'p_committee'] });
  expect(await decide('o_committee', { show: false, reason: 'personal-data' })).toMatchObject({
    code: 'SECOND_PERSON_NEEDED',
  });
  await cloud.change('thanksNotes', orderId, { helperIds: ['p_member'] });
  const say = (hidden: boolean) =>
    cloud.getAs('o_member', 'recognition.saveChoice', { part: 'thanks', hidden, requestId: newRequest() });
  await say(true);
  expect(await wall()).toEqual([]);
  expect((await list('o_member', 'toMe')).thanks).toHaveLength(1);
  await say(false);
  expect(await wall()).toHaveLength(1);
});

test('a community that shows no wall any more has none, and another never had', async () => {
  await withRecognition(cloud, { shown: ['star'] });
  expect(await list('o_neighbour', 'wall')).toMatchObject({ shown: false, thanks: [] });
  await withRecognition(cloud, { shown: ['thanks'] });
  expect(await wall('o_stranger')).toEqual([]);
});

test('names follow the people, and go with them', async () => {
  const { database } = await cloud.services();
  const [names] = recognitionProjections;
  await cloud.change('people', 'p_member', { name: '张海潮' });
  const source = { kind: 'person', id: 'p_member', at: new Date() } as const;
  expect(await names!.project(database, source as never, null, () => true)).toMatchObject({ written: 1 });
  expect((await wall())[0]?.helperNames).toEqual(['张海潮']);
  await blankRecognition(database, 'p_member');
  expect(cloud.storedOne<ThanksNote>('thanksNotes', orderId)).toMatchObject({ helpers: [], helperIds: [] });
  await blankRecognition(database, 'p_resident');
  expect(cloud.stored('thanksNotes')).toEqual([]);
});
