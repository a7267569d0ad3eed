import type { Order } from '../../cloudfunctions/core/order/order';
import type { Entry } from '../../cloudfunctions/core/passbook/entry';
import type { Passbook } from '../../cloudfunctions/core/passbook/passbook';
import { verifyBook } from '../../cloudfunctions/core/passbook/verify';
import { newRequest, startApi, type ApiCloud } from '../support/api';
import { completed, crowd, memberId, memberOpenid, pooled } from './crowd';

jest.setTimeout(120_000);

const members = 50;
let cloud: ApiCloud;
beforeAll(async () => {
  const confirmable = Array.from({ length: members }, (_, index) => completed(`oCONFIRM${index}`, index % 5));
  cloud = await startApi({ functions: ['api'], demo: crowd(members, [pooled('oRACE'), ...confirmable]) });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
}, 60_000);
afterAll(() => cloud.close());

test('50 members accept one order at once: one wins, 49 read TAKEN, nothing else changes', async () => {
  const before = cloud.storedOne<Order>('orders', 'oRACE');
  const others = JSON.stringify(cloud.stored<Order>('orders').filter(({ _id }) => _id !== 'oRACE'));
  const replies = await Promise.all(
    Array.from({ length: members }, (_, index) => cloud.callAs(memberOpenid(index), 'order.accept', { orderId: 'oRACE', version: before.version, requestId: newRequest() })),
  );
  expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
  expect(replies.filter((reply) => !reply.ok && reply.code === 'TAKEN')).toHaveLength(members - 1);
  const after = cloud.storedOne<Order>('orders', 'oRACE');
  const winner = replies.findIndex((reply) => reply.ok);
  expect(after).toMatchObject({ status: 'accepted', version: before.version + 1, assignee: { personId: memberId(winner) } });
  expect(after.trail.filter(({ action }) => action === 'accept')).toHaveLength(1);
  expect(JSON.stringify(cloud.stored<Order>('orders').filter(({ _id }) => _id !== 'oRACE'))).toBe(others);
  const traces = (await cloud.trace(60)).filter(({ event }) => event === 'order.accept');
  expect(traces.flatMap(({ operations }) => operations).filter(({ collection, writes }) => collection === 'orders' && writes > 0)).toHaveLength(1);
  expect(cloud.stored('entries')).toEqual([]);
}, 60_000);

test('the winner asks again, with the same request or another: the same acceptance, and nothing is written', async () => {
  const { assignee, version } = cloud.storedOne<Order>('orders', 'oRACE');
  const openid = assignee!.openid!;
  const reply = await cloud.callAs(openid, 'order.accept', { orderId: 'oRACE', version: version - 1, requestId: newRequest() });
  expect(reply).toMatchObject({ ok: true, data: { status: 'accepted', version } });
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0 });
});

test('50 confirmations at once for 5 members all arrive, and every chain holds', async () => {
  const replies = await Promise.all(
    Array.from({ length: members }, async (_, index) => {
      const input = { orderId: `oCONFIRM${index}`, version: 4, stars: 5, tags: [], requestId: newRequest() };
      // A phone tries again when it is told to, with the same request.
      for (let attempt = 0; ; attempt += 1) {
        const reply = await cloud.callAs('o_resident', 'order.confirm', input);
        if (reply.ok || reply.code !== 'BUSY' || attempt === 5) return reply;
      }
    }),
  );
  expect(replies.filter((reply) => !reply.ok)).toEqual([]);
  const books = cloud.stored<Passbook>('passbooks');
  const entries = cloud.stored<Entry>('entries');
  expect(books.map(({ balance, count }) => ({ balance, count }))).toEqual(Array.from({ length: 5 }, () => ({ balance: 50, count: 10 })));
  for (const book of books) expect(verifyBook(entries.filter(({ bookId }) => bookId === book._id), book)).toMatchObject({ state: 'sound', entries: 10, balance: 50 });
}, 60_000);
