import type { Holder } from '../../../cloudfunctions/core/place/community';
import type { Post } from '../../../cloudfunctions/core/place/post';
import type { Team } from '../../../cloudfunctions/core/place/team';
import type { PostHat } from '../../../miniprogram/contracts/hat';
import type { Person, PersonKind } from '../../../cloudfunctions/core/person/person';
import type { VisitTime } from '../../../miniprogram/contracts/order';
import type { Skill } from '../../../miniprogram/contracts/skill';
import type { MemberClass } from '../../../miniprogram/contracts/passbook';
import type { SeededRandom } from '../random';
import { employerIdOf } from '../../../cloudfunctions/core/person/employer-id';
import { branchIdOf } from '../../../cloudfunctions/core/place/branch';
import { placeOf, within, type PlaceNode } from '../places/tree';
import { inventName, type Age } from './names';
import type { PhoneNumbers } from './phone-numbers';

/** A person while the community is built; `toPerson` makes the document of it. */
export interface DemoPerson {
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
  readonly kinds: Set<PersonKind>;
  home?: PlaceNode;
  serves?: PlaceNode;
  alone?: boolean;
  memberClass?: MemberClass;
  employer?: string;
  teamId?: string;
  team?: NonNullable<Person['team']>;
  centreHousehold?: boolean;
  mentorId?: string;
  apprenticeIds?: readonly string[];
  /** Of who belongs to another branch than the community's first. */
  branch?: { readonly _id: string; readonly name: string };
  skills: readonly Skill[];
  free: readonly VisitTime[];
  atWork: readonly VisitTime[];
  /** Those who use the mini-program have one. */
  openid?: string;
  elder: boolean;
}

type NewPerson = { age: Age; kinds: readonly PersonKind[] } & Partial<Omit<DemoPerson, 'personId' | 'phone' | 'kinds'>>;

/** The people of one community and the posts that they hold. */
export class PeopleBuilder {
  readonly all: DemoPerson[] = [];
  readonly posts: Post[] = [];
  readonly teams: Team[] = [];

  constructor(
    readonly communityId: string,
    private readonly random: SeededRandom,
    private readonly numbers: PhoneNumbers,
  ) {}

  add({ age, kinds, ...known }: NewPerson): DemoPerson {
    const person: DemoPerson = {
      skills: [],
      free: [],
      atWork: [],
      elder: false,
      ...known,
      personId: `${this.communityId}_n${this.all.length + 1}`,
      name: known.name ?? inventName(this.random, age),
      phone: this.numbers.mobile(),
      kinds: new Set(kinds),
    };
    this.all.push(person);
    return person;
  }

  /** Gives somebody a login; staff and members need one to be reached. */
  giveLogin(person: DemoPerson, openid = `wx-${person.personId}`): DemoPerson {
    person.openid ??= openid;
    return person;
  }

  /** A post at a place, or at the community as a whole when `node` is absent. */
  appoint(hat: PostHat, holder: DemoPerson, at: { since: Date; node?: PlaceNode; communityName: string }): void {
    this.giveLogin(holder);
    this.posts.push({
      _id: `${this.communityId}_${hat}_${at.node?.placeId ?? 'all'}${this.posts.length}`,
      communityId: this.communityId,
      hat,
      ...this.scopeOf(at),
      holder: holderOf(holder),
      heldBy: holder.personId,
      since: at.since,
    });
  }

  /** Founds a team; its captain, who is one of its members, holds the post. */
  foundTeam(
    team: Omit<Team, 'communityId' | 'captainId' | 'memberIds'>,
    members: readonly DemoPerson[],
    at: { since: Date; communityName: string },
  ): void {
    const [captain] = members;
    if (captain === undefined) throw new Error(`a team without members: ${team.name}`);
    for (const member of members) {
      member.teamId = team._id;
      member.team = { name: team.name, skill: team.skill, captain: member === captain };
    }
    this.teams.push({
      ...team,
      communityId: this.communityId,
      captainId: captain.personId,
      memberIds: members.map(({ personId }) => personId),
    });
    this.posts.push({
      _id: `${this.communityId}_teamCaptain_${team._id}`,
      communityId: this.communityId,
      hat: 'teamCaptain',
      ...this.scopeOf(at),
      team: { teamId: team._id, name: team.name },
      holder: holderOf(this.giveLogin(captain)),
      heldBy: captain.personId,
      since: at.since,
    });
  }

  holderOf(hat: PostHat, node?: PlaceNode): Holder | undefined {
    const placeId = node?.placeId ?? this.communityId;
    return this.posts.find((post) => post.hat === hat && post.placeId === placeId)?.holder;
  }

  private scopeOf({
    node,
    communityName,
  }: {
    node?: PlaceNode;
    communityName: string;
  }): Pick<Post, 'placeId' | 'path' | 'placeName' | 'colour'> {
    if (node === undefined) return { placeId: this.communityId, path: this.communityId, placeName: communityName };
    const { colour } = within(node, 'grid');
    return { placeId: node.placeId, path: node.path, placeName: node.label, ...(colour && { colour }) };
  }
}

export function holderOf({ personId, name, phone }: DemoPerson): Holder {
  return { personId, name, phone };
}

export function toPerson(person: DemoPerson, communityId: string): Person {
  const { home, serves, alone, memberClass, employer, teamId, team, centreHousehold, mentorId, apprenticeIds } = person;
  return {
    _id: person.personId,
    communityId,
    name: person.name,
    phone: person.phone,
    phoneSource: person.openid === undefined ? 'office' : 'wechat',
    phoneOwner: 'self',
    kinds: [...person.kinds],
    ...((person.kinds.has('serviceMember') || person.kinds.has('branchMember')) && {
      branchId: person.branch?._id ?? branchIdOf(communityId),
    }),
    ...(person.branch && { branchName: person.branch.name }),
    ...(memberClass && { memberClass }),
    ...(home && { home: placeOf(home) }),
    ...(alone && { alone }),
    ...(serves && { serves: placeOf(serves) }),
    ...(employer !== undefined && { employer, employerId: employerIdOf(communityId, employer) }),
    ...(teamId !== undefined && { teamId }),
    ...(team && { team }),
    ...(centreHousehold && { centreHousehold }),
    ...(mentorId !== undefined && { mentorId }),
    ...(apprenticeIds !== undefined && { apprenticeIds }),
    skills: person.skills,
    free: person.free,
    atWork: person.atWork,
    reachable: person.openid !== undefined,
  };
}
