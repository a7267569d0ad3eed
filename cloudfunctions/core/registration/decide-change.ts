import type { ChangeView } from '../../../miniprogram/contracts/person';
import { copiedFields } from '../access/build-login';
import type { SignedIn } from '../access/caller';
import { logins } from '../access/login';
import type { Context } from '../platform/context';
import type { Change, Transaction } from '../platform/database';
import { replayOf } from '../platform/request';
import { done, refuse, type Refusal, type Result } from '../platform/result';
import { eraseSalt } from '../passbook/erasure';
import { people, type Person } from '../person/person';
import { deliver, deliverMissing } from '../message/notify';
import { communities } from '../place/community';
import { posts, type Post } from '../place/post';
import { recordChange } from '../projection/source-change';
import { announceDecision } from './announce-change';
import { changeRequests, changeView, isPartyTo, mayDecide, type ChangeRequest } from './change-request';
import { blankPerson } from './blank-person';
import { disproveNumbers } from './disprove-numbers';

export interface ChangeDecision {
  readonly state: 'approved' | 'refused';
  readonly reason: string | null;
}

const maxPosts = 50;
/** A family may have one number. */
const maxAtOneNumber = 20;

/** Decides on a change, and makes it where it is approved; two at once: the second finds it settled. */
export async function decideChange(
  context: Context,
  caller: SignedIn,
  changeId: string,
  decision: ChangeDecision,
): Promise<Result<ChangeView>> {
  const { database } = context;
  const change = await database.get(changeRequests, changeId);
  if (!change || !mayDecide(caller, change)) return refuse('NOT_FOUND', 'changeId');
  if (isPartyTo(change, caller.login.personId)) return refuse('SECOND_PERSON_NEEDED', 'changeId');
  const held =
    change.kind === 'hats' && decision.state === 'approved'
      ? await database.find(posts, { where: { 'holder.personId': change.personId }, limit: maxPosts })
      : [];
  const typedBy = decision.state === 'approved' ? await typedByOthers(context, change) : [];
  const announced = announceDecision(decidedChange(context, caller, change, decision));
  const decided = announced.change;
  const written = await database.transaction(async (transaction) => {
    const stored = await transaction.get(changeRequests, changeId);
    const settled = stored && settledAnswer(context, stored);
    if (settled) return settled;
    const refusal =
      decision.state === 'approved' ? await apply(transaction, context, decided, { held, typedBy }) : undefined;
    if (refusal) return refusal;
    const { state, decision: made, erasing, outbox = [], outboxAt = null } = decided;
    const news = { ...(erasing && { erasing }), ...(outboxAt && { outbox, outboxAt }) };
    await transaction.update(changeRequests, changeId, { set: { state, decision: made, ...news } });
    return done(decided);
  });
  if (!written.ok) return written;
  if (written.data.erasing) await blankPerson(database, change);
  if (written.data === decided) await deliver(context, announced.messages);
  else await deliverMissing(context, written.data.outbox ?? []);
  return done(changeView(written.data));
}

/** A repeated decision is answered again; another one comes too late. */
function settledAnswer(context: Context, stored: ChangeRequest): Result<ChangeRequest> | undefined {
  if (stored.state === 'open') return undefined;
  const made = stored.decision ? [stored.decision.request] : [];
  return replayOf(made, context.request, () => stored) ?? refuse('ALREADY_SETTLED', 'changeId');
}

function decidedChange(
  { clock, request }: Context,
  { login, hat }: SignedIn,
  change: ChangeRequest,
  { state, reason }: ChangeDecision,
): ChangeRequest {
  const { personId, name } = login;
  const made = { personId, name, hat: hat.hat, at: clock.now(), reason, request };
  const isErasing = change.kind === 'erasure' && state === 'approved';
  return { ...change, state, decision: made, ...(isErasing && { erasing: true as const }) };
}

async function apply(
  transaction: Transaction,
  context: Context,
  change: ChangeRequest,
  { held, typedBy }: { readonly held: readonly Post[]; readonly typedBy: readonly Person[] },
): Promise<Refusal | undefined> {
  const person = await transaction.get(people, change.personId);
  if (!person) return refuse('NOT_FOUND', 'changeId');
  if (change.kind === 'hats') return giveHats(transaction, change, person, held);
  if (change.kind === 'erasure') return eraseUnder(transaction, context, change);
  await transaction.update(people, person._id, contactChange(change));
  const occasion = { at: context.clock.now(), revision: context.ids.token(16) };
  await recordChange(transaction, { kind: 'person', id: person._id }, occasion);
  await disproveNumbers(transaction, context, typedBy);
  return undefined;
}

/** The salt goes with the decision; the lines are blanked after it, and once more by a job. */
async function eraseUnder(
  transaction: Transaction,
  context: Context,
  { personId, communityId, erasure, decision }: ChangeRequest,
): Promise<undefined> {
  if (!erasure || !decision) return undefined;
  const { askedBy, reason } = erasure;
  const request = { personId, communityId, byId: decision.personId, askedById: askedBy.personId, reason };
  await eraseSalt(transaction, context, request);
  return undefined;
}

/** The copies follow by the job; trails keep what stood there. */
function contactChange({ wanted }: ChangeRequest): Change<Person> {
  const isOtherNumber = wanted.phone !== undefined && wanted.phoneExtension === undefined;
  return {
    set: { ...wanted, ...(wanted.phone !== undefined && { phoneOwner: 'self' as const }) },
    ...(isOtherNumber && { unset: ['phoneExtension' as const] }),
  };
}

async function giveHats(
  transaction: Transaction,
  { openid }: ChangeRequest,
  person: Person,
  held: readonly Post[],
): Promise<Refusal | undefined> {
  const login = await transaction.get(logins, openid);
  const community = await transaction.get(communities, person.communityId);
  if (login?.personId !== person._id || !community) return refuse('ALREADY_SETTLED', 'changeId');
  const { hats } = copiedFields({ person, posts: held, community });
  // Whoever waited for a hat wears it now; the one that they had meanwhile is a tap away.
  const hatInUse = hats[0]?.key ?? login.hatInUse;
  await transaction.update(logins, openid, { set: { hats, hatInUse }, unset: ['heldBack'] });
  return undefined;
}

/** Who had typed the number that a change proves to be its person's. One read where it does. */
async function typedByOthers({ database }: Context, { wanted, personId }: ChangeRequest): Promise<readonly Person[]> {
  const { phone, phoneSource } = wanted;
  if (phone === undefined || phoneSource !== 'wechat') return [];
  const found = await database.find(people, { where: { phone }, limit: maxAtOneNumber });
  return found.filter((one) => one.phoneSource === 'typed' && one._id !== personId);
}
