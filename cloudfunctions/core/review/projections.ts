import { people } from '../person/person';
import { branchOfPerson } from '../place/branch';
import type { Database } from '../platform/database';
import type { Projected, Projection } from '../projection/projection';
import { exchanges, worksFor } from './exchange/exchange';

/**
 * What members share with their employers names them and their branch: both follow the people. Who works for another
 * employer, or moved away, shares it no more with the one before.
 */
export const reviewProjections: readonly Projection[] = [
  { name: 'review.exchanges', from: ['person'], project: (database, { id }) => projectExchanges(database, id) },
];

/** Nobody has worked for more. */
const employersAtMost = 20;

/** A name that was erased stays so. */
async function projectExchanges(database: Database, personId: string): Promise<Projected> {
  const found = await database.find(exchanges, { where: { personId }, limit: employersAtMost });
  if (found.length === 0) return { written: 0 };
  const person = await database.get(people, personId);
  if (!person) return { written: 0 };
  const branchId = branchOfPerson(person);
  const written = await Promise.all(
    found.map(async ({ _id, name: before, branchId: branchBefore, employerId, agreed }) => {
      const name = before === '' ? '' : person.name;
      const stays = agreed && worksFor(person, employerId);
      if (name === before && branchId === branchBefore && stays === agreed) return 0;
      const set = { name, nameKey: `${name}:${personId}`, branchId, agreed: stays };
      return database.updateWhere(exchanges, { _id, name: before }, { set });
    }),
  );
  return { written: written.reduce((sum, count) => sum + count, 0) };
}
