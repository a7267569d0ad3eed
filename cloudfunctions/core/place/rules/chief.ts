import type { Post } from '../post';

/** A lane chief's post, by what tells whom they look after. */
export type Chief = Pick<Post, '_id' | 'path' | 'holder'>;

/** Whoever looks after a household: the chief of its courtyard, else of its lane, else of its section. */
export function chiefOf<One extends Chief>(path: string, chiefs: readonly One[]): One | undefined {
  return chiefs
    .filter((post) => post.holder && path.startsWith(`${post.path}/`))
    .reduce<One | undefined>((near, post) => (near && near.path.length > post.path.length ? near : post), undefined);
}
