import type { Context } from '../platform/context';
import { type Card, cards } from './card';

/** The page that a card's QR opens. */
export const cardPage = 'packages/resident/card/card';

export async function makeCode({ openapi, storage, database }: Context, card: Card): Promise<string> {
  const picture = await openapi.cardCode(card._id, cardPage);
  const codeFileId = await storage.upload(`cards/${card._id}.png`, picture);
  await database.updateWhere(cards, { _id: card._id }, { set: { codeFileId } });
  return codeFileId;
}
