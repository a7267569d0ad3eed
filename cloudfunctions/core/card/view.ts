import type { IssuedCardView } from '../../../miniprogram/contracts/card';
import type { SignedIn } from '../access/caller';
import { isUnder } from '../access/caller';
import type { Card } from './card';

/** A line of the issuing ledger. */
export function issuedView({ _id, place, issuedAt, issuedBy, state, size }: Card): IssuedCardView {
  return { token: _id, placeName: place.label, issuedAt: issuedAt.toISOString(), issuedBy: issuedBy.name, state, size };
}

/** Whether a card lies where the hat in use reaches. */
export function mayManage(actor: SignedIn, card: Card): boolean {
  return card.communityId === actor.login.communityId && isUnder(card.place.path, actor.hat.path);
}
