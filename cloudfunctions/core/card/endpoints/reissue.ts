import { limits } from '../../../../miniprogram/contracts/limits';
import { withAct } from '../../access/act';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { cardToken, object, requestId, words } from '../../platform/validation';
import { cards, type Card } from '../card';
import { newCard } from '../new-card';
import { issuedView, mayManage } from '../view';

/**
 * A lost or worn card: the old token says from now on that it was renewed.
 * Cost: 2 reads, 3 writes.
 */
export const reissueCard = signedInEndpoint({
  name: 'card.reissue',
  input: object({
    token: cardToken,
    reason: words(limits.reasonWords),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, actor, { token, reason }) {
    const refusal = await checkTexts(context, { reason });
    if (refusal) return refusal;
    const result = await context.database.transaction((transaction) =>
      renew(transaction, context, actor, { token, reason }),
    );
    return result.ok ? done(issuedView(result.data)) : result;
  },
});

async function renew(
  transaction: Transaction,
  context: Context,
  actor: SignedIn,
  { token, reason }: { token: string; reason: string },
): Promise<Result<Card>> {
  const old = await transaction.get(cards, token);
  if (!old || old.communityId !== actor.login.communityId) return refuse('NOT_FOUND', 'token');
  if (!mayManage(actor, old)) return refuse('FORBIDDEN', 'token');
  const { place, size, station } = old;
  const card = newCard(context, actor, { place, size, ...(station && { station }) });
  if (old.state !== 'open') return repeated(transaction, context, old, card._id);
  await transaction.update(cards, token, {
    set: {
      state: 'renewed',
      renewedAt: card.issuedAt,
      renewedBy: card.issuedBy,
      reason,
      request: context.request,
      ...withAct(old, context, actor, 'card.reissue'),
    },
    unset: (['placeKey', 'toPrintKey', 'toHandOutKey'] as const).filter((name) => old[name] !== undefined),
  });
  await transaction.insert(cards, card);
  return done(card);
}

/** The same request again answers the card that it made; any other finds a card that was renewed before. */
async function repeated(transaction: Transaction, context: Context, old: Card, cardId: string): Promise<Result<Card>> {
  const replay = replayOf([old.request], context.request, () => cardId);
  if (!replay?.ok) return replay ?? refuse('WRONG_STATUS', 'token');
  const card = await transaction.get(cards, cardId);
  return card ? done(card) : refuse('NOT_FOUND', 'token');
}
