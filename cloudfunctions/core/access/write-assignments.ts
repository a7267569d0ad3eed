import type { EndpointName } from '../../../miniprogram/contracts/api';
import { withAct } from './act';
import type { SignedIn } from './caller';
import type { Context } from '../platform/context';
import type { Transaction } from '../platform/database';
import { replayOf } from '../platform/request';
import { done, type Result } from '../platform/result';
import { recordChange } from '../projection/source-change';
import { posts, type Post } from '../place/post';
import { assignedPost, type Assignment } from '../place/rules/assign';
import { changeBetween } from '../place/write-post';

/** A post remembers so many calls. */
const requestLimit = 10;

type World = Pick<Context, 'clock' | 'request'>;

/**
 * Gives these posts to one person, or to nobody, in one transaction; the roster and the hats of whoever left and of
 * whoever came follow.
 * @returns the first of them
 */
export function writeAssignments(
  context: World & Pick<Context, 'database'>,
  caller: SignedIn,
  wanted: readonly [Post, ...Post[]],
  { action, ...assignment }: Assignment & { readonly action?: EndpointName },
): Promise<Result<Post>> {
  const said = { assignment, ...(action !== undefined && { action }) };
  return context.database.transaction(async (transaction) => {
    const [first] = wanted;
    const known = await transaction.get(posts, first._id);
    const replay = known && replayOf(known.requests ?? [], context.request, () => known);
    if (replay) return replay;
    const after = await writeAssignment(transaction, context, caller, { post: first, known, ...said });
    for (const other of wanted.slice(1)) {
      const there = await transaction.get(posts, other._id);
      await writeAssignment(transaction, context, caller, { post: other, known: there, ...said });
    }
    return done(after);
  });
}

interface OneAssignment {
  /** What it is where it is new. */
  readonly post: Post;
  /** As it stands; undefined for a new one. */
  readonly known: Post | undefined;
  readonly assignment: Assignment;
  readonly action?: EndpointName;
}

/** One post, its request and its act. One write, and two for each document whose copies follow. */
export async function writeAssignment(
  transaction: Transaction,
  context: World,
  caller: SignedIn,
  { post, known, assignment, action = 'post.assign' }: OneAssignment,
): Promise<Post> {
  const { clock, request } = context;
  const before = known ?? post;
  const assigned = assignedPost(before, assignment, clock.now());
  const after: Post = {
    ...assigned,
    heldBy: assigned.holder?.personId ?? null,
    requests: [...(before.requests ?? []), request].slice(-requestLimit),
    ...withAct(before, context, caller, action),
  };
  if (known) await transaction.update(posts, post._id, changeBetween(known, after));
  else await transaction.insert(posts, after);
  if (before.holder?.personId === after.holder?.personId) return after;
  const occasion = { at: clock.now(), revision: request.requestKey };
  await recordChange(transaction, { kind: 'post', id: after._id }, occasion);
  for (const id of new Set([before.holder?.personId, after.holder?.personId]))
    if (id !== undefined) await recordChange(transaction, { kind: 'person', id }, occasion);
  return after;
}
