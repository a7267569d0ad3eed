import type { Person } from '../../person/person';
import type { Post } from '../../place/post';

/** Everybody and everything that the rows of a page may mean. */
export interface Known {
  readonly people: readonly Person[];
  readonly posts: readonly Post[];
}
