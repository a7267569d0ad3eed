import type { OrderActor } from '../../../cloudfunctions/core/order/rules/relations';
import type { Candidate } from '../../../cloudfunctions/core/order/rules/command';
import type { Requester } from '../../../cloudfunctions/core/order/document/order';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { PostHat } from '../../../miniprogram/contracts/hat';
import type { Hat } from '../../../miniprogram/contracts/hat';
import type { DefaultCategory } from '../../../miniprogram/contracts/category';
import type { DemoCommunity } from '../communities/community-builder';
import type { DemoPerson } from '../people/people-builder';
import { placeOf, within, type PlaceNode } from '../places/tree';

function actorOf(person: DemoPerson, hat: Hat, at: { communityId: string; path: string }): OrderActor {
  const { personId, name, phone, openid, home, kinds } = person;
  const isMember = kinds.has('serviceMember') || kinds.has('branchMember');
  const courtyardId = home === undefined ? null : within(home, 'courtyard').placeId;
  return {
    personId,
    name,
    phone,
    openid: openid ?? null,
    hat,
    ...at,
    courtyardId,
    teamId: null,
    ...(!isMember && { staff: true }),
  };
}

/** Who plays which part in the orders of one community. */
export class Participants {
  /** Members who can be offered an order. */
  readonly helpers: readonly DemoPerson[];
  /** People at home who may ask for something; staff do not dispatch their own orders. */
  readonly requesters: readonly (DemoPerson & { home: PlaceNode })[];
  private readonly byId: ReadonlyMap<string, DemoPerson>;
  private readonly communityId: string;

  constructor(private readonly community: DemoCommunity) {
    const { all: people, posts } = community.people;
    const onDuty = new Set(
      posts.filter(({ hat }) => hat === 'gridWorker' || hat === 'secretary').map(({ holder }) => holder?.personId),
    );
    this.communityId = community.document._id;
    this.byId = new Map(people.map((person) => [person.personId, person]));
    this.helpers = people.filter(
      ({ kinds, openid, skills }) =>
        openid !== undefined && skills.length > 0 && (kinds.has('serviceMember') || kinds.has('branchMember')),
    );
    this.requesters = people.flatMap((person) =>
      person.home === undefined || onDuty.has(person.personId) ? [] : [{ ...person, home: person.home }],
    );
  }

  /** @throws when nobody has it */
  named(openid: string): DemoPerson {
    const found = this.community.people.all.find((person) => person.openid === openid);
    if (found === undefined) throw new Error(`nobody is ${openid}`);
    return found;
  }

  /** Whoever holds a post at the place or above it, in that hat. @throws for a vacancy */
  holder(hat: PostHat, node: PlaceNode): OrderActor {
    const posts = this.community.people.posts.filter((post) => post.hat === hat);
    const post = posts.find(({ path }) => node.path === path || node.path.startsWith(`${path}/`));
    const person = this.byId.get(post?.holder?.personId ?? '');
    if (post === undefined || person === undefined) throw new Error(`no ${hat} at ${node.label}`);
    return actorOf(person, hat, { communityId: this.communityId, path: post.path });
  }

  resident(person: DemoPerson): OrderActor {
    const path = person.home === undefined ? this.communityId : within(person.home, 'courtyard').path;
    return actorOf(person, 'resident', { communityId: this.communityId, path });
  }

  member(person: DemoPerson): OrderActor {
    return actorOf(person, 'member', { communityId: this.communityId, path: this.communityId });
  }

  /** What tells whether two people live as one; undefined for who is none of them. */
  homeAndPhone(personId: string): Pick<Person, 'phone' | 'home'> | undefined {
    const person = this.byId.get(personId);
    return person && { phone: person.phone, ...(person.home && { home: placeOf(person.home) }) };
  }

  /** Those who can do it, nearest first, without the one who asks. */
  membersFor(category: DefaultCategory, node: PlaceNode, askerId: string): DemoPerson[] {
    const grid = within(node, 'grid');
    const able = this.helpers.filter(
      ({ skills, personId }) =>
        personId !== askerId &&
        (skills.some((skill) => skill === category) ||
          category === 'other' ||
          category === 'wish' ||
          category === 'emergency'),
    );
    const near = able.filter(({ home }) => home?.above.includes(grid));
    return near.length >= 3 ? near : [...near, ...able.filter((person) => !near.includes(person))];
  }
}

export function candidateOf({ personId, name, phone, openid, teamId }: DemoPerson): Candidate {
  return { personId, name, phone, openid: openid ?? null, teamId: teamId ?? null };
}

/** A requester as an order remembers them, whether they ordered themselves or called. */
export function requesterOf(person: DemoPerson): Requester {
  const { personId, name, phone, openid, alone, kinds } = person;
  const kind = alone ? 'alone' : kinds.has('tenant') ? 'tenant' : 'resident';
  return {
    personId,
    name,
    phone,
    openid: openid ?? null,
    kind,
    verified: true,
  };
}
