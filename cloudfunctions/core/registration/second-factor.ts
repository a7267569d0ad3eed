import { listHats } from '../access/hats';
import { accessPolicyOf, isGuarded } from '../access/guarded-hats';
import type { LoginSources } from '../access/build-login';
import { logins, type HeldBack, type Login } from '../access/login';
import { outgoingMessages, type Notification, type OutgoingMessage } from '../message/outgoing';
import type { Context } from '../platform/context';
import { derivedId, timeKey } from '../platform/ids';
import { posts } from '../place/post';
import { confirmerHats, hatsScope, type ChangeRequest } from './change-request';

const maxPosts = 99;
const maxLogins = 99;

/** Hats that a new login of a person has to wait for, and the request by which it asks for them. */
export interface SecondFactor {
  readonly heldBack?: HeldBack;
  readonly ask?: ChangeRequest;
}

/**
 * A telephone number alone makes nobody a secretary. Somebody's second login wears their resident's hat until another
 * holder or the administrator confirms it, since the number may have been given to somebody else; their first one waits
 * for guarded hats as soon as the community has another holder who could confirm it.
 */
export async function secondFactorOf(
  context: Context,
  sources: LoginSources,
  others: readonly Login[],
): Promise<SecondFactor> {
  const { person, community } = sources;
  const hats = listHats(person, sources.posts, community).map(({ hat }) => hat);
  const isOff = accessPolicyOf(community).guardedHats.length === 0;
  const asked = hats.filter((hat) => (others.length > 0 ? hat !== 'resident' : isGuarded(hat, community)));
  if (isOff || asked.length === 0) return {};
  if (others.length === 0 && !(await hasOtherHolder(context, sources))) return {};
  const _id = derivedId('q', context.openid, context.requestId);
  const at = context.clock.now();
  const { name, phone, phoneSource } = person;
  const ask: ChangeRequest = {
    _id,
    communityId: community._id,
    kind: 'hats',
    state: 'open',
    personId: person._id,
    openid: context.openid,
    path: community._id,
    scopes: [community._id, hatsScope(community._id)],
    at,
    timeKey: timeKey(at, _id),
    before: { name, phone, phoneSource },
    wanted: {},
    hats: [...new Set(asked)],
    decision: null,
    request: context.request,
  };
  return { heldBack: others.length > 0 ? 'all' : 'guarded', ask };
}

/** Whether somebody else wears a hat that may confirm: only the first one of a community has nobody to confirm them. */
async function hasOtherHolder({ database }: Context, { person, community }: LoginSources): Promise<boolean> {
  const where = { communityId: community._id, hat: { oneOf: confirmerHats } };
  const held = await database.find(posts, { where, limit: maxPosts });
  const personIds = held.flatMap(({ holder, branchId }) =>
    holder && branchId === undefined && holder.personId !== person._id ? [holder.personId] : [],
  );
  if (personIds.length === 0) return false;
  const found = await database.find(logins, {
    where: { personId: { oneOf: [...new Set(personIds)] } },
    limit: maxLogins,
    exclude: ['inbox'],
  });
  return found.some(({ hats }) => hats.some(({ hat }) => confirmerHats.some((one) => one === hat)));
}

/**
 * The news of a new login: the logins that its person had already hear of it, and whoever may confirm it. One read
 * where somebody has to.
 */
export async function newsOfLogin(
  context: Context,
  { person, openid }: LoginSources,
  others: readonly Login[],
  ask: ChangeRequest | undefined,
): Promise<readonly OutgoingMessage[]> {
  const { _id: personId, name } = person;
  const known: readonly Notification[] =
    others.length > 0 ? [{ personIds: [personId], exceptOpenid: openid, content: { kind: 'new-login' } }] : [];
  const confirmers = ask ? (await readConfirmers(context, ask.communityId)).filter((id) => id !== personId) : [];
  const asked: readonly Notification[] =
    confirmers.length > 0 ? [{ personIds: confirmers, content: { kind: 'to-confirm', name } }] : [];
  const source = `login:${openid}:${context.request.requestKey}`;
  return outgoingMessages(source, context.clock.now(), [...known, ...asked]);
}

async function readConfirmers({ database }: Context, communityId: string): Promise<readonly string[]> {
  const where = { communityId, hat: { oneOf: confirmerHats } };
  const found = await database.find(posts, { where, limit: maxPosts });
  return found.flatMap(({ holder, branchId }) => (holder && branchId === undefined ? [holder.personId] : []));
}
