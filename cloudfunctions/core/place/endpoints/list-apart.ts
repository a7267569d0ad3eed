import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { places, shelfOf, shelves } from '../place';
import { placeView } from '../view';

/**
 * A page of what lies under no place of the community: shops and facilities without a grid, or what was closed.
 * Cost: 2 reads.
 */
export const listApart = signedInEndpoint({
  name: 'place.listApart',
  input: object({ list: v.picklist(shelves), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login }, { list, cursor: after = '' }) {
    const found = await database.find(places, {
      where: { parentId: shelfOf(login.communityId, list), _id: { gt: after } },
      sort: { _id: 'asc' },
      ...pageQuery(limits.pageSize),
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ _id }) => _id);
    return done({ places: shown.map(placeView), ...(next !== undefined && { next }) });
  },
});
