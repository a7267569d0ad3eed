import { signedInEndpoint } from '../../access/endpoint';
import { people } from '../../person/person';
import { branchOfPerson } from '../../place/branch';
import { done, refuse } from '../../platform/result';
import { id, object } from '../../platform/validation';
import { dayText } from '../../time/shanghai';
import { homeVisitPlans } from '../home-visit';
import { readCommittee, readMember } from '../read';
import { homeVisitRow } from '../rules/home-visits';
import { caseView, helpPerson, keepsBranch, visitView } from '../view';

/**
 * What the branch does for one member: who visits and when, what was said, and the cases. For who keeps the branch all
 * of it; for the visitor the visits, for a helper their cases, for the member what is kept of them.
 * Cost: 6 reads.
 */
export const getHelpMember = signedInEndpoint({
  name: 'help.getMember',
  input: object({ personId: id }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, caller, { personId }) {
    const [person, plan, kept] = await Promise.all([
      database.get(people, personId),
      database.get(homeVisitPlans, personId),
      readMember(database, personId),
    ]);
    if (!person?.kinds.includes('branchMember') || person.communityId !== caller.login.communityId)
      return refuse('NOT_FOUND', 'personId');
    const branchId = branchOfPerson(person);
    const isKeeper = keepsBranch(caller, branchId);
    const self = caller.login.personId;
    const isVisitor = plan?.visitor.personId === self && plan.branchId === branchId;
    const isWhole = isKeeper || self === personId;
    const isOwn = self === personId;
    const isShown = (one: { readonly branchId: string }): boolean => isOwn || (isKeeper && one.branchId === branchId);
    const cases = kept.cases.filter((one) => isShown(one) || one.helper.personId === self);
    if (!isWhole && !isVisitor && cases.length === 0) return refuse('NOT_FOUND', 'personId');
    const isPlanShown = isWhole || isVisitor;
    return done({
      personId,
      name: person.name,
      plan: plan && isPlanShown ? homeVisitRow(person, plan, { today: dayText(clock.now()), personId: self }) : null,
      visits: kept.visits.filter((one) => isShown(one) || isVisitor).map(visitView),
      cases: cases.map((one) => caseView(one, caller)),
      committee: isKeeper
        ? (await readCommittee(database, branchId)).filter(({ _id }) => _id !== personId).map(helpPerson)
        : [],
      mayVisit: (isKeeper || isVisitor) && self !== personId && !person.leftAt,
    });
  },
});
