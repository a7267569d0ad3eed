import type { Holder } from '../../../cloudfunctions/core/place/community';
import type { Post, PostHat, Team } from '../../../cloudfunctions/core/place/post';
import type { Person, PersonKind } from '../../../cloudfunctions/core/person/person';
import type { OrderCategory, VisitTime } from '../../../miniprogram/contracts/order';
import type { MemberClass } from '../../../miniprogram/contracts/passbook';
import type { Chance } from '../chance';
import { placeOf, within, type Site } from '../places/tree';
import { inventName, type Age } from './names';
import type { Numbers } from './numbers';

/** A person while the community is being peopled; `toPerson` makes the document of it. */
export interface Somebody {
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
  readonly kinds: Set<PersonKind>;
  home?: Site;
  serves?: Site;
  alone?: boolean;
  memberClass?: MemberClass;
  employer?: string;
  teamId?: string;
  team?: NonNullable<Person['team']>;
  centreHousehold?: boolean;
  mentorId?: string;
  skills: readonly OrderCategory[];
  free: readonly VisitTime[];
  atWork: readonly VisitTime[];
  /** Those who use the mini-program have one. */
  openid?: string;
  elder: boolean;
}

type Wanted = { age: Age; kinds: readonly PersonKind[] } & Partial<Omit<Somebody, 'personId' | 'phone' | 'kinds'>>;

/** The people of one community and the posts that they hold. */
export class Crowd {
  readonly people: Somebody[] = [];
  readonly posts: Post[] = [];
  readonly teams: Team[] = [];

  constructor(
    readonly communityId: string,
    private readonly chance: Chance,
    private readonly numbers: Numbers,
  ) {}

  add({ age, kinds, ...known }: Wanted): Somebody {
    const somebody: Somebody = {
      skills: [],
      free: [],
      atWork: [],
      elder: false,
      ...known,
      personId: `${this.communityId}_n${this.people.length + 1}`,
      name: known.name ?? inventName(this.chance, age),
      phone: this.numbers.mobile(),
      kinds: new Set(kinds),
    };
    this.people.push(somebody);
    return somebody;
  }

  /** Gives somebody a login; staff and members need one to be reached. */
  signIn(somebody: Somebody, openid = `wx-${somebody.personId}`): Somebody {
    somebody.openid ??= openid;
    return somebody;
  }

  /** A post at a place, or at the community as a whole when `site` is absent. */
  appoint(hat: PostHat, holder: Somebody, at: { since: Date; site?: Site; communityName: string }): void {
    this.signIn(holder);
    this.posts.push({
      _id: `${this.communityId}_${hat}_${at.site?.placeId ?? 'all'}${this.posts.length}`,
      communityId: this.communityId,
      hat,
      ...this.scopeOf(at),
      holder: holderOf(holder),
      since: at.since,
    });
  }

  /** Founds a team; its captain, who is one of its members, holds the post. */
  found(
    team: Omit<Team, 'communityId' | 'captainId' | 'memberIds'>,
    members: readonly Somebody[],
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
      holder: holderOf(this.signIn(captain)),
      since: at.since,
    });
  }

  holderOf(hat: PostHat, site?: Site): Holder | undefined {
    const placeId = site?.placeId ?? this.communityId;
    return this.posts.find((post) => post.hat === hat && post.placeId === placeId)?.holder;
  }

  private scopeOf({
    site,
    communityName,
  }: {
    site?: Site;
    communityName: string;
  }): Pick<Post, 'placeId' | 'path' | 'placeName' | 'colour'> {
    if (site === undefined) return { placeId: this.communityId, path: this.communityId, placeName: communityName };
    const { colour } = within(site, 'grid');
    return { placeId: site.placeId, path: site.path, placeName: site.label, ...(colour && { colour }) };
  }
}

export function holderOf({ personId, name, phone }: Somebody): Holder {
  return { personId, name, phone };
}

export function toPerson(somebody: Somebody, communityId: string): Person {
  const { home, serves, alone, memberClass, employer, teamId, team, centreHousehold, mentorId } = somebody;
  return {
    _id: somebody.personId,
    communityId,
    name: somebody.name,
    phone: somebody.phone,
    phoneVerified: somebody.openid !== undefined,
    kinds: [...somebody.kinds],
    ...(memberClass && { memberClass }),
    ...(home && { home: placeOf(home) }),
    ...(alone && { alone }),
    ...(serves && { serves: placeOf(serves) }),
    ...(employer !== undefined && { employer }),
    ...(teamId !== undefined && { teamId }),
    ...(team && { team }),
    ...(centreHousehold && { centreHousehold }),
    ...(mentorId !== undefined && { mentorId }),
    skills: somebody.skills,
    free: somebody.free,
    atWork: somebody.atWork,
    reachable: somebody.openid !== undefined,
  };
}
