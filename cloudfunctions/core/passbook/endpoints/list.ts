import { pointUnits } from '../../../../miniprogram/contracts/passbook';
import { limits } from '../../../../miniprogram/contracts/limits';
import { whereReached } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional, personName, v } from '../../platform/validation';
import { wallClock } from '../../time/shanghai';
import { passbooks } from '../passbook';

/** The last code point: after every name that begins with another, rare characters beyond U+FFFF among them. */
const last = '\u{10ffff}';

/**
 * The books of the caller's branch in a unit, for an inspector those of the community, by name, in no order of
 * merit: nobody is ranked here. `name` finds those that begin with it.
 * Cost: 2 reads.
 */
export const listPassbooks = signedInEndpoint({
  name: 'passbook.list',
  input: object({ cursor: optional(cursor), name: optional(personName), unit: v.picklist(pointUnits) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, caller, input) {
    const { name = '' } = input;
    const where = {
      ...whereReached(caller),
      unit: input.unit,
      nameKey: { gt: input.cursor ?? name, lt: `${name}${last}` },
    };
    const found = await database.find(passbooks, { where, sort: { nameKey: 'asc' }, ...pageQuery(limits.pageSize) });
    const { shown, next } = cutPage(found, limits.pageSize, ({ nameKey }) => nameKey);
    const { year } = wallClock(clock.now());
    const people = shown.map((book) => ({
      personId: book.personId,
      name: book.name,
      balance: book.balance,
      countThisYear: book.year === year ? book.countThisYear : 0,
      contested: book.contested,
    }));
    return done({ people, ...(next !== undefined && { next }) });
  },
});
