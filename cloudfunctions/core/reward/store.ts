import type { EndpointName } from '../../../miniprogram/contracts/api';
import { withAct } from '../access/act';
import type { SignedIn } from '../access/caller';
import { outgoingMessages, type OutgoingMessage } from '../message/outgoing';
import { addToOutbox } from '../message/outbox';
import type { Context } from '../platform/context';
import type { Transaction } from '../platform/database';
import { replayOf } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { monthText } from '../time/shanghai';
import { goods, withRequest, type Good } from './good';
import { redemptions, type Redemption } from './redemption';
import { evolveStock, type StockEvent } from './rules/stock';
import { stockLineIdOf, stockLines, type StockLine } from './stock-line';
import type { Wait } from './wait';

/** A thing of the caller's community. One read. */
export async function findGood(transaction: Transaction, { login }: SignedIn, goodId: string): Promise<Result<Good>> {
  const good = await transaction.get(goods, goodId);
  return good?.communityId === login.communityId ? done(good) : refuse('NOT_FOUND', 'goodId');
}

/** A thing after something happened to its stock. */
export function withStock(good: Good, event: StockEvent, at: Date): Good {
  return { ...good, ...evolveStock(good, event, monthText(at)) };
}

/** Writes what a stock came to. One write. */
export async function writeStock(transaction: Transaction, good: Good): Promise<void> {
  const { onHand, reserved, waiting, offerable, months } = good;
  await transaction.update(goods, good._id, { set: { onHand, reserved, waiting, offerable, months } });
}

/** What staff make of a thing, and the line that stays of it. */
export interface GoodChange {
  readonly good: Good;
  readonly line?: Omit<StockLine, '_id' | 'number' | 'communityId' | 'goodId' | 'onHand'>;
}

/**
 * Changes a thing in one transaction; a repeat is answered with the thing as it stands. One read and one write, and one
 * more where a line stays.
 */
export function changeGood(
  context: Pick<Context, 'database' | 'request' | 'clock'>,
  caller: SignedIn,
  { goodId, action }: { readonly goodId: string; readonly action: EndpointName },
  decide: (good: Good) => Result<GoodChange>,
): Promise<Result<Good>> {
  const { database, request } = context;
  return database.transaction(async (transaction) => {
    const found = await findGood(transaction, caller, goodId);
    if (!found.ok) return found;
    const replay = replayOf(found.data.requests, request, () => found.data);
    if (replay) return replay;
    const decided = decide(found.data);
    if (!decided.ok) return decided;
    const { good: changed, line } = decided.data;
    const lines = changed.lines + (line ? 1 : 0);
    const acts = withAct(found.data, context, caller, action);
    const after: Good = { ...changed, lines, requests: withRequest(changed, request), ...acts };
    const { _id, ...fields } = after;
    await transaction.update(goods, _id, { set: fields });
    if (line) await transaction.insert(stockLines, stockLineOf(after, line));
    return done(after);
  });
}

function stockLineOf({ _id, communityId, lines, onHand }: Good, line: NonNullable<GoodChange['line']>): StockLine {
  return { ...line, _id: stockLineIdOf(_id, lines), communityId, goodId: _id, number: lines, onHand };
}

/** A redemption of the caller's community. One read. */
export async function findRedemption(
  transaction: Transaction,
  communityId: string,
  redemptionId: string,
): Promise<Result<Redemption>> {
  const redemption = await transaction.get(redemptions, redemptionId);
  return redemption?.communityId === communityId ? done(redemption) : refuse('NOT_FOUND', 'redemptionId');
}

/** A document with what its owner hears of its new state, which the write of that state remembers. */
export interface Announced<Document> {
  readonly document: Document;
  readonly messages: readonly OutgoingMessage[];
}

/** The owner of a redemption hears how it ended, unless they ended it themselves. */
export function announceEnd(redemption: Redemption, at: Date): Announced<Redemption> {
  const { _id, state, personId, goodName, quantity, measure, points, ended } = redemption;
  const kind = state === 'collected' ? 'goods-collected' : 'goods-released';
  const name = ended?.by?.name;
  const content = {
    kind,
    title: `${goodName} ${quantity} ${measure}`,
    points,
    ...(name !== undefined && { name }),
  } as const;
  const heard = state === 'cancelled' || state === 'held' ? [] : [{ personIds: [personId], content }];
  const messages = outgoingMessages(`${_id}:${state}`, at, heard);
  return { document: { ...redemption, ...addToOutbox(redemption, messages) }, messages };
}

/** Who waited is asked. */
export function announceOffer(wait: Wait, at: Date): Announced<Wait> {
  const { _id, personId, goodName, offeredUntil } = wait;
  const content = { kind: 'goods-offered', title: goodName, ...(offeredUntil && { until: offeredUntil }) } as const;
  const messages = outgoingMessages(`${_id}:${at.toISOString()}`, at, [{ personIds: [personId], content }]);
  return { document: { ...wait, ...addToOutbox(wait, messages) }, messages };
}
