import type { Category, OfferedCategory } from '../../../../miniprogram/contracts/category';
import { endpoint } from '../../access/endpoint';
import { cards } from '../../card/card';
import { communities, type Community } from '../../place/community';
import type { Context } from '../../platform/context';
import { done, refuse } from '../../platform/result';
import { object } from '../../platform/validation';
import { token } from '../../order/flow/inputs';
import { categoriesOf } from '../../order/rules/categories';

/**
 * What can be asked for: at the card's community, or else at the caller's own.
 * Cost: 2 reads.
 */
export const listOffered = endpoint({
  name: 'policy.listOffered',
  input: object({ token }),
  identity: 'caller',
  idempotency: 'read',
  async run(context, { login }, input) {
    const community = await communityOf(context, login?.communityId, input.token ?? '');
    if (!community) return refuse('NOT_FOUND', 'token');
    return done({ categories: categoriesOf(community.policy.order).flatMap(offeredView) });
  },
});

/** One read. */
async function communityOf(
  { database }: Context,
  communityId: string | undefined,
  cardToken: string,
): Promise<Community | undefined> {
  if (cardToken === '') return communityId === undefined ? undefined : database.get(communities, communityId);
  return (await database.getWith(cards, cardToken, { in: communities, by: 'communityId' }))?.other;
}

function offeredView({ retired, key, name, kind, privacy, checklist, emergency }: Category): OfferedCategory[] {
  return retired ? [] : [{ key, name, kind, privacy, checklist, emergency }];
}
