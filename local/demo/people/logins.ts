import { buildLogin } from '../../../cloudfunctions/core/access/build-login';
import type { HatAssignment, LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { Post } from '../../../cloudfunctions/core/place/post';
import { toPerson, type PeopleBuilder } from './people-builder';

/** What a demo begins with: a leader of a party group who leads the grid too begins with the grid's work. */
function firstHat(hats: readonly HatAssignment[]): string {
  const [first] = hats;
  return (hats.find(({ hat }) => hat !== 'groupLeader') ?? first)?.key ?? '';
}

/** The logins of everybody who uses the mini-program, as the product itself makes them. */
export function loginsOf(people: PeopleBuilder, community: Community): LoginWithInbox[] {
  const postsBy = new Map<string, Post[]>();
  for (const post of people.posts) {
    const holder = post.holder?.personId ?? '';
    postsBy.set(holder, [...(postsBy.get(holder) ?? []), post]);
  }
  return people.all.flatMap((person): LoginWithInbox[] => {
    const { openid, personId, elder } = person;
    if (openid === undefined) return [];
    const login = buildLogin({
      openid,
      person: toPerson(person, community._id),
      posts: postsBy.get(personId) ?? [],
      community,
    });
    return [{ ...login, hatInUse: firstHat(login.hats), elder }];
  });
}
