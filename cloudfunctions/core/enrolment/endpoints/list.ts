import { enrolmentStates } from '../../../../miniprogram/contracts/enrolment';
import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy } from '../../access/permissions';
import { readApart } from '../../person/read-apart';
import { belowCursor, cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { enrolments } from '../enrolment';
import { enrolmentSummary } from '../view';

/**
 * Who waits, is enrolled or was refused in the grid, or in the community, of the hat in use; newest first. Where
 * two of one name stand in it, one read more.
 * Cost: 2 reads.
 */
export const listEnrolments = signedInEndpoint({
  name: 'enrolment.list',
  input: object({ state: v.picklist(enrolmentStates), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login, hat, scope }, input) {
    const place = scope === 'grid' ? { 'grid.gridId': hat.placeId } : { communityId: login.communityId };
    const found = await database.find(enrolments, {
      where: { ...place, state: input.state, listKey: belowCursor(input.cursor) },
      sort: { listKey: 'desc' },
      ...pageQuery(limits.pageSize),
    });
    const { shown, next } = cutPage(found, limits.pageSize, ({ listKey }) => listKey);
    const named = shown.map(({ _id: personId, name }) => ({ personId, name }));
    const apart = await readApart(database, named, apartBy(hat.hat));
    const summaries = shown.map((one) => ({ ...enrolmentSummary(one), ...apart(one._id) }));
    return done({ enrolments: summaries, ...(next !== undefined && { next }) });
  },
});
