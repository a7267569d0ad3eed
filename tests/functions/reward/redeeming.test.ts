import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import { newRequest, type ApiCloud } from '../../support/api';
import { openRewards, type RewardSteps } from './reward-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: RewardSteps;
openRewards((opened, made) => {
  cloud = opened;
  steps = made;
});

const lines = () =>
  cloud
    .stored<Entry>('entries')
    .filter((line) => line.kind === 'entry' && line.unit === 'courtyard')
    .sort((one, other) => one.sequence - other.sequence);
const inbox = (openid: string) => cloud.storedOne<LoginWithInbox>('logins', openid).inbox.map(({ kind }) => kind);
/** Lets the timer run once at a moment. */
async function timerAt(now: string) {
  await cloud.control('/local/clock', { now, timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 600_000 });
}

describe('S1-19 a courtyard head earns', () => {
  it('by an errand that they vouched for, once its requester confirmed it, under the rule of its making', async () => {
    const { vouching, award } = await steps.vouched();
    expect(award).toEqual({ refused: 'byPost' });
    expect(vouching).toEqual({
      personId: 'p_head',
      name: '任福贵',
      award: { points: 5, entryId: expect.stringMatching(/^vouched:/) },
    });
    expect(lines()).toMatchObject([
      {
        personId: 'p_head',
        unit: 'courtyard',
        cause: 'vouched',
        points: 5,
        rule: { id: 'errand-vouched', version: 1 },
      },
    ]);
    expect(inbox('o_head')).toContain('vouched');
    expect(
      await cloud.getAs('o_secretary', 'passbook.verify', { unit: 'courtyard', personId: 'p_head' }),
    ).toMatchObject({
      state: 'sound',
      entries: 1,
    });
  });
});

describe('S1-20 S1-21 reward.redeem', () => {
  it('holds points, takes from the stock and makes a voucher in one transaction; a repeat makes no other', async () => {
    await steps.vouched();
    const goodId = await steps.stocked(4);
    const requestId = newRequest();
    const input = { goodId, quantity: 1, priceVersion: 1, requestId };
    const voucher = await cloud.getAs('o_head', 'reward.redeem', input);
    expect(await cloud.lastCall()).toMatchObject({ reads: 8, writes: 7, refusals: [] });
    expect(voucher).toMatchObject({ state: 'held', name: '洗衣液', quantity: 1, points: 3, mayCancel: true });
    expect(voucher.expiresAt.slice(0, 10)).toBe('2026-11-30');
    expect(await cloud.getAs('o_head', 'reward.redeem', input)).toEqual(voucher);
    expect(await cloud.callAs('o_head', 'reward.redeem', { ...input, quantity: 2 })).toMatchObject({
      code: 'REQUEST_REUSED',
    });
    expect(steps.goodOf(goodId)).toMatchObject({ onHand: 4, reserved: 1 });
    expect(steps.bookOf()).toMatchObject({ balance: 2, held: 3 });
    expect(lines().at(-1)).toMatchObject({ cause: 'held', points: -3, from: 'person:p_head', to: 'hold:p_head' });
    const list = await cloud.getAs('o_head', 'reward.list', {});
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0, refusals: [] });
    expect(list).toMatchObject({ month: '2026-11', balance: 2, held: 3, goods: [{ free: 3, taken: 1, most: 0 }] });
  });

  it.each([0, -1, 1.5, '1', null])('takes a whole number from 1: %p is refused, naming the field', async (quantity) => {
    const goodId = await steps.stocked(4);
    expect(
      await cloud.tryAs('o_head', 'reward.redeem', { goodId, quantity, priceVersion: 1, requestId: newRequest() }),
    ).toMatchObject({ code: 'INVALID_INPUT', field: 'quantity' });
  });

  it('stays within the limit of a month, which turns at 00:00 in Shanghai', async () => {
    for (let errands = 0; errands < 3; errands += 1) await steps.vouched();
    const goodId = await steps.stocked(9);
    await cloud.control('/local/clock', { now: '2026-11-30T23:59:00+08:00', timers: 'skip' });
    const said = { goodId, quantity: 2, priceVersion: 1 };
    await steps.act('o_head', 'reward.redeem', said);
    expect(await steps.tried('o_head', 'reward.redeem', { ...said, quantity: 1 })).toMatchObject({
      code: 'LIMIT_REACHED',
      field: 'quantity',
    });
    await cloud.control('/local/clock', { now: '2026-12-01T00:00:00+08:00', timers: 'skip' });
    expect(await cloud.getAs('o_head', 'reward.list', {})).toMatchObject({ month: '2026-12', goods: [{ taken: 0 }] });
    expect(await steps.tried('o_head', 'reward.redeem', said)).toMatchObject({ ok: true });
  });

  it('sees no other community’s things, and nobody else’s voucher', async () => {
    await steps.vouched();
    const goodId = await steps.stocked(4);
    await cloud.change('goods', goodId, { communityId: 'liuyuan' });
    expect(await steps.tried('o_head', 'reward.redeem', { goodId, quantity: 1, priceVersion: 1 })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await cloud.change('goods', goodId, { communityId: 'qinghe' });
    const { redemptionId } = await steps.redeem(goodId);
    await cloud.change('redemptions', redemptionId, { personId: 'p_other' });
    expect(await cloud.callAs('o_head', 'reward.get', { redemptionId })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a voucher', () => {
  it('shows a code that scans; staff see name and thing, hand it over, and a second scan changes nothing', async () => {
    await steps.vouched();
    const goodId = await steps.stocked(4);
    const { redemptionId, code } = await steps.redeem(goodId);
    const { codeImage = '' } = await cloud.getAs('o_head', 'reward.get', { redemptionId });
    const picture = PNG.sync.read(Buffer.from(codeImage.split(',')[1]!, 'base64'));
    const scanned = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data;
    expect(scanned).toBe(`lianxin:voucher:${code}`);
    const found = await cloud.getAs('o_worker', 'reward.find', { code });
    expect(found).toMatchObject({ personName: '任福贵', name: '洗衣液', quantity: 1, state: 'held', mayCollect: true });
    expect(JSON.stringify(found)).not.toContain(code);
    const collected = await steps.act('o_worker', 'reward.collect', { redemptionId });
    expect(collected).toMatchObject({ state: 'collected', endedBy: '赵慧敏', mayCollect: false });
    const stood = [steps.goodOf(goodId), steps.bookOf(), lines()];
    expect(await steps.act('o_leader', 'reward.collect', { redemptionId })).toMatchObject({ state: 'collected' });
    expect([steps.goodOf(goodId), steps.bookOf(), lines()]).toEqual(stood);
    expect(steps.goodOf(goodId)).toMatchObject({ onHand: 3, reserved: 0 });
    expect(steps.bookOf()).toMatchObject({ balance: 2, held: 0 });
    expect(lines().at(-1)).toMatchObject({ cause: 'collected', points: 0, from: 'hold:p_head', to: 'issuer:qinghe' });
    expect(inbox('o_head')).toContain('goods-collected');
    expect(await steps.tried('o_head', 'reward.cancel', { redemptionId })).toMatchObject({ code: 'VOUCHER_ENDED' });
  });

  it.each([
    ['cancelled', (id: string) => steps.act('o_head', 'reward.cancel', { redemptionId: id })],
    ['refused', (id: string) => steps.act('o_worker', 'reward.refuse', { redemptionId: id, reason: '漏了' })],
    ['expired', () => timerAt('2026-11-30T10:00:00+08:00')],
  ] as const)(
    'that is %s gives back exactly what was held, once, in a line that names the one it undoes',
    async (state, end) => {
      await steps.vouched();
      const goodId = await steps.stocked(4);
      const { redemptionId } = await steps.redeem(goodId);
      await end(redemptionId);
      expect(steps.redemptionOf(redemptionId)).toMatchObject({ state, dueKey: null });
      expect(steps.goodOf(goodId)).toMatchObject({ onHand: 4, reserved: 0 });
      expect(steps.bookOf()).toMatchObject({ balance: 5, held: 0 });
      const book = await cloud.getAs('o_head', 'passbook.get', { unit: 'courtyard' });
      expect(book.entries[0]).toMatchObject({
        cause: 'released',
        points: 3,
        release: { ofSequence: 2 },
        mayPropose: false,
      });
      expect(book.broken).toBeUndefined();
      await timerAt('2026-12-02T10:00:00+08:00');
      for (const openid of ['o_worker', 'o_leader'])
        expect(await steps.tried(openid, 'reward.collect', { redemptionId })).toMatchObject({ code: 'VOUCHER_ENDED' });
      expect(lines()).toHaveLength(3);
      const view = await cloud.getAs('o_secretary', 'passbook.verify', { unit: 'courtyard', personId: 'p_head' });
      expect(view).toMatchObject({ state: 'sound', entries: 3 });
    },
  );

  it('does not outlive its month', async () => {
    await steps.vouched();
    const goodId = await steps.stocked(4);
    await cloud.control('/local/clock', { now: '2026-11-30T20:00:00+08:00', timers: 'skip' });
    const { redemptionId, expiresAt } = await steps.redeem(goodId);
    expect(expiresAt).toBe('2026-11-30T16:00:00.000Z');
    await cloud.control('/local/clock', { now: '2026-11-30T23:49:00+08:00', timers: 'skip' });
    await cloud.control('/local/clock', { advanceMs: 600_000 });
    expect(steps.redemptionOf(redemptionId).state).toBe('held');
    await cloud.control('/local/clock', { advanceMs: 600_000 });
    expect(steps.redemptionOf(redemptionId).state).toBe('expired');
    expect(inbox('o_head')).toContain('goods-released');
  });

  it('leaves a balance below zero, which is shown, where the award behind it is undone', async () => {
    const { vouching } = await steps.vouched();
    const goodId = await steps.stocked(4);
    const { redemptionId } = await steps.redeem(goodId);
    await steps.act('o_worker', 'reward.collect', { redemptionId });
    const entryId = (vouching!.award as { entryId: string }).entryId;
    const { reversalId } = await steps.act('o_secretary', 'passbook.proposeReversal', { entryId, reason: '没办成' });
    await steps.act('o_committee', 'passbook.signReversal', { reversalId, agree: true });
    expect(await cloud.getAs('o_head', 'reward.list', {})).toMatchObject({ balance: -3, goods: [{ most: 0 }] });
    expect(await steps.tried('o_head', 'reward.redeem', { goodId, quantity: 1, priceVersion: 1 })).toMatchObject({
      code: 'POINTS_SHORT',
    });
  });
});
