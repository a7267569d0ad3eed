import type { PairView } from '../../../../miniprogram/contracts/pair';
import { limits } from '../../../../miniprogram/contracts/limits';
import type { Hat } from '../../../../miniprogram/contracts/hat';
import { signedInEndpoint } from '../../access/endpoint';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional } from '../../platform/validation';
import { pairCounts, type PairCount } from '../pairs/pair-count';

/**
 * What came near a monthly cap, or went above it and earned nothing: the newest month first.
 * Cost: 2 reads.
 */
export const listPairs = signedInEndpoint({
  name: 'passbook.listPairs',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login, hat }, input) {
    const where = { communityId: login.communityId, near: true, pairKey: belowCursor(input.cursor) };
    const found = await database.find(pairCounts, { where, sort: { pairKey: 'desc' }, ...pageQuery(limits.pageSize) });
    const { shown, next } = cutPage(found, limits.pageSize, ({ pairKey }) => pairKey);
    return done({ pairs: shown.map((pair) => pairView(pair, hat.hat)), ...(next !== undefined && { next }) });
  },
});

function pairView(
  { month, way, giver, earner, paid, unpaid, cap, unpaidSources, ...pair }: PairCount,
  hat: Hat,
): PairView {
  const isNamed = !pair.private || hat === 'secretary';
  return {
    month,
    way,
    ...(isNamed && { giverName: giver.name }),
    earnerName: earner.name,
    paid,
    unpaid,
    cap,
    unpaidSources,
  };
}
