import { limits } from '../../../miniprogram/contracts/limits';
import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Good } from '../../../cloudfunctions/core/reward/good';
import type { Alarm } from '../../../cloudfunctions/core/passbook/alarm/alarm';
import type { StockLine } from '../../../cloudfunctions/core/reward/stock-line';
import type { Wait } from '../../../cloudfunctions/core/reward/wait';
import type { ApiCloud } from '../../support/api';
import { openRewards, type RewardSteps } from './reward-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: RewardSteps;
openRewards((opened, made) => {
  cloud = opened;
  steps = made;
});

const stockLines = () => cloud.stored<StockLine>('stockLines');
const waitOf = (goodId: string) => cloud.storedOne<Wait>('waits', `${goodId}:p_head`);
const timer = (advanceMs = 600_000) => cloud.control('/local/clock', { advanceMs });
const rewards = () => cloud.getAs('o_head', 'reward.list', {});

describe('the catalogue', () => {
  it('keeps every price with who set it and why; a head who saw another price is told', async () => {
    await steps.vouched();
    const goodId = await steps.stocked(4);
    const decided = { name: '洗衣液', measure: '瓶', picture: 'laundry', limit: 2, offered: true } as const;
    const saved = await steps.act('o_secretary', 'reward.saveGood', {
      ...decided,
      goodId,
      version: 1,
      price: 4,
      reason: '进价涨了',
    });
    expect(saved.prices).toMatchObject([
      { version: 2, price: 4, by: '王建国', reason: '进价涨了' },
      { version: 1, price: 3, reason: '开张' },
    ]);
    expect(await steps.tried('o_head', 'reward.redeem', { goodId, quantity: 1, priceVersion: 1 })).toMatchObject({
      code: 'PRICE_CHANGED',
    });
    const again = { ...decided, goodId, version: 1, price: 5, reason: '再涨' };
    expect(await steps.tried('o_secretary', 'reward.saveGood', again)).toMatchObject({ code: 'STOCK_CHANGED' });
    expect(await steps.tried('o_worker', 'reward.saveGood', again)).toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('a catalogue that is full says so', async () => {
  const goodId = await steps.stocked(1);
  const { _id, ...good } = cloud.storedOne<Good>('goods', goodId);
  const many = Array.from({ length: limits.goods }, (_, index) => ({ ...good, _id: `${_id}_${index}` }));
  cloud.database.load('goods', many);
  const one = { name: '肥皂', measure: '块', picture: 'laundry', price: 1, limit: 1, offered: true } as const;
  const wanted = { ...one, version: 0, reason: '添一样' };
  expect(await steps.tried('o_secretary', 'reward.saveGood', wanted)).toMatchObject({
    code: 'LIST_FULL',
    field: 'name',
  });
});

describe('counting the shelf', () => {
  it('writes a difference by two people, on top of what was handed out meanwhile', async () => {
    await steps.vouched();
    const goodId = await steps.stocked(6);
    const { redemptionId } = await steps.redeem(goodId);
    await steps.act('o_worker', 'reward.count', { goodId, counted: 5, reason: '破了一瓶' });
    expect(steps.goodOf(goodId)).toMatchObject({ onHand: 6 });
    await steps.act('o_worker', 'reward.collect', { redemptionId });
    expect(await steps.tried('o_worker', 'reward.signCount', { goodId, agree: true })).toMatchObject({
      code: 'SECOND_PERSON_NEEDED',
    });
    const signed = await steps.act('o_leader', 'reward.signCount', { goodId, agree: true });
    expect(signed).toMatchObject({ onHand: 4, reserved: 0 });
    expect(signed.stocktake).toBeUndefined();
    expect(stockLines()).toMatchObject([
      { number: 1, kind: 'received', quantity: 6, costCents: 4_800, onHand: 6, second: null },
      { number: 2, kind: 'corrected', quantity: -1, onHand: 4, by: { name: '赵慧敏' }, second: { name: '郝文斌' } },
    ]);
    expect(await steps.tried('o_secretary', 'reward.signCount', { goodId, agree: true })).toMatchObject({
      code: 'ALREADY_SETTLED',
    });
  });

  it('is dropped where the second person does not agree', async () => {
    const goodId = await steps.stocked(6);
    const same = { goodId, counted: 6, reason: '数了一遍' };
    expect(await steps.tried('o_worker', 'reward.count', same)).toMatchObject({ code: 'COUNT_AGREES' });
    await steps.act('o_worker', 'reward.count', { goodId, counted: 2, reason: '数了一遍' });
    await steps.act('o_secretary', 'reward.signCount', { goodId, agree: false });
    expect(steps.goodOf(goodId)).toMatchObject({ onHand: 6, stocktake: null });
    expect(stockLines()).toHaveLength(1);
  });
});

describe('the waiting list', () => {
  it('asks before it takes: who says yes holds points, and nobody passes them', async () => {
    await steps.vouched();
    const goodId = await steps.stocked(0);
    expect((await rewards()).goods).toMatchObject([{ free: 0, mayWait: true, most: 0 }]);
    await steps.act('o_head', 'reward.wait', { goodId, quantity: 1 });
    await timer();
    expect(waitOf(goodId).state).toBe('waiting');
    await steps.act('o_worker', 'reward.receive', { goodId, quantity: 3, costCents: 0 });
    expect(await steps.tried('o_head', 'reward.redeem', { goodId, quantity: 1, priceVersion: 1 })).toMatchObject({
      code: 'OUT_OF_STOCK',
    });
    await timer();
    expect((await rewards()).goods).toMatchObject([{ waiting: { state: 'offered', quantity: 1 }, free: 2 }]);
    expect(steps.bookOf()).toMatchObject({ balance: 5, held: 0 });
    expect(cloud.storedOne<LoginWithInbox>('logins', 'o_head').inbox.map(({ kind }) => kind)).toContain(
      'goods-offered',
    );
    const after = await steps.act('o_head', 'reward.answer', { goodId, take: true, priceVersion: 1 });
    expect(await cloud.lastCall()).toMatchObject({ reads: 10, writes: 6, refusals: [] });
    expect(after).toMatchObject({ balance: 2, held: 3, vouchers: [{ state: 'held', quantity: 1 }] });
    expect(steps.goodOf(goodId)).toMatchObject({ onHand: 3, reserved: 1, waiting: 0 });
  });

  it('frees what was put aside for who says no, and for who does not answer', async () => {
    await steps.vouched();
    const goodId = await steps.stocked(0);
    await steps.act('o_head', 'reward.wait', { goodId, quantity: 1 });
    await steps.act('o_worker', 'reward.receive', { goodId, quantity: 1, costCents: 0 });
    await timer();
    expect(steps.goodOf(goodId)).toMatchObject({ onHand: 1, reserved: 1 });
    await steps.act('o_head', 'reward.answer', { goodId, take: false, priceVersion: 1 });
    expect(steps.goodOf(goodId)).toMatchObject({ onHand: 1, reserved: 0, waiting: 0 });
    const other = await steps.stocked(0);
    await steps.act('o_head', 'reward.wait', { goodId: other, quantity: 1 });
    await steps.act('o_worker', 'reward.receive', { goodId: other, quantity: 1, costCents: 0 });
    await timer();
    await cloud.control('/local/clock', { advanceMs: 24 * 3_600_000, timers: 'skip' });
    expect(await steps.tried('o_head', 'reward.answer', { goodId: other, take: true, priceVersion: 1 })).toMatchObject({
      code: 'STOCK_CHANGED',
    });
    await timer();
    expect(waitOf(other).state).toBe('lapsed');
    expect(steps.goodOf(other)).toMatchObject({ onHand: 1, reserved: 0, waiting: 0 });
  });
});

describe('the public month', () => {
  it('says what was issued, redeemed, is in stock and cost, as the ledger has it; every night agrees', async () => {
    const { vouching } = await steps.vouched();
    await steps.vouched();
    const goodId = await steps.stocked(6);
    const { redemptionId } = await steps.redeem(goodId, 2);
    await steps.act('o_worker', 'reward.collect', { redemptionId });
    const entryId = (vouching!.award as { entryId: string }).entryId;
    const { reversalId } = await steps.act('o_secretary', 'passbook.proposeReversal', { entryId, reason: '没办成' });
    await steps.act('o_committee', 'passbook.signReversal', { reversalId, agree: true });
    await timer(3_600_000);
    const sheet = await cloud.getAs('o_resident', 'reward.getSheet', {});
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0, refusals: [] });
    expect(sheet).toMatchObject({
      month: '2026-11',
      months: ['2026-11'],
      issued: { given: 10, undone: 5 },
      rows: [{ name: '洗衣液', opening: 0, received: 6, collected: 2, closing: 4, points: 6, costCents: 4_800 }],
    });
    const { storage } = await cloud.services();
    const files = [];
    for (const openid of ['o_resident', 'o_secretary']) {
      const { fileId, missing } = await cloud.getAs(openid, 'file.printRewardSheet', { month: '2026-11' });
      expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0, refusals: [] });
      expect(missing).toEqual([]);
      files.push(Buffer.from((await storage.download(fileId)) ?? []));
    }
    expect(files[0]!.subarray(0, 5).toString()).toBe('%PDF-');
    expect(files[1]!.equals(files[0]!)).toBe(true);
    await cloud.control('/local/clock', { now: '2026-11-24T02:00:00+08:00', timers: 'skip' });
    await timer();
    await timer();
    expect(cloud.stored<Alarm>('alarms')).toEqual([]);
    expect(await cloud.callAs('o_nobody', 'reward.getSheet', {})).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });
});
