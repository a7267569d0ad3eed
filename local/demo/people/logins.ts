import type { HatOf, LoginWithInbox } from '../../../cloudfunctions/core/person/login';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { Post } from '../../../cloudfunctions/core/place/post';
import type { Hat } from '../../../miniprogram/contracts/hat';
import { placeOf, within } from '../places/tree';
import type { Crowd, Somebody } from './crowd';

/** Which hat somebody wears first, and the order in which theirs hang. */
const importance: readonly Hat[] = [
  'administrator', 'secretary', 'committee', 'gridLeader', 'groupLeader', 'gridWorker', 'instructor', 'teamCaptain', 'laneChief', 'courtyardHead', 'member', 'courier', 'merchant', 'resident',
];

function hatOfPost(post: Post): HatOf {
  const { hat, placeId, path, placeName, colour, team } = post;
  return { key: `${hat}@${team?.teamId ?? placeId}`, hat, placeId, path, placeName, ...(colour && { colour }), ...(team && { detail: team.name, teamId: team.teamId }) };
}

function hatsOfKind(somebody: Somebody, community: Community): HatOf[] {
  const { kinds, home } = somebody;
  const atCommunity = (hat: Hat): HatOf => ({ key: `${hat}@${community._id}`, hat, placeId: community._id, path: community._id, placeName: community.name });
  const hats: HatOf[] = [];
  if (kinds.has('serviceMember') || kinds.has('branchMember')) hats.push(atCommunity('member'));
  if (kinds.has('courier')) hats.push(atCommunity('courier'));
  if (kinds.has('merchant')) hats.push(atCommunity('merchant'));
  if (home !== undefined && (kinds.has('resident') || kinds.has('tenant'))) {
    const { placeId, path, label, colour } = within(home, 'courtyard');
    hats.push({ key: `resident@${placeId}`, hat: 'resident', placeId, path, placeName: label, ...(colour && { colour }) });
  }
  return hats;
}

/** All hats of a person, the weightiest first. */
export function hatsOf(somebody: Somebody, posts: readonly Post[], community: Community): HatOf[] {
  const held = posts.filter(({ holder }) => holder?.personId === somebody.personId).map(hatOfPost);
  return [...held, ...hatsOfKind(somebody, community)].sort((a, b) => importance.indexOf(a.hat) - importance.indexOf(b.hat));
}

/** The logins of everybody who uses the mini-program, as `person.introduce` would have made them. @throws for somebody without a hat */
export function loginsOf(crowd: Crowd, community: Community): LoginWithInbox[] {
  const postsBy = new Map<string, Post[]>();
  for (const post of crowd.posts) {
    const holder = post.holder?.personId ?? '';
    postsBy.set(holder, [...(postsBy.get(holder) ?? []), post]);
  }
  return crowd.people.flatMap((somebody) => {
    if (somebody.openid === undefined) return [];
    const hats = hatsOf(somebody, postsBy.get(somebody.personId) ?? [], community);
    const [first] = hats;
    if (first === undefined) throw new Error(`${somebody.name} wears no hat`);
    return [loginOf(somebody, somebody.openid, { hats, hatInUse: first.key, community })];
  });
}

function loginOf(somebody: Somebody, openid: string, { hats, hatInUse, community }: { hats: HatOf[]; hatInUse: string; community: Community }): LoginWithInbox {
  const { personId, name, phone, home, serves, alone, memberClass, elder, kinds } = somebody;
  return {
    _id: openid,
    communityId: community._id,
    communityName: community.name,
    personId,
    name,
    phone,
    phoneVerified: true,
    kinds: [...kinds],
    ...(memberClass && { memberClass }),
    ...(home && { home: { ...placeOf(home), ...(alone && { alone }) } }),
    ...(serves && { serves: placeOf(serves) }),
    hats,
    hatInUse,
    elder,
    unread: 0,
    inboxSequence: 0,
    credits: { 'order-news': 3, 'offer-news': 3, 'deadline-news': 3 },
    recent: [],
    inbox: [],
  };
}
