import { withAct } from '../../access/act';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { communities } from '../../place/community';
import { posts, type Post } from '../../place/post';
import { rosterWithPost } from '../../place/roster';
import type { Context } from '../../platform/context';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, optional, personPhone, requestId } from '../../platform/validation';
import { recordChange } from '../../projection/source-change';
import { cardNumbers, numberView } from '../number-check';

/**
 * The number of a grid worker's post, which stays when its holder changes; none takes it away. The roster and
 * the list of papers to print anew follow.
 * Cost: 4 reads, 4 writes.
 */
export const setPostNumber = signedInEndpoint({
  name: 'card.setPostNumber',
  input: object({ gridId: id, phone: optional(personPhone), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, actor, { gridId, phone = '' }) {
    const { database, clock } = context;
    const [community, [found]] = await Promise.all([
      database.get(communities, actor.login.communityId),
      database.find(posts, {
        where: { communityId: actor.login.communityId, hat: 'gridWorker', placeId: gridId },
        limit: 1,
      }),
    ]);
    if (!community || !found) return refuse('NOT_FOUND', 'gridId');
    const changed = await changeNumber(context, actor, found, phone);
    if (!changed.ok) return changed;
    const after = { ...community, ...rosterWithPost(community, changed.data) };
    const number = cardNumbers(after).find(({ kind, placeId }) => kind === 'worker' && placeId === gridId);
    return number ? done(numberView(number, undefined, clock.now())) : refuse('NOT_FOUND', 'gridId');
  },
});

async function changeNumber(context: Context, actor: SignedIn, { _id }: Post, phone: string): Promise<Result<Post>> {
  return context.database.transaction(async (transaction): Promise<Result<Post>> => {
    const post = await transaction.get(posts, _id);
    if (!post) return refuse('NOT_FOUND', 'gridId');
    const { phone: before, ...rest } = post;
    const after: Post = phone === '' ? rest : { ...rest, phone };
    if (before === after.phone) return done(after);
    const at = context.clock.now();
    const noted = withAct(post, context, actor, 'card.setPostNumber');
    const set = phone === '' ? noted : { phone, ...noted };
    await transaction.update(posts, _id, { set, ...(phone === '' && { unset: ['phone'] }) });
    const occasion = { at, revision: context.requestId };
    await recordChange(transaction, { kind: 'post', id: _id }, occasion);
    return done(after);
  });
}
