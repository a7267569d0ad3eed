import { withAct } from '../access/act';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';
import type { Database } from '../platform/database';
import { derivedId, timeKey } from '../platform/ids';
import { cards, placeKeyOf, type Card } from './card';
import { cardNumberOf, cardNumbersOf } from './rules/number';

type CardSource = Pick<Card, 'place' | 'size' | 'station'>;

/**
 * The token derives from who issues and from their request, so that a repeated request finds the same card; neither is
 * known to whoever holds another card, hence it cannot be guessed.
 */
export function newCard(context: Context, caller: SignedIn, source: CardSource): Card {
  const { login } = caller;
  const card = bareCard(derivedId('', 'card', context.openid, context.requestId), source, {
    communityId: login.communityId,
    issuedAt: context.clock.now(),
    issuedBy: { personId: login.personId, name: login.name },
    request: context.request,
  });
  return { ...card, ...withAct({}, context, caller, 'card.issue') };
}

/** A card that is in use and has no paper yet. */
export function bareCard(
  token: string,
  { place, size, station }: CardSource,
  issue: Pick<Card, 'communityId' | 'issuedAt' | 'issuedBy' | 'request'>,
): Card {
  const placeKey = placeKeyOf({ place, _id: token });
  return {
    _id: token,
    number: cardNumberOf(token),
    place,
    size,
    ...(station && { station }),
    state: 'open',
    ...issue,
    issuedKey: timeKey(issue.issuedAt, token),
    placeKey,
    toPrintKey: placeKey,
  };
}

/** These cards with numbers that no other card has: each takes the first of its own that is free. One read for 30. */
export async function withFreeNumbers(database: Database, made: readonly Card[]): Promise<readonly Card[]> {
  const numbers = made.flatMap(({ _id }) => cardNumbersOf(_id));
  const found = await database.find(cards, { where: { number: { oneOf: numbers } }, limit: 99 });
  const taken = new Map(found.map(({ number, _id }) => [number, _id]));
  return made.map((card) => {
    const isFree = (number: string) => (taken.get(number) ?? card._id) === card._id;
    const number = cardNumbersOf(card._id).find(isFree);
    if (number === undefined) throw new Error(`no number is free for card ${card._id}`);
    taken.set(number, card._id);
    return { ...card, number };
  });
}
