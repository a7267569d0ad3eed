import { withAct } from '../access/act';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';
import { derivedId, timeKey } from '../platform/ids';
import type { Card } from './card';

/**
 * The token derives from who issues and from their request, so that a repeated request finds the same card; neither is
 * known to whoever holds another card, hence it cannot be guessed.
 */
export function newCard(context: Context, caller: SignedIn, what: Pick<Card, 'place' | 'size'>): Card {
  const { login } = caller;
  const token = derivedId('', 'card', context.openid, context.requestId);
  const issuedAt = context.clock.now();
  return {
    _id: token,
    communityId: login.communityId,
    ...what,
    state: 'open',
    issuedAt,
    issuedBy: { personId: login.personId, name: login.name },
    issuedKey: timeKey(issuedAt, token),
    request: context.request,
    ...withAct({}, context, caller, 'card.issue'),
  };
}
