import type { LoginWithInbox } from '../../cloudfunctions/core/access/login';
import type { Entry } from '../../cloudfunctions/core/passbook/entry';
import type { Passbook } from '../../cloudfunctions/core/passbook/passbook';
import { verifyBook } from '../../cloudfunctions/core/passbook/rules/verification';
import type { Good } from '../../cloudfunctions/core/reward/good';
import type { Redemption } from '../../cloudfunctions/core/reward/redemption';
import { errorTable } from '../../miniprogram/contracts/error';
import { good } from '../core/reward/sample-goods';
import { newRequest, startApi, type ApiCloud } from '../support/api';
import { bookOf, loadBooks } from '../support/books';
import { loadCommunity, sampleLogins } from '../support/community';

jest.setTimeout(120_000);

const heads = 50;
/** So many calls run at the same time, as when the month turns; the others wait for a moment. */
const instanceLimit = 20;
const personId = (index: number) => `p_crowd${index}`;
const openid = (index: number) => `o_crowd${index}`;

function headLogins(): LoginWithInbox[] {
  const like = sampleLogins().find(({ _id }) => _id === 'o_head')!;
  return Array.from({ length: heads }, (_, index) => ({
    ...like,
    _id: openid(index),
    personId: personId(index),
    name: `楼院长${index}`,
    phone: `1640001${String(index).padStart(4, '0')}`,
  }));
}

/** A head's book with five points. */
const bookWithPoints = (index: number) =>
  bookOf([
    {
      postingKey: `vouched:o${index}`,
      communityId: 'qinghe',
      unit: 'courtyard',
      personId: personId(index),
      name: `楼院长${index}`,
      memberClass: null,
      branchName: '清河社区党支部',
      at: new Date('2026-11-20T02:00:00Z'),
      cause: 'vouched',
      title: '办居住证',
      titleBy: null,
      points: 5,
      countDelta: 1,
      rule: { id: 'errand-vouched', version: 1 },
      sourceId: `o${index}`,
      reversal: null,
    },
  ]);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({
    functions: ['api'],
    instanceLimit,
    demo: {
      load(database) {
        loadCommunity(database);
        database.load('logins', headLogins());
        loadBooks(
          database,
          Array.from({ length: heads }, (_, index) => bookWithPoints(index)),
        );
        database.load('goods', [good({ _id: 'last', onHand: 1 }), good({ _id: 'plenty', onHand: heads })]);
      },
      personas: () => [],
    },
  });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

/** A phone tries again when it is told to, or when no answer came, with the same request. */
async function redeemed(index: number, goodId: string) {
  const input = { goodId, quantity: 1, priceVersion: 1, requestId: newRequest() };
  for (let attempt = 0; ; attempt += 1) {
    const reply = await cloud.callAs(openid(index), 'reward.redeem', input);
    if (reply.ok || !errorTable[reply.code].retry || attempt === 8) return reply;
  }
}

const all = (goodId: string) => Promise.all(Array.from({ length: heads }, (_, index) => redeemed(index, goodId)));

/** Every account of the unit adds up to nothing, nothing is below zero, and every chain holds. */
function expectSound(): void {
  const entries = cloud.stored<Entry>('entries').filter(({ unit }) => unit === 'courtyard');
  const accounts = new Map<string, number>();
  for (const { from, to, amount } of entries) {
    accounts.set(from, (accounts.get(from) ?? 0) - amount);
    accounts.set(to, (accounts.get(to) ?? 0) + amount);
  }
  expect([...accounts.values()].reduce((sum, one) => sum + one, 0)).toBe(0);
  expect([...accounts].filter(([account, sum]) => !account.startsWith('issuer:') && sum < 0)).toEqual([]);
  const broken = cloud.stored<Passbook>('passbooks').filter(
    (book) =>
      verifyBook(
        entries.filter(({ bookId }) => bookId === book._id),
        book,
      ).state !== 'sound',
  );
  expect(broken).toEqual([]);
  const open = cloud.stored<Redemption>('redemptions').filter(({ state }) => state === 'held');
  for (const { _id, onHand, reserved } of cloud.stored<Good>('goods'))
    expect([_id, reserved, onHand - reserved >= 0]).toEqual([
      _id,
      open.filter(({ goodId }) => goodId === _id).reduce((sum, { quantity }) => sum + quantity, 0),
      true,
    ]);
}

test('S1-21 50 want the last one at once: one gets it, 49 read that it is gone and lose no point', async () => {
  const replies = await all('last');
  expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
  expect(replies.filter((reply) => !reply.ok && reply.code === 'OUT_OF_STOCK')).toHaveLength(heads - 1);
  expect(cloud.stored<Redemption>('redemptions')).toHaveLength(1);
  expectSound();
});

test('S1-21 50 at once with 50 in stock all get one, but for who has no points left', async () => {
  const replies = await all('plenty');
  const refused = replies.filter((reply) => !reply.ok);
  expect(refused).toMatchObject([{ code: 'POINTS_SHORT' }]);
  expect(cloud.storedOne<Good>('goods', 'plenty')).toMatchObject({ onHand: heads, reserved: heads - 1 });
  expectSound();
});
