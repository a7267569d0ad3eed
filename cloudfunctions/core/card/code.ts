import { signedInEndpoint } from '../person/endpoint';
import type { Context } from '../platform/context';
import { done, refuse } from '../platform/result';
import { object, v } from '../platform/validation';
import { cards, type Card } from './card';
import { mayManage } from './view';

/** The page that a card's QR opens. */
export const cardPage = 'packages/resident/card/card';

/** The QR picture of a card: made once, then kept in the cloud's storage. Two reads, and one write the first time. */
export const cardCode = signedInEndpoint({
  name: 'card.code',
  input: object({ token: v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{8,20}$/)) }),
  identity: 'caller',
  idempotency: 'read',
  ahead: ({ token }) => ({ from: cards, id: token }),
  async run(context, actor, { token }) {
    const card = await context.database.get(cards, token);
    if (!card || card.communityId !== actor.login.communityId) return refuse('NOT_FOUND', 'token');
    if (!mayManage(actor, card)) return refuse('FORBIDDEN', 'token');
    if (card.state !== 'open') return refuse('WRONG_STATUS', 'token');
    const fileId = card.codeFileId ?? (await makeCode(context, card));
    const fileUrl = (await context.storage.urls([fileId])).get(fileId);
    return fileUrl === undefined ? refuse('NOT_FOUND', 'token') : done({ fileId, fileUrl });
  },
});

async function makeCode({ openapi, storage, database }: Context, card: Card): Promise<string> {
  const picture = await openapi.cardCode(card._id, cardPage);
  const codeFileId = await storage.upload(`cards/${card._id}.png`, picture);
  await database.updateWhere(cards, { _id: card._id }, { set: { codeFileId } });
  return codeFileId;
}
