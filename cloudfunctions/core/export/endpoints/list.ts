import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { scopeOf } from '../../access/permissions';
import { communities } from '../../place/community';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional } from '../../platform/validation';
import { exportRecords, exportView } from '../document/export';
import { exportableLists, mayShow } from '../rules/may-export';

/**
 * A page of the caller's exports, the latest first, with what they may take out in the hat in use.
 * Cost: 2 reads.
 */
export const listExports = signedInEndpoint({
  name: 'export.list',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login, hat, scope }, input) {
    const [found, community] = await Promise.all([
      database.find(exportRecords, {
        where: { personId: login.personId, timeKey: belowCursor(input.cursor) },
        sort: { timeKey: 'desc' },
        ...pageQuery(limits.pageSize),
      }),
      database.get(communities, login.communityId),
    ]);
    const { shown, next } = cutPage(found, limits.pageSize, (one) => one.timeKey);
    const lists = exportableLists(hat.hat, scopeOf);
    const grids = (community?.grids ?? []).filter(({ gridId }) => scope === 'community' || gridId === hat.placeId);
    return done({
      exports: shown.map(exportView),
      choices: {
        lists,
        grids: grids.map(({ gridId, name, colour }) => ({ gridId, name, ...(colour && { colour }) })),
        wholeLists: lists.filter((list) => mayShow('whole', list, hat.hat)),
      },
      ...(next !== undefined && { next }),
    });
  },
});
