import type { Services } from '../platform/context';
import { type Card, cards } from './card';

/** The page that a card's QR opens. */
export const cardPage = 'packages/resident/card/card';

/** Makes a card's QR picture and leaves it in the cloud's storage. */
export async function makeCode(
  { openapi, storage, database }: Services,
  card: Card,
): Promise<{ readonly fileId: string; readonly picture: Buffer }> {
  const picture = await openapi.cardCode(card._id, cardPage);
  const codeFileId = await storage.upload(`cards/${card._id}.png`, picture);
  await database.updateWhere(cards, { _id: card._id }, { set: { codeFileId } });
  return { fileId: codeFileId, picture };
}
