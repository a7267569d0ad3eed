import { isSameName, namedBranchId, type Branch } from '../../../cloudfunctions/core/branch/branch';
import { branchPost } from '../../../cloudfunctions/core/branch/branch-post';
import type { Organisation } from '../../../cloudfunctions/core/site/site';
import type { CommunityBuilder } from './community-builder';
import { daysBefore } from './community-builder';
import { holderOf, type DemoPerson } from '../people/people-builder';

/** Who of those on the road belongs to the riders' branch, the secretary first. None of them registered elsewhere. */
const memberIndexes = [1, 2, 4, 5, 7, 8];

/** S5-01: nine organisations of the trades, each a branch; the street's own is the first of them. */
export function branchesOf(
  { id: communityId, people, context }: CommunityBuilder,
  orgs: readonly Organisation[],
  firstName: string,
  onTheRoad: readonly DemoPerson[],
): readonly Branch[] {
  const others = orgs.filter(({ name }) => !isSameName(name, firstName));
  const branches = others.map(({ name }): Branch => ({
    ...{ _id: namedBranchId(communityId, name), communityId, name, kind: 'trade' },
  }));
  const [riders] = branches;
  if (!riders) throw new Error('the street has one branch alone');
  const members = memberIndexes.flatMap((index) => onTheRoad[index] ?? []);
  members.forEach((member, index) => {
    member.kinds.add('branchMember');
    member.branch = riders;
    member.memberClass = index < 2 ? 'committee' : 'young';
    // Whoever is on the road may have a login already; this one has the name under which the demo knows them.
    if (index === 0) member.openid = 'branch-secretary-jin';
    people.giveLogin(member);
  });
  const since = daysBefore(context.now, 200);
  members.slice(0, 2).forEach((member, index) => {
    const hat = index === 0 ? 'secretary' : 'committee';
    const { personId } = member;
    people.posts.push({ ...branchPost(riders, { personId, hat }, since), holder: holderOf(member), heldBy: personId });
  });
  return branches;
}
