import { moderationAudit, type ModerationLine } from '../../moderation/audit';
import type { CaseAct, ModerationCase } from '../../moderation/rules/case';
import { deliver } from '../../message/notify';
import { addToOutbox } from '../../message/outbox';
import { outgoingMessages, type Notification, type OutgoingMessage } from '../../message/outgoing';
import { withoutTitles } from '../../message/withhold-titles';
import type { SignedIn } from '../../access/caller';
import type { Context } from '../../platform/context';
import { derivedId, timeKey } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { withIndexFields } from '../document/index-fields';
import { orders, requestsOf, type Order, type OrderState } from '../document/order';
import { changeBetween } from './order-store';

/** What somebody decides about a part of an order. */
export interface Decision {
  readonly orderId: string;
  readonly part: string;
  readonly act: ModerationLine['act'];
  readonly reason?: ModerationLine['reason'];
  /** What it changes of the order as it is now. */
  change(order: Order): Result<Partial<OrderState>>;
  /** Whom it is told. */
  news?(after: Order): readonly Notification[];
  /** What others were told of it says no words any more, either. */
  readonly withholdsWords?: boolean;
}

/**
 * Writes a decision about a part of an order with its line of the audit, in one transaction. It is no move: the version
 * stays, so that whoever has the order in hand goes on; a move that was read before is decided again. A repeated call
 * finds its request and writes nothing.
 */
export async function writeDecision(context: Context, caller: SignedIn, decision: Decision): Promise<Result<Order>> {
  const written = await context.database.transaction(async (transaction) => {
    const before = await transaction.get(orders, decision.orderId);
    if (!before || before.communityId !== caller.login.communityId) return refuse('NOT_FOUND', 'orderId');
    const replay = replayOf(requestsOf(before), context.request, () => before);
    if (replay) return replay.ok ? done({ after: replay.data, messages: [] }) : replay;
    const changed = decision.change(before);
    if (!changed.ok) return changed;
    const { after, messages } = decidedOrder(context, before, changed.data, decision);
    await transaction.update(orders, before._id, changeBetween(before, after));
    await transaction.insert(moderationAudit, auditLine(context, caller, after, decision));
    return done({ after, messages });
  });
  if (!written.ok) return written;
  await deliver(context, written.data.messages);
  return done(written.data.after);
}

function decidedOrder(
  { clock }: Context,
  before: Order,
  change: Partial<OrderState>,
  { news, withholdsWords }: Decision,
): { readonly after: Order; readonly messages: readonly OutgoingMessage[] } {
  const { outbox, outboxAt } = before;
  const kept = { ...(outbox && { outbox }), ...(outboxAt && { outboxAt }) };
  const silent = { ...kept, ...(withholdsWords && withoutTitles(kept)) };
  const after = { ...withIndexFields({ ...before, ...change, revision: before.revision + 1 }), ...silent };
  const messages = outgoingMessages(`${after._id}:${after.revision}`, clock.now(), news?.(after) ?? []);
  return { after: { ...after, ...addToOutbox(after, messages) }, messages };
}

function auditLine(
  { openid, requestId, clock, request }: Context,
  { login, hat }: SignedIn,
  { _id: orderId, number, communityId }: Order,
  { part, act, reason = null }: Decision,
): ModerationLine {
  const at = clock.now();
  const _id = derivedId('w', openid, requestId);
  return {
    _id,
    communityId,
    kind: 'moderation',
    at,
    timeKey: timeKey(at, _id),
    by: { personId: login.personId, name: login.name, hat: hat.hat },
    orderId,
    orderNumber: number,
    part,
    act,
    reason,
    request,
    slot: _id,
  };
}

/** An act of the caller's, now. */
export function actOf<Act extends CaseAct['act']>(
  { clock, request }: Context,
  { login, hat }: SignedIn,
  said: { readonly act: Act } & Pick<CaseAct, 'reason' | 'words'>,
): CaseAct & { readonly act: Act } {
  return { ...said, at: clock.now(), by: { personId: login.personId, name: login.name }, hat: hat.hat, request };
}

export function withCases(cases: Result<readonly ModerationCase[]>): Result<Pick<OrderState, 'cases'>> {
  return cases.ok ? done({ cases: cases.data }) : cases;
}
