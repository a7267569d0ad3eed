import type { Context } from '../platform/context';
import type { Transaction } from '../platform/database';
import { replayOf } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { copiedFields, buildLogin, type LoginSources } from '../access/build-login';
import type { Login } from '../access/login';
import { loginsWithOutbox, type LoginWithOutbox } from '../message/login-outbox';
import { addToOutbox } from '../message/outbox';
import type { OutgoingMessage } from '../message/outgoing';
import { people, type Person } from '../person/person';
import { changeRequests, type ChangeRequest } from './change-request';
import { pushRequest } from '../access/recent-requests';
import { disproveNumbers } from './disprove-numbers';
import { releaseLogins } from './release-logins';

/** What is written with a login. */
export interface LoginEffects {
  /** The request for hats that are held back. */
  readonly ask?: ChangeRequest | undefined;
  /** People who had typed the number that is another's. */
  readonly typedBy: readonly Person[];
  /** Whom to tell of the login. */
  readonly messages: readonly OutgoingMessage[];
  /** Logins that proved a number which the office has corrected since: they are somebody else. */
  readonly released?: readonly Login[];
}

/**
 * Writes the person and the login together, and with them all that follows from it. Two introductions of one WeChat
 * user at once: the second finds the first's.
 */
export function saveLogin(context: Context, sources: LoginSources, effects: LoginEffects): Promise<Result<Login>> {
  const { ask, typedBy, messages, released = [] } = effects;
  return context.database.transaction(async (transaction) => {
    const before = await transaction.get(loginsWithOutbox, sources.openid);
    const replay = before && replayOf(before.recentRequests, context.request, () => before);
    if (replay) return replay;
    if (before && sources.isNew) return done(before);
    if (ask) await transaction.insert(changeRequests, ask);
    await disproveNumbers(transaction, context, typedBy);
    await releaseLogins(transaction, context, released);
    return before
      ? rebind(transaction, context, { before, sources, messages })
      : create(transaction, context, sources, messages);
  });
}

async function create(
  transaction: Transaction,
  { request, clock }: Context,
  sources: LoginSources,
  messages: readonly OutgoingMessage[],
): Promise<Result<Login>> {
  const { person } = sources;
  if (!sources.isNew)
    await transaction.update(people, person._id, {
      set: { reachable: true, phoneSource: 'wechat', helperAt: clock.now() },
      unset: ['corrected'],
    });
  else if (await transaction.get(people, person._id)) return refuse('WRONG_STATUS');
  else await transaction.insert(people, person);
  const login = { ...buildLogin(sources), recentRequests: [request], ...addToOutbox({}, messages) };
  await transaction.insert(loginsWithOutbox, login);
  return done(login);
}

/**
 * A login that showed a verified number later: it becomes the imported person's, or its own person's number counts as
 * verified.
 */
async function rebind(
  transaction: Transaction,
  context: Context,
  {
    before,
    sources,
    messages,
  }: { before: LoginWithOutbox; sources: LoginSources; messages: readonly OutgoingMessage[] },
): Promise<Result<Login>> {
  const { person } = sources;
  const isSamePerson = person._id === before.personId;
  const heldBack = isSamePerson ? before.heldBack : sources.heldBack;
  const rebinding = isSamePerson ? before.rebinding : { fromId: before.personId, at: context.clock.now() };
  const copied = {
    ...copiedFields(sources, heldBack),
    ...(heldBack && { heldBack }),
    ...(rebinding && { rebinding }),
  };
  const hats = isSamePerson ? before.hats : copied.hats;
  const hatInUse = hats.some(({ key }) => key === before.hatInUse) ? before.hatInUse : (hats[0]?.key ?? '');
  const { phone, phoneExtension, phoneSource } = person;
  await transaction.update(people, person._id, {
    set: {
      ...{ phone, phoneSource, reachable: true, helperAt: context.clock.now() },
      ...(phoneExtension !== undefined && { phoneExtension }),
    },
    unset: ['corrected', ...(phoneExtension === undefined ? (['phoneExtension'] as const) : [])],
  });
  await transaction.update(loginsWithOutbox, before._id, {
    set: { ...copied, hats, hatInUse, ...addToOutbox(before, messages) },
    ...(phoneExtension === undefined && { unset: ['phoneExtension' as const] }),
    push: pushRequest(context.request),
  });
  return done({ ...before, ...copied, hats, hatInUse });
}
