import { pointUnits } from '../../../../miniprogram/contracts/passbook';
import { limits } from '../../../../miniprogram/contracts/limits';
import { whereReached } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy } from '../../access/permissions';
import { namedByKey, readApart } from '../../person/read-apart';
import { tellPeopleApart } from '../../person/rules/namesakes';
import { cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional, personName, v } from '../../platform/validation';
import { wallClock } from '../../time/shanghai';
import { readUnbegun, unbegunPrefix } from '../begin-books';
import { passbooks } from '../passbook';

/** Of a book without a line. */
const nothing = { balance: 0, countThisYear: 0, contested: 0 } as const;
/** The last code point: after every name that begins with another, rare characters beyond U+FFFF among them. */
const last = '\u{10ffff}';

/**
 * The books of the caller's branch in a unit, for an inspector those of the community, by name, in no order of
 * merit: nobody is ranked here. `name` finds those that begin with it. Behind the last one, for two reads more, come
 * members in whose book nothing was written yet. Where two of one name stand in it, one read more.
 * Cost: 2 reads.
 */
export const listPassbooks = signedInEndpoint({
  name: 'passbook.list',
  input: object({ cursor: optional(cursor), name: optional(personName), unit: v.picklist(pointUnits) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, caller, input) {
    const { name = '' } = input;
    const reached = whereReached(caller);
    const named = name === '' ? {} : { name: { gte: name, lt: `${name}${last}` } };
    const by = apartBy(caller.hat.hat);
    const unbegunFrom = async (after: string) => {
      const { unbegun, next } = await readUnbegun(database, {
        where: { ...reached, ...named },
        unit: input.unit,
        after,
      });
      const apart = tellPeopleApart(unbegun, by);
      const rows = unbegun.map((one) => ({ personId: one._id, name: one.name, ...apart(one._id), ...nothing }));
      return { rows, ...(next !== undefined && { next }) };
    };
    if (input.cursor?.startsWith(unbegunPrefix)) {
      const { rows, ...more } = await unbegunFrom(input.cursor.slice(unbegunPrefix.length));
      return done({ people: rows, ...more });
    }
    const where = {
      ...reached,
      unit: input.unit,
      nameKey: { gt: input.cursor ?? name, lt: `${name}${last}` },
    };
    const found = await database.find(passbooks, { where, sort: { nameKey: 'asc' }, ...pageQuery(limits.pageSize) });
    const { shown, next } = cutPage(found, limits.pageSize, ({ nameKey }) => nameKey);
    const apart = await readApart(database, found, by, namedByKey(input.cursor));
    const { year } = wallClock(clock.now());
    const people = shown.map((book) => ({
      personId: book.personId,
      name: book.name,
      ...apart(book.personId),
      balance: book.balance,
      countThisYear: book.year === year ? book.countThisYear : 0,
      contested: book.contested,
    }));
    if (next !== undefined) return done({ people, next });
    const { rows, ...more } = await unbegunFrom('');
    return done({ people: [...people, ...rows], ...more });
  },
});
