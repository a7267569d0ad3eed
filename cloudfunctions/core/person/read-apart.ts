import type { Database } from '../platform/database';
import { people } from './person';
import { marksOf, namesakesOf, noneApart, tellApart, type Apart, type ApartBy, type Named } from './rules/namesakes';

/** What one query returns at most. */
const peopleAtOnce = 99;

/**
 * Tells the people of a list apart whose rows hold copies of names. No read where no name repeats, else one for 99
 * namesakes.
 * @param beside who stands right before and behind the rows, on other pages of the list
 */
export async function readApart(
  database: Database,
  rows: readonly Named[],
  by: ApartBy,
  beside: readonly Named[] = [],
): Promise<Apart> {
  const repeated = namesakesOf([...rows, ...beside]);
  const named = [...new Map([...beside, ...rows].map((row) => [row.personId, row])).values()];
  const wanted = named.filter(({ personId }) => repeated.has(personId));
  if (wanted.length === 0) return noneApart;
  const marked = [];
  for (let start = 0; start < wanted.length; start += peopleAtOnce) {
    const some = wanted.slice(start, start + peopleAtOnce);
    const where = { _id: { oneOf: some.map(({ personId }) => personId) } };
    const found = new Map((await database.find(people, { where, limit: some.length })).map((one) => [one._id, one]));
    marked.push(
      ...some.map(({ personId, name }) => {
        const person = found.get(personId);
        return { personId, name, ...(person && marksOf(person)) };
      }),
    );
  }
  return tellApart(marked, by);
}

/** Whom a cursor of a list by name stands behind: `<name>:<personId>`. */
export function namedByKey(nameKey: string | undefined): readonly Named[] {
  const end = nameKey?.indexOf(':') ?? -1;
  return nameKey === undefined || end < 0 ? [] : [{ name: nameKey.slice(0, end), personId: nameKey.slice(end + 1) }];
}
