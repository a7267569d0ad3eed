import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional } from '../../platform/validation';
import { signView } from '../sign-view';
import { stations } from '../station';

/**
 * The record of signs: every friendly shop of the community, who got its sign and when (S5-04).
 * Cost: 2 reads.
 */
export const listSigns = signedInEndpoint({
  name: 'station.listSigns',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login: { communityId } }, input) {
    const found = await database.find(stations, {
      where: { communityId, kind: 'shop', listKey: { gt: input.cursor ?? '' } },
      sort: { listKey: 'asc' },
      ...pageQuery(limits.pageSize),
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ listKey }) => listKey);
    return done({ signs: shown.map(signView), ...(next !== undefined && { next }) });
  },
});
