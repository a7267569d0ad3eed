import { signedInEndpoint } from '../../access/endpoint';
import { done, refuse } from '../../platform/result';
import { object, v } from '../../platform/validation';
import { cards } from '../card';
import { makeCode } from '../card-code';
import { mayManage } from '../view';

/** The QR picture of a card: made once, then kept in the cloud's storage. Two reads, and one write the first time. */
export const getCardCode = signedInEndpoint({
  name: 'card.getCode',
  input: object({ token: v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{8,20}$/)) }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: ({ token }) => ({ from: cards, id: token }),
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
