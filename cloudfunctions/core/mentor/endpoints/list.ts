import { branchOf } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy, scopeOf } from '../../access/permissions';
import { readBranchMembers } from '../../person/branch-members';
import { tellPeopleApart } from '../../person/rules/namesakes';
import { done } from '../../platform/result';
import { object } from '../../platform/validation';
import { mentorViews, ownPairs, withoutMentor } from '../rules/pairs';

/**
 * Who guides whom in the caller's branch: all pairs for who keeps it, their own for a member.
 * Cost: 2 reads.
 */
export const listMentors = signedInEndpoint({
  name: 'mentor.list',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller) {
    const members = await readBranchMembers(database, branchOf(caller));
    const { login, hat, scope } = caller;
    const present = members.filter(({ leftAt }) => !leftAt);
    const apart = tellPeopleApart(present, apartBy(hat.hat));
    const mentors = mentorViews(members, apart);
    const isWhole = scope !== 'own';
    return done({
      mentors: isWhole ? mentors : ownPairs(mentors, login.personId),
      without: isWhole ? withoutMentor(members, apart) : [],
      mine: scopeOf(hat.hat, 'mentor.assign') !== 'none',
    });
  },
});
