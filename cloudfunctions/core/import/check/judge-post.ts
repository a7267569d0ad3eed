import { derivedId } from '../../platform/ids';
import type { ImportRow } from '../document/page';
import type { PostTarget } from '../document/row-target';
import type { Known } from './known';
import type { PlacedPerson, PostPlace } from './placed-row';

/**
 * The same row with the post that its person is to hold: it is vacant, theirs already, or somebody else's until now.
 */
export function judgePost(row: ImportRow, { postPlace }: PlacedPerson, { posts }: Known): ImportRow {
  if (!postPlace || !row.target) return { ...row, fate: 'refused', target: null, changes: [], candidates: [] };
  const { target } = row;
  const there = posts.filter(({ hat, placeId }) => hat === postPlace.hat && placeId === postPlace.placeId);
  const own = there.find(({ holder }) => holder?.personId === target.personId);
  const post = own ?? there.find(({ holder }) => holder === undefined) ?? there[0];
  const holder = post?.holder;
  const postTarget: PostTarget = {
    ...postPlace,
    postId: post?._id ?? postIdOf(postPlace),
    isNew: post === undefined,
    heldBy: holder?.personId ?? null,
  };
  const changes = own ? [] : [{ field: 'holder' as const, before: holder?.name ?? '', after: target.name }];
  const isChanged = row.fate === 'unchanged' && changes.length > 0;
  return {
    ...row,
    fate: isChanged ? 'changed' : row.fate,
    target: { ...target, post: postTarget },
    changes: [...row.changes, ...changes],
  };
}

function postIdOf({ hat, placeId }: PostPlace): string {
  return derivedId('post', hat, placeId);
}
