import type { PersonView, PostView } from '../../../contracts/post';
import { holderLine, pastLine, personLine, postTitle } from '../text/posts';

export interface PostRow {
  readonly postId: string;
  readonly hat: string;
  readonly title: string;
  readonly line: string;
  readonly past: string;
  readonly isHeld: boolean;
  /** A team names its captain itself. */
  readonly isFixed: boolean;
}

export function postRow(post: PostView): PostRow {
  return {
    postId: post.postId,
    hat: post.hat,
    title: postTitle(post),
    line: holderLine(post),
    past: pastLine(post),
    isHeld: post.holder !== undefined,
    isFixed: post.teamName !== undefined,
  };
}

export interface PersonRow {
  readonly personId: string;
  readonly name: string;
  readonly line: string;
}

export function personRow(person: PersonView): PersonRow {
  return { personId: person.personId, name: person.name, line: personLine(person) };
}
