import { withAct } from '../access/act';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';
import type { Transaction } from '../platform/database';
import { timeKey } from '../platform/ids';
import { replayOf } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { monthText } from '../time/shanghai';
import type { Good } from './good';
import { redeem, type RedeemInput } from './redeem';
import { allowanceIdOf, allowances } from './redemption';
import { freeOf } from './rules/stock';
import { isWaiting } from './rules/waiting';
import { findGood, withStock, writeStock } from './store';
import { waitIdOf, waits, type Wait } from './wait';

const requestLimit = 10;

function withRequest({ requests }: Pick<Wait, 'requests'>, { request }: Pick<Context, 'request'>): Wait['requests'] {
  return [...requests, request].slice(-requestLimit);
}

/** Puts the caller at the end of the line for a thing that is out of stock. Three reads, two writes. */
export async function joinQueue(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  { goodId, quantity }: { readonly goodId: string; readonly quantity: number },
): Promise<Result<Wait>> {
  const { personId } = caller.login;
  const at = context.clock.now();
  const [found, before, allowance] = await Promise.all([
    findGood(transaction, caller, goodId),
    transaction.get(waits, waitIdOf(goodId, personId)),
    transaction.get(allowances, allowanceIdOf({ goodId, month: monthText(at), personId })),
  ]);
  const replay = before && replayOf(before.requests, context.request, () => before);
  if (replay) return replay;
  if (!found.ok) return found;
  const good = found.data;
  if (before && isWaiting(before)) return done(before);
  if (!good.offered) return refuse('NOT_FOUND', 'goodId');
  if ((allowance?.taken ?? 0) + quantity > good.limit) return refuse('LIMIT_REACHED', 'quantity');
  if (good.waiting === 0 && freeOf(good) >= quantity) return refuse('STOCK_CHANGED', 'goodId');
  const wait = newWait(context, caller, { good, quantity, at, before });
  await writeStock(transaction, withStock(good, { kind: 'queued' }, at));
  const { _id, ...fields } = wait;
  if (before) await transaction.update(waits, _id, { set: fields });
  else await transaction.insert(waits, wait);
  return done(wait);
}

interface WaitFacts {
  readonly good: Good;
  readonly quantity: number;
  readonly at: Date;
  readonly before: Wait | undefined;
}

function newWait(context: Context, caller: SignedIn, { good, quantity, at, before }: WaitFacts): Wait {
  const { login } = caller;
  return {
    _id: waitIdOf(good._id, login.personId),
    communityId: good.communityId,
    goodId: good._id,
    goodName: good.name,
    personId: login.personId,
    name: login.name,
    quantity,
    state: 'waiting',
    sinceKey: timeKey(at, login.personId),
    offeredUntil: null,
    dueKey: null,
    requests: withRequest(before ?? { requests: [] }, context),
    ...withAct(before ?? {}, context, caller, 'reward.wait'),
  };
}

interface Answer extends Pick<RedeemInput, 'goodId' | 'priceVersion' | 'policy'> {
  readonly take: boolean;
}

/** The answer of somebody who waits: they leave the line, or take what was put aside for them. */
export async function answerOffer(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  input: Answer,
): Promise<Result<Wait>> {
  const { goodId, take } = input;
  const before = await transaction.get(waits, waitIdOf(goodId, caller.login.personId));
  if (!before || before.communityId !== caller.login.communityId) return refuse('NOT_FOUND', 'goodId');
  const replay = replayOf(before.requests, context.request, () => before);
  if (replay) return replay;
  if (!isWaiting(before)) return refuse('STOCK_CHANGED', 'goodId');
  const at = context.clock.now();
  if (take) {
    if (before.offeredUntil === null || at >= before.offeredUntil) return refuse('STOCK_CHANGED', 'goodId');
    const wanted = { ...input, quantity: before.quantity, isOffered: true };
    const taken = await redeem(transaction, context, caller, wanted);
    if (!taken.ok) return taken;
  } else {
    const found = await findGood(transaction, caller, goodId);
    if (!found.ok) return found;
    await writeStock(transaction, withStock(found.data, leaveEvent(before), at));
  }
  const after: Wait = {
    ...before,
    state: take ? 'taken' : 'left',
    offeredUntil: null,
    dueKey: null,
    requests: withRequest(before, context),
    ...withAct(before, context, caller, 'reward.answer'),
  };
  await writeWait(transaction, after);
  return done(after);
}

/** What the end of waiting does to the stock: one less in the line, or what was put aside is free again. */
export function leaveEvent({ state, quantity }: Pick<Wait, 'state' | 'quantity'>) {
  return state === 'offered' ? ({ kind: 'released', quantity } as const) : ({ kind: 'unqueued' } as const);
}

/** Writes how somebody's waiting stands. One write. */
export async function writeWait(transaction: Transaction, wait: Wait): Promise<void> {
  const { state, quantity, offeredUntil, dueKey, requests, acts, outbox, outboxAt } = wait;
  const news = { ...(acts && { acts }), ...(outbox && { outbox }), ...(outboxAt && { outboxAt }) };
  await transaction.update(waits, wait._id, { set: { state, quantity, offeredUntil, dueKey, requests, ...news } });
}
