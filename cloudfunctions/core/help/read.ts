import { helpLimits } from '../../../miniprogram/contracts/help';
import { branchOf, type SignedIn } from '../access/caller';
import { people, type Person } from '../person/person';
import type { Database } from '../platform/database';
import { helpCases, type HelpCase } from './help-case';
import { homeVisitPlans, homeVisits, type HomeVisit, type HomeVisitPlan } from './home-visit';

/** More than a branch's committee has members. */
const committeeAtMost = 99;

/** The committee class of a branch: who visits, and who helps. One read. */
export async function readCommittee(database: Database, branchId: string): Promise<readonly Person[]> {
  const where = { branchId, memberClass: 'committee' };
  const found = await database.find(people, { where, limit: committeeAtMost });
  return found.filter(({ kinds, leftAt }) => kinds.includes('branchMember') && !leftAt);
}

/**
 * The plans and open cases that the caller's hat reaches: all of their branch, or those in which they visit, help, or
 * are the member. Two reads, or four.
 */
export async function readReached(
  database: Database,
  caller: SignedIn,
): Promise<{ readonly plans: readonly HomeVisitPlan[]; readonly cases: readonly HelpCase[] }> {
  const limit = helpLimits.cases;
  if (caller.scope === 'branch') {
    const branchId = branchOf(caller);
    const [plans, cases] = await Promise.all([
      database.find(homeVisitPlans, { where: { branchId }, sort: { _id: 'asc' }, limit }),
      database.find(helpCases, { where: { branchId, open: true }, sort: { _id: 'asc' }, limit }),
    ]);
    return { plans, cases };
  }
  const { personId } = caller.login;
  const [visiting, own, helping, helped] = await Promise.all([
    database.find(homeVisitPlans, { where: { 'visitor.personId': personId }, sort: { _id: 'asc' }, limit }),
    database.get(homeVisitPlans, personId),
    database.find(helpCases, { where: { 'helper.personId': personId, open: true }, sort: { _id: 'asc' }, limit }),
    database.find(helpCases, { where: { personId }, sort: { openedAt: 'desc' }, limit }),
  ]);
  return {
    plans: [...visiting, ...(own ? [own] : [])],
    cases: [...helping, ...helped.filter(({ open, helper }) => open && helper.personId !== personId)],
  };
}

/** What is kept of one member: the last visits, and their cases, the newest first. Two reads. */
export async function readMember(
  database: Database,
  personId: string,
): Promise<{ readonly visits: readonly HomeVisit[]; readonly cases: readonly HelpCase[] }> {
  const [visits, cases] = await Promise.all([
    database.find(homeVisits, { where: { personId }, sort: { day: 'desc' }, limit: helpLimits.visits }),
    database.find(helpCases, { where: { personId }, sort: { openedAt: 'desc' }, limit: helpLimits.visits }),
  ]);
  return { visits, cases };
}
