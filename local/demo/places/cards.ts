import { bareCard } from '../../../cloudfunctions/core/card/new-card';
import type { Card } from '../../../cloudfunctions/core/card/card';
import type { Holder } from '../../../cloudfunctions/core/place/community';
import type { SeededRandom } from '../random';
import { placeOf, type PlaceNode } from './tree';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const tokenLength = 16;

function token(random: SeededRandom): string {
  return Array.from({ length: tokenLength }, () => letters.charAt(random.integer(0, letters.length - 1))).join('');
}

export interface Issuing {
  readonly communityId: string;
  readonly by: Holder;
  readonly at: Date;
  readonly size: Card['size'];
}

/** A card as it was issued for a place, by whoever brought it. */
export function issueCard(node: PlaceNode, { communityId, by, at, size }: Issuing, random: SeededRandom): Card {
  const _id = token(random);
  return bareCard(
    _id,
    { place: placeOf(node), size },
    {
      communityId,
      issuedAt: at,
      issuedBy: { personId: by.personId, name: by.name },
      request: { requestKey: `demo-issue-${_id}`, inputHash: '' },
    },
  );
}

/** Out of use, a card sorts among those in use no longer. */
function withoutKeys(card: Card): Card {
  const { _id, number, communityId, place, size, state, issuedAt, issuedBy, issuedKey, request } = card;
  return { _id, number, communityId, place, size, state, issuedAt, issuedBy, issuedKey, request };
}

/** S4-08: the lost card says that it was renewed, and a new one leads to the same place. */
export function reissueCard(
  card: Card,
  { at, reason, node }: { at: Date; reason: string; node: PlaceNode },
  random: SeededRandom,
): [Card, Card] {
  const by = card.issuedBy;
  const renewed: Card = {
    ...withoutKeys(card),
    state: 'renewed',
    renewedAt: at,
    renewedBy: by,
    reason,
    request: { requestKey: `demo-renew-${card._id}`, inputHash: '' },
  };
  const fresh = issueCard(
    node,
    { communityId: card.communityId, by: { ...by, phone: '' }, at, size: card.size },
    random,
  );
  return [renewed, fresh];
}
