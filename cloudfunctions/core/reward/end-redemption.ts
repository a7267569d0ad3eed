import type { EndpointName } from '../../../miniprogram/contracts/api';
import { withAct } from '../access/act';
import type { SignedIn } from '../access/caller';
import { deliver, deliverMissing } from '../message/notify';
import type { OutgoingMessage } from '../message/outgoing';
import { bookIdOf, passbooks } from '../passbook/passbook';
import { writePosting } from '../passbook/store';
import type { Context, Services } from '../platform/context';
import type { Transaction } from '../platform/database';
import { replayOf, type RequestRecord } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { goods } from './good';
import { allowanceIdOf, allowances, redemptions, type Redemption } from './redemption';
import { collectPosting, releasePosting } from './rules/postings';
import { endEvent, endFault, evolveRedemption, type EndCommand } from './rules/redemption';
import { stockFault } from './rules/stock';
import { announceEnd, findRedemption, withStock, writeStock } from './store';

/** A redemption that is to end: which one, how, and the call that ends it; the clock makes none. */
export interface Ending {
  readonly communityId: string;
  readonly redemptionId: string;
  readonly command: EndCommand;
  readonly request: RequestRecord | null;
  /** Who ends it, by which endpoint; null for the clock. */
  readonly actor: { readonly caller: SignedIn; readonly action: EndpointName } | null;
}

interface Ended {
  readonly redemption: Redemption;
  /** The news of it; of a repeated call, all that may not have arrived. */
  readonly messages: readonly OutgoingMessage[];
  readonly isNew: boolean;
}

/**
 * Ends a redemption in one transaction: what was held is paid, or given back with the thing, exactly once. A repeat,
 * and a second scan of what was handed over, change nothing. Five reads, four or five writes.
 */
export async function endRedemption(
  services: Services & Pick<Context, 'requestId'>,
  ending: Ending,
): Promise<Result<Redemption>> {
  const ended = await services.database.transaction((transaction) => end(transaction, services, ending));
  if (!ended.ok) return ended;
  const { redemption, messages, isNew } = ended.data;
  await (isNew ? deliver(services, messages) : deliverMissing(services, messages));
  return done(redemption);
}

/** How somebody ends a redemption, of their own will: which endpoint, which redemption, why. */
export interface CalledEnding {
  readonly action: Extract<EndpointName, `reward.${string}`>;
  readonly kind: 'cancel' | 'collect' | 'refuse';
  readonly redemptionId: string;
  readonly reason?: string;
}

/** Ends a redemption as its caller asked. */
export function endByCaller(
  context: Context,
  caller: SignedIn,
  { action, kind, redemptionId, reason = '' }: CalledEnding,
): Promise<Result<Redemption>> {
  const { communityId, personId, name } = caller.login;
  const by = { personId, name };
  return endRedemption(context, {
    communityId,
    redemptionId,
    command: kind === 'refuse' ? { kind, by, reason } : { kind, by },
    request: context.request,
    actor: { caller, action },
  });
}

async function end(transaction: Transaction, services: Services, ending: Ending): Promise<Result<Ended>> {
  const { communityId, redemptionId, command, request, actor } = ending;
  const at = services.clock.now();
  const found = await findRedemption(transaction, communityId, redemptionId);
  if (!found.ok) return found;
  const before = found.data;
  const same = { redemption: before, messages: before.outbox ?? [], isNew: false };
  const replay = request && replayOf(before.requests, request, () => same);
  if (replay) return replay;
  if (command.kind === 'collect' && before.state === 'collected') return done({ ...same, messages: [] });
  const fault = endFault(before, command, at);
  if (fault) return refuse(fault.code, fault.field);
  const refused = await moveStock(transaction, before, command, at);
  if (refused) return refused;
  const requests = request ? [...before.requests, request] : before.requests;
  const acts = actor ? withAct(before, services, actor.caller, actor.action) : {};
  const ended = { ...evolveRedemption(before, command, at), requests, ...acts };
  const { document, messages } = announceEnd(ended, at);
  await moveBack(transaction, document, command, at);
  const { state, dueKey, updatedAt, outbox, outboxAt } = document;
  const news = { ...(outbox && { outbox }), ...(outboxAt && { outboxAt }) };
  await transaction.update(redemptions, redemptionId, {
    set: { state, dueKey, ended: document.ended, updatedAt, requests, ...acts, ...news },
  });
  return done({ redemption: document, messages, isNew: true });
}

/** @returns why it may not be handed over: counting found fewer than were put aside */
async function moveStock(transaction: Transaction, redemption: Redemption, command: EndCommand, at: Date) {
  const good = await transaction.get(goods, redemption.goodId);
  if (!good) return refuse('NOT_FOUND', 'redemptionId');
  const event = endEvent(redemption, command);
  const fault = stockFault(good, event);
  if (fault) return refuse(fault, 'redemptionId');
  await writeStock(transaction, withStock(good, event, at));
  return undefined;
}

/** What was held is paid for what was handed over, or goes back, and the month's limit with it. */
async function moveBack(transaction: Transaction, redemption: Redemption, command: EndCommand, at: Date) {
  const book = await transaction.get(passbooks, bookIdOf(redemption.personId, 'courtyard'));
  const branchName = book?.branchName ?? '';
  if (command.kind === 'collect') {
    await writePosting(transaction, collectPosting(redemption, branchName, at));
    return;
  }
  await writePosting(transaction, releasePosting(redemption, branchName, at));
  const allowanceId = allowanceIdOf(redemption);
  await transaction.update(allowances, allowanceId, { increment: { taken: -redemption.quantity } });
}
