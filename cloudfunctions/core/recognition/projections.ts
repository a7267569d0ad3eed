import { people } from '../person/person';
import type { Database } from '../platform/database';
import type { Projected, Projection } from '../projection/projection';
import { thanksNotes } from './thanks/thanks-note';

const notesAtOnce = 50;

/** Thanks name who is thanked: they follow the people. Lists that were approved keep the name of then. */
export const recognitionProjections: readonly Projection[] = [
  { name: 'recognition.names', from: ['person'], project: (database, { id }, cursor) => project(database, id, cursor) },
];

async function project(database: Database, personId: string, cursor: string | null): Promise<Projected> {
  const person = await database.get(people, personId);
  if (!person || person.name === '') return { written: 0 };
  const { name } = person;
  const found = await database.find(thanksNotes, {
    where: { helperIds: personId, timeKey: { gt: cursor ?? '' } },
    sort: { timeKey: 'asc' },
    limit: notesAtOnce,
  });
  let written = 0;
  for (const { _id, helpers } of found) {
    if (!helpers.some((one) => one.personId === personId && one.name !== name)) continue;
    const renamed = helpers.map((one) => (one.personId === personId ? { personId, name } : one));
    written += await database.updateWhere(thanksNotes, { _id }, { set: { helpers: renamed } });
  }
  return { written, cursor: found.length === notesAtOnce ? (found.at(-1)?.timeKey ?? null) : null };
}
