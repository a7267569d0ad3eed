import { people } from '../person/person';
import type { Database } from '../platform/database';
import type { Projected, Projection } from '../projection/projection';
import { helpCases } from './help-case';
import { homeVisitPlans } from './home-visit';

/** Plans of home visits and cases of help name the member, and who visits or helps them: they follow the people. */
export const helpProjections: readonly Projection[] = [
  { name: 'help.names', from: ['person'], project: (database, { id }) => projectPerson(database, id) },
];

/** What was noted keeps the name under which it was. */
async function projectPerson(database: Database, personId: string): Promise<Projected> {
  const person = await database.get(people, personId);
  if (!person?.kinds.includes('branchMember')) return { written: 0 };
  const { name } = person;
  const helper = { personId, name };
  const other = { not: name } as const;
  const written = await Promise.all([
    database.updateWhere(homeVisitPlans, { _id: personId, name: other }, { set: { name } }),
    database.updateWhere(
      homeVisitPlans,
      { 'visitor.personId': personId, 'visitor.name': other },
      { set: { visitor: helper } },
    ),
    database.updateWhere(helpCases, { personId, name: other }, { set: { name } }),
    database.updateWhere(helpCases, { 'helper.personId': personId, 'helper.name': other }, { set: { helper } }),
  ]);
  return { written: written.reduce((sum, count) => sum + count, 0) };
}
