import { signedInEndpoint } from '../../access/endpoint';
import { apartBy } from '../../access/permissions';
import { tellPeopleApart } from '../../person/rules/namesakes';
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
 * What a branch does for one member: who visits and when, what was said, and the cases. For who keeps the branch all
 * of its own, also of who belongs to another since; for the visitor the visits, for a helper their cases, for the
 * member what is kept of them.
 * Cost: 3 reads.
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
    const isKept = person && (person.kinds.includes('branchMember') || kept.cases.length > 0);
    if (!isKept || person.communityId !== caller.login.communityId) return refuse('NOT_FOUND', 'personId');
    const branchId = branchOfPerson(person);
    const self = caller.login.personId;
    const isOwn = self === personId;
    const isKeeper = keepsBranch(caller, branchId);
    const here = plan?.branchId === branchId ? plan : undefined;
    const isVisitor = here?.visitor.personId === self;
    const isHere = (one: { readonly branchId: string }): boolean => one.branchId === branchId;
    const cases = kept.cases.filter(
      (one) => isOwn || keepsBranch(caller, one.branchId) || one.helper.personId === self,
    );
    const isReader = isOwn || isKeeper || isVisitor;
    if (!isReader && cases.length === 0) return refuse('NOT_FOUND', 'personId');
    const committee = isKeeper ? (await readCommittee(database, branchId)).filter(({ _id }) => _id !== personId) : [];
    const apart = tellPeopleApart(committee, apartBy(caller.hat.hat));
    return done({
      personId,
      name: person.name,
      plan: here && isReader ? homeVisitRow(person, here, { today: dayText(clock.now()), personId: self }) : null,
      visits: kept.visits
        .filter((one) => isOwn || (isVisitor && isHere(one)) || keepsBranch(caller, one.branchId))
        .map(visitView),
      cases: cases.map((one) => caseView(one, caller)),
      committee: committee.map((one) => ({ ...helpPerson(one), ...apart(one._id) })),
      mayVisit: (isKeeper || isVisitor) && !isOwn && !person.leftAt,
    });
  },
});
