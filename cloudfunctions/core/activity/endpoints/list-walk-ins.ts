import { limits } from '../../../../miniprogram/contracts/limits';
import { branchOf } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy } from '../../access/permissions';
import { tellApart } from '../../person/rules/namesakes';
import { cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional } from '../../platform/validation';
import { activities } from '../activity';
import { attendances } from '../attendance';
import { walkInView } from '../walk-in-view';

/**
 * Members of the caller's branch who walked in at another branch's activity, and wait for their branch's word.
 * Cost: 3 reads.
 */
export const listWalkIns = signedInEndpoint({
  name: 'activity.listWalkIns',
  input: object({ cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, { cursor: after = '' }) {
    const found = await database.find(attendances, {
      where: { 'walkIn.branchId': branchOf(caller), 'walkIn.state': 'asked', _id: { gt: after } },
      sort: { _id: 'asc' },
      ...pageQuery(limits.pageSize),
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ _id }) => _id);
    const ids = [...new Set(shown.map(({ activityId }) => activityId))];
    const held =
      ids.length === 0 ? [] : await database.find(activities, { where: { _id: { oneOf: ids } }, limit: ids.length });
    const apart = tellApart(
      shown.map(({ personId, name, apart: marks }) => ({ personId, name, ...marks })),
      apartBy(caller.hat.hat),
    );
    const walkIns = shown.flatMap((line) => {
      const activity = held.find(({ _id }) => _id === line.activityId);
      return activity ? [walkInView(activity, line, caller, apart)] : [];
    });
    return done({ walkIns, ...(next !== undefined && { next }) });
  },
});
