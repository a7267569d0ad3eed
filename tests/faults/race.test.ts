import type { Order } from '../../cloudfunctions/core/order/document/order';
import type { Entry } from '../../cloudfunctions/core/passbook/entry';
import type { Passbook } from '../../cloudfunctions/core/passbook/passbook';
import { holdersOf } from '../../cloudfunctions/core/order/rules/seats';
import { verifyBook } from '../../cloudfunctions/core/passbook/rules/verification';
import { errorTable } from '../../miniprogram/contracts/error';
import { newRequest, startApi, type ApiCloud } from '../support/api';
import { completed, communityWithMembers, memberId, memberOpenid, pooled } from './many-members';

jest.setTimeout(120_000);

const members = 50;
const helpers = 25;
/** So many calls run at the same time, as on a busy evening; the others wait for a moment. */
const instanceLimit = 20;
let cloud: ApiCloud;
beforeAll(async () => {
  const confirmable = Array.from({ length: members }, (_, index) => completed(`oCONFIRM${index}`, index % helpers));
  const ofOne = Array.from({ length: members }, (_, index) => completed(`oONE${index}`, members - 1));
  cloud = await startApi({
    functions: ['api'],
    instanceLimit,
    demo: communityWithMembers(members, [pooled('oRACE'), pooled('oTHREE', 3), ...confirmable, ...ofOne]),
  });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

test('50 members accept one order at once: one wins, 49 read TAKEN, nothing else changes', async () => {
  const before = cloud.storedOne<Order>('orders', 'oRACE');
  const others = JSON.stringify(cloud.stored<Order>('orders').filter(({ _id }) => _id !== 'oRACE'));
  const replies = await Promise.all(
    Array.from({ length: members }, (_, index) =>
      cloud.callAs(memberOpenid(index), 'order.accept', {
        orderId: 'oRACE',
        version: before.version,
        requestId: newRequest(),
      }),
    ),
  );
  expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
  expect(replies.filter((reply) => !reply.ok && reply.code === 'TAKEN')).toHaveLength(members - 1);
  const after = cloud.storedOne<Order>('orders', 'oRACE');
  const winner = replies.findIndex((reply) => reply.ok);
  expect(after).toMatchObject({
    status: 'accepted',
    version: before.version + 1,
    assignee: { personId: memberId(winner) },
  });
  expect(after.trail.filter(({ action }) => action === 'accept')).toHaveLength(1);
  expect(JSON.stringify(cloud.stored<Order>('orders').filter(({ _id }) => _id !== 'oRACE'))).toBe(others);
  // Some may still have tried to write; one write found the order as it was read.
  const traces = (await cloud.trace(60)).filter(({ event }) => event === 'order.accept');
  expect(
    traces
      .flatMap(({ operations }) => operations)
      .filter(({ collection, writes, returned }) => collection === 'orders' && writes > 0 && returned > 0),
  ).toHaveLength(1);
  expect(cloud.stored('entries')).toEqual([]);
});

test('50 members accept an order for three at once: three hold a seat, 47 read TAKEN', async () => {
  const before = cloud.storedOne<Order>('orders', 'oTHREE');
  const replies = await Promise.all(
    Array.from({ length: members }, (_, index) => acceptedBy(memberOpenid(index), before)),
  );
  const winners = replies.flatMap((reply, index) => (reply.ok ? [memberId(index)] : []));
  expect(winners).toHaveLength(3);
  expect(replies.filter((reply) => !reply.ok && reply.code === 'TAKEN')).toHaveLength(members - 3);
  const after = cloud.storedOne<Order>('orders', 'oTHREE');
  expect(
    holdersOf(after)
      .map(({ personId }) => personId)
      .sort(),
  ).toEqual(winners.sort());
  expect(after.trail.filter(({ action }) => action === 'accept')).toHaveLength(3);
  // Each of them again, by another request: the same three seats.
  await Promise.all(winners.map((personId) => acceptedBy(openidOf(personId), before)));
  expect(cloud.storedOne<Order>('orders', 'oTHREE').revision).toBe(after.revision);
});

/** A phone looks at the order again when somebody moved it meanwhile, and tries again. */
async function acceptedBy(openid: string, { _id: orderId, version }: Order) {
  for (let seen = version, attempt = 0; ; attempt += 1) {
    const reply = await cloud.callAs(openid, 'order.accept', { orderId, version: seen, requestId: newRequest() });
    const isOld = !reply.ok && (reply.code === 'STALE_VERSION' || reply.code === 'BUSY');
    if (!isOld || attempt === 20) return reply;
    seen = cloud.storedOne<Order>('orders', orderId).version;
  }
}

const openidOf = (personId: string) => personId.replace(/^p_/, 'o_');

test('the winner asks again, by the same request or another: the same acceptance, nothing is written', async () => {
  const { assignee, version } = cloud.storedOne<Order>('orders', 'oRACE');
  const openid = assignee!.openid!;
  const reply = await cloud.callAs(openid, 'order.accept', {
    orderId: 'oRACE',
    version: version - 1,
    requestId: newRequest(),
  });
  expect(reply).toMatchObject({ ok: true, data: { status: 'accepted', version } });
  // Beside caller and order, the inboxes are read, in case the first call had not told everybody.
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0 });
});

/** A phone tries again when it is told to, or when no answer came, with the same request. */
async function confirmed(orderId: string) {
  const input = { orderId, version: 4, stars: 5, tags: [], requestId: newRequest() };
  for (let attempt = 0; ; attempt += 1) {
    const reply = await cloud.callAs('o_resident', 'order.confirm', input);
    const isFinal = reply.ok || (reply.code !== undefined && !errorTable[reply.code].retry);
    if (isFinal || attempt === 8) return reply;
  }
}

test('50 confirmations at once for one member all arrive, though each waits for its book', async () => {
  const replies = await Promise.all(Array.from({ length: members }, (_, index) => confirmed(`oONE${index}`)));
  expect(replies.filter((reply) => !reply.ok)).toEqual([]);
  const book = cloud.storedOne<Passbook>('passbooks', `${memberId(members - 1)}:service`);
  const entries = cloud.stored<Entry>('entries').filter(({ bookId }) => bookId === book._id);
  expect(verifyBook(entries, book)).toMatchObject({ state: 'sound', entries: 50, balance: 250 });
});

test('50 confirmations at once for 25 members all arrive, and every chain holds', async () => {
  const replies = await Promise.all(Array.from({ length: members }, (_, index) => confirmed(`oCONFIRM${index}`)));
  expect(replies.filter((reply) => !reply.ok)).toEqual([]);
  const books = cloud.stored<Passbook>('passbooks').filter(({ personId }) => personId !== memberId(members - 1));
  const entries = cloud.stored<Entry>('entries');
  expect(books.map(({ balance, count }) => ({ balance, count }))).toEqual(
    Array.from({ length: helpers }, () => ({ balance: 10, count: 2 })),
  );
  for (const book of books)
    expect(
      verifyBook(
        entries.filter(({ bookId }) => bookId === book._id),
        book,
      ),
    ).toMatchObject({ state: 'sound', entries: 2, balance: 10 });
});
