import type { LevelView, PersonView, PostView } from '../../../contracts/post';
import { nameApart } from '../../../text/person/name-apart';
import { levelName } from '../../../text/person/hats';
import { holderLine, levelLine, pastLine, personLine, postTitle } from '../text/posts';

export interface LevelRow {
  readonly level: string;
  readonly title: string;
  readonly name: string;
}

/** The levels that a place reaches, each with who stands on it. */
export function levelRows(levels: readonly LevelView[]): readonly LevelRow[] {
  return levels
    .filter(({ name }) => name !== undefined)
    .map((view) => ({ level: view.level, title: levelName(view.level), name: levelLine(view) }));
}

export interface PostRow {
  readonly postId: string;
  readonly hat: string;
  readonly title: string;
  readonly line: string;
  readonly past: string;
  readonly isHeld: boolean;
  /** Whoever holds it; '' for nobody. */
  readonly personId: string;
  readonly holder: string;
  /** A team names its captain itself, and an employer's hat is given with the employers. */
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
    personId: post.holder?.personId ?? '',
    holder: post.holder ? nameApart(post.holder) : '',
    isFixed: post.teamName !== undefined || post.hat === 'employer',
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
