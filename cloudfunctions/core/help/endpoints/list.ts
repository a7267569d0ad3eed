import { branchOf, type SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy } from '../../access/permissions';
import { tellApart, marksOf } from '../../person/rules/namesakes';
import { readBranchMembers } from '../../person/branch-members';
import { people, type Person } from '../../person/person';
import type { Database } from '../../platform/database';
import { done } from '../../platform/result';
import { object } from '../../platform/validation';
import { dayText } from '../../time/shanghai';
import { readReached } from '../read';
import { homeVisitRows } from '../rules/home-visits';
import type { HomeVisitPlan } from '../home-visit';
import { caseRow, helpPerson } from '../view';

/**
 * Whom the caller's branch visits at home, and its open cases: all for who keeps it, for a member their own and those
 * whom they visit or help.
 * Cost: 3 reads.
 */
export const listHelp = signedInEndpoint({
  name: 'help.list',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, caller) {
    const { plans, cases } = await readReached(database, caller);
    const isWhole = caller.scope === 'branch';
    const members = await readMembersOf(database, caller, plans);
    const present = members.filter(({ leftAt }) => !leftAt);
    const inCases = cases.map(({ personId, name }) => ({ personId, name }));
    const known = members.map((one) => ({ personId: one._id, name: one.name, ...marksOf(one) }));
    const apart = tellApart([...inCases, ...known], apartBy(caller.hat.hat));
    const about = { today: dayText(clock.now()), personId: caller.login.personId };
    return done({
      visits: homeVisitRows(members, plans, about).map((row) => ({ ...row, ...apart(row.personId) })),
      cases: cases.map((one) => ({ ...caseRow(one), ...apart(one.personId) })),
      members: isWhole ? present.map((one) => ({ ...helpPerson(one), ...apart(one._id) })) : [],
      mine: isWhole,
    });
  },
});

/** All of the branch, or those of the plans. One read, or none. */
async function readMembersOf(
  database: Database,
  caller: SignedIn,
  plans: readonly HomeVisitPlan[],
): Promise<readonly Person[]> {
  if (caller.scope === 'branch') return readBranchMembers(database, branchOf(caller));
  const ids = plans.map(({ _id }) => _id);
  return ids.length === 0 ? [] : database.find(people, { where: { _id: { oneOf: ids } }, limit: ids.length });
}
