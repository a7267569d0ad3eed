import type { IssuedCardView } from '../../../miniprogram/contracts/card';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';
import { done, refuse, type Result } from '../platform/result';
import { cards, type Card } from './card';
import { newCard, withFreeNumbers } from './new-card';
import { issuedView } from './view';

/** Issues a card; the same request again answers the card that it made. One read, one write. */
export async function insertCard(
  context: Context,
  actor: SignedIn,
  source: Pick<Card, 'place' | 'size' | 'station'>,
): Promise<Result<IssuedCardView>> {
  const [card] = await withFreeNumbers(context.database, [newCard(context, actor, source)]);
  if (!card) return refuse('INTERNAL');
  if (await context.database.insert(cards, card)) return done(issuedView(card));
  const before = await context.database.get(cards, card._id);
  return before?.request.inputHash === context.request.inputHash
    ? done(issuedView(before))
    : refuse('REQUEST_REUSED', 'requestId');
}
