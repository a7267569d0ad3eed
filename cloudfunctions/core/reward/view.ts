import { limits } from '../../../miniprogram/contracts/limits';
import type {
  GoodName,
  GoodView,
  HandoverView,
  RewardsView,
  StockView,
  VoucherView,
} from '../../../miniprogram/contracts/reward';
import type { SignedIn } from '../access/caller';
import { bookIdOf, passbooks } from '../passbook/passbook';
import type { Context } from '../platform/context';
import { monthText } from '../time/shanghai';
import { goods, priceOf, type Good } from './good';
import { allowances, redemptions, type Redemption } from './redemption';
import { endFault, monthEnd, mostOf } from './rules/redemption';
import { freeOf } from './rules/stock';
import { isWaiting } from './rules/waiting';
import { waits, type Wait } from './wait';

/** Vouchers that the first page of a head shows. */
const vouchersShown = 10;

function nameOf({ _id, name, measure, picture }: Good): GoodName {
  return { goodId: _id, name, measure, picture };
}

function nameIn({ goodId, goodName, measure, picture }: Redemption): GoodName {
  return { goodId, name: goodName, measure, picture };
}

/** What a head has and may take. Five reads, whatever they did before. */
export async function readRewards({ database, clock }: Context, { login }: SignedIn): Promise<RewardsView> {
  const { personId, communityId } = login;
  const now = clock.now();
  const month = monthText(now);
  const [found, book, taken, waiting, vouchers] = await Promise.all([
    database.find(goods, { where: { communityId, _id: { gt: '' } }, sort: { _id: 'asc' }, limit: limits.goods }),
    database.get(passbooks, bookIdOf(personId, 'courtyard')),
    database.find(allowances, { where: { personId, month }, limit: limits.goods }),
    database.find(waits, { where: { personId, _id: { gt: '' } }, sort: { _id: 'asc' }, limit: limits.goods }),
    database.find(redemptions, {
      where: { personId, createdKey: { gt: '' } },
      sort: { createdKey: 'desc' },
      limit: vouchersShown,
    }),
  ]);
  const balance = book?.balance ?? 0;
  return {
    month,
    monthEndsAt: monthEnd(now).toISOString(),
    balance,
    held: book?.held ?? 0,
    goods: found
      .filter(({ offered }) => offered)
      .map((good) =>
        goodView(good, {
          balance,
          taken: taken.find(({ goodId }) => goodId === good._id)?.taken ?? 0,
          wait: waiting.find(({ goodId }) => goodId === good._id),
        }),
      ),
    vouchers: vouchers.map((one) => voucherView(one, now)),
  };
}

interface ReaderOfGood {
  readonly balance: number;
  readonly taken: number;
  readonly wait: Wait | undefined;
}

function goodView(good: Good, { balance, taken, wait }: ReaderOfGood): GoodView {
  const price = priceOf(good);
  const waiting = wait && isWaiting(wait) ? wait : undefined;
  const free = good.waiting > 0 ? 0 : freeOf(good);
  return {
    ...nameOf(good),
    price: price.points,
    priceVersion: price.version,
    free,
    limit: good.limit,
    taken,
    most: waiting ? 0 : mostOf(good, { balance, taken }),
    ...(waiting && { waiting: waitingView(waiting) }),
    mayWait: !waiting && free === 0 && taken < good.limit,
  };
}

function waitingView({ quantity, state, offeredUntil }: Wait): NonNullable<GoodView['waiting']> {
  return {
    quantity,
    state: state === 'offered' ? 'offered' : 'waiting',
    ...(offeredUntil && { until: offeredUntil.toISOString() }),
  };
}

/** A voucher as its owner sees it; the picture of its code is added where one voucher is read. */
export function voucherView(redemption: Redemption, now: Date): VoucherView {
  const { _id, state, quantity, points, createdAt, expiresAt, code, ended, personId, name } = redemption;
  return {
    ...nameIn(redemption),
    redemptionId: _id,
    state,
    quantity,
    points,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    code,
    ...(ended && { endedAt: ended.at.toISOString() }),
    ...(ended?.reason && { reason: ended.reason }),
    mayCancel: endFault(redemption, { kind: 'cancel', by: { personId, name } }, now) === null,
  };
}

/** A voucher as staff see it: its code is not in it. */
export function handoverView(redemption: Redemption, { login }: SignedIn, now: Date): HandoverView {
  const { _id, state, name, quantity, points, expiresAt, ended } = redemption;
  const by = { personId: login.personId, name: login.name };
  return {
    ...nameIn(redemption),
    redemptionId: _id,
    state,
    personName: name,
    quantity,
    points,
    expiresAt: expiresAt.toISOString(),
    ...(ended && { endedAt: ended.at.toISOString() }),
    ...(ended?.by && { endedBy: ended.by.name }),
    mayCollect: endFault(redemption, { kind: 'collect', by }, now) === null,
  };
}

/** Prices that a list of the stock shows. */
const pricesShown = 5;

export function stockView(good: Good, { login }: SignedIn): StockView {
  const { limit, offered, onHand, reserved, waiting, version, prices, stocktake } = good;
  return {
    ...nameOf(good),
    price: priceOf(good).points,
    limit,
    offered,
    onHand,
    reserved,
    waiting,
    version,
    prices: prices
      .slice(-pricesShown)
      .reverse()
      .map(({ points, since, by, reason, version: number }) => ({
        version: number,
        price: points,
        since: since.toISOString(),
        by: by.name,
        reason,
      })),
    ...(stocktake && {
      stocktake: {
        counted: stocktake.counted,
        expected: stocktake.expected,
        reason: stocktake.reason,
        by: stocktake.by.name,
        at: stocktake.at.toISOString(),
        maySign: stocktake.by.personId !== login.personId,
      },
    }),
  };
}
