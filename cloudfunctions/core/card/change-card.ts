import type { EndpointName } from '../../../miniprogram/contracts/api';
import type { IssuedCardView } from '../../../miniprogram/contracts/card';
import { withAct } from '../access/act';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';
import type { Change } from '../platform/database';
import { replayOf } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { cards, type Card } from './card';
import { issuedView, mayManage } from './view';

/**
 * Changes a card that is in use, under the act of whoever does; the same request again finds it as it was changed.
 * Refused with what `change` says. One read, one write.
 */
export async function changeCard(
  context: Context,
  actor: SignedIn,
  { token, action }: { readonly token: string; readonly action: EndpointName },
  change: (card: Card) => Result<Change<Card>>,
): Promise<Result<IssuedCardView>> {
  const changed = await context.database.transaction(async (transaction): Promise<Result<Card>> => {
    const card = await transaction.get(cards, token);
    if (!card || card.communityId !== actor.login.communityId) return refuse('NOT_FOUND', 'token');
    if (!mayManage(actor, card)) return refuse('FORBIDDEN', 'token');
    const replay = replayOf([card.request], context.request, () => card);
    if (replay) return replay;
    if (card.state !== 'open') return refuse('WRONG_STATUS', 'token');
    const decided = change(card);
    if (!decided.ok) return decided;
    const { set, unset = [] } = decided.data;
    const noted = { ...set, request: context.request, ...withAct(card, context, actor, action) };
    await transaction.update(cards, token, { set: noted, unset: unset.filter((name) => card[name] !== undefined) });
    return done(without({ ...card, ...noted }, unset));
  });
  return changed.ok ? done(issuedView(changed.data)) : changed;
}

function without(card: Card, names: readonly string[]): Card {
  const { paper, toPrintKey, toHandOutKey, handedOut, placeKey, ...rest } = card;
  const optional = { paper, toPrintKey, toHandOutKey, handedOut, placeKey };
  const left = Object.entries(optional).filter(([name, value]) => value !== undefined && !names.includes(name));
  return { ...rest, ...Object.fromEntries(left) };
}
