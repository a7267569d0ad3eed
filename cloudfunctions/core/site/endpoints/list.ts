import { limits } from '../../../../miniprogram/contracts/limits';
import { endpoint } from '../../access/endpoint';
import { cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional } from '../../platform/validation';
import { sites } from '../site';
import { siteSummary } from '../view';

/**
 * Sites by community and name: from one of them a courier sees what is near, without giving their location.
 * Cost: 1 read.
 */
export const listSites = endpoint({
  name: 'site.list',
  input: object({ cursor: optional(cursor) }),
  identity: 'nobody',
  idempotency: 'read',
  async run({ database }, _actor, input) {
    const found = await database.find(sites, {
      where: { listKey: { gt: input.cursor ?? '' } },
      sort: { listKey: 'asc' },
      ...pageQuery(limits.pageSize),
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ listKey }) => listKey);
    return done({ sites: shown.map(siteSummary), ...(next !== undefined && { next }) });
  },
});
