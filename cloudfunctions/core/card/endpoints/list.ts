import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional } from '../../platform/validation';
import { cards } from '../card';
import { issuedView } from '../view';

/** The issuing ledger of the grid or of the community, newest first. Two reads. */
export const listCards = signedInEndpoint({
  name: 'card.list',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login, hat, scope }, input) {
    const place = scope === 'grid' ? { 'place.gridId': hat.placeId } : {};
    const where = { communityId: login.communityId, ...place, issuedKey: belowCursor(input.cursor) };
    const found = await database.find(cards, { where, sort: { issuedKey: 'desc' }, ...pageQuery(limits.pageSize) });
    const { shown, next } = cutPage(found, limits.pageSize, ({ issuedKey }) => issuedKey);
    return done({ cards: shown.map(issuedView), ...(next !== undefined && { next }) });
  },
});
