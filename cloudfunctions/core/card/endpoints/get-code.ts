import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { cardToken, object } from '../../platform/validation';
import { cards } from '../card';
import { makeCode } from '../card-code';
import { mayManage } from '../view';

/**
 * The QR picture of a card: made once, then kept in the cloud's storage.
 * The write falls away once the picture is made.
 * Cost: 1 read, 1 write.
 */
export const getCardCode = signedInEndpoint({
  name: 'card.getCode',
  input: object({ token: cardToken }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: ({ token }) => ({ from: cards, id: token }),
  async run(context, actor, { token }) {
    const card = await context.database.get(cards, token);
    if (!card || card.communityId !== actor.login.communityId) return refuse('NOT_FOUND', 'token');
    if (!mayManage(actor, card)) return refuse('FORBIDDEN', 'token');
    if (card.state !== 'open') return refuse('WRONG_STATUS', 'token');
    const fileId = card.codeFileId ?? (await makeCode(context, card)).fileId;
    const fileUrl = (await context.storage.urls([fileId])).get(fileId);
    return fileUrl === undefined ? refuse('NOT_FOUND', 'token') : done({ fileId, fileUrl });
  },
});
