import { decideHeadAward, type HeadCase } from '../../../cloudfunctions/core/reward/rules/head-award';
import { collectPosting, releasePosting } from '../../../cloudfunctions/core/reward/rules/postings';
import {
  endFault,
  evolveRedemption,
  expiryOf,
  mostOf,
  redeemFault,
} from '../../../cloudfunctions/core/reward/rules/redemption';
import { issuedBy, sheetView } from '../../../cloudfunctions/core/reward/rules/sheet';
import { evolveStock, monthOf, noStock, stockFault } from '../../../cloudfunctions/core/reward/rules/stock';
import { offerOf } from '../../../cloudfunctions/core/reward/rules/waiting';
import { defaultRewardPolicy } from '../../../cloudfunctions/core/reward/policy';
import { good, noon, redemption } from './sample-goods';

const staff = { personId: 'p_worker', name: '赵慧敏' };
const owner = { personId: 'p_head', name: '任福贵' };
const tryIt = (more: object) =>
  redeemFault({
    good: good({ onHand: 5 }),
    quantity: 1,
    priceVersion: 1,
    book: { balance: 10 },
    taken: 0,
    isOffered: false,
    ...more,
  });

describe('S1-20 S1-21 what may be put aside', () => {
  it.each([
    ['all is well', {}, undefined],
    ['nothing', { quantity: 0 }, 'INVALID_INPUT'],
    ['less than nothing', { quantity: -1 }, 'INVALID_INPUT'],
    ['one and a half', { quantity: 1.5 }, 'INVALID_INPUT'],
    ['no number', { quantity: '1' }, 'INVALID_INPUT'],
    ['above the limit', { quantity: 3 }, 'LIMIT_REACHED'],
    ['above the limit with what was taken', { quantity: 1, taken: 2 }, 'LIMIT_REACHED'],
    ['more than the points pay', { quantity: 2, book: { balance: 5 } }, 'POINTS_SHORT'],
    ['with a balance below zero', { book: { balance: -1 } }, 'POINTS_SHORT'],
    ['before the first line', { book: undefined }, 'POINTS_SHORT'],
    ['at a price of before', { priceVersion: 2 }, 'PRICE_CHANGED'],
    ['withdrawn', { good: good({ onHand: 5, offered: false }) }, 'NOT_FOUND'],
    ['more than is free', { quantity: 2, good: good({ onHand: 5, reserved: 4 }) }, 'OUT_OF_STOCK'],
    ['past those who wait', { good: good({ onHand: 5, waiting: 1 }) }, 'OUT_OF_STOCK'],
    [
      'as one who waited and was asked',
      { good: good({ onHand: 1, reserved: 1, waiting: 1 }), isOffered: true },
      undefined,
    ],
  ])('%s', (_, more, code) => {
    expect(tryIt(more)?.code).toBe(code);
  });

  it('says how many the reader may take now', () => {
    expect(mostOf(good({ onHand: 5 }), { balance: 100, taken: 0 })).toBe(2);
    expect(mostOf(good({ onHand: 1 }), { balance: 100, taken: 0 })).toBe(1);
    expect(mostOf(good({ onHand: 5 }), { balance: 5, taken: 0 })).toBe(1);
    expect(mostOf(good({ onHand: 5 }), { balance: -5, taken: 0 })).toBe(0);
    expect(mostOf(good({ onHand: 5, waiting: 1 }), { balance: 100, taken: 0 })).toBe(0);
  });
});

describe('S1-20 the month turns at 00:00 in Shanghai', () => {
  const policy = { pickUpDays: 7 };
  it.each([
    ['2026-11-23T12:00:00+08:00', '2026-11-30T12:00:00+08:00'],
    ['2026-11-30T23:59:59.999+08:00', '2026-12-01T00:00:00+08:00'],
    ['2026-12-01T00:00:00+08:00', '2026-12-08T00:00:00+08:00'],
    ['2026-12-31T20:00:00+08:00', '2027-01-01T00:00:00+08:00'],
  ])('what was put aside at %s waits until %s', (at, until) => {
    expect(expiryOf(new Date(at), policy)).toEqual(new Date(until));
  });

  it('is handed over up to that moment and not at it, and given back from it on', () => {
    const one = redemption('v1');
    const before = new Date(one.expiresAt.getTime() - 1);
    expect(endFault(one, { kind: 'collect', by: staff }, before)).toBeNull();
    expect(endFault(one, { kind: 'collect', by: staff }, one.expiresAt)?.code).toBe('VOUCHER_ENDED');
    expect(endFault(one, { kind: 'expire' }, before)).not.toBeNull();
    expect(endFault(one, { kind: 'expire' }, one.expiresAt)).toBeNull();
  });
});

describe('how a redemption ends', () => {
  it('ends once, whatever comes after', () => {
    const collected = evolveRedemption(redemption('v1'), { kind: 'collect', by: staff }, noon);
    expect(collected).toMatchObject({ state: 'collected', dueKey: null, ended: { by: staff } });
    for (const command of [
      { kind: 'collect', by: staff },
      { kind: 'cancel', by: owner },
      { kind: 'refuse', by: staff, reason: '坏了' },
      { kind: 'expire' },
    ] as const)
      expect(endFault(collected, command, collected.expiresAt)?.code).toBe('VOUCHER_ENDED');
  });

  it('is handed over by somebody else than its owner, and given up by its owner alone', () => {
    expect(endFault(redemption('v1'), { kind: 'collect', by: owner }, noon)?.code).toBe('SECOND_PERSON_NEEDED');
    expect(endFault(redemption('v1'), { kind: 'refuse', by: owner, reason: '' }, noon)?.code).toBe(
      'SECOND_PERSON_NEEDED',
    );
    expect(endFault(redemption('v1'), { kind: 'cancel', by: staff }, noon)?.code).toBe('NOT_FOUND');
  });

  it('gives back exactly what was held, in a line that names the one it undoes', () => {
    const refused = evolveRedemption(
      redemption('v1', { quantity: 2 }),
      { kind: 'refuse', by: staff, reason: '漏了' },
      noon,
    );
    expect(releasePosting(refused, '后所营', noon)).toMatchObject({
      postingKey: 'redemption:v1:release',
      points: 6,
      transfer: { from: 'hold', to: 'person', amount: 6 },
      title: '洗衣液 2 瓶',
      reversal: { ofEntryId: 'redemption:v1:hold', ofSequence: 2, reason: '漏了', byId: 'p_worker', secondId: null },
    });
    const expired = evolveRedemption(redemption('v1'), { kind: 'expire' }, redemption('v1').expiresAt);
    expect(releasePosting(expired, '后所营', noon).reversal).toMatchObject({ by: '', byId: null });
    expect(collectPosting(redemption('v1'), '后所营', noon)).toMatchObject({
      points: 0,
      transfer: { from: 'hold', to: 'issuer', amount: 3 },
    });
  });
});

describe('the stock', () => {
  it('refuses what is no whole number above zero', () => {
    for (const quantity of [0, -1, 1.5, Number.NaN]) {
      expect(stockFault(noStock, { kind: 'received', quantity, costCents: 0 })).toBe('INVALID_INPUT');
      expect(stockFault({ ...noStock, onHand: 9, reserved: 9 }, { kind: 'released', quantity })).toBe('INVALID_INPUT');
    }
    expect(() => evolveStock(noStock, { kind: 'reserved', quantity: 1 }, '2026-11')).toThrow('OUT_OF_STOCK');
  });

  it('is corrected to no less than nothing; what was put aside and is gone is not handed over', () => {
    const stock = { ...noStock, onHand: 3, reserved: 3 };
    expect(stockFault(stock, { kind: 'corrected', difference: -4 })).toBe('STOCK_CHANGED');
    const fewer = evolveStock(stock, { kind: 'corrected', difference: -3 }, '2026-11');
    expect(stockFault(fewer, { kind: 'collected', quantity: 1, points: 3 })).toBe('OUT_OF_STOCK');
    expect(evolveStock(fewer, { kind: 'released', quantity: 3 }, '2026-11')).toMatchObject({ onHand: 0, reserved: 0 });
  });

  it('offers to the first in the line what they want, or what there is', () => {
    const terms = { at: noon, policy: { answerHours: 24 } };
    expect(offerOf({ onHand: 5, reserved: 0 }, { quantity: 2 }, terms)).toEqual({
      quantity: 2,
      until: new Date('2026-11-24T04:00:00Z'),
    });
    expect(offerOf({ onHand: 1, reserved: 0 }, { quantity: 2 }, terms)?.quantity).toBe(1);
    expect(offerOf({ onHand: 1, reserved: 1 }, { quantity: 2 }, terms)).toBeNull();
  });

  it('says of each month what there was, came, went and was left', () => {
    const october = evolveStock(noStock, { kind: 'received', quantity: 24, costCents: 19_200 }, '2026-10');
    const held = evolveStock(october, { kind: 'reserved', quantity: 3 }, '2026-10');
    const november = evolveStock(held, { kind: 'collected', quantity: 3, points: 9 }, '2026-11');
    const counted = evolveStock(november, { kind: 'corrected', difference: -1 }, '2026-11');
    expect(monthOf(counted, '2026-09')).toMatchObject({ opening: 0, closing: 0 });
    expect(monthOf(counted, '2026-10')).toMatchObject({ opening: 0, received: 24, closing: 24, costCents: 19_200 });
    expect(monthOf(counted, '2026-11')).toMatchObject({
      opening: 24,
      collected: 3,
      corrected: -1,
      closing: 20,
      points: 9,
    });
    expect(monthOf(counted, '2026-12')).toMatchObject({ opening: 20, closing: 20 });
    const sheet = sheetView([good(counted), good({ ...noStock, _id: 'g2' })], undefined, {
      month: '2026-11',
      today: '2026-12',
    });
    expect(sheet.months).toEqual(['2026-12', '2026-11', '2026-10']);
    expect(sheet.rows).toHaveLength(1);
  });
});

describe('S1-19 what a courtyard head earns', () => {
  const one: HeadCase = {
    sourceId: 'o1',
    communityId: 'qinghe',
    branchName: '清河社区党支部',
    deed: 'errand',
    rule: defaultRewardPolicy.heads.errand,
    pairCap: 4,
    head: owner,
    confirmer: { personId: 'p_neighbour', name: '郭大勇' },
    at: noon,
    title: '孩子上学',
    titleBy: 'p_neighbour',
    private: false,
  };
  const strangers = {
    head: { personId: 'p_head', phones: ['16400000007'], householdIds: [] },
    confirmer: { personId: 'p_neighbour', phones: ['16400000002'], householdIds: ['h2'] },
    isConfirmerKnown: true,
    isUnderCap: true,
  };

  it.each([
    ['errand', 'vouched:o1', 'vouched', 3],
    ['tenant', 'tenant:o1', 'tenant', 2],
    ['visit', 'visit:o1', 'visit', 1],
  ] as const)('%s: once, under the rule and its version', (deed, postingKey, cause, points) => {
    const rule = defaultRewardPolicy.heads[deed];
    expect(decideHeadAward({ ...one, deed, rule }, strangers)?.posting).toMatchObject({
      postingKey,
      cause,
      points,
      unit: 'courtyard',
      personId: 'p_head',
      rule: { id: rule.ruleId, version: rule.version },
    });
  });

  it('nothing from themselves, their household, or somebody whom nobody else knows', () => {
    const refusedBy = (more: object) => decideHeadAward(one, { ...strangers, ...more })?.refused;
    expect(refusedBy({ confirmer: strangers.head })).toBe('samePerson');
    expect(refusedBy({ confirmer: { ...strangers.confirmer, phones: ['164-0000-0007'] } })).toBe('sameNumber');
    expect(refusedBy({ head: { ...strangers.head, householdIds: ['h2'] } })).toBe('sameHousehold');
    expect(refusedBy({ isConfirmerKnown: false })).toBe('unknownRequester');
    expect(refusedBy({ isUnderCap: false })).toBe('pairCap');
    expect(decideHeadAward({ ...one, rule: { ...one.rule, points: 0 } }, strangers)).toBeNull();
  });

  it('is what the public month says was issued, less what was undone', () => {
    const line = (
      cause: 'vouched' | 'held' | 'released' | 'reversal',
      from: 'issuer' | 'person' | 'hold',
      points: number,
    ) => ({ cause, from: `${from}:x`, points }) as const;
    expect(
      issuedBy([
        line('vouched', 'issuer', 3),
        line('vouched', 'issuer', 3),
        line('held', 'person', -3),
        line('released', 'hold', 3),
        line('reversal', 'person', -3),
      ]),
    ).toEqual({ given: 6, undone: 3 });
  });
});
