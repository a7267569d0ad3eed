import { buildLogin } from '../../../cloudfunctions/core/access/build-login';
import type { HatAssignment, LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { Post } from '../../../cloudfunctions/core/place/post';
import { toPerson, type Crowd } from './crowd';

/** What a demo begins with: a leader of a party group who leads the grid too begins with the grid's work. */
function firstHat(hats: readonly HatAssignment[]): string {
  const [first] = hats;
  return (hats.find(({ hat }) => hat !== 'groupLeader') ?? first)?.key ?? '';
}

/** The logins of everybody who uses the mini-program, as the product itself makes them. */
export function loginsOf(crowd: Crowd, community: Community): LoginWithInbox[] {
  const postsBy = new Map<string, Post[]>();
  for (const post of crowd.posts) {
    const holder = post.holder?.personId ?? '';
    postsBy.set(holder, [...(postsBy.get(holder) ?? []), post]);
  }
  return crowd.people.flatMap((somebody): LoginWithInbox[] => {
    const { openid, personId, elder } = somebody;
    if (openid === undefined) return [];
    const login = buildLogin({
      openid,
      person: toPerson(somebody, community._id),
      posts: postsBy.get(personId) ?? [],
      community,
    });
    return [{ ...login, hatInUse: firstHat(login.hats), elder }];
  });
}
