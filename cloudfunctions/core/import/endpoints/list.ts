import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional } from '../../platform/validation';
import { imports } from '../document/import';
import { importView } from '../document/view';

/**
 * A page of the caller's imports, the latest first, so that whoever left the page finds back.
 * Cost: 2 reads.
 */
export const listImports = signedInEndpoint({
  name: 'import.list',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login }, input) {
    const found = await database.find(imports, {
      where: { personId: login.personId, timeKey: belowCursor(input.cursor) },
      sort: { timeKey: 'desc' },
      exclude: ['headers'],
      ...pageQuery(limits.pageSize),
    });
    const { shown, next } = cutPage(found, limits.pageSize, (one) => one.timeKey);
    return done({ imports: shown.map(importView), ...(next !== undefined && { next }) });
  },
});
