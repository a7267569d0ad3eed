import { textLists } from '../../../../miniprogram/contracts/privacy';
import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { readOrderTexts, readOtherTexts } from '../own-texts';

/**
 * What the caller wrote and may black out: on orders that they asked for, on those that they went to do, or elsewhere.
 * Where few of very many orders hold a text of theirs, some reads more.
 * Cost: 2 reads.
 */
export const listOwnTexts = signedInEndpoint({
  name: 'privacy.listTexts',
  input: object({ list: v.picklist(textLists), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login: { personId } }, { list, cursor: after }) {
    if (list === 'others') return done({ texts: await readOtherTexts(database, personId) });
    return done(await readOrderTexts(database, personId, { of: list, ...(after !== undefined && { cursor: after }) }));
  },
});
