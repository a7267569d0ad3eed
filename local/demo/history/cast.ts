import type { OrderActor } from '../../../cloudfunctions/core/order/rules/relations';
import type { Candidate } from '../../../cloudfunctions/core/order/rules/command';
import type { Requester } from '../../../cloudfunctions/core/order/document/order';
import type { PostHat } from '../../../cloudfunctions/core/place/post';
import type { Hat } from '../../../miniprogram/contracts/hat';
import type { OrderCategory } from '../../../miniprogram/contracts/order';
import type { Neighbourhood } from '../communities/neighbourhood';
import type { Somebody } from '../people/crowd';
import { within, type Site } from '../places/tree';

function actorOf(somebody: Somebody, hat: Hat, at: { communityId: string; path: string }): OrderActor {
  const { personId, name, phone, openid, home, kinds } = somebody;
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
export class Cast {
  /** Members who can be offered an order. */
  readonly helpers: readonly Somebody[];
  /** People at home who may ask for something; staff do not dispatch their own orders. */
  readonly askers: readonly (Somebody & { home: Site })[];
  private readonly byId: ReadonlyMap<string, Somebody>;
  private readonly communityId: string;

  constructor(private readonly neighbourhood: Neighbourhood) {
    const { people, posts } = neighbourhood.crowd;
    const onDuty = new Set(
      posts.filter(({ hat }) => hat === 'gridWorker' || hat === 'secretary').map(({ holder }) => holder?.personId),
    );
    this.communityId = neighbourhood.community._id;
    this.byId = new Map(people.map((somebody) => [somebody.personId, somebody]));
    this.helpers = people.filter(
      ({ kinds, openid, skills }) =>
        openid !== undefined && skills.length > 0 && (kinds.has('serviceMember') || kinds.has('branchMember')),
    );
    this.askers = people.flatMap((somebody) =>
      somebody.home === undefined || onDuty.has(somebody.personId) ? [] : [{ ...somebody, home: somebody.home }],
    );
  }

  /** @throws when nobody has it */
  named(openid: string): Somebody {
    const found = this.neighbourhood.crowd.people.find((somebody) => somebody.openid === openid);
    if (found === undefined) throw new Error(`nobody is ${openid}`);
    return found;
  }

  /** Whoever holds a post at the place or above it, in that hat. @throws for a vacancy */
  holder(hat: PostHat, site: Site): OrderActor {
    const posts = this.neighbourhood.crowd.posts.filter((post) => post.hat === hat);
    const post = posts.find(({ path }) => site.path === path || site.path.startsWith(`${path}/`));
    const somebody = this.byId.get(post?.holder?.personId ?? '');
    if (post === undefined || somebody === undefined) throw new Error(`no ${hat} at ${site.label}`);
    return actorOf(somebody, hat, { communityId: this.communityId, path: post.path });
  }

  resident(somebody: Somebody): OrderActor {
    const path = somebody.home === undefined ? this.communityId : within(somebody.home, 'courtyard').path;
    return actorOf(somebody, 'resident', { communityId: this.communityId, path });
  }

  member(somebody: Somebody): OrderActor {
    return actorOf(somebody, 'member', { communityId: this.communityId, path: this.communityId });
  }

  /** Those who can do it, nearest first, without the one who asks. */
  fitFor(category: OrderCategory, site: Site, askerId: string): Somebody[] {
    const grid = within(site, 'grid');
    const able = this.helpers.filter(
      ({ skills, personId }) =>
        personId !== askerId &&
        (skills.includes(category) || category === 'other' || category === 'wish' || category === 'emergency'),
    );
    const near = able.filter(({ home }) => home?.above.includes(grid));
    return near.length >= 3 ? near : [...near, ...able.filter((somebody) => !near.includes(somebody))];
  }
}

export function candidateOf({ personId, name, phone, openid, teamId }: Somebody): Candidate {
  return { personId, name, phone, openid: openid ?? null, teamId: teamId ?? null };
}

/** A requester as an order remembers them; a call from a landline has no WeChat behind it. */
export function requesterOf(somebody: Somebody, source: 'card' | 'phone'): Requester {
  const { personId, name, phone, openid, alone, kinds } = somebody;
  const is = alone ? 'alone' : kinds.has('tenant') ? 'tenant' : 'resident';
  return {
    personId,
    name,
    phone,
    openid: source === 'phone' ? null : (openid ?? null),
    kind: is,
    verified: openid !== undefined,
  };
}
