import { pointUnits } from '../../../../miniprogram/contracts/passbook';
import { limits } from '../../../../miniprogram/contracts/limits';
import { signedInEndpoint } from '../../person/endpoint';
import { cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { wallClock } from '../../time/shanghai';
import { passbooks } from '../passbook';

/** All books of a unit in no order of merit: nobody is ranked here. Two reads. */
export const listPassbooks = signedInEndpoint({
  name: 'passbook.people',
  input: object({ cursor: optional(cursor), unit: v.picklist(pointUnits) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, { login }, input) {
    const where = { communityId: login.communityId, unit: input.unit, personId: { after: input.cursor ?? '' } };
    const found = await database.find(passbooks, { where, order: { personId: 'up' }, ...pageQuery(limits.pageSize) });
    const { shown, next } = cutPage(found, limits.pageSize, ({ personId }) => personId);
    const { year } = wallClock(clock.now());
    const people = shown.map((book) => ({ personId: book.personId, name: book.name, balance: book.balance, times: book.year === year ? book.timesThisYear : 0 }));
    return done({ people, ...(next !== undefined && { next }) });
  },
});
