import type { GoodInput } from '../../../miniprogram/contracts/reward';
import { limits } from '../../../miniprogram/contracts/limits';
import { withAct } from '../access/act';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';
import { derivedId } from '../platform/ids';
import { replayOf } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { goods, priceLimit, type Good, type GoodPrice } from './good';
import { noStock } from './rules/stock';
import { changeGood } from './store';

export interface SaveGoodInput extends GoodInput {
  readonly goodId?: string;
  readonly version: number;
  readonly reason: string;
}

/** Makes a thing of the catalogue, or decides anew on one. Two reads and one write. */
export function saveGood(context: Context, caller: SignedIn, input: SaveGoodInput): Promise<Result<Good>> {
  const { goodId } = input;
  if (goodId === undefined) return createGood(context, caller, input);
  return changeGood(context, caller, { goodId, action: 'reward.saveGood' }, (good) => {
    if (good.version !== input.version) return refuse('STOCK_CHANGED', 'version');
    const { name, measure, picture, limit, offered } = input;
    const prices = pricesAfter(good.prices, context, caller, input);
    return done({ good: { ...good, name, measure, picture, limit, offered, prices, version: good.version + 1 } });
  });
}

async function createGood(context: Context, caller: SignedIn, input: SaveGoodInput): Promise<Result<Good>> {
  const { communityId } = caller.login;
  const _id = derivedId('g', context.openid, context.requestId);
  const known = await context.database.find(goods, {
    where: { communityId, _id: { gt: '' } },
    sort: { _id: 'asc' },
    limit: limits.goods,
  });
  const before = known.find((good) => good._id === _id);
  const replay = before && replayOf(before.requests, context.request, () => before);
  if (replay) return replay;
  if (known.length >= limits.goods) return refuse('LIST_FULL', 'name');
  const { name, measure, picture, limit, offered } = input;
  const good: Good = {
    _id,
    communityId,
    name,
    measure,
    picture,
    limit,
    offered,
    prices: pricesAfter([], context, caller, input),
    ...noStock,
    stocktake: null,
    version: 1,
    lines: 0,
    requests: [context.request],
    ...withAct({}, context, caller, 'reward.saveGood'),
  };
  if (await context.database.insert(goods, good)) return done(good);
  const stored = await context.database.get(goods, _id);
  return (stored && replayOf(stored.requests, context.request, () => stored)) ?? refuse('REQUEST_REUSED', 'requestId');
}

/** A new price follows the old ones; the same one is none. */
function pricesAfter(
  before: readonly GoodPrice[],
  { clock }: Context,
  { login }: SignedIn,
  { price, reason }: SaveGoodInput,
): readonly GoodPrice[] {
  const last = before.at(-1);
  if (last?.points === price) return before;
  const by = { personId: login.personId, name: login.name };
  const next = { version: (last?.version ?? 0) + 1, points: price, since: clock.now(), by, reason };
  return [...before, next].slice(-priceLimit);
}
