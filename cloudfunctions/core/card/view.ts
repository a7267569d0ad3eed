import type { IssuedCardView } from '../../../miniprogram/contracts/card';
import type { SignedIn } from '../access/caller';
import { isUnder } from '../access/caller';
import type { Card } from './card';

/** A line of the issuing ledger. */
export function issuedView(card: Card): IssuedCardView {
  const { _id, number, place, station, issuedAt, issuedBy, state, size, paper, handedOut } = card;
  return {
    token: _id,
    number,
    placeName: station?.name ?? place.label,
    gridName: place.gridName,
    issuedAt: issuedAt.toISOString(),
    issuedBy: issuedBy.name,
    state,
    size,
    ...(paper && { paper: paperView(paper) }),
    isToPrint: card.toPrintKey !== undefined,
    ...(handedOut && {
      handedOut: { receivedBy: handedOut.receivedBy, by: handedOut.by.name, at: handedOut.at.toISOString() },
    }),
  };
}

function paperView({ printedAt, text }: NonNullable<Card['paper']>): NonNullable<IssuedCardView['paper']> {
  return {
    printedAt: printedAt.toISOString(),
    ...(text.holder && { holderName: text.holder.name }),
    phone: text.phone,
    officePhone: text.officePhone,
  };
}

/** Whether a card lies where the hat in use reaches. */
export function mayManage(actor: SignedIn, card: Card): boolean {
  return card.communityId === actor.login.communityId && isUnder(card.place.path, actor.hat.path);
}
